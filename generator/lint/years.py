"""Years left over from another year's file: what a notice that was copied gets wrong most."""

import re
from collections.abc import Iterator

from generator.lint.dates import YEAR
from generator.lint.pattern import remark
from generator.lint.remark import Remark
from generator.lint.source import GAP, Source

# In a clause with one of these words a year is that of a record, a law or a beginning, not that of this year's work.
_CITED = (
    "印发|发布|公布|颁布|施行|实施(?!方案|意见|细则)|废止|修订|修正|批准|成立|设立|规划|"
    "任职(?!资格)|聘任|出生|毕业|入职|参加工作|取得"
)
_RECORD = "考核|继续教育|公需|专业科目|专业课|课时|学时|合格证|届|以前|以后|以来|之前|之后|上一?年度?|截至"
_OF_A_LAW = re.compile(_CITED)
_OF_THE_PAST = re.compile(f"{_CITED}|{_RECORD}")
_SINCE = re.compile(r"自(?![治身动主愿行])[^，。；\n]{0,3}$")
_NUMBER = re.compile(rf"{GAP}第?\d{{1,4}}号")
_CLAUSE = 80  # characters on either side that are taken for the clause, unless it ends before
_EDGES = "。；\n"
_MENTION = re.compile(
    rf"(?<!\d)(?P<first>{YEAR}){GAP}(?:年度?)?(?:{GAP}[-至到、和及—–－～~]{{1,2}}{GAP}(?P<last>{YEAR}){GAP}(?:年度?)?){{0,9}}"
    rf"(?<=[年度])(?P<month>{GAP}\d{{1,2}}{GAP}月)?"
)


def stale_years(source: Source) -> Iterator[Remark]:
    """Years that fit neither the source's years nor what the clause says of the past; nothing where no year is given.

    The year itself and the next (windows that cross into it) are right, and so is a span or list of years that ends in
    the year or the one before: assessments and continuing education are asked for that long.
    """
    year = source.year
    if year is None:
        return
    for match in _MENTION.finditer(source.prose):
        last = int(match["last"] or match["first"])
        if last not in source.other_years and _is_stale(source.prose, match, last, year):
            remedy = f"请核对：本文件是{year}年的，这里是否为上一次文件留下的年份"
            yield remark(source, "YEAR-01", *match.span(), f"{year}年", remedy=remedy)


def _is_stale(text: str, match: re.Match, last: int, year: int) -> bool:
    if last in (year, year + 1):
        return False
    clause = _clause(text, match)
    if match["last"]:
        return last < year - 1 and not _OF_A_LAW.search(clause)
    if last > year and not match["month"]:  # goals lie in the future, dates do not
        return False
    since = _SINCE.search(text, max(0, match.start() - 5), match.start())
    return not (_OF_THE_PAST.search(clause) or since or _NUMBER.match(text, match.end()))


def _clause(text: str, match: re.Match) -> str:
    before = text[max(0, match.start() - _CLAUSE) : match.start()]
    behind = text[match.end() : match.end() + _CLAUSE]
    begin = max(before.rfind(edge) for edge in _EDGES) + 1
    ends = [at for edge in _EDGES if (at := behind.find(edge)) >= 0]
    return before[begin:] + behind[: min(ends, default=None)]
