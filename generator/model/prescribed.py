"""Texts the authority prescribes, official documents a campaign rests on, and what it leaves open."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from generator.model.base import Flag, Model, OneOrMore, Text, refused

Texts = Annotated[tuple[Text, ...], OneOrMore]
"""A list of texts; a single text counts as a list of one."""

WritingMode = Literal[
    "打印",
    "手写",
    "打印后手写签字",
    "打印后手写签字并按手印",
    "手写后签字并按手印",
    "手写后签字盖章",
    "网上填写",
    "未写明",
]


def _numbered(value: Any) -> Any:
    """Each record with its position as 序号, unless it states one."""
    if not isinstance(value, list | tuple):
        return value
    return [
        {"序号": position, **item} if isinstance(item, dict) else item for position, item in enumerate(value, start=1)
    ]


Numbered = BeforeValidator(_numbered)
"""Records numbered by their position, so that inserting one renumbers what follows."""


class Prescribed(Model):
    """A prescribed text, word for word, with how it is to be written and where it stands."""

    text: Text = Field(alias="文字", description="规定用语，逐字照录，不改一字", examples=["此件与原件一致"])
    writing: WritingMode = Field("未写明", alias="书写方式", description="要求打印还是手写", examples=["手写"])
    place: Text | None = Field(
        None, alias="栏目", description="写在哪份表的哪一栏；不限于某一栏的不写", examples=["单位意见"]
    )
    source: Text = Field(alias="出处", description="在哪份文件的哪一处", examples=["2024年通知附件3"])
    note: Text | None = Field(None, alias="说明", description="表样上随文字印出的说明，照录")


class Endorsement(Prescribed):
    """Words that somebody writes on a material to vouch for it."""

    by: Text = Field(alias="签署人", description="由谁写上，写全称呼", examples=["所在单位人事（职称）部门"])
    checked: Flag = Field(False, alias="先审核", description="签署人是否先审核这份材料；没有写明审核的写“否”")
    only_on: Text | None = Field(
        None, alias="适用材料", description="只在哪些材料上签署；都要签署的不写", examples=["译成汉语的论文"]
    )
    seal: Text | None = Field(None, alias="印章", description="加盖什么章", examples=["公章"])


class Commitments(Model):
    """The applicant's commitments: the letter, the words to be copied by hand, and those that end a field of a form."""

    letter: Prescribed | None = Field(None, alias="承诺书", description="《个人承诺书》的文字；没有承诺书的不写")
    handwritten: Prescribed | None = Field(
        None, alias="手写承诺语", description="要求申报人逐字手写的承诺语；没有这项要求不写"
    )
    in_field: Prescribed | None = Field(
        None, alias="栏内承诺语", description="要求写在评审表或网上某一栏末尾的承诺语；没有这项要求不写"
    )


class BasisDocument(Model):
    """An official document that is cited."""

    issuer: Text | None = Field(
        None, alias="机关", description="发文机关，引用时印在文件名前；不印的不写", examples=["自治州人社局"]
    )
    name: Text | None = Field(
        None, alias="名称", description="文件名，不加书名号；只引文号的不写", examples=["职称评审管理暂行规定"]
    )
    number: Text | None = Field(
        None, alias="文号", description="发文字号，年份用六角括号", examples=["人社部发〔2024〕56号"]
    )

    @model_validator(mode="after")
    def _names_a_document(self) -> "BasisDocument":
        if not (self.name or self.number):
            raise refused("no_document", "没有写明是哪份文件", "请写“名称”，没有名称的写“文号”")
        return self


class SpecialRule(BasisDocument):
    """A document that rules for some people only."""

    people: Text = Field(alias="人员", description="对哪些人员另行规定", examples=["民营企业专业技术人员"])


class OpenQuestion(Model):
    """Where the campaign's own papers contradict themselves or leave something open; shown, never settled silently."""

    matter: Text = Field(alias="事项", description="矛盾或没有写明的是什么", examples=["承诺文字不一致"])
    note: Text = Field(alias="说明", description="两处各怎么写、本工具怎样处理、应向谁核实")
    source: Text | None = Field(None, alias="出处", description="在哪份文件的哪一处", examples=["2024年通知附件1"])
