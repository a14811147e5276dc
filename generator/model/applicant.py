"""One applicant (申报人): who they are, what they have done, and what they apply for."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, computed_field

from generator.model.base import (
    Date,
    Flag,
    Model,
    Number,
    OneOrMore,
    OpenDate,
    SeriesName,
    SpecialtyName,
    Text,
)
from generator.model.prescribed import Texts
from generator.model.publicity import Publicity
from generator.model.unit import Unit


class Degree(Model):
    """One completed course of study."""

    education: Text = Field(alias="学历", description="大专、本科、研究生等，与毕业证书一致", examples=["本科", "大专"])
    degree: Text | None = Field(None, alias="学位", description="学位名称；没有学位不写", examples=["管理学学士"])
    school: Text | None = Field(None, alias="学校", description="毕业学校全称", examples=["新疆某某大学"])
    major: Text | None = Field(None, alias="专业", description="所学专业", examples=["档案学"])
    graduated: Date | None = Field(None, alias="毕业时间", description="毕业证书上的年月", examples=["2012-6"])
    mode: Text | None = Field(
        None, alias="学习形式", description="全日制、函授、自学考试等", examples=["全日制", "函授", "自学考试"]
    )


class Post(Model):
    """One post held, from and until; 止 is 至今 for the present one."""

    start: Date = Field(alias="起", description="开始的年月", examples=["2012-7"])
    end: OpenDate = Field(alias="止", description="结束的年月；现任岗位写“至今”", examples=["至今", "2016-8"])
    employer: Text = Field(
        alias="单位", description="工作单位名称；借调、驻村等可在此写明，也可另起一项", examples=["巴州某某档案馆"]
    )
    position: Text | None = Field(None, alias="职务", description="岗位或职务", examples=["档案员"])
    in_profession: Flag = Field(False, alias="从事本专业", description="这段时间是否从事所申报的专业工作")
    duties: Text | None = Field(
        None, alias="主要工作", description="从事的具体工作，工作经历证明照此写明；末尾不加句号"
    )


class PresentTitle(Model):
    """The title held now."""

    name: Text = Field(alias="名称", description="现任专业技术职务任职资格", examples=["助理馆员"])
    level: Text | None = Field(None, alias="级别", description="现职称的级别", examples=["初级", "中级"])
    obtained: Date | None = Field(None, alias="取得时间", description="职称证书上的年月", examples=["2018-11"])
    engaged: Date | None = Field(None, alias="聘任时间", description="受聘该职务的年月；未聘不写", examples=["2019-1"])
    region: Text | None = Field(
        None, alias="取得地区", description="在哪个省区市取得；新疆与其他省区市所需材料不同", examples=["新疆"]
    )
    authority: Text | None = Field(None, alias="终审单位", description="批准或评审的单位")


class Comparable(Model):
    """An entry that counts for the review conditions: for which of them, and how much, in the conditions' own names."""

    topics: Texts = Field(
        (),
        alias="对应条件",
        description="算作评审条件的哪一条，写那一条的“项目”；算几条的都写",
        examples=["档案整理保管"],
    )
    reached: dict[Text, Text] = Field(
        {},
        alias="达到",
        description="这一条各项“要求”的名称和达到的数量（只写数字）、等次，要求确认的事写“是”或“否”",
        examples=[{"卷数": "850", "通过档案专项验收": "是"}],
    )
    special: Text | None = Field(
        None,
        alias="特殊成果",
        description="评审条件规定可由主管部门认定、已有书面认定意见的成果，写是哪一种；不是的不写",
        examples=["标准规范"],
    )


class Achievement(Comparable):
    """One achievement or piece of practice, with the applicant's own part in it."""

    what: Text = Field(alias="内容", description="做了什么、结果如何，写明数量；末尾不加句号")
    contribution: Text | None = Field(
        None, alias="本人贡献", description="本人实际承担的部分，不写集体成绩；末尾不加句号"
    )
    when: Date | None = Field(None, alias="时间", description="完成的年月", examples=["2023-6"])


class Paper(Comparable):
    """A paper or book. By its kind it counts for the conditions that ask for papers or books, without 对应条件."""

    title: Text = Field(alias="题目", description="论文题目或书名，不加书名号")
    kind: Literal["论文", "著作"] | None = Field(
        None, alias="种类", description="论文或著作；不写则不能与评审条件对照", examples=["论文"]
    )
    journal: Text | None = Field(None, alias="刊物", description="期刊名称或出版社，不加书名号")
    issue: Text | None = Field(None, alias="期号", description="期刊的年份和期号", examples=["2023年第4期"])
    published: Date | None = Field(None, alias="发表时间", description="刊出或出版的年月", examples=["2023-4"])
    rank: Text | None = Field(
        None, alias="本人排序", description="署名次序或承担的部分", examples=["独立作者", "第一作者"]
    )
    journal_level: Text | None = Field(
        None,
        alias="刊物级别",
        description="刊物（学术会议）的级别，用评审条件中的叫法",
        examples=["自治区级", "地、州、市级"],
    )
    own_characters: Number | None = Field(
        None, alias="本人字数", description="著作中本人执笔的字数，只写数字", examples=["30000"]
    )


