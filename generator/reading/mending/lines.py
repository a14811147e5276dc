"""What the text of one line says of itself: does it end a sentence, begin an item, leave a bracket open."""

import re

from generator.text import cell_width

CLOSERS = "”’\"'）)》〉」』】］]"
_OPENING = "“‘（(《〈「『【［["
_CLOSING = "”’）)》〉」』】］]"
_KIND = {**{char: index for index, char in enumerate("“‘（《〈「『【［")}, "(": 2, "[": 7}
_CLOSED_KIND = {**{char: index for index, char in enumerate("”’）》〉」』】］")}, ")": 2, "]": 7}
_TERMINALS = tuple("。！？；：!?;:…")
_HALF_STOP = re.compile(r"[\u4e00-\u9fff]\.$")
_NEVER_FIRST = "，。、；：？！,;?!…·％%‰℃" + _CLOSING
_NUMERAL = "一二三四五六七八九十百〇零"
_ITEM = re.compile(
    rf"[{_NUMERAL}]{{1,4}}[、．.]|[（(][{_NUMERAL}\d]{{1,4}}[）)]|\d{{1,2}}[）)]|\d{{1,2}}(?:[．、]|\.(?!\d))"
    rf"|[①-⒛㈠-㈩]|第[{_NUMERAL}\d]{{1,4}}[条章节篇编](?:[\s　]|$)|[-*•●■◆]\s"
)
_LABEL = re.compile(
    r"附[\s　]*件[\s　]*(?:\d+[\s　]*)?(?:[：:]|$)|附[：:]|[注][：:]|抄[\s　]*[送报]|主[\s　]*送|主题词|"
    r"[\u4e00-\u9fff](?:[\s　]*[\u4e00-\u9fff]){1,7}[\s　]*[：:][\s　]*\S|第[一二三四五六七八九十\d]+[阶条章节]"
)
_ATTACHMENT = re.compile(rf"附[\s　]*件[\s　]*(?:\d{{1,2}}|[{_NUMERAL}]{{1,3}})?[\s　]*[：:]?")
_DATE = re.compile(
    r"[\d〇○零一二三四五六七八九Xx×＿_\s　]{2,12}年[\d一二三四五六七八九十Xx×＿_\s　]*"
    r"(?:月[\d一二三四五六七八九十Xx×＿_\s　]*日?)?(?:印发)?"
)
_DOCUMENT_NUMBER = re.compile(r"\S{2,12}[〔\[［（(]\s*\d{4}\s*[〕\]］）)]\s*第?\s*\d+\s*号")
_TITLE_END = re.compile(
    r"(?:通知|公告|公示|通告|方案|办法|意见|函|细则|条件|说明|报告|决定|通报|批复|规定|条例|规则|规程|制度|计划|要点"
    r"|名单|表|书|目录|清单|标准|纪要|请示|决议|公报|安排|须知|指南|命令|令)(?:[（(][^（()）]{1,12}[）)])?$"
)
_WORD = re.compile(
    r"[\s　]*(?:[“‘（《〈「『【［(\[]*)(?:[!-~０-９Ａ-Ｚａ-ｚ]+|.)[，。、；：？！”’）》〉」』】］)\]]*", re.DOTALL
)

_CUT_NUMBER = re.compile(r"\d-$")
_GAP = re.compile(r"(?<=\S)(?: {3,}|　{2,})(?=\S)")
_ADDRESS = re.compile(r"(?:://|www\.|@)[!-~]*$")  # of the web or of mail: it goes on without a space


def ends_sentence(text: str) -> bool:
    """Whether a sentence, a clause or an introduction ends here: 。 ； ：, before closing marks or not."""
    stripped = text.rstrip()
    plain = stripped.rstrip(CLOSERS)
    return plain.endswith(_TERMINALS) or stripped.endswith(_TERMINALS) or _HALF_STOP.search(plain) is not None


def begins_item(text: str) -> bool:
    """Whether the line begins with the numeral or bullet of a heading or item: 一、 （一） 1. ① 第一条."""
    return _ITEM.match(text.lstrip()) is not None


def begins_part(text: str) -> bool:
    """Whether the line begins something of its own: 附件：, 联系人：, a date, a document number."""
    stripped = text.strip()
    return bool(_LABEL.match(stripped) or is_date(stripped) or _DOCUMENT_NUMBER.fullmatch(stripped))


def is_date(text: str) -> bool:
    """Whether the line is nothing but a date, complete or with blanks to fill in."""
    return _DATE.fullmatch(text.strip()) is not None


def is_attachment_label(text: str) -> bool:
    """Whether the line is nothing but 附件2: an attachment begins."""
    return _ATTACHMENT.fullmatch(text.strip()) is not None


def ends_title(text: str) -> bool:
    """Whether the line ends like the title of a document: 通知, 方案, 条件（试行）."""
    return _TITLE_END.search(text.rstrip()) is not None


def never_begins_line(text: str) -> bool:
    """Whether the line begins with a mark that belongs to the line before: 。 ） 》."""
    return text.lstrip()[:1] in _NEVER_FIRST and bool(text.strip())


def ends_open(text: str) -> bool:
    """Whether the line ends in the midst of a clause: a comma, 、 or an opening mark."""
    return text.rstrip().endswith(tuple("，、,—" + _OPENING)) or _CUT_NUMBER.search(text.rstrip()) is not None


def is_cut_address(text: str, following: str) -> bool:
    """Whether a line ends within an address of the web or of mail that the next one goes on with."""
    goes_on = following.lstrip()
    begins = bool(_ADDRESS.match(goes_on)) or goes_on.startswith("http") or begins_item(following)
    return bool(_ADDRESS.search(text.rstrip())) and goes_on[:1].isascii() and goes_on[:1].isalnum() and not begins


def has_columns(text: str) -> bool:
    """Whether the line is a row of a table or of columns: tabs, or wide gaps between words that are no prose."""
    plain = text.strip()
    return "\t" in plain or len(_GAP.findall(plain)) > 1 and not has_clauses(plain)


def closes_bracket(text: str, following: str) -> bool:
    """Whether a bracket or quotation mark that `text` leaves open is closed by `following`."""
    opened, _ = _unmatched(text)
    _, closed = _unmatched(following)
    return bool(opened & closed)


def _unmatched(text: str) -> tuple[set[int], set[int]]:
    """The kinds of brackets opened and never closed, and those closed and never opened."""
    depth: dict[int, int] = {}
    closed = set()
    for char in text:
        if char in _KIND:
            depth[_KIND[char]] = depth.get(_KIND[char], 0) + 1
        elif char in _CLOSED_KIND:
            kind = _CLOSED_KIND[char]
            if depth.get(kind, 0):
                depth[kind] -= 1
            else:
                closed.add(kind)
    return {kind for kind, count in depth.items() if count}, closed


def has_clauses(text: str) -> bool:
    """Whether the line holds the punctuation of prose, which titles, names and labels lack."""
    return any(char in "，。；,;" for char in text)


def first_word_width(text: str) -> float:
    """The width in 字 of what cannot be parted at the beginning of a line: one character, or a word with its marks."""
    match = _WORD.match(text.lstrip())
    return cell_width(match.group().strip()) if match else 0.0


def joined(first: str, second: str) -> str:
    """The two halves of a broken line as one; only words and numbers of Latin letters need a space between."""
    first, second = first.rstrip(), second.lstrip()
    latin = all(char.isascii() and char.isalnum() for char in (first[-1:], second[:1]))
    return f"{first} {second}" if latin and not _ADDRESS.search(first) else first + second
