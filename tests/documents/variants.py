"""Cases that differ in what documents say: the sample applicants, one with everything, and changed ones."""

from collections.abc import Callable, Iterator
from typing import Any

from pydantic import ValidationError

from generator.loading.load import load_case
from generator.model.base import Model
from generator.model.campaign import Campaign
from generator.model.case import Case
from generator.resources import data_folder
from generator.text import PartialDate
from tests.documents.all_stated import ALL_STATED

CAMPAIGN: Campaign = load_case(data_folder() / "campaigns" / "bazhou-archives-2024.yaml").case.campaign
_APPLICANTS = {path.stem: load_case(path).case for path in sorted((data_folder() / "applicants").glob("*.yaml"))}
SAMPLES = {name: case for name, case in _APPLICANTS.items() if case.campaign == CAMPAIGN}  # one year has all documents

CAMPAIGNS = {path.stem: load_case(path).case for path in sorted((data_folder() / "campaigns").glob("*.yaml"))}
OWN_WORDS = {path.stem: load_case(path).case for path in sorted((data_folder() / "documents").glob("*.yaml"))}
CRITERIA = {path.stem: load_case(path).case for path in sorted((data_folder() / "criteria").glob("*.yaml"))}


def full_document(genre: str) -> Case:
    """An official document of this genre with every part and with attachments."""
    return Case(document=changed(OWN_WORDS["example-city-notice-2024"].document, {"公文种类": genre}))


def labelled_document(genre: str) -> Case:
    """One that is an attachment of another."""
    document = full_document(genre).document
    return Case(document=changed(document, {"发文机关标志": None, "附件标号": "附件1"}))


def document_with_parts_in_its_body(genre: str) -> Case:
    """One whose body sets what the template would set otherwise, and whose attachment labels itself."""
    parts = "::: 附件说明\n附件：名额表\n:::\n\n::: 落款\n示例市示例局\n2024年9月4日\n:::\n\n"
    parts += "::: 附注\n（此件公开）\n:::\n\n::: 版记\n抄送：示例市示例委。\n:::"
    attachment = {"名称": "名额表", "正文": "::: 附件号\n附件一\n:::\n\n名额另行下达。"}
    full = {"公文种类": genre, "正文": f"有关事项如下。\n\n{parts}", "附件": [attachment]}
    return Case(document=changed(OWN_WORDS["example-city-statement-2024"].document, {**full, "事实": {}, "表格": {}}))


def criteria_without_achievements() -> Case:
    """Conditions of a level that asks for representative works and not for achievements."""
    criteria = CRITERIA["bazhou-archives-2021"].criteria
    levels = [{**level, "业绩成果": None} for level in data_of(criteria)["各级条件"]]
    return Case(criteria=changed(criteria, {"各级条件": levels}))


# What is computed, and the stated field it comes from.
_COMPUTED = {"申报人.最高学历": "申报人.学历学位", "评审.评审表材料": "评审.材料清单"}
_CLAUSES = ("现职称证明", "考核", "继续教育", "信息遮盖")


def data_of(value: Any) -> Any:
    """A model as the data it could be read from: Chinese keys, positions and what is not stated left out."""
    if isinstance(value, Model):
        fields = ((field.alias, getattr(value, name)) for name, field in type(value).model_fields.items())
        return {alias: data_of(item) for alias, item in fields if item is not None and alias != "序号"}
    if isinstance(value, tuple) and not isinstance(value, PartialDate):
        return [data_of(item) for item in value]
    if isinstance(value, dict):
        return {name: data_of(item) for name, item in value.items()}
    return value


def changed(model: Model, changes: dict[str, Any]) -> Model:
    """The model with other values at some dotted paths; None takes the value away."""
    data = data_of(model)
    for path, value in changes.items():
        _set(data, path.split("."), value)
    return type(model).model_validate(data)


def _set(data: dict[str, Any], path: list[str], value: Any) -> None:
    *parents, last = path
    for key in parents:
        data = data.setdefault(key, {})
    if value is None:
        data.pop(last, None)
    else:
        data[last] = value


def with_applicant(case: Case, **changes: Any) -> Case:
    """The case with other values of its applicant, by their Chinese names."""
    return Case(case.campaign, changed(case.applicant, changes), case.unit)


def with_unit(case: Case, **changes: Any) -> Case:
    return Case(case.campaign, case.applicant, changed(case.unit, changes))


def with_campaign(case: Case, changes: dict[str, Any]) -> Case:
    return Case(changed(case.campaign, changes), case.applicant, case.unit, case.roster)


