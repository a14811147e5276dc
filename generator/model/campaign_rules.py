"""The year's rules: applying online, assessments, continuing education, publicity, defence, penalties."""

from typing import Annotated, Literal

from pydantic import Field, computed_field, model_validator

from generator.model.base import Flag, Model, Number, OneOrMore, Text, refused
from generator.model.campaign_needs import Shown
from generator.model.prescribed import BasisDocument, Numbered, SpecialRule, Texts


class Platform(Model):
    """The online platform and how papers are put on it."""

    name: Text = Field(alias="平台", description="申报平台的名称", examples=["新疆专业技术人员管理平台"])
    url: Text = Field(alias="网址", description="申报平台的网址", examples=["http://www.xjzcsq.com"])
    entry: Text | None = Field(None, alias="入口", description="登录后进入哪个界面", examples=["巴音郭楞蒙古自治州"])
    conditions_site: Text | None = Field(
        None, alias="条件平台", description="查阅评审条件的平台，与申报平台名称不同时写"
    )
    conditions_page: Text | None = Field(
        None, alias="条件栏目", description="查阅评审条件的栏目", examples=["任职资格条件"]
    )
    guide: Text | None = Field(None, alias="操作指南", description="指南的名称", examples=["职称网上申报操作指南"])
    never_empty: Texts = Field(
        (), alias="不得漏项", description="通知点名不得漏填的栏目；没有点名不写", examples=[["工作能力", "业绩成果"]]
    )
    when_empty: Text = Field("无", alias="空栏填写", description="没有内容的栏目应写什么", examples=["无"])
    image_format: Text | None = Field(None, alias="图片格式", description="附件图片的格式", examples=["jpg"])
    publicity_field: Text | None = Field(
        None, alias="公示上传栏目", description="公示和公示结果上传到哪一栏", examples=["其他附件或证明材料"]
    )


class OnlineReview(Model):
    """How what was put online is reviewed, returned and handed in again."""

    hours_to_correct: Number | None = Field(
        None, alias="退回修改小时", description="退回后几小时内改好", examples=["48"]
    )
    submissions: Number | None = Field(None, alias="提交次数上限", description="最多可以提交几次", examples=["3"])
    received_status: Text | None = Field(
        None,
        alias="接收状态",
        description="平台显示什么状态后打印评审表",
        examples=["评审委员会已接收材料"],
    )
    company_receiver: Text | None = Field(
        None, alias="企业接收依据", description="企业按什么选择材料接收部门", examples=["营业执照注册地"]
    )


class PublicityLength(Model):
    """How long something is made public."""

    days: Number = Field(alias="天数", description="公示几天", examples=["5"])
    unit: Literal["工作日", "自然日", "未写明"] = Field("未写明", alias="天数单位", description="按工作日还是自然日算")


class OnlineItem(Model):
    """One field of the online application and what it asks for."""

    position: Number | None = Field(None, alias="序号", description="不写则按先后编号", examples=["1"])
    name: Text = Field(alias="栏目", description="平台上的栏目名称", examples=["基本信息"])
    requirements: Texts = Field((), alias="要求", description="完整的句子；几段的写成列表")
    publicity: PublicityLength | None = Field(
        None, alias="公示期", description="通知在这一栏写了公示期的，照这里的写法；没有写的不写"
    )
    clause: Literal["现职称证明", "考核", "继续教育", "手写承诺语", "信息遮盖", "推荐单位公示"] | None = Field(
        None, alias="条款", description="本文件中哪一组规定的内容接着印在这里（年份、学时随之更新）"
    )
    shown: Annotated[tuple[Shown, ...], OneOrMore] = Field(
        (),
        alias="印证",
        description="印证申报人数据中的哪几项，供核对有没有可填的；“条款”写明的不必再写",
        examples=["学历学位"],
    )


