"""Names of titles in running text: 初级记者, 中级编辑 in what a campaign or an official document says."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.finding import Finding
from generator.lint.titles import wrong_titles
from generator.model.campaign import Campaign
from generator.model.official import OfficialDocument
from generator.model.title_series import TitleSeries, TitleTable, levels_called
from generator.rules.record_texts import line_field, texts_in
from generator.rules.rule import Rule
from generator.rules.titles import BASIS, series_of, wrong_form
from generator.rules.words import quoted_names

WORDING = Rule("title-wording", "hint", "文字中的职称名称用规范的名称", BASIS)

_LEVELS = ("正高级", "副高级", "高级", "中级", "初级")
_NOT_IN_TEXT = "员级"  # 高级管理员, 初级技术员 are spoken of as people at work, not as titles
_LEFT_ALONE = frozenset({"存疑", "文字", "出处"})  # what is quoted, and what is said of it


class Form(NamedTuple):
    """The right names for a wrong form; `doubled` is the level that it names although the title itself has it."""

    right: str
    doubled: str | None


def title_wording_findings(record: Campaign | OfficialDocument, table: TitleTable) -> list[Finding]:
    """A hint for each name of a title that does not exist, once in each text; prescribed words are left alone.

    A campaign is searched for the names of its own series, a document for those of every series in the table.
    """
    forms = wrong_forms(_series_of(record, table), table)
    texts = texts_in(record, skip=lambda model, alias: alias in _LEFT_ALONE)
    return [finding for path, text in texts for finding in _in_text(path, text, forms)]


def wrong_forms(series: Sequence[TitleSeries], table: TitleTable) -> dict[str, Form]:
    """Each wrong form of the series' verified titles: 初级记者 of another level, 中级编辑 with its own said twice."""
    forms = {}
    for name, standing in (found for one in series for found in one.standings()):
        if standing.verified and standing.level != _NOT_IN_TEXT:
            for level in _LEVELS:
                if right := wrong_form(form := f"{level}{name}", table):
                    forms[form] = Form(quoted_names(right), level if standing.level in levels_called(level) else None)
    return forms


def _series_of(record: Campaign | OfficialDocument, table: TitleTable) -> Sequence[TitleSeries]:
    if isinstance(record, OfficialDocument):
        return table.series
    found = [one for name in record.specialties for one in series_of(table, record.series, name).series]
    return list({one.name: one for one in found}.values())


def _in_text(path: str, text: str, forms: dict[str, Form]) -> Iterator[Finding]:
    """Where a text names several levels with their own titles (中级馆员，初级助理馆员) it sets them side by side."""
    places = {found: offset for offset, found in reversed(list(wrong_titles(text, forms)))}
    side_by_side = len({forms[found].doubled for found in places} - {None}) > 1
    for found, offset in sorted(places.items(), key=lambda place: place[1]):
        if not (side_by_side and forms[found].doubled):
            message = f"“{found}”不是规范的职称名称，与它相近的是{forms[found].right}"
            yield WORDING.finding(line_field(path, text, offset), message, "请对照评审条件核对后改写")