def without(case: Case, path: str) -> Case:
    """The case without the value at a template path (`公示.异议`); with it goes what cannot stand without it."""
    for computed, stated in _COMPUTED.items():
        path = stated if path.startswith(computed) else path
    root, _, inner = path.partition(".")
    if root == "单位":
        return Case(case.campaign, case.applicant, _less(case.unit, inner))
    if root == "公文":
        return Case(document=_less(case.document, inner))
    if root == "条件":
        return Case(criteria=_less(case.criteria, inner))
    if root == "评审":
        return Case(_less(case.campaign, inner), case.applicant, case.unit, case.roster)
    inner = f"公示.{inner}" if root == "公示" else inner
    return Case(case.campaign, _less(case.applicant, inner), case.unit)


def _less(model: Model, path: str) -> Model:
    data = data_of(model)
    _set(data, path.split("."), None)
    if isinstance(model, Campaign):
        _drop_clauses(data)
    try:
        return type(model).model_validate(data)
    except ValidationError:
        parent = path.rpartition(".")[0]
        if not parent:
            return model  # what must be stated in one way or another stays
        return _less(model, parent)


def _drop_clauses(data: dict[str, Any]) -> None:
    """Items that print a group of rules go with the group; materials only lose what they took from it."""
    gone = {name for name in _CLAUSES if name not in data}
    gone |= set() if "手写承诺语" in data["承诺"] else {"手写承诺语"}
    data["网上填报"] = [item for item in data.get("网上填报", []) if item.get("条款") not in gone]
    for material in data.get("材料清单", []):
        for key in ("依据", "年度"):
            if material.get(key) in gone:
                del material[key]
        if "与原件一致说明" not in data:
            material.pop("标注与原件一致", None)


def everything() -> Case:
    """An applicant and a unit of whom every field is stated."""
    case = SAMPLES["abdurehim-memettursun"]
    degrees = [{**data_of(degree), "学位": "文学学士"} for degree in case.applicant.degrees]
    case = with_applicant(case, 学历学位=degrees, 申报={**data_of(case.applicant.application), "申报类型": "评审"})
    return with_unit(case, 注册地="若羌县城")


def full_campaign() -> Campaign:
    """The 2024 campaign with all that it leaves unsaid stated, and two attachments only."""
    posted = {"栏目": "示例公示栏", "公示期": {"天数": 13, "天数单位": "工作日"}}
    listed = {"网上填报": [*data_of(CAMPAIGN.online_items), posted], "附件": data_of(CAMPAIGN.attachments[1:3])}
    return changed(CAMPAIGN, {**ALL_STATED, **listed})


FEES = [
    {"适用": ["评审"], "级别": "中级", "每人金额": 12380},
    {"适用": ["评审"], "级别": "初级", "每人金额": 220},
    {"适用": ["初次确定"], "级别": "初级", "每人金额": 100},
]
"""None for 授予, which one of the samples applies for."""

EVERYTHING = everything()
FULL_CAMPAIGN = full_campaign()


def applicant_variants() -> Iterator[tuple[str, Case]]:
    """Named cases of applicants that stand on one side or the other of a condition."""
    case = EVERYTHING
    one = [{"内容": "独立完成全宗整理", "时间": "2023-6", "本人贡献": "全部整理"}]
    bare = [{"内容": "独立完成全宗整理"}]
    yield "one-achievement", with_applicant(case, 业绩成果=one, 实践能力=[])
    yield "one-bare-achievement", with_applicant(case, 业绩成果=[], 实践能力=bare)
    yield "two-bare-achievements", with_applicant(case, 业绩成果=bare, 实践能力=bare)
    yield "no-achievement", with_applicant(case, 业绩成果=[], 实践能力=[])
    for name, display in (("id-in-full", "全号"), ("id-masked", "隐去中间8位"), ("id-omitted", "不印")):
        yield name, with_campaign(case, {"公示规定.身份证号显示": display})
    yield "id-undecided", with_campaign(case, {"公示规定.身份证号显示": None})
    yield (
        "calendar-days",
        with_applicant(case, 公示={**data_of(case.applicant.publicity), "天数单位": "自然日", "天数": 8}),
    )
    yield (
        "undated",
        with_applicant(case, 公示={**data_of(case.applicant.publicity), "公示落款日期": None, "结果落款日期": None}),
    )
    yield (
        "post-unnamed",
        with_applicant(
            case, 工作经历=[{"起": "2016-9", "止": "2020", "单位": "乙馆", "从事本专业": "是", "主要工作": "征集"}]
        ),
    )
    yield "many-materials", with_applicant(case, 材料=[{"名称": f"示例材料{n}", "件数": n} for n in range(1, 16)])
    materials = [{"名称": "所在单位性质证明", "文种": "unit_nature_certificate", "另附": [{"内容": "示例附件"}]}]
    yield "one-enclosure", with_campaign(case, {"材料清单": materials})
    yield "school-unsaid", with_applicant(case, 学历学位=[{"学历": "本科", "专业": "档案学", "毕业时间": "2014-1"}])
    yield "long-name", with_unit(case, 名称="巴音郭楞蒙古自治州孔雀河示例档案管理中心")
    yield "no-materials", with_applicant(case, 材料=[])


