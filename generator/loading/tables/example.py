"""An invented person, who shows in the workbooks to fill in what is meant; consistent with itself and the year."""

from collections.abc import Mapping

from generator.loading.tables.fields import Names
from generator.loading.title_series import load_title_series
from generator.model.campaign import Campaign

UNIT_NAME = "示例县示范档案馆"
_ID = "990101199005120012"  # of a region that does not exist
_MIDDLE, _ASSISTANT, _REVIEW = "中级", "助理级", "评审"

_PRESENT = "现职称"

Values = Mapping[Names, str]


def own_values(campaign: Campaign) -> Values:
    """The person's own fields, by the names that lead to them."""
    year = campaign.year
    tracks = [track.name for track in campaign.tracks]
    level = _MIDDLE if _MIDDLE in campaign.levels else campaign.levels[0]
    values = {
        ("姓名",): "王示范",
        ("性别",): "男",
        ("族别",): "汉族",
        ("政治面貌",): "群众",
        ("身份证号",): _ID,
        ("出生年月",): "1990-5",
        ("联系电话",): "19900000000",
        ("单位", "名称"): UNIT_NAME,
        ("人员身份",): "事业单位人员",
        ("参加工作时间",): f"{year - 12}-7",
        ("从事专业",): f"{campaign.series}工作",
        ("从事本专业年限",): "12",
        ("首次申报",): "否",
        ("现职称", "名称"): _title(campaign, _ASSISTANT),
        ("现职称", "级别"): "初级",
        ("现职称", "取得时间"): f"{year - 6}-11",
        ("现职称", "聘任时间"): f"{year - 5}-1",
        ("现职称", "取得地区"): "新疆",
        ("申报", "系列"): campaign.series,
        ("申报", "专业"): campaign.specialties[0],
        ("申报", "级别"): level,
        ("申报", "职称"): _title(campaign, level),
        ("申报", "申报类型"): _REVIEW if _REVIEW in tracks else tracks[0],
        ("年度考核", "等次"): "合格",
        ("继续教育", "学时"): str(_hours(campaign)),
        ("思想政治表现",): "该同志拥护中国共产党的领导，遵纪守法，恪守职业操守。",
        ("工作表现",): "该同志工作认真负责，能独立承担本岗位的专业技术工作。",
        ("廉洁自律",): "该同志廉洁自律，没有违规违纪行为。",
    }
    named = bool(values[_PRESENT, "名称"])
    return {names: value for names, value in values.items() if named or names[0] != _PRESENT}


def item_values(campaign: Campaign) -> Mapping[str, Values]:
    """One item of each list that the person has something for, and the groups."""
    year = campaign.year
    items = {
        "学历学位": {
            "学历": "本科",
            "学位": "管理学学士",
            "学校": "示例大学",
            "专业": "档案学",
            "毕业时间": f"{year - 12}-6",
        },
        "工作经历": {
            "起": f"{year - 12}-7",
            "止": "至今",
            "单位": UNIT_NAME,
            "职务": "业务股工作人员",
            "从事本专业": "是",
        },
        "业绩成果": {
            "内容": "整理文书档案860件，建立目录数据库",
            "本人贡献": "独立完成整理和著录",
            "时间": f"{year - 1}-6",
        },
        "实践能力": {"内容": "指导12个单位归档", "本人贡献": "现场指导15次，编写操作说明1份", "时间": f"{year - 1}-9"},
        "论文著作": {"题目": "基层工作方法探讨", "种类": "论文", "刊物": "示例学刊", "期号": f"{year - 1}年第4期"},
        "获奖情况": {"名称": "先进工作者", "授奖单位": "示例县人民政府", "时间": f"{year - 1}-12"},
        "公示": {
            "起始日期": f"{year}-9-9",
            "截止日期": f"{year}-9-13",
            "天数": "5",
            "天数单位": "工作日",
            "异议": "无",
        },
    }
    items["学历学位"]["学习形式"] = "全日制"
    items["工作经历"]["主要工作"] = "本专业的日常业务工作"
    items["论文著作"] |= {"发表时间": f"{year - 1}-8", "本人排序": "独立作者"}
    return {group: {(group, name): value for name, value in values.items()} for group, values in items.items()}


def unit_values() -> Values:
    """The person's unit."""
    return {
        ("名称",): UNIT_NAME,
        ("性质",): "事业单位",
        ("层级",): "县市",
        ("公示办公室",): "人事",
        ("监督电话",): "0996-0000000",
        ("负责人",): "李示例",
    }


def _title(campaign: Campaign, level: str) -> str:
    """The title of this level in the campaign's series; empty where the table of titles lacks it."""
    series = load_title_series().find(campaign.series)
    return next(iter(series.names(level)), "") if series else ""


def _hours(campaign: Campaign) -> int:
    hours = campaign.training.hours if campaign.training else None
    return max(hours.general or 0, hours.special or 0, 1) if hours else 60
