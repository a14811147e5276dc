"""An existing notice to a data file: read, mended, recognised, written, and proved by building it."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.build import Request, printed_blocks
from generator.catalog import Library
from generator.errors import FindingsError, UsageError
from generator.finding import Finding, Place
from generator.importing.cleaning import cleaned
from generator.importing.compose import Composed, compose, compose_flat, compose_plainly
from generator.importing.fidelity import Fidelity, compare_with_file, text_of_blocks
from generator.loading.load import load_case
from generator.output import write_file
from generator.reading.mending.mend import mend
from generator.reading.parts import LeftOut, Reading
from generator.reading.read import read
from generator.reading.roles.recognise import Parts, recognise
from generator.rendering.blocks import Block

RULE = "import"
_MISSING = "（缺字）"
_FULL_STOP = "。"  # that the standard wants behind 抄送; and the file's name is the title of what has none
_CONFIRM = "请对照原文核对，改好后删去这一处的“待确认”"
_NO_STRUCTURE = "没有按公文各部分排出来，全文照录在正文里，请对照原文整理"


@dataclass(frozen=True)
class Imported:
    """A notice as data: the parts that were recognised, the data file's text, and what of the words it gives back.

    `left_out` is what of the file is no word of the notice, such as page numbers.
    """

    source: Path
    parts: Parts
    composed: Composed
    fidelity: Fidelity
    reading_doubts: tuple[Finding, ...]
    left_out: tuple[LeftOut, ...] = ()

    def findings(self, file: Path) -> list[Finding]:
        """What was doubtful in reading, and what is to be confirmed in the data file written to `file`."""
        unsure = [
            Finding(RULE, "hint", f"待确认：{doubt}", remedy=_CONFIRM, place=Place(str(file), line))
            for line, doubt in self.composed.doubts
        ]
        return [*self.reading_doubts, *unsure]


def import_notice(source: Path) -> Imported:
    """The notice as data. Raises UsageError for a file that cannot be read or has no words."""
    raw, dropped = cleaned(read(source))
    mended = mend(raw)
    doubts = [*mended.doubts, *([_dropped(source, dropped)] if dropped else [])]
    parts = recognise(mended)
    if not any(piece.text.strip() for piece in parts):
        raise UsageError(f"{source}：里面没有文字。请确认选对了文件；扫描件要先用文字识别软件转成文字")
    composed, fidelity = _proved(parts, raw, mended.left_out, doubts)
    return Imported(source, parts, composed, fidelity, tuple(doubts), mended.left_out)


def save(imported: Imported, target: Path) -> Path:
    """Writes the data file. One that lacks words is written beside its place, and FindingsError raised."""
    if imported.fidelity.is_complete:
        return write_file(target, imported.composed.text.encode("utf-8"))
    beside = target.with_name(f"{target.stem}{_MISSING}{target.suffix}")
    reasons = "".join(f"# 导入后文字不全：{each}\n" for each in imported.fidelity.missing)
    write_file(beside, f"{reasons}{imported.composed.text}".encode())
    remedy = f"导入的内容写在 {beside} 里，请对照原文补上缺的文字，再改名使用"
    raise FindingsError(
        Finding(RULE, "error", f"导入后文字不全：{each}", remedy=remedy, place=Place(str(imported.source)))
        for each in imported.fidelity.missing
    )


def _proved(
    parts: Parts, raw: Reading, left_out: tuple[LeftOut, ...], doubts: list[Finding]
) -> tuple[Composed, Fidelity]:
    """The data file that gives back every word: in its parts, or else in paragraphs and tables, or as plain text."""
    allowed = {_FULL_STOP, "".join(raw.path.stem.split())}
    plainer = [*doubts, Finding(RULE, "warning", _NO_STRUCTURE)]
    best: tuple[Composed, Fidelity] | None = None
    for making, given in ((compose, doubts), (compose_flat, plainer), (compose_plainly, plainer)):
        composed = making(parts, raw.path, given)
        blocks = _blocks(composed)
        if blocks is None:
            continue
        fidelity = compare_with_file(raw, left_out, text_of_blocks(blocks))
        if fidelity.is_complete and {each.added for each in fidelity.added} <= allowed:
            return composed, fidelity
        if best is None or fidelity.kept > best[1].kept:
            best = composed, fidelity
    if best is None:
        raise RuntimeError("values alone cannot fail to build")
    return best


def _blocks(composed: Composed) -> list[Block] | None:
    """What the document built of the data prints; None where it cannot be built."""
    library = Library()
    with TemporaryDirectory() as folder:
        path = write_file(Path(folder) / "import.yaml", composed.text.encode("utf-8"))
        try:
            case = load_case(path).case
            return printed_blocks(Request(case, library.of_genre(case.document.genre).kind), library)
        except FindingsError:
            return None


def _dropped(source: Path, count: int) -> Finding:
    message = f"有{count}个不能显示的控制字符，已略去"
    return Finding("reading", "hint", message, remedy="请对照原文看看该处是否缺字", place=Place(str(source)))