def roster_variants() -> Iterator[tuple[str, Case]]:
    """Named lists of five sample applicants, one of them without a unit, under campaigns that charge or do not."""
    county, *archives = (SAMPLES[name] for name in ("abdurehim-memettursun", "liu-jianjiang", "lu-zhejie"))
    company, town = (SAMPLES[name] for name in ("zhao-qiuyue", "ma-xiaoyun"))
    everyone = (county, *archives, company, Case(CAMPAIGN, town.applicant))
    charging = changed(CAMPAIGN, {"费用": {"收取": "收取", "标准": FEES}})
    yield "unsaid", Case(CAMPAIGN, roster=everyone)
    yield "free", Case(changed(CAMPAIGN, {"费用": {"收取": "不收取"}}), roster=everyone)
    yield "charged", Case(charging, roster=everyone)
    yield "charged-one-unit", Case(charging, roster=tuple(archives))
    yield "charged-one-person", Case(charging, roster=(county,))
    known = [*FEES, {"适用": ["授予"], "每人金额": 80}]
    certain = changed(CAMPAIGN, {"费用": {"收取": "收取", "标准": known}})
    yield "charged-and-known", Case(certain, roster=everyone)
    yield "charged-one-unit-and-known", Case(certain, roster=tuple(archives))


def campaign_variants() -> Iterator[tuple[str, Campaign]]:
    """Named campaigns that stand on the other side of the conditions of the notice."""
    for name, change in _NOTICE.items():
        yield name, changed(FULL_CAMPAIGN, change(data_of(FULL_CAMPAIGN)))
    for group in (*_CLAUSES, "承诺.手写承诺语"):
        yield f"no-{group}", without(Case(FULL_CAMPAIGN), f"评审.{group}").campaign
    yield "sample-two-attachments", changed(CAMPAIGN, {"附件": data_of(CAMPAIGN.attachments[:2])})


_SPRING = {"起": "2024-3-1", "止": "2024-3-20"}
_NEW_YEAR = {"起": "2024-12-20", "止": "2025-1-10"}


def _rounds(*papers: dict[str, str] | None) -> list[dict[str, Any]]:
    tracks = (["评审"], ["初次确定", "授予"])
    return [
        {"适用": track, "网上申报": _SPRING, **({"纸质报送": paper} if paper else {})}
        for track, paper in zip(tracks, papers, strict=False)
    ]


def _materials(data: dict[str, Any], key: str, value: Any) -> list[dict[str, Any]]:
    """The materials, with another value of a key of the review form."""
    return [
        {**item, "评审表": {**item["评审表"], key: value}} if "评审表" in item else item for item in data["材料清单"]
    ]


