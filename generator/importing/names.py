"""What to call a fact, from the words around it: 网上申报, 公示期, 中级评审费.

A name is a suggestion that a person may change; what counts is that the same words get the same name, and that a
template can say it after a dot.
"""

import re
from dataclasses import dataclass

from generator.reading.facts.find import (
    AMOUNT,
    DATE,
    DURATION,
    NUMBER,
    PERIOD,
    PERSON,
    PHONE,
    URL,
    YEAR,
    Mention,
)

OWN_YEAR, _OTHER_YEAR = "申报年度", "所列年度"
_WIDE, _NARROW = 40, 16  # characters before and after a fact in which a word may tell what it is
_LONGEST = 24
_NOT_OF_NAMES = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9]")
_STOP = re.compile(r"[。；;！？\n]")
_SENTENCE = re.compile(r"[。！？\n]")
_CLAUSE = re.compile(r"[。；;！？\n，,：:（）()、]")

_TIMES = (
    ("网上申报", r"网上申报|网络申报|网上填报|在线申报|申报系统|系统开放|平台开放"),
    ("纸质材料报送", r"纸质材料|纸质版|书面材料|报送材料|材料报送|现场提交|递交材料"),
    ("网上审核", r"网上审核|审核时间|形式审查"),
    ("答辩", r"答辩"),
    ("公示", r"公示"),
    ("评审会议", r"评审会|召开评审|集中评审"),
    ("缴费", r"缴费|交费"),
    ("报名", r"报名"),
    ("考试", r"考试|笔试|面试"),
    ("领取证书", r"领取|证书发放"),
    ("业绩截止", r"业绩.{0,8}截止|业绩成果"),
    ("任职年限截止", r"(?:任职|资历|年限|工作年限).{0,8}(?:截止|计算)"),
)
_VAGUE_TIMES = (
    ("审核", r"审核|审查"),
    ("推荐", r"推荐"),
    ("受理", r"受理"),
    ("开放", r"开放|开通|上线"),
    ("申报", r"申报"),
    ("施行", r"施行|实施|生效"),
)
_YEARS = (
    ("考核年度", r"考核"),
    ("公需科目年度", r"公需"),
    ("专业科目年度", r"专业课|专业科目"),
    ("继续教育年度", r"继续教育"),
)
_DURATIONS = (
    ("公示期", r"公示", r"日|天"),
    ("修改时限", r"退回|修改|补正|补充|完善", r"小时|日|天"),
    ("提交次数", r"提交|退回|审核次数|次数", r"次"),
    ("公需科目学时", r"公需", r"学时|课时"),
    ("专业科目学时", r"专业科目|专业课", r"学时|课时"),
    ("继续教育学时", r"继续教育", r"学时|课时"),
    ("诚信记录年限", r"记录期限", r"年"),
    ("不得申报年限", r"不得.{0,6}申报|不得参加|不得晋升|查实|取消|禁止", r"年"),
    ("顺延年限", r"顺延|延迟|推迟", r"年"),
    ("社保月数", r"社保|社会保险|缴费", r"月"),
    ("受理时限", r"受理|答复|反馈|办结|复查|申诉", r"日|天|小时"),
    ("提前期", r"提前", r"日|天"),
)
_PHONES = (
    ("监督电话", r"(?:监督|举报|投诉|纪检|信访)(?:电话|热线)?"),
    ("技术支持电话", r"(?:技术|系统|平台)(?:支持|服务|咨询)?(?:电话|热线)?"),
    ("传真", r"传真"),
    ("咨询电话", r"(?:政策)?咨询(?:电话|热线)?"),
    ("联系电话", r"联系|电话|手机"),
)
_URLS = (("学信网", r"学信网|学历"), ("申报平台", r"平台|系统|申报"), ("邮箱", r"邮箱"), ("网站", r"网站|官网|门户"))
_QUALIFIER = re.compile(
    r"初次确定|考核认定|初定|认定|授予|转评|直接申报|破格|正高级|副高级|高级|中级|初级|员级|助理级|基本合格|不合格"
    r"|第[一二三四五六七八九十]批|第[一二三四五六七八九十]阶段|[\u4e00-\u9fff]{2,5}系列"
)
_LEVEL = re.compile(r"正高级|副高级|高级|中级|初级|员级|助理级")
_FEE = re.compile(r"评审费|评审收费|报名费|考试费|答辩费|工本费|培训费|资料费")
_NOT_OF_FEES = re.compile(r"(?:评审)?(?:收费|费用?|标准|人民币|每人|缴纳|收取|为|按|[\d\s.]+元?)+$")
_PAY = re.compile(r"劳动报酬|报酬|劳务费|补助|津贴|奖励|经费")
_ISSUED = re.compile(r"^关于(?:印发|转发|发布|做好|开展)?|的通知$|[（(][^（()）]*[）)]")
_YEAR_IN_FRONT = re.compile(r"^(?:19|20)[0-9]{2}年?度?")
_REGION = re.compile(r"^.{0,12}?(?:自治区|自治州|省|市)(?=.{6})")
_TITLED = re.compile(r"《([^《》]*(?:《[^《》]*》[^《》]*)*)》[^《》。；]{0,4}$")
_STAGE = re.compile(r"第[一二三四五六七八九十]阶段[：:]?\s*([\u4e00-\u9fff]{2,12}?)(?:阶段)?[（(：:]?\s*$")
_BEFORE_DATE = re.compile(
    r"([\u4e00-\u9fff]{2,8}?)(?:时间|日期|期限)?(?:拟定|定|初定)?(?:为|是|在|于|自|从|至|：|:)*[（(]?\s*$"
)
_WEAK_END = re.compile(r"(?:的|具体|须|应当?|将|拟|要|请)+$")
_UNTIL = re.compile(r"[12]\d{3}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?\s*(?:至|到|[—–～~-]+)\s*$")
_TILL = re.compile(r"\s*(?:之?前|以前|截止|止)")
_FROM = re.compile(r"\s*(?:起|开始|之?后)")


