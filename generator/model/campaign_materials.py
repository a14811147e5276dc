"""What is handed in on paper: the materials, the review form, the catalogue, the exemption form and the roster."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from generator.model.base import Flag, Model, Number, OneOrMore, Text, refused
from generator.model.campaign_needs import NeededFrom, Shown
from generator.model.prescribed import Endorsement, Texts


class ReviewForm(Model):
    """How the review form is printed, and where its copies go."""

    paper: Text | None = Field(None, alias="纸张", description="用什么纸打印；没有写明不写", examples=["A4"])
    double_sided: Flag = Field(True, alias="双面打印", description="是否双面打印")
    watermark: Flag = Field(True, alias="须有水印", description="有水印方为有效")
    photo: Text | None = Field(None, alias="照片", description="表上贴什么照片；不贴不写", examples=["本人免冠近照"])
    archives: Texts = Field((), alias="归档", description="评审后归入哪些档案", examples=[["人事档案", "技术档案"]])


class Enclosure(Model):
    """What goes with a material for units of some kinds."""

    unit_kinds: Texts = Field((), alias="单位性质", description="哪些性质的单位要附；不写即全部", examples=["事业单位"])
    called: Text | None = Field(None, alias="称呼", description="通知对这些单位的合称；没有不写", examples=["企业单位"])
    what: Text = Field(alias="内容", description="另附什么", examples=["当地机构编制部门批文复印件"])


class OtherName(Model):
    """What a material is for one level."""

    level: Text = Field(alias="级别", description="哪一级别", examples=["初级"])
    name: Text = Field(alias="名称", description="这一级别交什么", examples=["实习期小结"])


class RequiredMaterial(Model):
    """One material to be handed in on paper."""

    position: Number | None = Field(None, alias="序号", description="不写则按先后编号", examples=["1"])
    name: Text = Field(alias="名称", description="材料的名称", examples=["现实表现政治鉴定"])
    copies: Number | None = Field(None, alias="份数", description="通知未写明份数的不写", examples=["1"])
    each: Flag = Field(False, alias="分别", description="名称里有几样材料，份数是每样的份数（印“各1份”）")
    form: Literal["原件", "复印件"] | None = Field(None, alias="形式", description="原件或复印件；未写明的不写")
    requirement: Text | None = Field(None, alias="要求", description="完整的句子，末尾加句号")
    enclosures: Annotated[tuple[Enclosure, ...], OneOrMore] = Field(
        (), alias="另附", description="按单位性质另附的材料"
    )
    needed_from: Text | None = Field(
        None, alias="适用人员", description="只由哪些人员提交；全部人员都要交的不写", examples=["首次申报的人员"]
    )
    conditions: Annotated[tuple[NeededFrom, ...], OneOrMore] = Field(
        (), alias="适用条件", description="“适用人员”是哪些人，供核对每个人要交的材料；不写则请各人自行核对"
    )
    conditions_together: Literal["都符合", "符合其一", "未写明"] = Field(
        "都符合",
        alias="条件关系",
        description="“适用条件”有几项时，通知要求都符合，还是符合其中一项；看不出的写“未写明”",
    )
    by_level: Annotated[tuple[OtherName, ...], OneOrMore] = Field(
        (), alias="按级别", description="某一级别以另一种材料代替时写"
    )
    private: Text | None = Field(
        None, alias="民营企业", description="对民营企业的例外，印作“民营企业……”", examples=["不需提供"]
    )
    private_exempt: Literal["是", "否", "未写明"] = Field(
        "未写明", alias="民营企业免交", description="“民营企业”的例外是不是不交这份材料"
    )
    endorsement: Endorsement | None = Field(None, alias="签署", description="由谁在材料上写什么话、盖什么章")
    basis: Literal["评审条件", "继续教育"] | None = Field(
        None, alias="依据", description="按本文件哪一组所列的文件执行（文件名和文号随之印出）"
    )
    years: Literal["考核", "继续教育"] | None = Field(
        None, alias="年度", description="随名称印出哪一组规定的年度或年数"
    )
    shown: Annotated[tuple[Shown, ...], OneOrMore] = Field(
        (),
        alias="印证",
        description="印证申报人数据中的哪几项，供核对有没有可交的；“年度”“依据”写明考核、继续教育的不必再写",
        examples=[["学历学位", "现职称"]],
    )
    marked_true_copy: Flag = Field(False, alias="标注与原件一致", description="是否须标注与原件一致")
    review_form: ReviewForm | None = Field(None, alias="评审表", description="这份材料就是评审表时，写怎样打印和归档")
    kinds: Texts = Field((), alias="文种", description="本工具哪些模板可生成这份材料", examples=["conduct_certificate"])
    keeping: Literal["留存", "领回", "留存后领回", "现场退回", "未写明"] = Field(
        "未写明", alias="去向", description="由接收单位留存，评审结束后领回，留存到评审结束后领回，还是查验后现场退回"
    )


class Packing(Model):
    """How the papers are packed, and who vouches for copies."""

    cover: Text = Field(alias="封装", description="纸质材料用什么封装", examples=["纸质档案袋"])
    on_cover: Text | None = Field(None, alias="张贴", description="袋上张贴什么", examples=["目录清单"])
    copies_checked_by: Text | None = Field(
        None, alias="复印件审核", description="复印件由谁审核", examples=["单位人事部门"]
    )
    copies_sealed: Text | None = Field(None, alias="复印件盖章", description="复印件盖什么章", examples=["单位公章"])


class Keeping(Model):
    """The materials that share a destination (derived from each material's 去向)."""

    keeping: Text = Field(alias="去向")
    positions: tuple[Number, ...] = Field(alias="序号")
    span: Text = Field(alias="范围", description="如 1—8", examples=["1—8"])


class CatalogueForm(Model):
    """The prescribed form of the materials catalogue."""

    title: Text = Field(alias="标题", description="表样的标题，照录")
    rows: Number = Field(alias="行数", description="表样印几行", examples=["12"])
    source: Text | None = Field(None, alias="出处", description="表样在哪份文件的哪一处")


class ReviewedBy(Model):
    """Which body reviews the application of people of some kinds of service, as a note below the form says."""

    services: Texts = Field(alias="工作", description="参加哪些工作的，照注中的叫法", examples=[["驻村管寺"]])
    running: Flag = Field(alias="仍在参加", description="“是”管仍在参加的，“否”管已返回的")
    body: Text = Field(alias="审核单位", description="由谁审核，照注中的文字", examples=["同级“访惠聚”办公室"])
    called: Texts = Field(
        (), alias="名称含", description="这样的单位名称里有其中一种字样；看名称认不出的不写", examples=[["统战部"]]
    )
    source: Text | None = Field(None, alias="出处", description="是哪一条注的规定", examples=["注1"])


class ExemptionForm(Model):
    """The prescribed form that exempts from continuing education; its note 3 forbids self-made variants."""

    title: Text = Field(alias="表名", description="表样上的名称，照录")
    called: Text | None = Field(None, alias="通知中的名称", description="通知正文对这张表的叫法，照录")
    notes: Texts = Field((), alias="注", description="表下的注，照录，不写序号")
    reviewed_by: Annotated[tuple[ReviewedBy, ...], OneOrMore] = Field(
        (), alias="审核", description="各条注所说的哪些工作由谁审核；供核对，不印出"
    )
    and_others: Flag = Field(False, alias="未列尽", description="表名或注列举之后有“等”字，所列不是全部的，写“是”")
    source: Text | None = Field(None, alias="出处", description="表样在哪份文件的哪一处")


class RosterLeaf(Model):
    """One column of the roster below a group heading."""

    name: Text = Field(alias="名称", description="栏目名称", examples=["姓名"])
    value: Text | None = Field(
        None,
        alias="取值",
        description="印哪一项数据，如 申报人.姓名、单位.名称、序号；不写则空着",
        examples=["申报人.姓名"],
    )
    width: Number | None = Field(None, alias="宽", description="几个汉字宽", examples=["4"])
    when_empty: Text | None = Field(
        None, alias="空填", description="没有内容时印什么，如“无”；不写则空着", examples=["无"]
    )


class RosterColumn(RosterLeaf):
    """A column of the roster, or a group of columns under one heading."""

    under: tuple[RosterLeaf, ...] = Field((), alias="下级", description="两级栏目时，这一栏下面的各栏")

    @model_validator(mode="after")
    def _group_has_no_value(self) -> "RosterColumn":
        if self.under and (self.value or self.width or self.when_empty):
            raise refused("group_value", "有“下级”的栏目不能有“取值”“宽”和“空填”", "请把它们写到下级各栏")
        return self


class RosterForm(Model):
    """The roster's table, as the campaign chooses it."""

    title: Text = Field(alias="标题", description="花名册的标题", examples=["申报人员花名册"])
    below_title: Texts = Field((), alias="表下行", description="标题下一行要填的内容", examples=[["单位（盖章）："]])
    columns: tuple[RosterColumn, ...] = Field(alias="列", description="各栏，从左到右")
    at_end: Texts = Field((), alias="末行", description="表后的签字行", examples=[["审核人（签字）："]])
    notice: Text | None = Field(None, alias="声明", description="表样不是主管部门原表时的提醒")