def _without_form(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [item for item in data["材料清单"] if "评审表" not in item]


def _copies_unsaid(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [{key: value for key, value in item.items() if key != "份数"} for item in data["材料清单"]]


def _enclosed_by_all(data: dict[str, Any]) -> list[dict[str, Any]]:
    first, *others = data["材料清单"]
    return [{**first, "另附": [{"内容": "示例附件"}]}, *others]


def _series_rounds(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {"系列": [data["系列"]], "级别": ["初级"], "网上申报": _SPRING, "关闭时刻": "18:00"},
        {"系列": ["示例乙"], "网上申报": _NEW_YEAR, "纸质报送": _NEW_YEAR},
    ]


_PLAIN_FORM = {"名称": "《示例评审表》", "评审表": {"纸张": "A3", "双面打印": "否", "须有水印": "否"}}
_ENDORSED = {"名称": "示例自传", "签署": {"签署人": "示例科", "文字": "示例属实", "出处": "示例"}}


def _exempt(**groups: Any) -> dict[str, Any]:
    return {"答辩.免于答辩": groups}


_NOTICE: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "one-attachment": lambda data: {"附件": data["附件"][:1]},
    "attachment-without-template": lambda data: {"附件": [{"名称": "示例名单"}, *data["附件"]]},
    "unsealed": lambda data: {"通知.用印": "否", "通知.署名": ["示例甲机关", "示例乙机关"]},
    "month-only": lambda data: {"通知.成文日期": "2024-9"},
    "year-only": lambda data: {"通知.成文日期": "2024"},
    "two-rounds": lambda data: {"时间安排.批次": _rounds(_SPRING, _NEW_YEAR)},
    "two-rounds-one-on-paper": lambda data: {"时间安排.批次": _rounds(None, _NEW_YEAR)},
    "no-papers": lambda data: {"时间安排.批次": _rounds(None, None)},
    "no-defence": lambda data: {"答辩": None, "时间安排.答辩": None},
    "defence-for-all": lambda data: {"答辩": None, "时间安排.答辩": {"时间": "2024年11月5日"}},
    "defence-scored-only": lambda data: {"答辩.不量化赋分": None, **_exempt(工作=["驻村"])},
    "defence-unscored-only": lambda data: {"答辩.量化赋分": None, **_exempt(职务=["第一书记"])},
    "defence-by-place": lambda data: _exempt(工作地=["且末县"]),
    "defence-by-level": lambda data: _exempt(级别=["初级"]),
    "free": lambda data: {"费用": {"收取": "不收取"}},
    "free-by-a-document": lambda data: {"费用": {"收取": "不收取", "依据": {"名称": "示例免费办法"}}},
    "fee-without-basis": lambda data: {"费用.依据": []},
    "fee-unsaid": lambda data: {"费用": None},
    "opinion-by-hand": lambda data: {"推荐单位审核意见.书写方式": "手写"},
    "form-on-one-side": lambda data: {"材料清单": _materials(data, "双面打印", "否")},
    "form-without-watermark": lambda data: {"材料清单": _materials(data, "须有水印", "否")},
    "form-without-photo": lambda data: {"材料清单": _materials(data, "照片", None)},
    "form-on-any-paper": lambda data: {"材料清单": _materials(data, "纸张", None)},
    "form-not-archived": lambda data: {"材料清单": _materials(data, "归档", [])},
    "form-not-archived-on-one-side": lambda data: {"材料清单": [_PLAIN_FORM, *_without_form(data)]},
    "materials-without-form": lambda data: {"材料清单": _without_form(data)},
    "materials-without-copies": lambda data: {"材料清单": _copies_unsaid(data)},
    "enclosure-for-all-units": lambda data: {"材料清单": _enclosed_by_all(data)},
    "certificates-of-some-years": lambda data: {"材料清单": [{"名称": "示例合格证书", "年度": "继续教育"}]},
    "endorsed-without-seal": lambda data: {"材料清单": [_ENDORSED]},
    "one-form-for-a-track": lambda data: {"申报用表": {"适用": ["授予"], "名称": "《示例呈报表》"}},
    "aid-people-who-came-back": lambda data: {"评审范围.援助人员.须在援": "否"},
    "rounds-by-series-and-level": lambda data: {"其他系列": ["示例乙"], "时间安排.批次": _series_rounds(data)},
    "training-of-special-subjects": lambda data: {"继续教育": {"年限": {"专业科目": 2}}},
    "training-of-general-subjects": lambda data: {"继续教育": {"年限": {"公需科目": 2}}},
    "pass-rate-by-level": lambda data: {"通过率.计算": "分级别"},
    "pass-rate-rounded-anyhow": lambda data: {"通过率.取整": "未写明"},
    "punished-by-the-rules": lambda data: {"违规处理": {"情形": ["示例情形"], "依据": {"名称": "示例处理办法"}}},
    "punished-outright": lambda data: {"违规处理": {"情形": ["示例情形"], "处理": ["示例取消资格"]}},
    "unpacked": lambda data: {"材料报送": None},
    "no-roster": lambda data: {"花名册": None},
    "newcomers-like-others": lambda data: {"考核.新入职按实际年限": "否"},
    "exemption-unnamed": lambda data: {"免学申请.通知中的名称": None},
    "summary-unmasked": lambda data: {"信息遮盖.总结不得出现": None},
    "masking-unchecked": lambda data: {"信息遮盖.检查入口": None},
    "nothing-made-public": lambda data: {"审核责任.公开": None},
    "copies-only-checked": lambda data: {"材料报送.复印件盖章": None},
    "copies-only-sealed": lambda data: {"材料报送.复印件审核": None},
    "cover-bare": lambda data: {"材料报送.张贴": None},
    "contacts-bare": lambda data: {"联系": [{"联系人": "周示例"}, {"单位": "示例科"}, {"职务": "科长"}]},
    "contacts-by-unit": lambda data: {"联系": [{"联系人": "周示例", "单位": "示例科"}]},
}
