"""Review conditions (评审条件) as data: from one file come the articles that are printed and the eligibility check.

Every number stands in one key. The printed sentence refers to it by name (`criteria_words`), the check reads it.

How an applicant is judged: the general articles bind all; of the 各级条件 only those of the title applied for. There,
学历资历 is met by one of its routes (`Route`), 学识水平 is left to the committee, 实践能力 and 业绩成果 are met by
as many items as they say (`Choice`, `Item`, `Measure`), 理论代表作 by the group for the applicant's unit. 特殊成果 may
stand for an achievement or a work. What the file cannot compare, and what 存疑 leaves open, is “cannot tell”.
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, computed_field, model_validator

from generator.model.base import Date, Model, Number, OneOrMore, SeriesName, Text
from generator.model.criteria_items import Choice
from generator.model.criteria_routes import TitleConditions
from generator.model.criteria_scales import DEGREE, EDUCATION, Scale, UnitScope
from generator.model.faults import Fault, refuse
from generator.model.prescribed import BasisDocument, OpenQuestion, Texts

_Place = tuple[str | int, ...]
_BREAK = "｜"


class Aim(Model):
    """Why the conditions are made, and on what they rest."""

    purpose: Text = Field(alias="目的", description="“为……”的内容，不写“为”字")
    basis: Text = Field(alias="依据", description="“根据……”的内容，不写“根据”二字")


class DirectedEvaluation(Model):
    """Regions whose people are judged by conditions of their own, unless they apply to the higher committee."""

    region: Text = Field(alias="地区", description="实行定向评价的地区", examples=["南疆四地州"])
    higher: Text = Field(alias="上级评审", description="参加哪一级评审的仍按本条件", examples=["自治区"])


class YearlyTraining(Model):
    """Continuing education, each year and as many hours as the regulations say."""

    basis: Annotated[tuple[BasisDocument, ...], OneOrMore] = Field(alias="依据", description="按哪些文件的规定")


class Assessments(Model):
    """The last years' assessments (年度考核): none below the grade. Which years they are is the campaign's to say."""

    years: Number = Field(alias="年数", description="近几年", examples=["3"])
    not_below: Text = Field(alias="等次", description="至少什么等次，等级表“考核等次”中的叫法", examples=["合格"])
    also_called: Text | None = Field(None, alias="又称", description="机关对这一等次的叫法", examples=["称职"])


class SpecialResults(Model):
    """Results that could not be published, or of special weight; recognised in writing, they count."""

    kinds: Texts = Field(alias="成果", description="可以认定的各种成果", examples=[["标准规范", "发明专利"]])
    counts_as: Texts = Field(alias="可作为", description="可以算作什么", examples=[["业绩成果", "代表作"]])
    reviewer: Text = Field(alias="审核", description="先由谁审核", examples=["地、州、市级档案主管部门"])
    recogniser: Text = Field(alias="认定", description="由谁认定并出具书面意见", examples=["自治区档案主管部门"])


class Repealed(BasisDocument):
    """An older document that these conditions end."""

    dated: Date | None = Field(None, alias="日期", description="成文日期", examples=["2019-7-30"])


class Criteria(Model):
    """Review conditions of one series; articles are numbered by the order in which the template prints them."""

    record: Literal["评审条件"] = Field("评审条件", alias="类型", description="这份文件的类型，写“评审条件”")
    heading: Text = Field(
        alias="标题", description="正式名称，用｜标出标题宜换行之处", examples=["××省｜档案系列｜职称评审条件"]
    )
    number: Text | None = Field(
        None, alias="文号", description="年度评审写的文号与此相同的，按本条件核对", examples=["新档发〔2021〕5号"]
    )
    issuer: Text = Field(alias="发布机关", description="印发本条件的机关", examples=["自治区档案局"])
    series: SeriesName = Field(alias="系列", description="职称系列，不写“系列”二字", examples=["档案"])
    aim: Aim | None = Field(None, alias="宗旨", description="制定的目的和依据；没有这一条不写")
    applies_to: Text = Field(alias="适用范围", description="“本条件适用于……”的内容")
    directed: DirectedEvaluation | None = Field(None, alias="定向评价", description="没有这一条不写")
    conduct: Texts = Field(alias="思想政治条件", description="各项，完整的句子；由推荐单位考察")
    training: YearlyTraining | None = Field(None, alias="继续教育", description="没有这一条不写")
    assessment: Assessments | None = Field(None, alias="考核", description="没有这一条不写")
    titles: tuple[TitleConditions, ...] = Field(alias="各级条件", description="各职称的条件，从低到高，各为一条")
    special: SpecialResults | None = Field(None, alias="特殊成果", description="没有这一条不写")
    effective: Date | None = Field(None, alias="施行日期", description="自哪天起施行；不写则印“自发布之日起施行”")
    repealed: Annotated[tuple[Repealed, ...], OneOrMore] = Field((), alias="废止文件", description="同时废止的文件")
    copied_to: Texts = Field((), alias="抄送", description="抄送机关，依次写；没有不写")
    scales: tuple[Scale, ...] = Field(alias="等级表", description="比较高低用的各种等级，从低到高")
    unit_scopes: tuple[UnitScope, ...] = Field(
        (), alias="单位范围", description="条件中对县级等单位的各种说法，各指哪些层级"
    )
    open_questions: tuple[OpenQuestion, ...] = Field(
        (), alias="存疑", description="原文前后不一或没有写明之处；检查时作为提示列出"
    )

    @computed_field(alias="名称", description="正式名称", return_type=str)
    @property
    def name(self) -> str:
        return "".join(self.heading_phrases)

    @computed_field(alias="标题词", description="标题中宜换行之处隔开的各段", return_type=tuple[str, ...])
    @property
    def heading_phrases(self) -> tuple[str, ...]:
        return tuple(self.heading.split(_BREAK))

    @model_validator(mode="after")
    def _refers_to_what_is_stated(self) -> "Criteria":
        refuse([*self._title_faults(), *self._scale_faults(), *self._scope_faults()])
        return self

    def _groups(self) -> Iterator[tuple[_Place, Choice]]:
        for index, title in enumerate(self.titles):
            yield from ((("各级条件", index, *place), group) for place, group in title.groups())

    def _title_faults(self) -> Iterator[Fault]:
        """Titles that stand twice, and titles to be held that are no lower title of the file."""
        lower: list[str] = []
        for index, title in enumerate(self.titles):
            place = ("各级条件", index)
            if title.title in lower:
                yield Fault((*place, "职称"), f"“{title.title}”的条件写了两次", "请合并，或改正职称名称")
            held = [((*place, "学历资历", number, "现职称"), route.title) for number, route in enumerate(title.routes)]
            held += [((*place, *below, "期间"), group.since) for below, group in title.groups()]
            for where, name in held:
                if name and name not in lower:
                    known = f"可以写“{'”“'.join(lower)}”" if lower else "这是最低的职称，不能要求已有职称"
                    yield Fault(where, f"“{name}”不是低于{title.title}的职称", known)
            lower.append(title.title)

    def _scale_faults(self) -> Iterator[Fault]:
        """Words that are to be compared and stand on no scale."""
        scales = {scale.name: set(scale.names()) for scale in self.scales}
        for where, scale, word in self._compared():
            if scale not in scales:
                yield Fault(where, f"“等级表”中没有“{scale}”", f"请补写这张表，或改用：{'、'.join(scales)}")
            elif word not in scales[scale]:
                yield Fault(where, f"“{word}”不在等级表“{scale}”中", "请改正，或在等级表中补上")

    def _compared(self) -> Iterator[tuple[_Place, str, str]]:
        """(place, scale, word) of everything that the check compares by a scale."""
        if self.assessment:
            yield ("考核", "等次"), "考核等次", self.assessment.not_below
        for index, title in enumerate(self.titles):
            for number, route in enumerate(title.routes):
                for position, held in enumerate(route.qualifications):
                    where = ("各级条件", index, "学历资历", number, "具备", position)
                    yield where, EDUCATION if held.education else DEGREE, held.name
        for place, group in self._groups():
            for index, item in enumerate(group.items):
                for below, measure in item.measures():
                    if measure.not_below and measure.scale:
                        yield (*place, "条件", index, *below, "不低于"), measure.scale, measure.not_below

    def _scope_faults(self) -> Iterator[Fault]:
        """Phrases for units that 单位范围 does not explain."""
        known = [scope.phrase for scope in self.unit_scopes]
        used = [
            (("各级条件", index, "学历资历", number, "适用单位"), route.scope)
            for index, title in enumerate(self.titles)
            for number, route in enumerate(title.routes)
        ]
        for place, group in self._groups():
            used.append(((*place, "适用单位"), group.scope))
            used += [((*place, "条件", index, "县级称谓"), item.county) for index, item in enumerate(group.items)]
        for where, phrase in used:
            if phrase and phrase not in known:
                have = f"已有的是：{'、'.join(known)}；" if known else ""
                yield Fault(where, f"“单位范围”没有说明“{phrase}”指哪些单位", f"{have}请补写这一说法，或改正")
