"""What conditions are compared by: scales of education, degrees and grades, and the kinds of units they speak of."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from generator.model.base import Flag, Model, OneOrMore, Text
from generator.model.prescribed import Texts

EDUCATION, DEGREE = "学历", "学位"


class Kind(Model):
    """One name on a scale, and what else it is called."""

    name: Text = Field(alias="名称", description="条件中的叫法", examples=["大学专科"])
    synonyms: Texts = Field((), alias="又称", description="同一等次的其他叫法", examples=[["大专", "专科"]])

    @property
    def names(self) -> tuple[str, ...]:
        return self.name, *self.synonyms


class Rung(Kind):
    """One step of a scale; whoever has one of `kinds` has the step itself, not the other kinds of it."""

    kinds: tuple[Kind, ...] = Field((), alias="包括", description="这一等次所含的各种", examples=[[{"名称": "职高"}]])


class Scale(Model):
    """Steps from low to high.

    “具备大学专科学历” asks for that step or a higher one. A condition that names one of a step's 包括 (中等专科 of
    高中) is met by that kind or by a higher step, not by the step's own name; whether another kind of the same step is
    treated alike, the check cannot tell. With 按末尾对照 an applicant's word stands on the step whose name it ends
    with. A word that is no name on the scale cannot be compared: the check says so.
    """

    name: Text = Field(alias="名称", description="等级表的名称", examples=["学历"])
    by_ending: Flag = Field(
        False, alias="按末尾对照", description="申报人所写的以表中的叫法结尾即可，如“管理学硕士”按“硕士”对照的，写“是”"
    )
    rungs: tuple[Rung, ...] = Field(alias="等级", description="各等次，从低到高")

    def names(self) -> Iterator[str]:
        """Every name on the scale, synonyms included."""
        for rung in self.rungs:
            yield from rung.names
            for kind in rung.kinds:
                yield from kind.names


class UnitScope(Model):
    """The units that a phrase of the conditions means, by the applicant's 单位.层级.

    A level that is in neither list is not meant; for one in 不明 the conditions leave it open, and the check says
    “cannot tell”.
    """

    phrase: Text = Field(alias="称谓", description="条件中的说法，照原文", examples=["县级及以下单位"])
    levels: Texts = Field(alias="包括", description="肯定属于的单位层级", examples=[["县市", "乡镇"]])
    unclear: Annotated[tuple[Text, ...], OneOrMore] = Field(
        (), alias="不明", description="是否属于没有写明的单位层级", examples=[["县市"]]
    )
