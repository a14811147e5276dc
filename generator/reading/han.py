"""Characters that a PDF's fonts put in place of Chinese ones: radicals that look the same, and names of fonts."""

import contextlib
import re
import unicodedata

# Radicals that Unicode leaves without a decomposition, though many fonts map the character's glyph to them.
_RADICALS = str.maketrans(
    "⺁⺆⺌⺗⺝⺠⺢⺫⺬⺶⺸⺼⺾⻃⻄⻅⻆⻉⻋⻌⻏⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
    "厂冂小心月民水目示羊羊肉艹西西见角贝车辶阝長镸长门阝雨青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
)
_HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u30ff\U00020000-\U0003ffff“”‘’…—·〓]")
_RADICAL = re.compile(r"[\u2e80-\u2fdf]")
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_STYLE = re.compile(r"[,\-](?:Bold|Italic|BoldItalic|Regular|Identity-H|GB1-0|GBK1-0|Light|Medium)+$", re.IGNORECASE)
_FONT_NAMES = """
    simsun=宋体 nsimsun=新宋体 simhei=黑体 fangsong=仿宋 fangsong_gb2312=仿宋_GB2312 kaiti=楷体
    kaiti_gb2312=楷体_GB2312 microsoftyahei=微软雅黑 dengxian=等线 fzxbsjw=方正小标宋简体
    fzxiaobiaosong-b05s=方正小标宋简体 fzxiaobiaosong-b05=方正小标宋简体 fzxbsk=方正小标宋_GBK
    fzfsjw=方正仿宋简体 fzfsk=方正仿宋_GBK fzhtjw=方正黑体简体 fzhtk=方正黑体_GBK fzktjw=方正楷体简体
    fzktk=方正楷体_GBK stsong=华文宋体 stfangsong=华文仿宋 stkaiti=华文楷体 stheiti=华文黑体
    stzhongsong=华文中宋 adobesongstd=宋体 adobefangsongstd=仿宋 adobekaitistd=楷体
    adobeheitistd=黑体
"""
_FONTS = dict(pair.split("=") for pair in _FONT_NAMES.split())


def is_han(text: str) -> bool:
    """Whether the text begins with a Chinese character or mark."""
    return _HAN.match(text) is not None


def plain_han(text: str) -> str:
    """The text with radicals (⼈, ⻓) as the characters they stand for (人, 长)."""
    if not _RADICAL.search(text):
        return text
    return _RADICAL.sub(lambda match: unicodedata.normalize("NFKC", match.group().translate(_RADICALS)), text)


def font_name(name: str) -> str:
    """A font by its Chinese name where it has one: ABCDEF+SimHei,Bold → 黑体."""
    plain = _SUBSET.sub("", name)
    if not plain.isascii():
        with contextlib.suppress(UnicodeError):  # a name in GBK that was read byte by byte
            plain = plain.encode("latin-1").decode("gbk")
    base = _STYLE.sub("", _STYLE.sub("", plain)).rstrip("-")
    return _FONTS.get(base.replace(" ", "").lower(), base)


def is_bold(name: str) -> bool:
    """Whether a font's name says that it is bold."""
    return re.search(r"bold|heavy|black", name, re.IGNORECASE) is not None
