"""The words and figures by which the parts of an official document are known."""

import re

NUMERAL = "〇零○一二三四五六七八九十百"
S = r"[^\S\n]*"

# Where the name of an organisation ends; a seal that stands in for another is said behind it.
_ORGANISATION = re.compile(
    r"(?:局|委|厅|室|会|部|院|校|府|处|组|司|中心|站|所|馆|社|学|团|办|科|队|行|署|厂|场|联|台|园|村|乡|镇|街道|公司|人民政府)"
    r"$|[（(][^（()）]{0,12}(?:章|印)[）)]$"
)
# Kinds of document and of attachment by which a title ends.
_TITLE_END = re.compile(
    r"(?:通知|通告|通报|公告|公报|公示|启事|决定|决议|命令|令|意见|建议|方案|预案|办法|规定|规程|规则|规范|条例|细则|章程|制度"
    r"|标准|条件|计划|规划|要点|安排|报告|请示|批复|函|纪要|说明|须知|指南|手册|说明书|承诺书|证明|证书|鉴定|申请书|名单|目录"
    r"|清单|一览|样式|模板|范本|公开信|总结|汇报|简章|议程|流程|流程图|表|书|册|单|结果|办法汇编|问答|解读)"
    r"(?:[^\S\n]*[（(][^（()）]{1,16}[）)]|[0-9０-９一二三四五六七八九十]{1,2})*$"
)
_SENTENCE_END = "。！？；：，、;:,!?"
_STOP_AT_END = re.compile(r"[。！？；]$|[\u4e00-\u9fff]\.$")
_CLOSERS = "”’）)》〉」』】］]"

_FIGURE = "0-9０-９〇○零一二三四五六七八九Xx×＿_"
DATE = (
    rf"(?<![0-9〇○×_])[{_FIGURE}]{{2,4}}{S}年{S}"
    rf"(?:[{_FIGURE}十]{{1,3}}{S})?月{S}(?:[{_FIGURE}十]{{1,3}}{S})?日"
)
_DATE_LINE = re.compile(
    rf"{DATE}|[0-9]{{4}}{S}([-./]){S}[0-9]{{1,2}}{S}\1{S}[0-9]{{1,2}}|[0-9]{{4}}{S}年{S}[0-9]{{1,2}}{S}月"
)
SIGNED_AND_DATED = re.compile(rf"(?P<names>\S.{{1,60}}?)(?P<date>{DATE})$")
NUMBER_LINE = re.compile(
    rf"[^\s，。；：《》]{{2,24}}{S}[〔\[［【（(]{S}(?:19|20)[0-9]{{2}}{S}[〕\]］】）)]{S}第?{S}(?:[0-9]{{1,5}}|[×Xx＿_]{{1,5}}){S}号"
    r"(?:[^\S\n]+签发人[：:].*)?"
)
TOP_LINE = re.compile(
    r"(?:绝密|机密|秘密|内部|特急|加急|平急|特提)(?:[★☆·\s].{0,12})?$|[0-9]{6}$|签发人[：:]|.{0,8}位置[：:]"
)
COPIED = re.compile(r"(?:抄[^\S\n]*[送报]|分[^\S\n]*送)[^\S\n]*[：:]")
PRINTED = re.compile(rf"(?:(?P<office>\S.*?)\s*)?(?P<date>{DATE}){S}印{S}[发制]$")
PRINT_RUN = re.compile(
    rf"[（(]?{S}共{S}印{S}[0-9０-９×Xx＿_]{{1,5}}{S}份{S}[）)]?|(?:打{S}[字印]|校{S}对|录{S}入){S}[：:].*"
)
SUBJECTS = re.compile(rf"主{S}题{S}词{S}[：:]")  # stood above the 版记 until 2012
REMARK = re.compile(r"[（(].*[）)]$", re.DOTALL)

LABEL = re.compile(rf"附{S}[件表录]{S}(?P<number>[0-9]{{1,2}}|[{NUMERAL}]{{1,3}})?{S}(?P<colon>[：:])?$")
LABEL_AND_TITLE = re.compile(
    rf"(?P<label>附{S}[件表录]{S}(?:[0-9]{{1,2}}|[{NUMERAL}]{{1,3}})?)(?:[^\S\n]+)(?P<title>\S.{{1,60}})$"
)
NOTE = re.compile(rf"附{S}件?{S}(?:[0-9]{{1,2}}|[{NUMERAL}]{{1,2}})?{S}[：:]")
NOTE_ITEM = re.compile(
    rf"(?:附{S}件{S})?(?P<number>[0-9]{{1,2}}){S}(?:[.．、：:]|(?=[《\u4e00-\u9fff]))(?!\d{{1,3}}(?!\d))"
)
AS_FOLLOWS = re.compile(r"(?:如下|下列|以下|公告|公示|通知|通告|说明|函告|函复|报告|请示|为|是)[：:]$")
ADDRESSED = re.compile(
    r"各|全[州市县省区体]|有关|相关|局|厅|委|办|室|部门|单位|党组|政府|公司|企业|院|校|所|中心|协会|学会|同志|先生|女士|人员|法院|兵团|师|团"
)
_BETWEEN_HAN = re.compile(r"(?<=[\u4e00-\u9fff，、）》”]{2})\s+(?=[\u4e00-\u9fff（《“][\u4e00-\u9fff（《“、])")
YEAR_NUMBER = re.compile(r"[（(]?(?:19|20)[0-9]{2}\s*年?(?:度)?\s*第\s*[0-9]{1,4}\s*号[）)]?")
OFFICIAL_TITLE = re.compile(r"^关于|关于.+的")


def is_organisation(text: str) -> bool:
    """Whether the line ends like the name of an organisation, or is a seal's place（公章）."""
    plain = text.strip()
    return bool(_ORGANISATION.search(plain))


def is_letterhead(text: str) -> bool:
    """Whether the line ends in 文件, as a letterhead does."""
    return text.strip().endswith("文件")


def ends_title(text: str) -> bool:
    """Whether the line ends in a kind of document: 通知, 公　告, 评审条件（试行）."""
    return bool(_TITLE_END.search("".join(text.split())))


def is_date_line(text: str) -> bool:
    """Whether the line is a date and nothing else: 2021年7月　日, 二〇二四年九月四日, 2024年×月×日."""
    return bool(_DATE_LINE.fullmatch(text.strip()))


def ends_clause(text: str) -> bool:
    """Whether the text ends like a sentence or a part of one; titles, names and headings do not."""
    plain = text.rstrip()
    return plain.endswith(tuple(_SENTENCE_END)) or bool(_STOP_AT_END.search(plain.rstrip(_CLOSERS)))


def is_prose(text: str) -> bool:
    """Whether the line holds a whole sentence, or is too long for a title or a name."""
    return "。" in text or "；" in text or len(text) > 90


def title_phrases(line: str) -> list[str]:
    """The line of a title as its phrases: white space between Chinese characters stands where a line ended."""
    return [phrase for phrase in _BETWEEN_HAN.split(line.strip()) if phrase]
