"""The parts of a document as the YAML of a 公文 (`generator.model.official`)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.finding import Finding
from generator.importing.body import Body, BodyWriter
from generator.importing.escape import literal
from generator.importing.fields import Attachment, Plan
from generator.importing.front import without_title
from generator.importing.ledger import Ledger
from generator.importing.plan import plan
from generator.importing.sheet import Sheet
from generator.importing.tables import Tables
from generator.importing.yaml_lines import comment, scalar
from generator.reading.parts import Table
from generator.reading.roles.recognise import BODY, NOTE, TABLE, Parts, Piece
from generator.text import PartialDate, parse_date

_GENRES = (
    *("情况说明", "通知", "通告", "通报", "公告", "公示", "公报", "方案", "函", "意见", "决定", "决议", "命令", "报告"),
    *("请示", "批复", "纪要", "办法", "规定", "细则", "计划"),
)
_YEAR = re.compile(r"(?<![0-9])((?:19|20|21)[0-9]{2}|[一二][〇零○九][〇零○一二三四五六七八九]{2})\s*年")
_CALLED_YEAR = re.compile(r"(?<![0-9])((?:19|20|21)[0-9]{2})\s*年\s*度")
_NO_NOTE = "原文没有附件说明；要印出附件说明的，删去这个空的“附件说明”"


@dataclass(frozen=True)
class Composed:
    """The data file's text, and what went into it: the doubts by line, the facts lifted and those left as text."""

    text: str
    doubts: tuple[tuple[int, str], ...]
    facts: dict[str, dict]
    mentions: int
    left: tuple[tuple[str, str], ...]


def compose(parts: Parts, path: Path, doubts: Sequence[Finding] = ()) -> Composed:
    """The data file for a document read from `path`; `doubts` are what reading it left open."""
    return _composed(plan(parts, path), parts, path, doubts)


def _composed(made: Plan, parts: Parts, path: Path, doubts: Sequence[Finding]) -> Composed:
    ledger = Ledger(_year_of(parts, made))
    tables = Tables(ledger)
    writer = BodyWriter(ledger, tables)
    title = writer.title(made.title)
    body = writer.write(made.body, made)
    if NOTE in made.own and not any(piece.role == NOTE for piece in made.body):
        body.add(["::: 附件说明", ":::"], _NO_NOTE)
    attached = [writer.write(_of_attachment(item)) for item in made.attachments]
    if not made.dated:
        ledger.state_year()  # else nothing would say which year the file is of
    sheet = Sheet()
    _head(sheet, path, doubts)
    _front(sheet, made, title)
    _facts(sheet, ledger)
    _body(sheet, body, doubts)
    _tables(sheet, tables)
    _attachments(sheet, made, attached)
    _back(sheet, made)
    facts = ledger.sorted_facts()
    return Composed(sheet.text, tuple(sheet.doubts), facts, ledger.lifted, tuple(ledger.left))


def compose_flat(parts: Parts, path: Path, doubts: Sequence[Finding] = ()) -> Composed:
    """The data file with the title, and below it every paragraph and table as it comes, whatever part it may be."""
    made = Plan()
    plain = [replace(piece, role=TABLE if isinstance(piece.item, Table) else BODY, doubt="") for piece in parts]
    made.body, made.doubts["标题"] = without_title(made, plain, path)
    return _composed(made, parts, path, doubts)


def compose_plainly(parts: Parts, path: Path, doubts: Sequence[Finding] = ()) -> Composed:
    """The data file with every line as a value and nothing made of it: what prints whatever stands in it."""
    lines = [line.strip() for piece in parts for line in piece.text.split("\n") if line.strip()]
    sheet = Sheet()
    _head(sheet, path, doubts)
    sheet.add("类型: 公文")
    sheet.value("标题", literal(lines[0]))
    body = Body()
    for line in lines[1:]:
        body.add([literal(line)])
    _body(sheet, body, doubts)
    return Composed(sheet.text, tuple(sheet.doubts), {}, 0, ())


def _body(sheet: Sheet, body: Body, doubts: Sequence[Finding]) -> None:
    """The body; what reading may have lost is to be confirmed on its first line."""
    serious = [(0, doubt.message) for doubt in doubts if doubt.level != "hint"]
    sheet.add("")
    sheet.body("正文", body.lines or [literal("")], [*serious, *body.doubts])