@dataclass(frozen=True)
class Context:
    """Where a fact stands: the text of its paragraph, the heading above, and the year the document is about.

    `since` is the place in the text where the fact before ends.
    """

    text: str
    heading: str = ""
    year: int | None = None
    since: int = 0


def suggested(mention: Mention, context: Context) -> tuple[str, str]:
    """A name for the fact, and a word to put in front where another fact has the name; either may be empty.

    No name means that nothing around says what the fact is for.
    """
    base = _NAMERS[mention.kind](mention, context)
    return as_name(base, mention.kind), _qualifier(mention, context)


def as_name(text: str, kind: str) -> str:
    """The text as a name that a template can say: Chinese characters, letters and digits, not too long."""
    name = _NOT_OF_NAMES.sub("", text)[:_LONGEST]
    # A digit begins no name, and letters alone may be the name of something that every record has.
    return kind + name if name and (name[0].isdigit() or name.isascii()) else name


def _before(mention: Mention, context: Context, width: int = _WIDE, stop: re.Pattern[str] = _STOP) -> str:
    text = context.text[max(0, mention.start - width) : mention.start]
    return stop.split(text)[-1]


def _after(mention: Mention, context: Context, width: int = _NARROW) -> str:
    return _STOP.split(context.text[mention.end : mention.end + width])[0]


def _nearest(words: tuple[tuple[str, ...], ...], text: str, *, first: bool = False) -> str:
    """The name whose word stands nearest to the fact: last in the text before it, or `first` in the text behind it."""
    found = [
        (match.start() if first else -match.end(), rank, name)
        for rank, (name, pattern, *_) in enumerate(words)
        for match in re.finditer(pattern, text)
    ]
    return min(found)[-1] if found else ""


def _time_name(mention: Mention, context: Context) -> str:
    before = _before(mention, context)
    until = _UNTIL.search(before) if mention.kind == DATE else None
    before = before[: until.start()] if until else before
    stage = _STAGE.search(before)
    after = _after(mention, context)
    name = (
        stage[1]
        if stage
        else _nearest(_TIMES, before)
        or _nearest(_VAGUE_TIMES, before)
        or _nearest(_TIMES, context.heading)
        or _nearest(_VAGUE_TIMES, context.heading)
        or _nearest((*_TIMES, *_VAGUE_TIMES), after, first=True)
        or _said_before(before)
        or context.heading
    )
    if mention.kind == DATE and name:
        return name + ("截止" if until or _TILL.match(after) else "开始" if _FROM.match(after) else "")
    return name


