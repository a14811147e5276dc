"""Invented applicants for measuring: as many as wanted, no two alike, the same ones every time.

Some have several achievements, one or none; some have texts of several lines, long names, rare characters and the marks
that XML, Markdown and Jinja are written with.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from generator.loading.load import load_campaign, load_unit
from generator.model.applicant import Applicant
from generator.model.case import Case
from generator.resources import data_folder
from generator.rules.identity_numbers import id_check, sex
from generator.text import chinese_numeral

_CAMPAIGN = "bazhou-archives-2024"
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜𠮷"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉建国志海䶮㛃"
_LONG_NAMES = ("阿布都热依木·买买提", "古丽仙·吐尔逊", "巴图孟克·才仁", "迪丽努尔·艾尔肯")
_CONDUCT = (
    "拥护中国共产党的领导，政治立场坚定",
    "遵守档案法律法规和保密规定，借阅、调卷、移交手续完备",
    "团结同志，作风正派，从业以来没有违规违纪行为",
    "工作态度端正，服务群众热情耐心",
    "坚持原则，在涉密、敏感档案的审批和管理上把关严格",
)
_WORK = ("整理文书档案", "数字化扫描", "编制《全宗指南》", "接收进馆档案", "指导立档单位归档", "核对A&B两类目录<甲>")
_SHARE = ("任项目负责人", "独立完成其中的著录", "负责成品质检", "起草验收办法**初稿**", "承担{{ 双语 }}目录对照")
_TITLES = ({}, {"名称": "助理馆员", "级别": "初级", "取得时间": "2018-11"}, {"名称": "管理员", "级别": "初级"})
_PEOPLES = ("汉族", "维吾尔族", "蒙古族", "回族", "哈萨克族")
_PARTIES = ("中共党员", "群众", "共青团员")
_SCHOOLS = ("天山示例大学", "天山示例职业大学", "博斯腾示例学院")


def invented_cases(count: int) -> list[Case]:
    """Cases of the sample campaign and units; every one may have every document of an applicant."""
    random = Random(20240905)
    campaign, _ = load_campaign(data_folder() / "campaigns" / f"{_CAMPAIGN}.yaml")
    units = [load_unit(path)[0] for path in sorted(data_folder().glob("units/*.yaml"))]
    return [
        Case(campaign, Applicant.model_validate(_applicant(number, random)), random.choice(units))
        for number in range(1, count + 1)
    ]


def _applicant(number: int, random: Random) -> dict[str, Any]:
    born = date(1965, 1, 1) + timedelta(days=random.randrange(12_000))
    digits = f"990{random.randrange(1000):03}{born:%Y%m%d}{number % 1000:03}"
    identity = digits + id_check(digits)
    start = date(2024, 9, 9) + timedelta(days=random.randrange(5))
    works = [_work(random) for _ in range(random.choice((0, 1, 2, 3, 3, 4)))]
    return {
        "姓名": _name(number, random),
        "性别": sex(identity),
        "族别": random.choice(_PEOPLES),
        "政治面貌": random.choice(_PARTIES),
        "身份证号": identity,
        "出生年月": f"{born:%Y-%m}",
        "联系电话": f"199{number:08}",
        "思想政治表现": _conduct(random),
        "学历学位": [
            {
                "学历": random.choice(("本科", "大专")),
                "学校": random.choice(_SCHOOLS),
                "专业": random.choice(("档案学", "行政管理", "文秘")),
                "毕业时间": f"{born.year + 23}-7",
            }
        ],
        "参加工作时间": f"{born.year + 23}-{random.randrange(8, 13)}",
        **({"现职称": title} if (title := random.choice(_TITLES)) else {}),
        "业绩成果": works,
        "实践能力": [_work(random)] if random.random() < 0.5 else [],
        "申报": {"系列": "档案", "专业": "档案", "级别": random.choice(("中级", "初级")), "职称": "馆员"},
        "免学经历": [{"类别": "“访惠聚”驻村", "起": "2024-1", "止": "至今", "仍在参加": "是"}],
        "免学理由": _reason(number, random),
        "公示": {"起始日期": f"{start:%Y-%m-%d}", "截止日期": f"{start + timedelta(days=7):%Y-%m-%d}"},
    }


def _name(number: int, random: Random) -> str:
    if random.random() < 0.2:
        return f"{random.choice(_LONG_NAMES)}{chinese_numeral(number % 99 + 1)}"
    return random.choice(_SURNAMES) + "".join(random.sample(_GIVEN, random.choice((1, 2, 2))))


def _conduct(random: Random) -> str:
    said = random.sample(_CONDUCT, random.randrange(2, 5))
    return ("。\n" if random.random() < 0.1 else "，").join(said) + random.choice(("", "。"))


def _work(random: Random) -> dict[str, str]:
    work = f"完成{random.choice(_WORK)}{random.randrange(100, 9999)}卷（件），合格率{random.randrange(90, 100)}%"
    share = f"{random.choice(_SHARE)}，经手{random.randrange(50, 999)}卷"
    when = f"202{random.randrange(4)}-{random.randrange(1, 13)}"
    return {"内容": work, "本人贡献": share, **({"时间": when} if random.random() < 0.8 else {})}


def _reason(number: int, random: Random) -> str:
    lines = list(_reasons(number, random))
    return ("\n" if random.random() < 0.2 else "").join(lines)


def _reasons(number: int, random: Random) -> Iterator[str]:
    yield f"2024年1月至今参加“访惠聚”驻村工作（第{number}号派驻文件），"
    yield f"每月在村{random.randrange(20, 27)}天，按规定申请免除2024年度继续教育学习。"
