"""`--merge`: of each kind of document one file to print, with everybody in it in the order of the list.

Each person begins on an odd page, so that a duplex printer keeps people apart, and with page 1.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from generator.batch.journal import FAILED, MADE, Line, Record
from generator.batch.spec import Spec
from generator.batch.store import Store
from generator.batch.work import Task, Worker, told
from generator.build import DOCX, HTML, PDF, build
from generator.catalog import Document
from generator.paper import Request
from generator.rendering.docx_print import printed_together

FOLDER = "合并打印"
_FORMATS = (DOCX, PDF)


@dataclass
class _Gathered:
    """What has been gathered of one kind: Word files, and the pages of a PDF; whose they are, by record."""

    documents: list[tuple[str, bytes]] = field(default_factory=list)
    pages: Any = None
    owners: list[int] = field(default_factory=list)


class MergingWorker(Worker):
    """Gathers the documents of a list instead of writing each; `finish` writes the files."""

    def __init__(self, spec: Spec, above: str):
        super().__init__(spec, None)
        self._above = above
        self._kinds: dict[str, _Gathered] = {}

    def _formats(self, document: Document) -> list[str]:
        return [format for format in super()._formats(document) if format in _FORMATS]

    def _made(
        self, task: Task, request: Request, document: Document, formats: list[str], files: list[tuple[str, bytes]]
    ) -> Iterator[Line]:
        who, gathered = request.case.applicant.name, self._kinds.setdefault(document.name, _Gathered())
        # The page that a PDF is made of is the HTML file: it has passed the same gates.
        wanted = [{PDF: HTML}.get(format, format) for format in formats]
        for output in build(request, wanted, self.spec.library):
            if output.format == DOCX:
                gathered.documents.append((f"第{task.number}项“{who}”", output.content))
                yield self._line(who, document, DOCX)
            else:
                gathered.pages = gathered.pages or _merged_pdf()
                gathered.pages.add(output.content.decode("utf-8"), who)
                gathered.owners.append(task.number)
                yield self._line(who, document, PDF)

    def _line(self, who: str, document: Document, format: str) -> Line:
        return Line(who, document.name, format, f"{self._above}/{FOLDER}/{document.name}.{format}", MADE)

    def finish(self, records: Iterable[Record], store: Store, *, stopped: bool) -> Iterator[Record]:
        """Writes the files; gives the records again, their lines with the file's hash or why they are not in it.

        Of a run that was `stopped` no file is written: somebody would be missing from it.
        """
        hashes: dict[str, str] = {}
        reasons: dict[tuple[int, str, str], tuple[str, str]] = {}
        for kind, gathered in () if stopped else self._kinds.items():
            for format, content in self._contents(kind, gathered, reasons):
                path = f"{self._above}/{FOLDER}/{kind}.{format}"
                store.write(path, content)
                hashes[path] = sha256(content).hexdigest()
        for record in records:
            lines = tuple(
                _retold(line, hashes, reasons.get((record.number, line.kind, line.format))) for line in record.lines
            )
            yield replace(record, lines=lines)

    def _contents(
        self, kind: str, gathered: _Gathered, reasons: dict[tuple[int, str, str], tuple[str, str]]
    ) -> Iterator[tuple[str, bytes]]:
        if gathered.documents:
            yield DOCX, printed_together(gathered.documents)
        if gathered.pages:
            content, faults = gathered.pages.write(kind)
            for number, fault in faults.items():
                reasons[gathered.owners[number], kind, PDF] = told(fault.findings)
            yield PDF, content


def _merged_pdf() -> Any:
    from generator.rendering.pdf_merged import MergedPdf  # slow to load, and Word files do not need it

    return MergedPdf()


def _retold(line: Line, hashes: dict[str, str], reason: tuple[str, str] | None) -> Line:
    if line.status != MADE:
        return line
    digest = hashes.get(line.path)
    if reason or digest is None:
        said, source = reason or ("中途停止，没有合成", "")
        return replace(line, path=None, status=FAILED, reason=said, source=source)
    return replace(line, sha256=digest)
