"""What the annual notice announces: who issues it, who may apply, on which conditions, at what cost, whom to ask."""

from typing import Annotated, Literal

from pydantic import Field, computed_field, model_validator

from generator.model.base import Date, Flag, Model, Number, OneOrMore, Text, TitleWording, Wording, refused
from generator.model.official import OfficialParts
from generator.model.prescribed import BasisDocument, SpecialRule, Texts


class Notice(OfficialParts):
    """The notice as an official document."""

    addressees: Texts = Field(
        alias="主送", description="主送机关，依次写", examples=[["各县（市）人力资源和社会保障局"]]
    )
    signatory: Texts = Field(
        alias="署名",
        description="落款机关，几个机关依次写；与标题上的机关可以不同；代章的写“××（代章）”",
        examples=["自治州档案系列职称评审委员会"],
    )
    dated: Date = Field(alias="成文日期", description="日未定的只写年月", examples=["2024-9-4", "2024-9"])
    issuer: Text | None = Field(
        None,
        alias="发文机关",
        description="标题上面印的机关全称；标题上不印机关的不写",
        examples=["巴音郭楞蒙古自治州档案局"],
    )
    basis: Text | None = Field(
        None, alias="依据", description="导语中“按照……”之后的话", examples=["自治区职称工作统一安排"]
    )
    basis_documents: Annotated[tuple[BasisDocument, ...], OneOrMore] = Field(
        (), alias="依据文件", description="通知所依据的文件，依次写"
    )
    title: TitleWording | None = Field(
        None,
        alias="标题",
        description="自己的标题，用｜标出宜换行之处；不写则由年度、地区称谓、系列、级别、工作名称拼成",
        examples=["关于做好｜{{ 评审.年度 }}年度｜自治州文化系列｜职称评审工作的通知"],
    )
    body: Wording | None = Field(
        None,
        alias="正文",
        description="自己的正文，从导语到结尾，日期、年度、金额等用 {{ 评审.…… }} 引用；不写则按默认的各部分印",
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
    full: Text | None = Field(
        None, alias="全称", description="通知中更完整的说法；没有不写", examples=["非本专业同级转评"]
    )
    levels: Texts = Field(
        (), alias="级别", description="只用于某些级别时写明；不写即各级别", examples=[["初级", "中级"]]
    )

    @computed_field(alias="称谓", description="如“初次确定（初级、中级）”", return_type=str)
    @property
    def called(self) -> str:
        return (self.full or self.name) + (f"（{'、'.join(self.levels)}）" if self.levels else "")


class TrackForm(Model):
    """A form that some tracks hand in instead of the review form."""

    tracks: Texts = Field(alias="适用", description="哪些申报类型", examples=[["初次确定", "授予"]])
    name: Text = Field(alias="名称", description="表的名称，带书名号", examples=["《××呈报表》"])
    copies: Number | None = Field(None, alias="份数", description="通知未写明份数的不写", examples=["2"])


class AidPeople(Model):
    """People sent from elsewhere to help this region, who may apply here."""

    region: Text = Field(alias="地区", description="对口支援哪里", examples=["新疆"])
    years: Number = Field(alias="满年数", description="支援满几年", examples=["1"])
    still_there: Flag = Field(False, alias="须在援", description="是否还须在援助期间")


class OtherLevel(Model):
    """A level that another authority receives."""

    level: Text = Field(alias="级别", description="本次不受理的级别", examples=["副高级"])
    office: Text = Field(alias="机关", description="向哪个机关申报", examples=["自治区档案局"])


class Scope(Model):
    """Who may apply and who may not."""

    people: Text = Field(alias="人员", description="可以申报的人员", examples=["从事档案工作的专业技术人员"])
    aid: AidPeople | None = Field(None, alias="援助人员", description="可以申报的援助人员；没有写明不写")
    elsewhere: Annotated[tuple[OtherLevel, ...], OneOrMore] = Field(
        (), alias="其他级别", description="向别的机关申报的级别；没有写明不写"
    )
    excluded: Texts = Field(
        (), alias="不得申报", description="不得参加申报的各类人员", examples=[["退休人员", "公务员"]]
    )
    sanction: Text | None = Field(
        None, alias="受限处分", description="受到这种或更重的处分，在处分期间不得申报", examples=["记过"]
    )
    sanctioned: Text = Field(
        "专业技术人员", alias="受处分人员", description="这条规定管哪些人员", examples=["事业单位工作人员"]
    )


class SpecialtyConditions(BasisDocument):
    """The review conditions of one specialty."""

    specialty: Text = Field(alias="专业", description="哪一专业，不写“专业”二字", examples=["图书资料"])


class Conditions(BasisDocument):
    """The review conditions in force this year: one document, or one for each specialty."""

    by_specialty: Annotated[tuple[SpecialtyConditions, ...], OneOrMore] = Field(
        (), alias="分专业", description="各专业的条件不是同一份文件时，依次写；这时“名称”不写"
    )
    special_rules: Annotated[tuple[SpecialRule, ...], OneOrMore] = Field(
        (), alias="另行规定", description="某些人员另按哪份文件执行；没有不写"
    )
    criteria: Text | None = Field(
        None, alias="数据", description="data/criteria 中条件文件的文件名；没有录入不写，本工具便不判断是否符合条件"
    )

    @model_validator(mode="after")
    def _names_a_document(self) -> "Conditions":
        if bool(self.name or self.number) == bool(self.by_specialty):
            raise refused("conditions", "没有写明执行哪份评审条件", "各专业同一份的写“名称”，各有一份的写“分专业”")
        return self


class Contact(Model):
    """Whom to ask, and where papers are received."""

    person: Texts = Field((), alias="联系人", description="联系人姓名，一人或几人", examples=["张三"])
    unit: Text | None = Field(None, alias="单位", description="联系人所在部门；就是接收单位的不写")
    position: Text | None = Field(None, alias="职务", description="联系人的单位和职务", examples=["科长"])
    phones: Texts = Field((), alias="电话", description="一个或几个", examples=["0996-0000000"])
    address: Text | None = Field(None, alias="受理地点", description="咨询和受理材料的地点")


class FeeRate(Model):
    """A fee for some tracks and a level."""

    tracks: Texts = Field((), alias="适用", description="申报类型；不写即全部")
    level: Text | None = Field(None, alias="级别", description="适用的级别", examples=["中级"])
    amount: Number = Field(alias="每人金额", description="元", examples=["380"])


class DayPay(Model):
    """What those who work for the review are paid out of the fees."""

    people: Text = Field(alias="人员", description="付给谁", examples=["参加评审会议的专家"])
    amount: Number = Field(alias="每工作日金额", description="元", examples=["300"])


class Fee(Model):
    """What the review costs. A notice silent on fees is 未写明, which is not 不收取."""

    charged: Literal["未写明", "不收取", "收取"] = Field("未写明", alias="收取", description="通知未提费用的写“未写明”")
    rates: tuple[FeeRate, ...] = Field((), alias="标准", description="收取时的标准")
    basis: Annotated[tuple[BasisDocument, ...], OneOrMore] = Field((), alias="依据", description="收费依据的文件")
    pay: Annotated[tuple[DayPay, ...], OneOrMore] = Field(
        (), alias="劳务", description="从评审费用中付给专家、工作人员的报酬；没有写明不写"
    )
    payer: Text | None = Field(None, alias="劳务支付", description="由谁支付", examples=["档案系列职称评审委员会"])

    @model_validator(mode="after")
    def _rates_when_charged(self) -> "Fee":
        if (self.charged == "收取") != bool(self.rates):
            raise refused("fee_rates", "“收取”与“标准”对不上", "收取费用的写明标准；不收取或未写明的不写标准")
        if (self.pay or self.payer) and not (self.pay and self.rates):
            raise refused("fee_pay", "“劳务”从评审费用中支付，没有写全", "请写明“标准”和“劳务”，或删去“劳务支付”")
        return self


class PassRate(Model):
    """How many of those reviewed may pass."""

    ceiling: Number = Field(alias="上限", description="总体通过率不超过百分之几", examples=["80"])
    rounding: Literal["取不超过上限的最大人数", "未写明"] = Field(
        "未写明", alias="取整", description="按上限算出的人数不是整数时怎样取"
    )
    by: Literal["总体", "分级别", "未写明"] = Field(
        "未写明", alias="计算", description="全部参评人员合起来算，还是各级别分别算"
    )


class Quota(Model):
    """How many posts a unit or place has."""

    holder: Text = Field(alias="单位", description="哪个单位或地方", examples=["××县"])
    level: Text | None = Field(None, alias="级别", description="哪一级别；不分级别的不写", examples=["中级"])
    posts: Number = Field(alias="名额", description="几个", examples=["3"])
