"""Of whom a material is needed, and what it proves of them: what a notice says in words, as the rules can ask it."""

from typing import Literal

from pydantic import Field

from generator.model.base import Model
from generator.model.prescribed import Texts

Circumstance = Literal["首次申报", "机关调入", "有现职称", "没有现职称", "免除继续教育学习", "有这项材料"]

Shown = Literal[
    "身份证号", "学历学位", "现职称", "工作经历", "论文著作", "获奖情况", "知识产权", "年度考核", "继续教育"
]
"""What a material proves, by the names of the applicant's own fields."""


class NeededFrom(Model):
    """One kind of applicant; all that is stated must hold."""

    circumstance: Circumstance | None = Field(
        None, alias="申报情形", description="申报人是哪种情形", examples=["首次申报", "机关调入"]
    )
    levels: Texts = Field((), alias="级别", description="申报哪些级别的；不写即各级别", examples=["中级"])
    tracks: Texts = Field((), alias="申报类型", description="哪些申报类型的；不写即各类型", examples=["评审"])
    unit_kinds: Texts = Field((), alias="单位性质", description="哪些性质的单位的；不写即各单位", examples=["民营企业"])
