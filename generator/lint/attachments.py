"""The list of attachments and the mentions of attachments (GB/T 9704-2012, 7.3.4 and 7.3.7)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.lint.pattern import matches, remark, row
from generator.lint.remark import Remark
from generator.lint.source import GAP, HAN, Source

_LIST = re.compile(rf"附件{GAP}[：:]{GAP}(?P<rest>.*)$")
_OTHERS_TELL = re.compile(r"\d")  # 1. is right, and of 1、 numbering.py tells as anywhere
_NUMERAL = re.compile(rf"(?:\d{{1,2}}{GAP}[.．、](?!\d)|[（(]\d{{1,2}}[）)]|[一二三四五六七八九十]{{1,2}}、){GAP}")
_MENTION = re.compile(
    rf"附件{GAP}\d{{1,2}}(?![\d.．])(?:{GAP}[、和及至—–～~-]{{1,2}}{GAP}(?:附件)?{GAP}\d{{1,2}}(?![\d.．]))*+"
)
_WITHOUT_NUMBER = re.compile(rf"[见如按照]附件(?!{GAP}\d)")
_SPAN = re.compile("[至—–～~-]")
_STOPS = ("。", "；", "，", "、", ";", ",")


class _Entry(NamedTuple):
    """A line of the list: where it begins in the text, its numeral and its name."""

    start: int
    numeral: str
    name: str

    @property
    def end(self) -> int:
        return self.start + len(self.numeral) + len(self.name)


def attachments(source: Source) -> Iterator[Remark]:
    """Numerals and marks of the list of attachments and of an attachment's first line, and mentions without partner."""
    yield from matches(source, _ROWS)
    for index, line in enumerate(source.lines):
        match = _LIST.match(line.text)
        if match and (entries := _entries(source, index, match)):
            yield from _forms(source, entries)
            if len(entries) > 1:
                yield from _mentions(source, line.start, entries)
            return


def _entries(source: Source, index: int, match: re.Match) -> list[_Entry]:
    line = source.lines[index]
    entries = [_entry(line.start + match.start("rest"), match["rest"])] if match["rest"].strip() else []
    for after in source.lines[index + 1 :]:
        if not _NUMERAL.match(after.text):
            break
        entries.append(_entry(after.start, after.text))
    return entries


def _entry(start: int, text: str) -> _Entry:
    numeral = match.group() if (match := _NUMERAL.match(text)) else ""
    return _Entry(start, numeral, text[len(numeral) :].rstrip())


def _forms(source: Source, entries: list[_Entry]) -> Iterator[Remark]:
    for number, entry in enumerate(entries, start=1):
        place = entry.start, entry.start + len(entry.numeral.rstrip())
        if entry.numeral and not _OTHERS_TELL.match(entry.numeral):
            yield remark(source, "ATTREF-02", *place, f"{number}.")
        elif entry.numeral and len(entries) == 1:
            yield remark(source, "ATTREF-02", *place, "不编号", remedy="只有一个附件的，请删去序号", level="hint")
        if entry.name.endswith(_STOPS):
            remedy = "请删去附件名称后面的标点"
            yield remark(source, "ATTREF-03", entry.end - 1, entry.end, "不加标点", remedy=remedy, fix="")


def _mentions(source: Source, start: int, entries: list[_Entry]) -> Iterator[Remark]:
    """Attachments that the text names and the list lacks, and the other way round."""
    named: set[int] = set()
    for match in _MENTION.finditer(source.prose):
        if start <= match.start() < entries[-1].end or _stands_alone(source.prose, match):
            continue
        numbers = [int(number) for number in re.findall(r"\d+", match.group())]
        named.update(numbers, range(min(numbers), max(numbers)) if _SPAN.search(match.group()) else ())
        if max(numbers) > len(entries):
            remedy = f"附件说明只列了{len(entries)}个附件，请核对序号或补上"
            yield remark(source, "TXT-02", *match.span(), f"附件1—{len(entries)}中的附件", remedy=remedy)
    missing = [number for number in range(1, len(entries) + 1) if number not in named]
    if missing and not _WITHOUT_NUMBER.search(source.prose):
        which = "、".join(f"附件{number}" for number in missing)
        remedy = f"正文没有提到{which}，请核对是否漏写“见附件{missing[0]}”"
        yield remark(source, "TXT-02", start, start + 2, f"正文提到{which}", remedy=remedy)


def _stands_alone(text: str, match: re.Match) -> bool:
    """附件1 as the first line of the attachment itself."""
    begin = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    return text[begin : end if end >= 0 else len(text)].strip(" \t\u3000#*") == match.group()


_ROWS = (
    row(
        "ATTREF-01",
        rf"^{GAP}附件{GAP}\d{{1,2}}{GAP}[.．、](?={GAP}[{HAN}《])",
        "附件：1.",
        remedy="请在“附件”二字后加全角冒号，再写序号",
    ),
    row(
        "ATT-02",
        rf"^{GAP}附件{GAP}\d{{0,2}}{GAP}[：:.．、]{GAP}$(?!\n\s*(?:\d{{1,2}}{GAP}[.．、]|[（(]\d|[一二三四五六七八九十]、))",
        lambda match: match.group().rstrip("：:.．、 \t\u3000"),
        remedy="请删去“附件”和顺序号后面的标点",
    ),
)