class TitleProof(Model):
    """What proves the present title, by where it was obtained."""

    papers: Texts = Field(alias="材料", description="证明现职称的各种材料", examples=[["任职资格文件", "职称证书"]])
    region: Text = Field(alias="本地区", description="本省区市的简称；在此取得的只交其中几项", examples=["新疆"])
    papers_here: Number = Field(alias="本地区份数", description="在本地区取得的，交其中几项即可", examples=["2"])


class Deferral(Model):
    """By how many years a bad assessment defers an application, for each time it occurs."""

    grade: Text = Field(alias="等次", description="哪一等次", examples=["基本合格"])
    years: Number = Field(alias="顺延年数", description="每出现1次顺延几年申报", examples=["1"])


class AssessmentRule(Model):
    """Which years' assessments are needed, and how good they must be."""

    count: Number = Field(alias="近年数", description="申报年度以前几年", examples=["3"])
    years: tuple[Number, ...] = Field(
        (), alias="年度", description="不写则由近年数推算", examples=[["2021", "2022", "2023"]]
    )
    at_least: Text | None = Field(
        None, alias="最低等次", description="各年度考核至少要达到的等次；没有写明不写", examples=["合格"]
    )
    both_sides: Flag = Field(False, alias="正反面", description="考核表是否正、反面都上传")
    deferrals: Annotated[tuple[Deferral, ...], OneOrMore] = Field((), alias="顺延", description="考核不好的顺延申报")
    newcomers: Flag = Field(
        False, alias="新入职按实际年限", description="新入职不满上述年数且首次申报的，是否只交相应年限的考核结果"
    )


class TrainingSpan(Model):
    """How many recent years of certificates a level needs, the year of application included."""

    level: Text | None = Field(None, alias="级别", description="哪一级别；各级别相同的不写", examples=["中级"])
    general: Number | None = Field(None, alias="公需科目", description="近几年（含申报年度）", examples=["5"])
    special: Number | None = Field(None, alias="专业科目", description="近几年（含申报年度）", examples=["3"])
    special_at_least: Number | None = Field(
        None, alias="专业科目最少", description="写作“1—3年”的，这里写1，“专业科目”写3", examples=["1"]
    )
    general_years: tuple[Number, ...] = Field((), alias="公需年度", description="不写则由年数推算")
    special_years: tuple[Number, ...] = Field((), alias="专业年度", description="不写则由年数推算")


class TrainingHours(Model):
    """Hours a year, by kind."""

    general: Number = Field(alias="公需科目", description="公需科目每年的学时", examples=["30"])
    special: Number = Field(alias="专业科目", description="专业科目每年的学时", examples=["60"])
    unit: Literal["学时", "课时"] = Field("学时", alias="计量", description="照通知的说法")

    @computed_field(alias="合计", description="每年的总学时", return_type=int)
    @property
    def together(self) -> int:
        return self.general + self.special


class DirectTitle(Model):
    """Service that leads straight to the next title."""

    service_years: Number = Field(alias="连续年数", description="连续参加服务工作几年", examples=["3"])
    excellent_years: Number = Field(alias="优秀年数", description="其间连续几年考核优秀", examples=["3"])
    result: Text = Field(alias="认定", description="直接认定什么", examples=["高一级职称"])


class TrainingExemption(Model):
    """Who is exempt from continuing education, for which years, and how; not the list of those who need not defend."""

    services: Texts = Field(alias="工作", description="参加这些工作的人员", examples=[["“访惠聚”驻村"]])
    duties: Texts = Field((), alias="职务", description="担任这些职务的人员", examples=[["深度贫困村第一书记"]])
    and_others: Flag = Field(False, alias="未列尽", description="通知列举之后有“等”字，所列不是全部的，写“是”")
    only_if: Text | None = Field(
        None, alias="条件", description="还须怎样才能免除，不写“的”字；没有不写", examples=["当年申报评审"]
    )
    years: Text = Field(alias="年度", description="免除哪些年度的学习", examples=["当年"])
    subjects: Texts = Field((), alias="科目", description="免除哪些科目", examples=[["专业科目", "公需科目"]])
    steps: Texts = Field((), alias="程序", description="申请和审核的步骤，依次写")
    form: Text = Field(alias="用表", description="要填的表，照通知的叫法", examples=["继续教育免试审批表"])
    download: Text | None = Field(None, alias="下载处", description="从哪里下载这张表")
    direct_title: DirectTitle | None = Field(
        None, alias="直接认定", description="服务满几年可直接认定职称；没有写明不写"
    )