def _year_of(parts: Parts, made: Plan) -> int | None:
    """The year the document is about: that of its title, else one called 年度 more than once, else that of its date.

    A year called 年度 that lies far from the date is one of those whose papers are asked for.
    """
    if match := _YEAR.search("".join(made.title)):
        return parse_date(f"{match[1]}年").year
    dated = made.year
    called = [int(year) for piece in parts for year in _CALLED_YEAR.findall(piece.text)]
    near = [year for year in called if dated is None or abs(year - dated) <= 1]
    repeated = [year for year in near if near.count(year) > 1]
    return max(repeated, key=repeated.count) if repeated else dated


def _of_attachment(item: Attachment) -> list[Piece]:
    """The pieces that an attachment's text prints; the label only where it is not the one the template prints."""
    label = item.own_label or len(item.pieces) == 1
    return item.pieces if label else item.pieces[1:]


def _head(sheet: Sheet, path: Path, doubts: Sequence[Finding]) -> None:
    file = comment(path.name)
    for line in (
        f"由“{file}”导入，文字照录，一字未改。接下来：",
        "1. 核对标着“待确认”的地方，改好后删去“待确认”的批注；标着的时候，生成的文件每页都有“草稿”字样。",
        "2. “事实”是从文中认出的日期、金额、电话等，正文用 {{ 事实.…… }} 引用：改一处，各处随着变。",
        '3. 正文里的“\\”表示后面的符号照印，{{ "……" }} 照印引号里的字，改文字时留着。',
        "4. 核对完，用 zhicheng build 加这个文件名生成。",
        *(f"读取时：{doubt.message}" for doubt in doubts),
    ):
        sheet.add(f"# {comment(line)}")
    sheet.add("")


def _front(sheet: Sheet, made: Plan, title: str) -> None:
    sheet.add("类型: 公文")
    sheet.value("公文种类", _genre(made.title))
    sheet.value("附件标号", made.label, made.doubts.get("附件标号", ""))
    sheet.values("发文机关标志", made.letterhead)
    sheet.value("发文字号", made.number)
    sheet.value("标题", title, made.doubts.get("标题", ""))
    sheet.values("主送", made.addressees)


def _genre(title: list[str]) -> str:
    plain = re.sub(r"[（(][^（()）]*[）)]$", "", "".join("".join(title).split()))
    return next((genre for genre in _GENRES if plain.endswith(genre)), "通知")


def _facts(sheet: Sheet, ledger: Ledger) -> None:
    facts = {kind: named for kind, named in ledger.sorted_facts().items() if named}
    if not facts:
        return
    sheet.add("")
    sheet.add("事实:")
    for kind, named in facts.items():
        sheet.add(f"  {kind}:")
        for name, value in named.items():
            sheet.add(f"    {name}: {_fact(value)}")


def _fact(value: object) -> str:
    if isinstance(value, PartialDate):
        return "-".join(str(part) for part in value if part is not None)
    if isinstance(value, tuple):
        start, end = map(_fact, value)
        return f"{{起: {start}, 止: {end}}}"
    return scalar(str(value))


def _tables(sheet: Sheet, tables: Tables) -> None:
    if not tables.lines:
        return
    sheet.add("")
    sheet.add("表格:")
    for name, lines in tables.lines.items():
        sheet.add(f"  {name}:")
        for line in lines:
            sheet.add(f"    {line}")


def _attachments(sheet: Sheet, made: Plan, attached: list[Body]) -> None:
    if not made.attachments:
        return
    sheet.add("")
    sheet.add("附件:")
    for number, (item, body) in enumerate(zip(made.attachments, attached, strict=True)):
        if number and (item.pieces or made.attachments[number - 1].pieces):
            sheet.add("")
        sheet.add(f"  - 名称: {scalar(item.name)}")
        if any(isinstance(piece.item, Table) and piece.item.landscape for piece in item.pieces):
            sheet.add("    横向: 是")
        if item.pieces:
            sheet.body("正文", body.lines, body.doubts, indent="    ")


def _back(sheet: Sheet, made: Plan) -> None:
    sheet.add("")
    sheet.values("署名", made.signatory, made.doubts.get("署名", ""))
    if made.dated:
        sheet.add(f"成文日期: {_fact(made.dated)}")
    sheet.value("附注", made.remark)
    sheet.values("抄送", made.copied_to)
    if made.imprint:
        office, date = made.imprint
        sheet.add("印发:")
        sheet.value("机关", office, indent="  ")
        sheet.add(f"  日期: {_fact(date)}")
