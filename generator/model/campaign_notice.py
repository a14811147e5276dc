"""What the annual notice announces: who issues it, who may apply, when, and whom to ask."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from generator.model.base import Date, Flag, Model, Number, OneOrMore, Period, Text, refused
from generator.model.prescribed import BasisDocument, Texts


class Notice(Model):
    """The notice as an official document; heading body, signatory and receiver may be three different bodies."""

    issuer: Text = Field(alias="发文机关", description="标题上的机关全称", examples=["巴音郭楞蒙古自治州档案局"])
    number: Text | None = Field(
        None, alias="发文字号", description="没有文号不写", examples=["巴文体广旅发〔2021〕98号"]
    )
    addressees: Texts = Field(
        alias="主送", description="主送机关，依次写", examples=[["各县（市）人力资源和社会保障局"]]
    )
    basis: Text = Field(alias="依据", description="“按照……”之后的话", examples=["自治区职称工作统一安排"])
    signatory: Texts = Field(alias="署名", description="落款机关；与标题上的机关可以不同；代章的写“××（代章）”")
    dated: Date = Field(alias="成文日期", description="日未定的只写年月", examples=["2024-9-4", "2024-9"])
    sealed: Flag = Field(True, alias="用印", description="是否加盖印章，决定落款的位置")
    copied_to: Texts = Field(
        (), alias="抄送", description="抄送机关，依次写；没有不写", examples=[["各县市人力资源和社会保障局"]]
    )


class Attachment(Model):
    """One attachment of the notice."""

    position: Number | None = Field(None, alias="序号", description="不写则按先后编号", examples=["1"])
    name: Text = Field(
        alias="名称", description="与附件说明一致，也是单独文件的文件名", examples=["推荐单位公示（模板）"]
    )
    kind: Text | None = Field(
        None,
        alias="文种",
        description="由哪个模板生成（templates/documents 下的目录名）",
        examples=["publicity_notice"],
    )


class Track(Model):
    """A way of getting a title: 评审, 初次确定, 授予, 转评 …"""

    name: Text = Field(
        alias="名称", description="申报类型的名称，申报人数据照此填写", examples=["评审", "初次确定", "授予"]
    )


class Scope(Model):
    """Who may apply and who may not."""

    people: Text = Field(alias="人员", description="可以申报的人员", examples=["从事档案工作的专业技术人员"])
    excluded: Texts = Field(
        (), alias="不得申报", description="不得参加申报的各类人员", examples=[["退休人员", "公务员"]]
    )
    sanction: Text | None = Field(
        None, alias="受限处分", description="受到这种或更重的处分，在处分期间不得申报", examples=["记过"]
    )


class Conditions(BasisDocument):
    """The review conditions in force this year."""

    criteria: Text | None = Field(
        None, alias="数据", description="data/criteria 中条件文件的文件名；没有录入不写，本工具便不判断是否符合条件"
    )


class Window(Model):
    """One round: the tracks it is for, when to apply online and when to hand in papers."""

    tracks: Texts = Field(alias="适用", description="哪些申报类型", examples=[["初次确定", "授予", "评审"]])
    online: Period = Field(alias="网上申报", description="网上申报的起止日期")
    papers: Period | None = Field(None, alias="纸质报送", description="报送纸质材料的起止日期；不收纸质材料不写")


class DefenceTime(Model):
    """When the defence is held, as far as it is known."""

    when: Text = Field(alias="时间", description="拟定的时间，可以不到日", examples=["2024年10月下旬"])
    announced_later: Flag = Field(False, alias="另行通知", description="具体时间、地点是否另行通知")


class Schedule(Model):
    """All the dates of the year."""

    windows: Annotated[tuple[Window, ...], OneOrMore] = Field(
        alias="批次", description="申报类型的时间各不相同时分几批写"
    )
    defence: DefenceTime | None = Field(None, alias="答辩", description="没有答辩不写")
    late: Text | None = Field(None, alias="逾期", description="逾期怎样处理", examples=["不予受理"])


class Contact(Model):
    """Whom to ask, and where papers are received."""

    person: Text | None = Field(None, alias="联系人", description="咨询的联系人姓名", examples=["张三"])
    unit: Text | None = Field(None, alias="单位", description="联系人所在部门；就是接收单位的不写")
    position: Text | None = Field(None, alias="职务", description="联系人的单位和职务", examples=["科长"])
    phones: Texts = Field((), alias="电话", description="一个或几个", examples=["0996-0000000"])
    address: Text | None = Field(None, alias="受理地点", description="咨询和受理材料的地点")


class FeeRate(Model):
    """A fee for some tracks and a level."""

    tracks: Texts = Field((), alias="适用", description="申报类型；不写即全部")
    level: Text | None = Field(None, alias="级别", description="适用的级别", examples=["中级"])
    amount: Number = Field(alias="每人金额", description="元", examples=["380"])


class Fee(Model):
    """What the review costs. A notice silent on fees is 未写明, which is not 不收取."""

    charged: Literal["未写明", "不收取", "收取"] = Field("未写明", alias="收取", description="通知未提费用的写“未写明”")
    rates: tuple[FeeRate, ...] = Field((), alias="标准", description="收取时的标准")
    basis: Annotated[tuple[BasisDocument, ...], OneOrMore] = Field((), alias="依据", description="收费依据的文件")

    @model_validator(mode="after")
    def _rates_when_charged(self) -> "Fee":
        if (self.charged == "收取") != bool(self.rates):
            raise refused("fee_rates", "“收取”与“标准”对不上", "收取费用的写明标准；不收取或未写明的不写标准")
        return self