class Award(Comparable):
    """An award."""

    name: Text = Field(alias="名称", description="奖项或荣誉的全称，与证书一致")
    granter: Text | None = Field(None, alias="授奖单位", description="证书落款单位")
    when: Date | None = Field(None, alias="时间", description="授奖年月", examples=["2023-12"])
    rank: Text | None = Field(None, alias="等次", description="奖项等次；没有不写", examples=["一等奖"])
    level: Text | None = Field(
        None,
        alias="级别",
        description="授奖、表彰单位的级别，用评审条件中的叫法",
        examples=["县级", "地、州、市级", "自治区级"],
    )


class Patent(Model):
    """A patent or other intellectual property."""

    name: Text = Field(alias="名称", description="专利、软件著作权等的名称")
    number: Text | None = Field(None, alias="专利号", description="专利号或登记号，与证书一致")
    when: Date | None = Field(None, alias="授权时间", description="授权或登记的日期", examples=["2023-5-12"])


class Assessment(Model):
    """One year's assessment."""

    year: Number = Field(alias="年度", description="考核年度", examples=["2023"])
    grade: Text = Field(
        alias="等次", description="考核结果，与考核表一致", examples=["合格", "优秀", "基本合格", "不合格"]
    )


class Training(Model):
    """Continuing education of one year and kind, in hours (学时)."""

    year: Number = Field(alias="年度", description="继续教育年度", examples=["2023"])
    kind: Literal["公需科目", "专业科目"] = Field(
        alias="科目", description="公需科目或专业科目", examples=["公需科目", "专业科目"]
    )
    hours: Number = Field(alias="学时", description="合格证书上的学时（课时）数", examples=["30", "60"])


class Transfer(Model):
    """Transfer from a civil-service body (机关调动、分流、转移)."""

    origin: Text = Field(alias="原单位", description="调出的机关全称")
    when: Date | None = Field(None, alias="调入时间", description="调入现单位的年月", examples=["2021-3"])
    note: Text | None = Field(None, alias="说明", description="任命文件、干部任免审批表等印证材料的情况")


class Sanction(Model):
    """A disciplinary sanction and until when it lasts."""

    kind: Text = Field(alias="种类", description="处分的种类", examples=["警告", "记过"])
    decided: Date | None = Field(None, alias="决定时间", description="处分决定的日期", examples=["2023-5-6"])
    until: Date | None = Field(None, alias="影响期止", description="处分影响期的最后一天", examples=["2023-11-5"])


class ExemptService(Model):
    """Service that exempts from continuing education or from the defence (访惠聚驻村 and the like)."""

    kind: Text = Field(
        alias="类别", description="参加的工作", examples=["“访惠聚”驻村", "驻村管寺", "南疆学前双语教育干部支教"]
    )
    start: Date | None = Field(None, alias="起", description="开始的年月", examples=["2023-1"])
    end: OpenDate | None = Field(
        None, alias="止", description="结束的年月；仍在参加写“至今”", examples=["至今", "2023-12"]
    )
    running: Flag = Field(alias="仍在参加", description="“是”为仍在参加，“否”为已返回；审核单位因此不同")
    place: Text | None = Field(None, alias="地点", description="驻村、支教的地点", examples=["和静县某某镇某某村"])
    reviewer: Text | None = Field(None, alias="审核单位", description="按申请表注1、注2确定的审核单位")


class Material(Model):
    """One line of the materials catalogue."""

    name: Text = Field(alias="名称", description="材料名称，照本年度材料清单写")
    copies: Number = Field(alias="件数", description="装袋的件数", examples=["1"])


class Application(Model):
    """What is applied for."""

    series: SeriesName = Field(alias="系列", description="职称系列，不写“系列”二字", examples=["档案"])
    specialty: SpecialtyName = Field(alias="专业", description="申报专业，不写“专业”二字", examples=["档案"])
    level: Text = Field(alias="级别", description="高级、中级、初级", examples=["中级", "初级"])
    title: Text | None = Field(
        None, alias="职称", description="拟申报的职称名称", examples=["馆员", "助理馆员", "管理员"]
    )
    track: Text | None = Field(
        None, alias="申报类型", description="本年度评审所列的申报类型之一", examples=["评审", "初次确定", "授予"]
    )

    @computed_field(alias="级别字", description="级别去掉“级”字，用在“×级”之前", return_type=str)
    @property
    def level_word(self) -> str:
        return self.level.removesuffix("级")


def _written_out_or_named(value: Any) -> str:
    return "内容" if isinstance(value, dict | Unit) else "文件名"


UnitOrKey = Annotated[
    Annotated[Unit, Tag("内容")] | Annotated[Text, Tag("文件名")], Discriminator(_written_out_or_named)
]