class ContinuingEducation(Model):
    """Continuing education: hours, years by level, and the documents it rests on."""

    hours: TrainingHours | None = Field(None, alias="每年学时", description="每年应完成的学时；没有写明不写")
    spans: Annotated[tuple[TrainingSpan, ...], OneOrMore] = Field(
        (), alias="年限", description="各级别要交几年的合格证书；没有写明不写"
    )
    basis: Annotated[tuple[BasisDocument, ...], OneOrMore] = Field((), alias="依据", description="依据的文件")
    special_rules: Annotated[tuple[SpecialRule, ...], OneOrMore] = Field(
        (), alias="另行规定", description="某些人员另按哪份文件执行；没有不写"
    )
    exemption: TrainingExemption | None = Field(None, alias="免学", description="哪些人员可免除学习；没有写明不写")


class Masking(Model):
    """Blind review: what must be covered in what is put online."""

    hidden: Texts = Field(alias="遮盖内容", description="附件材料中要遮盖的内容", examples=[["本人姓名", "工作单位"]])
    not_in_summary: Texts = Field((), alias="总结不得出现", description="工作总结中不许出现的内容")
    check_page: Texts = Field((), alias="检查入口", description="平台上检查遮盖情况的菜单，从外到内依次写")


class PublicityStage(PublicityLength):
    """One publicity of several, such as that of the unit and that of the department in charge."""

    name: Text = Field(alias="名称", description="在哪里、由谁公示", examples=["主管部门公示"])


class PublicityRules(Model):
    """How the unit posts an applicant (《职称评审管理暂行规定》 art. 16: at least 5 working days)."""

    working_days: Number = Field(alias="最少工作日", description="公示期不少于几个工作日", examples=["5"])
    first_day_counts: Flag = Field(True, alias="首日计入", description="张贴当天是否算第1天")
    only_then: Literal["填写审核意见", "上报", "未写明"] = Field(
        "未写明", alias="无异议方可", description="通知规定公示无异议才能做的事"
    )
    contents: Texts = Field((), alias="内容", description="公示应包含的内容；没有写明不写")
    stages: Annotated[tuple[PublicityStage, ...], OneOrMore] = Field(
        (), alias="阶段", description="分几次公示、天数各不相同时，依次写"
    )
    id_display: Literal["全号", "隐去中间8位", "不印"] | None = Field(
        None, alias="身份证号显示", description="公开文件上怎样印身份证号；不写则隐去中间8位并给出提示"
    )


class DefenceExemption(Model):
    """Who need not defend; this list is not that of exemptions from continuing education."""

    services: Texts = Field((), alias="工作", description="参加这些工作的人员", examples=[["“访惠聚”驻村"]])
    duties: Texts = Field((), alias="职务", description="担任这些职务的人员", examples=[["深度贫困村第一书记"]])
    places: Texts = Field((), alias="工作地", description="在这些县市工作的人员", examples=[["且末县"]])
    grassroots: Text | None = Field(None, alias="基层单位", description="照通知的说法", examples=["县级以下基层单位"])
    county_included: Literal["是", "否", "未写明"] = Field(
        "未写明", alias="基层含县级", description="“县级以下”是否含县级"
    )
    levels: Texts = Field((), alias="级别", description="申报这些级别的人员", examples=["初级"])
    people: Texts = Field((), alias="人员", description="属于这些类别的人员", examples=[["自由职业者"]])
    and_others: Flag = Field(
        False, alias="未列尽", description="通知列举工作、职务之后有“等”字，所列不是全部的，写“是”"
    )


