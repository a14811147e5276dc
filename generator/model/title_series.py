"""The title series and their levels' names (职称系列各层级名称): what titles and levels are compared with."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from generator.model.base import Flag, Model, OneOrMore, Text

TitleLevel = Literal["正高级", "副高级", "中级", "助理级", "员级"]
Names = Annotated[tuple[Text, ...], OneOrMore]

LEVELS: tuple[TitleLevel, ...] = ("正高级", "副高级", "中级", "助理级", "员级")
_WIDER: dict[str, tuple[TitleLevel, ...]] = {"高级": ("正高级", "副高级"), "初级": ("助理级", "员级")}
_BRACKETS = re.compile(r"[（(][^（()）]*[)）]$")
_TAILS = ("系列", "专业技术", "技术人员", "专业人员", "人员", "人才", "专业", "技术")


class Standing(NamedTuple):
    """Where a title stands in the table."""

    series: str
    level: TitleLevel
    verified: bool


class TitleRow(Model):
    """The titles of one line of work, from the highest level down; a level that it does not have is not stated."""

    senior: Names = Field((), alias="正高级", description="正高级的名称")
    associate: Names = Field((), alias="副高级", description="副高级的名称")
    middle: Names = Field((), alias="中级", description="中级的名称")
    assistant: Names = Field((), alias="助理级", description="助理级的名称")
    entry: Names = Field((), alias="员级", description="员级的名称")
    unverified: Annotated[tuple[TitleLevel, ...], OneOrMore] = Field(
        (), alias="未核实", description="已核实的系列里还没有读到出处的几级"
    )

    @property
    def by_level(self) -> dict[TitleLevel, Names]:
        """The names of each level that the row has."""
        names = (self.senior, self.associate, self.middle, self.assistant, self.entry)
        return {level: found for level, found in zip(LEVELS, names, strict=True) if found}


class TitleSeries(Model):
    """One series; `verified` says whether its names were read in the source."""

    name: Text = Field(alias="名称", description="原表上的名称")
    also: Annotated[tuple[Text, ...], OneOrMore] = Field((), alias="别称", description="通知里的其他叫法")
    verified: Flag = Field(alias="核实", description="是否读到过出处")
    rows: tuple[TitleRow, ...] = Field(alias="职称", description="各行的名称")

    @property
    def settled(self) -> bool:
        """Whether every name is verified, so that a name which is not here is no title of the series."""
        return self.verified and not any(row.unverified for row in self.rows)

    def names(self, level: str | None = None) -> tuple[str, ...]:
        """The titles of a level as a campaign calls it (高级 for both high ones), or all; none for an unknown level."""
        wanted = LEVELS if level is None else levels_called(level)
        found = (name for wide in wanted for row in self.rows for name in row.by_level.get(wide, ()))
        return tuple(dict.fromkeys(found))

    def standings(self) -> Iterator[tuple[str, Standing]]:
        """Every title with where it stands."""
        for row in self.rows:
            for level, names in row.by_level.items():
                for name in names:
                    yield name, Standing(self.name, level, self.verified and level not in row.unverified)


class LocalName(Model):
    """What some places call a series or specialty; `belongs_to` names the series whose titles it uses, if known."""

    name: Text = Field(alias="名称", description="地方的叫法")
    belongs_to: Text | None = Field(None, alias="归入", description="用哪个系列的名称；不明的不写")


class TitleTable(Model):
    """The whole table."""

    source: Text = Field(alias="来源", description="出处")
    series: tuple[TitleSeries, ...] = Field(alias="系列", description="各系列")
    local: tuple[LocalName, ...] = Field((), alias="地方叫法", description="表外的叫法")
    other_meanings: tuple[Text, ...] = Field((), alias="另有所指", description="像错误写法而另有意思的词")

    def find(self, name: str) -> TitleSeries | None:
        """The series that goes by this name (档案, 档案系列, 文博), local names left out."""
        wanted = _bare(name)
        return next((one for one in self.series if wanted in map(_bare, (one.name, *one.also))), None)

    def find_local(self, name: str) -> LocalName | None:
        """What the table knows of a name that is no series of its own."""
        return next((one for one in self.local if _bare(one.name) == _bare(name)), None)

    def standings(self, title: str) -> tuple[Standing, ...]:
        """Where the title stands, in every series that has it; what is in brackets behind it does not count."""
        return self._by_title.get(plain_title(title), ())

    @cached_property
    def _by_title(self) -> dict[str, tuple[Standing, ...]]:
        found: dict[str, tuple[Standing, ...]] = {}
        for one in self.series:
            for name, standing in one.standings():
                found[name] = (*found.get(name, ()), standing)
        return found


@lru_cache(maxsize=4096)
def plain_title(title: str) -> str:
    """The title without spaces and without what stands in brackets behind it."""
    text = "".join(unicodedata.normalize("NFKC", title).split())
    return _BRACKETS.sub("", text) or text


def levels_called(level: str) -> tuple[TitleLevel, ...]:
    """The levels that a campaign's word means: 高级 the two high ones, 初级 assistant and entry; none if not known."""
    word = plain_title(level).removesuffix("职称").removesuffix("级") + "级"
    return _WIDER.get(word) or tuple(one for one in LEVELS if one == word)


@lru_cache(maxsize=4096)
def _bare(name: str) -> str:
    """档案专业人员, 档案系列, 档案专业 → 档案"""
    text = plain_title(name)
    for tail in _TAILS:
        text = text.removesuffix(tail) or text
    return text