class Applicant(Model):
    """One applicant in one campaign."""

    record: Literal["申报人"] = Field("申报人", alias="类型", description="这份文件的类型，写“申报人”")
    campaign: Text | None = Field(
        None, alias="评审", description="年度评审数据的文件名（不带扩展名）", examples=["bazhou-archives-2024"]
    )
    unit: UnitOrKey | None = Field(
        None,
        alias="单位",
        description="单位数据的文件名（不带扩展名），或在下一级直接写单位内容",
        examples=["loulan-archives"],
    )
    name: Text = Field(alias="姓名", description="与身份证一致；姓名中的间隔号写“·”", examples=["张三"])
    sex: Text | None = Field(None, alias="性别", description="男或女", examples=["男", "女"])
    ethnic_group: Text | None = Field(
        None, alias="族别", description="民族全称", examples=["汉族", "维吾尔族", "蒙古族"]
    )
    political_status: Text | None = Field(
        None, alias="政治面貌", description="中共党员、共青团员、群众等", examples=["中共党员", "群众"]
    )
    id_number: Text | None = Field(
        None, alias="身份证号", description="18位；公开文件按本年度规定隐去", examples=["990101198508161276"]
    )
    born: Date | None = Field(None, alias="出生年月", description="与身份证一致", examples=["1990-5"])
    phone: Text | None = Field(None, alias="联系电话", description="手机；不印在公示上", examples=["19900000000"])
    conduct: Text | None = Field(
        None, alias="思想政治表现", description="推荐单位的评语：政治表现、职业操守、从业行为；写完整的句子"
    )
    work_conduct: Text | None = Field(
        None, alias="工作表现", description="推荐单位的评语：工作现实表现、工作态度；写完整的句子"
    )
    integrity: Text | None = Field(None, alias="廉洁自律", description="推荐单位的评语：廉洁自律情况；写完整的句子")
    degrees: tuple[Degree, ...] = Field((), alias="学历学位", description="从低到高依次填写")
    identity: Text | None = Field(
        None,
        alias="人员身份",
        description="在单位的身份；公务员、参照公务员法管理人员和离退休人员能否申报，看这一项",
        examples=["事业单位人员", "企业人员", "自由职业者", "公务员", "参照公务员法管理人员"],
    )
    retired: Date | None = Field(
        None, alias="退休时间", description="已退休或已批准退休的，写退休的日期；不是不写", examples=["2024-8-31"]
    )
    started_work: Date | None = Field(None, alias="参加工作时间", description="首次参加工作的年月", examples=["2012-7"])
    posts: tuple[Post, ...] = Field((), alias="工作经历", description="从参加工作起，时间上下衔接")
    present_title: PresentTitle | None = Field(None, alias="现职称", description="现在的职称；没有职称不写")
    profession: Text | None = Field(None, alias="从事专业", description="现在从事的专业技术工作", examples=["档案管理"])
    years_in_profession: Number | None = Field(
        None, alias="从事本专业年限", description="满年数，只写数字", examples=["8"]
    )
    achievements: tuple[Achievement, ...] = Field(
        (), alias="业绩成果", description="近五年的业绩成果，写明本人实际贡献"
    )
    practice: tuple[Achievement, ...] = Field(
        (), alias="实践能力", description="近五年参加的专业实践，写明本人承担的部分"
    )
    papers: tuple[Paper, ...] = Field((), alias="论文著作", description="任现职以来的论文、著作；没有不写")
    awards: tuple[Award, ...] = Field((), alias="获奖情况", description="任现职以来的奖项、荣誉；没有不写")
    patents: tuple[Patent, ...] = Field((), alias="知识产权", description="任现职以来的专利等；没有不写")
    confirmed: dict[Text, Flag] = Field(
        {},
        alias="核实情况",
        description="评审条件“必备”的各项是否具备，由单位核实后写“是”或“否”",
        examples=[{"无档案安全责任事故": "是"}],
    )
    assessments: tuple[Assessment, ...] = Field((), alias="年度考核", description="各年度考核结果")
    trainings: tuple[Training, ...] = Field((), alias="继续教育", description="各年度各科目的学时")
    transfer: Transfer | None = Field(
        None, alias="机关调入", description="由机关调动（含分流、转移）来的填写；不是不写"
    )
    first_application: Flag | None = Field(None, alias="首次申报", description="是否首次申报职称")
    sanctions: tuple[Sanction, ...] = Field((), alias="处分", description="受过的处分；没有不写")
    application: Application = Field(alias="申报", description="申报的系列、专业、级别、职称和申报类型")
    exempt_services: Annotated[tuple[ExemptService, ...], OneOrMore] = Field(
        (), alias="免学经历", description="可免除继续教育学习的经历；没有不写"
    )
    exemption_reason: Text | None = Field(None, alias="免学理由", description="免除继续教育学习申请表中的免学理由")
    materials: tuple[Material, ...] = Field((), alias="材料", description="材料目录各行；不写则照本年度的材料清单列出")
    publicity: Publicity | None = Field(None, alias="公示", description="公示的起止日期和结果")
    note: Text | None = Field(None, alias="备注", description="花名册“备注”栏的内容")

    @computed_field(alias="最高学历", description="学历学位中的最后一项（从低到高）", return_type=Degree | None)
    @property
    def highest_degree(self) -> Degree | None:
        return self.degrees[-1] if self.degrees else None