class Defence(Model):
    """The defence: how the exempt are scored, and who they are."""

    scored: Text | None = Field(
        None,
        alias="量化赋分",
        description="量化赋分时，免答辩人员按什么赋分",
        examples=["参加该专业现场答辩人员的平均分"],
    )
    unscored: Text | None = Field(
        None, alias="不量化赋分", description="不量化赋分时，免答辩人员怎样对待", examples=["通过现场答辩环节"]
    )
    exemption: DefenceExemption | None = Field(None, alias="免于答辩", description="哪些人员免于答辩；没有不写")


class Penalty(Model):
    """What follows fraud, on which documents, and for how long (人社部发〔2024〕56号: three years)."""

    offences: Texts = Field(alias="情形", description="要处理的各种情形", examples=[["弄虚作假"]])
    basis: Annotated[tuple[BasisDocument, ...], OneOrMore] = Field((), alias="依据", description="处理所依据的文件")
    measures: Texts = Field((), alias="处理", description="怎样处理，依次写", examples=[["取消申报资格"]])
    record: Text | None = Field(
        None, alias="记入", description="记入哪个档案库；没有写明不写", examples=["职称评审诚信档案库"]
    )
    years: Number | None = Field(None, alias="记录年数", description="记录保留几年", examples=["3"])
    consequence: Text | None = Field(
        None, alias="后果", description="记录期内不得怎样", examples=["不得晋升高一级职称"]
    )
    barred_years: Number | None = Field(
        None, alias="不得申报年数", description="几年内不得申报；没有写明不写", examples=["5"]
    )
    barred_from: Text | None = Field(
        None, alias="起算", description="从什么时候起算；没有写明不写", examples=["查实之日"]
    )

    @model_validator(mode="after")
    def _years_with_what_they_count(self) -> "Penalty":
        if bool(self.record) != (self.years is not None):
            raise refused("record_years", "“记入”和“记录年数”要一起写", "两项都写；通知没有写明的两项都不写")
        if self.consequence and not self.record:
            raise refused("consequence", "写了“后果”，没有写“记入”和“记录年数”", "请补写，或删去“后果”")
        if self.barred_from and self.barred_years is None:
            raise refused("barred_years", "写了“起算”，没有写“不得申报年数”", "请补写，或删去“起算”")
        return self


class Responsibility(Model):
    """Who answers for reviewing and recommending."""

    principle: Text = Field(alias="原则", description="审查推荐的责任原则", examples=["谁审查，谁负责"])
    vouched: Texts = Field(
        (), alias="保证", description="推荐单位对申报材料的哪些方面负责", examples=[["真实性", "完整性"]]
    )
    reviewed: Texts = Field(
        (), alias="审核内容", description="推荐单位审核申报材料的哪些方面", examples=[["真实性", "完整性"]]
    )
    open_matters: Texts = Field((), alias="公开", description="哪些事项公开", examples=[["政策", "条件"]])
    liable: Texts = Field((), alias="追究", description="弄虚作假的追究谁的责任", examples=[["单位领导", "经办人"]])


class Route(Model):
    """Through which hands the papers of some applicants go, in order."""

    people: Text = Field(alias="人员", description="哪些申报人员", examples=["各县市专业技术人员"])
    steps: Texts = Field(alias="依次", description="材料依次经过哪些单位", examples=[["所在单位", "县市主管部门"]])


class Submission(Model):
    """Which ways the papers take; applicants of different places and units take different ones."""

    routes: Annotated[tuple[Route, ...], OneOrMore] = Field(alias="途径", description="各类人员的报送途径")
    by_oneself: Text | None = Field(None, alias="个人报送", description="个人直接报送的怎样处理", examples=["不予受理"])


OnlineItems = Annotated[tuple[OnlineItem, ...], Numbered]
