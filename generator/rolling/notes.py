"""What has to be said of a rolled file besides the list of its values."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.loading.confirmation import mark_in
from generator.model.base import Model
from generator.model.campaign import Campaign
from generator.rolling.changes import Change
from generator.rolling.dates import Proposal
from generator.rolling.layout import Layout
from generator.rolling.marks import marked_lines
from generator.rolling.year import YearOf
from generator.text import number_spans, year_list
from generator.workdays import Workdays

_SOURCES = ("出处", "来源")
_QUESTIONS = "存疑"


def notes_on(
    layout: Layout, old: YearOf, changes: Sequence[Change], proposals: Iterable[Proposal], workdays: Workdays
) -> Iterator[str]:
    """The notes, the most important first."""
    if old.taken_from:
        yield f"文件没有写“事实.年度”，按{old.taken_from}认定原来是{old.year}年的；不对的，请在原文件里写明再做"
    unknown = sorted({one.new.year for one in proposals if one.new.day and not workdays.announced(one.new.year)})
    if unknown:
        yield (
            f"{'、'.join(map(str, unknown))}年放假安排尚未公布：提议的日期只避开了周六、周日和照通常办法放假的日子，"
            "公布以后请再核对"
        )
    year = re.compile(rf"(?<!\d){old.year}(?!\d)")
    stale = [one.line for one in layout.comments if year.search(_without_mark(one.text))]
    if stale:
        yield f"第{number_spans(stale)}行的批注写着{old.year}，没有改；批注不印出来，请自己改"
    yield from _about_the_old_notice(layout)
    marked = {layout.line_of(layout.mark_place(change.anchor)) for change in changes if change.mark}
    others = [line for line in marked_lines(layout) if line not in marked]
    if others:
        yield f"第{number_spans(others)}行原来就有“待确认”，没有改动"


def derived_years(record: Model) -> Iterator[str]:
    """The years that the program reckons from the year itself: no line of the file states them."""
    if not isinstance(record, Campaign):
        return
    said = []
    if record.assessment and not record.assessment.years:
        said.append(f"考核{year_list(record.assessment_years)}")
    for needed, stated in zip(record.training_years, record.training.spans if record.training else (), strict=True):
        subjects = {"公需科目": not stated.general_years and needed.general}
        subjects |= {"专业科目": not stated.special_years and needed.special}
        years = "、".join(f"{name}{year_list(of)}" for name, of in subjects.items() if of)
        said += [f"{needed.level or ''}继续教育{years}"] if years else []
    if said:
        yield f"由年度推算的也随着改了，文件里不必写：{'；'.join(said)}"


def _without_mark(comment: str) -> str:
    mark = mark_in(comment)
    return comment[: mark.start()] if mark else comment


def _about_the_old_notice(layout: Layout) -> Iterator[str]:
    questions = (_QUESTIONS,) in layout.keys
    sources = any(path[-1] in _SOURCES for path in layout.keys if path[0] != _QUESTIONS)
    names = "”“".join(name for name, is_there in ((_QUESTIONS, questions), ("出处", sources)) if is_there)
    if names:
        yield f"“{names}”说的是上一年度的通知，没有改，也不印进文书；有了新年度的通知，请逐条核对"
