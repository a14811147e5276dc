"""Wording that belongs to a part of a document: title, addressees, 抄送 (GB/T 9704-2012, 7.3.1, 7.3.2 and 7.4.2)."""

import re
from collections.abc import Iterator

from generator.lint.pattern import remark
from generator.lint.remark import Remark
from generator.lint.source import HAN, Line, Source

_SPACE = "[ \t\u3000]*"
_GENRE = "通知|通告|公告|通报|意见|函|请示|报告|批复|决定|决议|公报"
_TITLE = re.compile(rf"[^。；\n]{{0,80}}的(?:补充)?(?:{_GENRE})(?P<stop>[。．.，；！]?){_SPACE}$")
_TITLE_LINES = 15  # lines that are not blank within which the title is looked for
_ADDRESSEES = re.compile("[^。：:]{0,60}各")
_COLON = re.compile("[：:]")
_WRONG_BETWEEN = re.compile(f"[；;]|(?<=[{HAN}）]) (?=[{HAN}])")
_BODY = re.compile("为|根据|按照|现|经|依据|近")
_BROKEN = 3  # lines that the addressees or 抄送 may go on over
_INNER_STOP = re.compile("[，：；]")
_NO_TEXT_HERE = re.compile(r"[（(]?此页无正文[）)]?[ \t\u3000]*$")
_COPIES = re.compile("抄送(?P<colon>[：:]|(?=[ \t\u3000]))(?P<names>.*)$")
_IMPRINT = re.compile("印发|主送|联系|共印")


def parts(source: Source) -> Iterator[Remark]:
    """Marks that the title, the addressees and 抄送 lack or should not have, and pages without text."""
    yield from _title(source)
    yield from _copies(source)
    for line in source.lines:
        if _NO_TEXT_HERE.match(line.text):
            remedy = "请删去，调整行距、字距，使署名所在的页有正文"
            yield remark(source, "SIGN-12", line.start, _end(line), "有正文的页", remedy=remedy)


def _end(line: Line) -> int:
    return line.start + len(line.text.rstrip())


def _title(source: Source) -> Iterator[Remark]:
    for index, line in enumerate(source.lines[:_TITLE_LINES]):
        match = _TITLE.match(line.text)
        if match is None:
            continue
        if match["stop"]:
            at = line.start + match.start("stop")
            yield remark(source, "TITLE-06", at, at + 1, "不加标点", remedy="请删去标题末尾的标点", fix="")
        if line.text.startswith("关于") and (inner := _INNER_STOP.search(source.prose, line.start, _end(line) - 1)):
            yield remark(source, "TITLE-06", *inner.span(), "不用标点", remedy="请改写标题，不用这个标点")
        yield from _addressees(source, index + 1)
        return


def _addressees(source: Source, index: int) -> Iterator[Remark]:
    """Of the line behind the title, where it names 各…: the colon at its end, and the marks between the names."""
    lines = source.lines[index : index + _BROKEN]
    if not lines or not _ADDRESSEES.match(lines[0].text):
        return
    first = lines[0]
    for line in lines:
        if line is not first and _BODY.match(line.text):
            break
        if colon := _COLON.search(line.text):
            yield from _between(source, first.start, line.start + colon.start())
            return
    expected = source.raw[first.start : _end(first)].rstrip("，。；、") + "："
    yield remark(source, "RECIP-02", first.start, _end(first), expected)


def _between(source: Source, start: int, end: int) -> Iterator[Remark]:
    for match in _WRONG_BETWEEN.finditer(source.plain, start, end):
        yield remark(source, "RECIP-04", *match.span(), "，", remedy="同类机关之间请用顿号，类与类之间请用逗号")


def _copies(source: Source) -> Iterator[Remark]:
    """抄送：甲，乙。 with its colon and its full stop."""
    for index, line in enumerate(source.lines):
        match = _COPIES.match(line.text)
        if match is None:
            continue
        if not match["colon"]:
            yield remark(source, "REC-04", line.start, line.start + 2, "抄送：")
        last = line
        for after in source.lines[index + 1 : index + _BROKEN]:
            if last.text.rstrip().endswith("。") or _IMPRINT.search(after.text):
                break
            last = after
        if not last.text.rstrip().endswith("。"):
            end = _end(line)
            yield remark(source, "REC-04", end - 1, end, "。", remedy="请在最后一个抄送机关后面加句号")