def _said_before(before: str) -> str:
    match = _BEFORE_DATE.search(_CLAUSE.split(before.rstrip("：:（( "))[-1])
    return _WEAK_END.sub("", match[1]) if match else ""


def _year_name(mention: Mention, context: Context) -> str:
    if mention.value == context.year and mention.pair is None:
        return OWN_YEAR
    behind = _after(mention, context, _WIDE)
    return _nearest(_YEARS, behind, first=True) or _nearest(_YEARS, _before(mention, context)) or _OTHER_YEAR


def _amount_name(mention: Mention, context: Context) -> str:
    sentence = _before(mention, context, 80, _SENTENCE)
    item = re.split(r"[，,；;：:]", sentence)[-1]
    fee = _FEE.search(sentence) or _FEE.search(context.heading)
    if fee or "费" in sentence + context.heading:
        who = _NOT_OF_FEES.sub("", re.sub(r"^.*(?:评审费|费用|收费标准)", "", item))
        name = fee.group().replace("收费", "费") if fee else "收费"
        return name if _who(who) in name else _who(who).removesuffix("费") + name
    pay = _PAY.search(sentence) or _PAY.search(_after(mention, context, 60))
    if pay and pay.group() not in item:
        level = _LEVEL.search(item)
        return (level.group() if level else "") + pay.group()
    return _said_before(item) or "金额"


def _who(text: str) -> str:
    """The first of those who pay, with the level that the last is of: 初次确定、转评初级 → 初次确定初级."""
    first = re.split(r"[、和及]", text)[0].strip()
    level = _LEVEL.search(text)
    return first + (level.group() if level and not _LEVEL.search(first) else "")


def _duration_name(mention: Mention, context: Context) -> str:
    around = (_before(mention, context), _after(mention, context, 24))
    fitting = tuple((name, words) for name, words, unit in _DURATIONS if re.search(unit, str(mention.value)))
    return _nearest(fitting, around[0]) or _nearest(fitting, around[1], first=True)


def _phone_name(mention: Mention, context: Context) -> str:
    name = (
        _nearest(_PHONES, _before(mention, context, 80, _SENTENCE)) or _nearest(_PHONES, context.heading) or "联系电话"
    )
    return "联系手机" if name == "联系电话" and re.fullmatch(r"1\d{10}", str(mention.value)) else name


def _number_name(mention: Mention, context: Context) -> str:
    titled = _TITLED.search(context.text[: mention.start].rstrip("（( "))
    if not titled:
        return "所引文件"
    title = "".join(titled[1].split())
    inner = re.search(r"《([^《》]+)》|〈([^〈〉]+)〉", title)
    name = _ISSUED.sub("", (inner[1] or inner[2]) if inner else title)
    return _NOT_OF_NAMES.sub("", _YEAR_IN_FRONT.sub("", _REGION.sub("", _ISSUED.sub("", name))))[-_LONGEST:]


def _url_name(mention: Mention, context: Context) -> str:
    return _nearest(_URLS, _before(mention, context)) or "网址"


def _qualifier(mention: Mention, context: Context) -> str:
    """A word of the sentence that tells this fact from another of the same name."""
    if mention.kind in (PERIOD, DATE):
        text = context.text[: mention.start]
        found = _QUALIFIER.search(text, context.since) or _QUALIFIER.search(text)
    else:
        every = list(_QUALIFIER.finditer(_before(mention, context, 60)))
        found = every[-1] if every else None
    return found.group() if found else ""


_NAMERS = {
    YEAR: _year_name,
    DATE: _time_name,
    PERIOD: _time_name,
    AMOUNT: _amount_name,
    DURATION: _duration_name,
    PHONE: _phone_name,
    PERSON: lambda mention, context: "联系人",
    NUMBER: _number_name,
    URL: _url_name,
}
