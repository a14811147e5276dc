"""Education and seniority: the ways to be allowed to apply for a title, and all the conditions of one title."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, computed_field, model_validator

from generator.model.base import Model, Number, OneOrMore, Text
from generator.model.criteria_items import Choice
from generator.model.criteria_words import WORDS, filled, quantity, sentence_faults
from generator.model.faults import Fault, refuse

_YEAR = "年"
_IN_PROFESSION = "从业满年"

TitleLevel = Literal["初级", "中级", "副高级", "正高级"]


class Qualification(Model):
    """An education (学历学位.学历) or a degree (学历学位.学位): that one or a higher one, by the file's scale."""

    education: Text | None = Field(None, alias="学历", description="等级表“学历”中的叫法", examples=["大学专科"])
    degree: Text | None = Field(None, alias="学位", description="等级表“学位”中的叫法", examples=["硕士"])
    years_in_profession: Number | None = Field(
        None, alias=_IN_PROFESSION, description="具备这一学历的，须从事本专业工作满几年", examples=["18"]
    )

    @model_validator(mode="after")
    def _one_of_both(self) -> "Qualification":
        if (self.education is None) == (self.degree is None):
            refuse([Fault((), "“学历”和“学位”应写一样，也只能写一样", "两样都可以的，分成两项写")])
        return self

    @property
    def name(self) -> str:
        return self.education or self.degree


class Route(Model):
    """One way to meet 学历资历: everything it states must be met; of several routes of a title, one is enough.

    - 具备: one of these; a qualification's own 从业满年 binds those who come by it.
    - 现职称: the title held (现职称.名称); without it no title is asked for.
    - 任职满年: years in a fitting post, of those in 工作经历 that are 从事本专业; with 现职称, since 现职称.取得时间.
    - 取得资格满年: years since 现职称.取得时间, whatever the post.
    - 从业满年: years in the profession in all (从事本专业年限, or 工作经历).
    - 适用单位: for applicants of those units only.

    Until when years are counted is the campaign's to say, not the conditions'.
    """

    text: Text = Field(alias=WORDS, description="完整的句子；年数写 {{ 任职满年 }} 这样的名称", examples=["……。"])
    scope: Text | None = Field(
        None, alias="适用单位", description="只适用于哪些单位，照原文；不限的不写", examples=["县及县以下单位"]
    )
    qualifications: Annotated[tuple[Qualification, ...], OneOrMore] = Field(
        alias="具备", description="学历、学位，具备其中一样即可"
    )
    title: Text | None = Field(None, alias="现职称", description="须已取得的职称；不要求的不写", examples=["助理馆员"])
    years_in_post: Number | None = Field(
        None, alias="任职满年", description="在相应专业技术岗位任职满几年；写了现职称的，从取得时算起", examples=["4"]
    )
    years_since_title: Number | None = Field(
        None, alias="取得资格满年", description="取得现职称满几年，不论任职", examples=["5"]
    )
    years_in_profession: Number | None = Field(
        None, alias=_IN_PROFESSION, description="从事本专业工作满几年", examples=["1"]
    )

    @computed_field(alias="全文", description="填入年数的句子", return_type=str)
    @property
    def sentence(self) -> str:
        return filled(self.text, self._printed())

    @model_validator(mode="after")
    def _says_what_it_asks(self) -> "Route":
        refuse(self._faults())
        return self

    def _faults(self) -> Iterator[Fault]:
        if not self.qualifications:
            yield Fault(("具备",), "没有写明须具备的学历或学位", "请至少写一项")
        if self.years_since_title is not None and self.title is None:
            yield Fault(("取得资格满年",), "有“取得资格满年”，没有“现职称”", "请写明取得的是哪个职称")
        yield from sentence_faults(self.text, self._printed(), (held.name for held in self.qualifications))

    def _printed(self) -> dict[str, str]:
        years = {
            "任职满年": self.years_in_post,
            "取得资格满年": self.years_since_title,
            _IN_PROFESSION: self.years_in_profession,
            **{f"{held.name}.{_IN_PROFESSION}": held.years_in_profession for held in self.qualifications},
        }
        names = {"适用单位": self.scope, "现职称": self.title}
        return {name: text for name, text in names.items() if text} | {
            name: quantity(number, _YEAR) for name, number in years.items() if number is not None
        }


class TitleConditions(Model):
    """Everything that is asked of an applicant for one title, besides the general articles."""

    title: Text = Field(alias="职称", description="拟取得的职称（申报.职称）", examples=["馆员"])
    level: TitleLevel = Field(alias="级别", description="这一职称的级别", examples=["中级"])
    routes: Annotated[tuple[Route, ...], OneOrMore] = Field(
        alias="学历资历", description="学历、现职称、年限的各种情形，符合一种即可"
    )
    knowledge: Text = Field(alias="学识水平", description="完整的句子；由评审委员会评判")
    practice: Choice = Field(alias="实践能力", description="实践能力（经历）")
    achievements: Choice | None = Field(None, alias="业绩成果", description="没有这一项的不写")
    works: Annotated[tuple[Choice, ...], OneOrMore] = Field(
        (), alias="理论代表作", description="按工作单位有几组的，各写一组；没有这一项的不写"
    )

    @model_validator(mode="after")
    def _groups_told_apart(self) -> "TitleConditions":
        if len(self.works) > 1:
            remedy = "请写明这一组适用于哪些单位"
            places = (index for index, group in enumerate(self.works) if not group.scope)
            refuse(Fault(("理论代表作", index), "有几组代表作条件，这一组没有“适用单位”", remedy) for index in places)
        return self

    def groups(self) -> Iterator[tuple[tuple[str | int, ...], Choice]]:
        """Practice, achievements and works, each with its place."""
        yield ("实践能力",), self.practice
        if self.achievements:
            yield ("业绩成果",), self.achievements
        yield from ((("理论代表作", index), group) for index, group in enumerate(self.works))
