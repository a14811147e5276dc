"""One year's review (年度评审): every fact of the year, stated once."""

from typing import Annotated, Literal

from pydantic import Field, computed_field, model_validator

from generator.model.base import Model, Number, OneOrMore, SeriesName, SpecialtyName, Text
from generator.model.campaign_agreement import agreement_faults
from generator.model.campaign_materials import (
    CatalogueForm,
    ExemptionForm,
    Keeping,
    Packing,
    RequiredMaterial,
    RosterForm,
)
from generator.model.campaign_notice import (
    Attachment,
    Conditions,
    Contact,
    Fee,
    Notice,
    PassRate,
    Quota,
    Scope,
    Track,
    TrackForm,
)
from generator.model.campaign_rules import (
    AssessmentRule,
    ContinuingEducation,
    Defence,
    Masking,
    OnlineItems,
    OnlineReview,
    Penalty,
    Platform,
    PublicityRules,
    Responsibility,
    Submission,
    TitleProof,
)
from generator.model.campaign_schedule import Schedule
from generator.model.faults import refuse
from generator.model.prescribed import Commitments, Numbered, OpenQuestion, Prescribed, Texts
from generator.text import number_spans


class TrainingYears(Model):
    """The years whose certificates a level needs (derived)."""

    level: Text | None = Field(alias="级别")
    general: tuple[Number, ...] = Field(alias="公需科目")
    special: tuple[Number, ...] = Field(alias="专业科目")


