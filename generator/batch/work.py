"""The work on one record: judge it, make its documents, put them into the store, and say what became of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from generator.batch.journal import FAILED, MADE, SKIPPED, Line, Record
from generator.batch.spec import Spec
from generator.batch.store import Store
from generator.build import NotApplicable, Output, build
from generator.catalog import Document
from generator.errors import FindingsError, UsageError, ZhichengError
from generator.finding import Finding, Place
from generator.judging import Judge, placed
from generator.loading.load import Loaded
from generator.own_template import build_own
from generator.paper import Request
from generator.rendering.environment import FILLED

_MOST_REASONS = 5


@dataclass(frozen=True)
class Task:
    """A record to be worked on: its place in the list, the key of what it is made from, and the folder of its files."""

    number: int
    key: str
    folder: str
    refused: tuple[Finding, ...] = ()
    """What the list as a whole has against this record."""


@dataclass
class Done:
    """What became of a record, and the files that could not be written by the process that made them."""

    record: Record
    files: list[tuple[str, bytes]] = field(default_factory=list)


class Worker:
    """Works on records, one process's share. `store` is None where the files are handed back."""

    def __init__(self, spec: Spec, store: Store | None):
        self.spec = spec
        self._store = store
        self._judge = Judge(spec.accepted)

    def work(self, task: Task, loaded: Loaded) -> Done:
        """Makes the documents of one applicant."""
        verdict = self._judge.verdict(loaded)
        stopping = [*task.refused, *verdict.refused]
        who, statement = loaded.case.applicant.name, verdict.statement
        done = Done(Record(task.number, task.key, tuple(self._failed(who, stopping))))
        if stopping:
            return done
        lines: list[Line] = []
        for document in () if self.spec.own else self.spec.documents:
            lines += self._document(task, loaded, document, statement, done.files)
        for template in self.spec.own:
            lines += self._own(task, loaded, template, statement, done.files)
        done.record = Record(task.number, task.key, tuple(lines))
        return done

    def refuse(self, task: Task, who: str, findings: Sequence[Finding]) -> Done:
        """What becomes of a record that could not be read."""
        return Done(Record(task.number, task.key, tuple(self._failed(who, [*findings, *task.refused]))))

    def _failed(self, who: str, findings: Sequence[Finding]) -> Iterator[Line]:
        reason, source = told(findings)
        for name, format in self._expected():
            yield Line(who, name, format, None, FAILED, reason, source)

    def _expected(self) -> Iterator[tuple[str, str]]:
        if self.spec.own:
            yield from ((template.stem, "docx") for template in self.spec.own)
            return
        for document in self.spec.documents:
            yield from ((document.name, format) for format in self._formats(document))

    def _formats(self, document: Document) -> list[str]:
        return [format for format in self.spec.formats if format in document.formats]

    def _document(
        self, task: Task, loaded: Loaded, document: Document, statement: str, files: list[tuple[str, bytes]]
    ) -> list[Line]:
        who, formats = loaded.case.applicant.name, self._formats(document)
        request = Request(loaded.case, document.kind, FILLED, draft=bool(loaded.unconfirmed), statement=statement)
        try:
            return list(self._made(task, request, document, formats, files))
        except NotApplicable as reason:
            said = "；".join(finding.message for finding in reason.findings)
            return [Line(who, document.name, format, None, SKIPPED, said) for format in formats]
        except FindingsError as error:
            reason, source = told([placed(finding, loaded) for finding in error.findings])
        except ZhichengError as error:
            reason, source = str(error), ""
        return [Line(who, document.name, format, None, FAILED, reason, source) for format in formats]

    def _made(
        self, task: Task, request: Request, document: Document, formats: list[str], files: list[tuple[str, bytes]]
    ) -> Iterator[Line]:
        """The lines of a document, once it is put where it belongs."""
        for output in build(request, formats, self.spec.library):
            yield self._put(task, request.case.applicant.name, document.name, output, files)

    def _own(self, task: Task, loaded: Loaded, template, statement: str, files: list[tuple[str, bytes]]) -> list[Line]:
        who = loaded.case.applicant.name
        draft = bool(loaded.unconfirmed)
        try:
            output, _ = build_own(
                loaded.case, template, state=FILLED, public=self.spec.public, draft=draft, statement=statement
            )
            return [self._put(task, who, template.stem, output, files)]
        except FindingsError as error:
            reason, source = told([placed(finding, loaded) for finding in error.findings])
        except ZhichengError as error:
            reason, source = str(error), ""
        return [Line(who, template.stem, "docx", None, FAILED, reason, source)]

    def _put(self, task: Task, who: str, name: str, output: Output, files: list[tuple[str, bytes]]) -> Line:
        path = f"{task.folder}/{output.file_name}"
        if self._store is None:
            files.append((path, output.content))
        else:
            try:
                self._store.write(path, output.content)
            except UsageError as error:
                return Line(who, name, output.format, None, FAILED, str(error))
        return Line(who, name, output.format, path, MADE, sha256=sha256(output.content).hexdigest())


def told(findings: Sequence[Finding]) -> tuple[str, str]:
    """(what is wrong and what to do, the first place) for one line of the receipt."""
    shown = [replaced(finding) for finding in findings[:_MOST_REASONS]]
    more = f"；等共{len(findings)}处" if len(findings) > _MOST_REASONS else ""
    return "；".join(shown) + more, str(findings[0].place) if findings else ""


def replaced(finding: Finding) -> str:
    """The finding without its place, which the receipt has in a column of its own."""
    where = _short(finding.place)
    text = f"{where}{finding.message.removesuffix('。')}"
    return f"{text}（{finding.remedy.removesuffix('。')}）" if finding.remedy else text


def _short(place: Place) -> str:
    return f"“{place.heading}”" if place.heading else ""
