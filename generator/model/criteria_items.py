"""Practice, achievements and representative works: numbered conditions of which an applicant needs some."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from pydantic import Field, computed_field, model_validator

from generator.model.base import Model, Number, OneOrMore, Text
from generator.model.criteria_measures import COUNTY, Measure, Place, Requirement
from generator.model.criteria_words import WORDS, filled, sentence_faults
from generator.model.faults import Fault, refuse
from generator.model.prescribed import Texts

_COUNTY_PHRASE = f"{COUNTY}称谓"


class Item(Model):
    """One numbered condition: all of its requirements must be met; without any, a person judges the sentence.

    What an applicant has (实践能力, 业绩成果, 论文著作, 获奖情况) is compared by the names of the requirements.
    """

    topic: Text = Field(alias="项目", description="这一条的简称，核对结果中用它", examples=["档案整理"])
    text: Text = Field(
        alias=WORDS, description="完整的句子；数量写 {{ 名称 }}，由“要求”印出", examples=["授课{{ 授课量 }}以上。"]
    )
    requirements: Annotated[tuple[Requirement, ...], OneOrMore] = Field(
        (), alias="要求", description="可以核对的要求，都要达到；没有可核对的不写"
    )
    county: Text | None = Field(
        None, alias=_COUNTY_PHRASE, description="另有“县级不少于”时，指哪些单位，照原文", examples=["县级以下单位"]
    )

    @computed_field(alias="全文", description="填入数量的句子", return_type=str)
    @property
    def sentence(self) -> str:
        return filled(self.text, self._printed())

    @model_validator(mode="after")
    def _says_what_it_asks(self) -> "Item":
        refuse(self._faults())
        return self

    def measures(self) -> Iterator[tuple[Place, Measure]]:
        """Each measure of the condition, with its place below it."""
        for index, requirement in enumerate(self.requirements):
            yield from ((("要求", index, *place), measure) for place, measure in requirement.measures())

    def _printed(self) -> dict[str, str]:
        values = dict(pair for _, measure in self.measures() for pair in measure.printed())
        return values | ({_COUNTY_PHRASE: self.county} if self.county else {})

    def _faults(self) -> Iterator[Fault]:
        for place, name in _repeated((place, measure.name) for place, measure in self.measures()):
            yield Fault((*place, "名称"), f"“{name}”在这一条里重复", "同一条里各项要求的名称不能相同，请改名")
        county = any(measure.county_at_least is not None for _, measure in self.measures())
        if county and not self.county:
            yield Fault((), f"有“县级不少于”，没有写“{_COUNTY_PHRASE}”", "请写明指哪些单位，例如 县级及以下单位")
        if self.county and not county:
            yield Fault((_COUNTY_PHRASE,), f"有“{_COUNTY_PHRASE}”，没有一项写“县级不少于”", "请补写数量，或删去称谓")
        facts = [measure.name for _, measure in self.measures() if measure.is_fact]
        yield from sentence_faults(self.text, self._printed(), facts)


class Choice(Model):
    """Numbered conditions of which 项数 must be met, besides everything in 必备; or one paragraph that a person judges.

    With 期间, only what was done since that title was obtained (现职称.取得时间) counts. With 适用单位, the group is
    for applicants of those units only.
    """

    since: Text | None = Field(
        None, alias="期间", description="取得哪个职称以后的成绩才算；不限的不写", examples=["助理馆员"]
    )
    scope: Text | None = Field(
        None, alias="适用单位", description="只适用于哪些单位，照原文；不限的不写", examples=["县级及以下单位"]
    )
    required: Texts = Field((), alias="必备", description="无论如何都要具备的", examples=["无档案安全责任事故"])
    count: Number = Field(1, alias="项数", description="“条件”中至少具备几项", examples=["2"])
    items: tuple[Item, ...] = Field((), alias="条件", description="各项条件，按先后编号")
    text: Text | None = Field(None, alias=WORDS, description="不分项的，写成一段完整的句子")

    @model_validator(mode="after")
    def _can_be_met(self) -> "Choice":
        refuse(self._faults())
        return self

    def _faults(self) -> Iterator[Fault]:
        if bool(self.items) == (self.text is not None):
            yield Fault((), "“条件”和“文字”应写一样，也只能写一样", "分项的写“条件”，不分项的写“文字”")
        elif self.items and not 1 <= self.count <= len(self.items):
            message = f"要求具备{self.count}项，“条件”共有{len(self.items)}项"
            yield Fault(("项数",), message, f"“项数”应是1至{len(self.items)}，请核对“项数”和各项条件")
        if self.text is not None:
            yield from sentence_faults(self.text, {}, self.required)
        for index, topic in _repeated(enumerate(item.topic for item in self.items)):
            yield Fault(("条件", index, "项目"), f"“{topic}”在这一组里重复", "请换一个简称")


def _repeated(named: Iterable[tuple[Any, str]]) -> Iterator[tuple[Any, str]]:
    """Those of (place, name) whose name stands before them already."""
    seen: set[str] = set()
    for place, name in named:
        if name in seen:
            yield place, name
        seen.add(name)
