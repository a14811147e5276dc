"""What to do about a value that is missing or has the wrong shape, said as the kind of file wants it."""

from typing import NamedTuple


class Manner(NamedTuple):
    """The remedies that differ between kinds of file. In `absent`, `{key}` stands for the name of the value."""

    empty: str
    absent: str
    level: str
    list: str
    blank: str
    quotes_colons: bool = False
    """Whether a full-width colon behind a key is a slip of this kind of file."""


YAML = Manner(
    empty="这一项必须填写，请在冒号后面写上内容",
    absent="这一项必须填写，请加上一行“{key}: ……”，与同级的其他项对齐",
    level="请在下一行缩进两个空格，逐项写“项目: 内容”",
    list="请另起一行缩进两个空格，每一项以“- ”开头；没有内容的，删去这一项",
    blank="请填写内容，或删去这一行",
    quotes_colons=True,
)
JSON_LINES = Manner(
    empty="这一项必须填写，请把 null 换成内容",
    absent='这一项必须填写，请在这一行里加上 "{key}": "……"',
    level='请写成花括号里的 {"项目": "内容"}',
    list="请写成方括号里的列表；没有内容的，删去这一项",
    blank="请填写内容，或删去这一项",
)
CELLS = Manner(
    empty="这一格必须填写",
    absent="这一项必须填写，请在表头加一列“{key}”，逐行填写",
    level="请分成几列填写",
    list="请分成几列填写，或填在单独的表里",
    blank="请填写内容",
)
FORM = CELLS._replace(absent="这一项必须填写，请在表中加上“{key}”一格并填写")