class Campaign(Model):
    """One year's review of one series by one office; `年度` is stated, for the dates may cross years."""

    record: Literal["年度评审"] = Field("年度评审", alias="类型", description="这份文件的类型，写“年度评审”")
    year: Number = Field(alias="年度", description="申报年度", examples=["2024"])
    series: SeriesName = Field(alias="系列", description="职称系列，不写“系列”二字", examples=["档案"])
    other_series: Annotated[tuple[SeriesName, ...], OneOrMore] = Field(
        (), alias="其他系列", description="同一通知一并安排的其他系列；没有不写"
    )
    specialties: Annotated[tuple[SpecialtyName, ...], OneOrMore] = Field(
        alias="专业", description="可申报的专业，不写“专业”二字", examples=["档案"]
    )
    levels: Texts = Field(alias="级别", description="可申报的级别，按通知中的先后", examples=[["中级", "初级"]])
    prefecture: Text = Field(alias="地州市", description="组织评审的地州市全称", examples=["巴音郭楞蒙古自治州"])
    region: Text = Field(alias="地区称谓", description="通知中对本地区的称呼", examples=["自治州"])
    undertaking: Text = Field(
        alias="工作名称", description="标题中“开展……”的那项工作", examples=["专业技术人员职称工作"]
    )
    notice: Notice = Field(alias="通知", description="年度通知作为公文的各要素")
    tracks: Annotated[tuple[Track, ...], OneOrMore] = Field(alias="申报类型", description="本年度的申报类型")
    track_forms: Annotated[tuple[TrackForm, ...], OneOrMore] = Field(
        (), alias="申报用表", description="某些申报类型另交的表；没有不写"
    )
    scope: Scope = Field(alias="评审范围", description="谁可以申报，谁不得申报")
    conditions: Conditions = Field(alias="评审条件", description="本年度执行的评审条件")
    schedule: Schedule = Field(alias="时间安排", description="网上申报、纸质报送、答辩的时间")
    platform: Platform = Field(alias="网上申报", description="申报平台和上传的要求")
    review: OnlineReview = Field(OnlineReview(), alias="网上审核", description="审核、退回和再次提交的规定")
    online_items: OnlineItems = Field((), alias="网上填报", description="平台各栏目的填报要求，依次写")
    title_proof: TitleProof | None = Field(None, alias="现职称证明", description="现职称要交哪些证明")
    assessment: AssessmentRule | None = Field(None, alias="考核", description="年度考核的要求")
    training: ContinuingEducation | None = Field(None, alias="继续教育", description="继续教育的学时、年度和依据")
    exemption: ExemptionForm | None = Field(None, alias="免学申请", description="免除继续教育学习申请表的表样")
    masking: Masking | None = Field(None, alias="信息遮盖", description="盲评时要遮盖的内容；不盲评不写")
    publicity_rules: PublicityRules = Field(alias="公示规定", description="推荐单位公示的规定")
    unit_opinion: Prescribed = Field(alias="推荐单位审核意见", description="推荐单位填写的审核意见")
    true_copy: Prescribed | None = Field(
        None, alias="与原件一致说明", description="复印件上标注的文字；没有这项要求不写"
    )
    commitments: Commitments = Field(Commitments(), alias="承诺", description="承诺书和各种承诺语；没有这项要求不写")
    receiver: Text = Field(alias="接收单位", description="审核、留存纸质材料的单位", examples=["档案监督指导一科"])
    packing: Packing | None = Field(None, alias="材料报送", description="纸质材料的封装和复印件的要求")
    materials: Annotated[tuple[RequiredMaterial, ...], Numbered] = Field(
        (), alias="材料清单", description="纸质材料，依次写"
    )
    catalogue: CatalogueForm | None = Field(None, alias="材料目录", description="申报材料目录的表样")
    roster: RosterForm | None = Field(None, alias="花名册", description="申报人员花名册的表样")
    defence: Defence | None = Field(None, alias="答辩", description="答辩的赋分和免于答辩的范围")
    pass_rate: PassRate | None = Field(None, alias="通过率", description="总体通过率的上限；没有规定不写")
    penalty: Penalty | None = Field(None, alias="违规处理", description="弄虚作假怎样处理；没有写明不写")
    responsibility: Responsibility | None = Field(None, alias="审核责任", description="审查推荐的责任；没有写明不写")
    submission: Submission | None = Field(None, alias="报送", description="纸质材料经谁报送；没有写明不写")
    fee: Fee = Field(Fee(), alias="费用", description="评审费用")
    quotas: tuple[Quota, ...] = Field((), alias="名额", description="各单位的名额；不分配名额的不写")
    other_matters: Texts = Field((), alias="其他事项", description="注意事项末尾另加的各段；没有不写")
    contacts: Annotated[tuple[Contact, ...], OneOrMore] = Field(
        alias="联系", description="咨询的联系人、电话和受理地点"
    )
    supervision: Annotated[tuple[Contact, ...], OneOrMore] = Field(
        (), alias="监督", description="监督举报的部门和电话；没有写明不写"
    )
    attachments: Annotated[tuple[Attachment, ...], Numbered] = Field((), alias="附件", description="通知的附件，依次写")
    open_questions: tuple[OpenQuestion, ...] = Field(
        (), alias="存疑", description="通知前后矛盾或没有写明之处；检查时作为提示列出"
    )

    @model_validator(mode="after")
    def _refers_to_what_is_stated(self) -> "Campaign":
        refuse(agreement_faults(self))
        return self

    @computed_field(alias="级别合称", description="如“中、初级”", return_type=str)
    @property
    def levels_together(self) -> str:
        return "、".join(level.removesuffix("级") for level in self.levels) + "级"

    @computed_field(
        alias="考核年度",
        description="要交考核结果的年度：考核.年度；不写则为申报年度以前的近几年",
        return_type=tuple[int, ...],
    )
    @property
    def assessment_years(self) -> tuple[int, ...]:
        rule = self.assessment
        return (rule.years or self._recent(rule.count, until=self.year - 1)) if rule else ()

    @computed_field(
        alias="继续教育年度",
        description="各级别要交合格证书的年度：照所列的年度；不写则为含申报年度在内的近几年",
        return_type=tuple[TrainingYears, ...],
    )
    @property
    def training_years(self) -> tuple[TrainingYears, ...]:
        return tuple(
            TrainingYears.model_construct(
                level=span.level,
                general=span.general_years or self._recent(span.general or 0, until=self.year),
                special=span.special_years or self._recent(span.special or 0, until=self.year),
            )
            for span in (self.training.spans if self.training else ())
        )

    @computed_field(alias="评审表材料", description="材料清单中的评审表", return_type=RequiredMaterial | None)
    @property
    def review_form(self) -> RequiredMaterial | None:
        return next((material for material in self.materials if material.review_form), None)

    @computed_field(alias="材料去向", description="留存、领回的材料各是第几项", return_type=tuple[Keeping, ...])
    @property
    def keepings(self) -> tuple[Keeping, ...]:
        kept: dict[str, list[int]] = {}
        for material in self.materials:
            kept.setdefault(material.keeping, []).append(material.position)
        return tuple(
            Keeping.model_construct(keeping=keeping, positions=tuple(positions), span=number_spans(positions))
            for keeping, positions in kept.items()
        )

    @computed_field(alias="所列文种", description="材料清单和附件中写明由哪些模板生成的", return_type=tuple[str, ...])
    @property
    def kinds_asked(self) -> tuple[str, ...]:
        kinds = [kind for material in self.materials for kind in material.kinds]
        kinds += [attachment.kind for attachment in self.attachments if attachment.kind]
        return tuple(dict.fromkeys(kinds))

    @staticmethod
    def _recent(count: int, *, until: int) -> tuple[int, ...]:
        return tuple(range(until - count + 1, until + 1))
