"""What every tool is asked for: the documents, the values that differ from one applicant to the next, ready as text.

The other tools get each value as it is to be printed (无, the sentence with its full stop, the masked number), so that
none has to do what Zhicheng does besides filling in. `⟦name⟧` stands for a value in a finished document, from which
`word_like` makes the templates.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from generator.build import Request, ready_papers
from generator.catalog import Library
from generator.model.case import Case
from generator.rendering.archive import Member, read_members
from generator.rendering.docx import BODY
from generator.text import as_sentence

Record = dict[str, Any]
ITEMS, MORE, LEAD = "items", "more", "lead"
"""The marks of the first and of a further paragraph of a list, and of the line that a list of one is."""


@dataclass(frozen=True)
class Notation:
    """How a tool writes a value, and the paragraphs that repeat: those before, the one itself, those behind."""

    value: str
    repeated: tuple[str, ...]
    tags: dict[str, str] = field(default_factory=dict)

    def written(self, name: str) -> str:
        return self.tags.get(name) or self.value.replace("NAME", name)


@dataclass(frozen=True)
class Value:
    """A value that a document prints: its name in the templates, its path, its tag in our own notation."""

    name: str
    path: str
    tag: str = ""
    printed: Callable[[Any], str] = str

    @property
    def own_tag(self) -> str:
        return self.tag or f"{{{{ {self.path} }}}}"


def _or_none(value: str) -> str:
    return value or "无"


@dataclass(frozen=True)
class Lines:
    """Several lines that follow a heading, or a single one behind it: `of` makes them ready.

    `own_single` and `own_repeated` are the same in our own notation.
    """

    heading: str
    of: Callable[[dict[str, Any]], list[str]]
    own_single: str
    own_repeated: tuple[str, str, str]


@dataclass(frozen=True)
class Subject:
    """One kind of document, and what it prints of an applicant."""

    kind: str
    values: tuple[Value, ...]
    lines: Lines | None = None

    @property
    def own_notation(self) -> Notation:
        """Our tags, which print what `record` has ready for the others."""
        tags = {value.name: value.own_tag for value in self.values}
        if self.lines is None:
            return Notation("", (), tags)
        return Notation("", self.lines.own_repeated, tags | {LEAD: self.lines.own_single})

    def record(self, case: Case, library: Library) -> Record:
        """The values of one applicant, ready to print; of a list that is a single line, `lead` is that line."""
        values = _paper(self.kind, case, library).values
        record = {value.name: value.printed(at(values, value.path)) for value in self.values}
        if self.lines is None:
            return record
        lines = self.lines.of(values)
        if len(lines) == 1:
            return {**record, LEAD: lines[0], ITEMS: []}
        return {**record, LEAD: "", ITEMS: [{"text": line} for line in lines]}

    def marked(self, case: Case, library: Library) -> dict[str, Member]:
        """The finished document with a mark for each value."""
        paper = _paper(self.kind, case, library)
        values = paper.values | {"文件标题": "某某"}
        for value in self.values:
            mark = f"⟦{value.name}⟧"
            values = _with(values, value.path.split("."), [mark] if isinstance(at(values, value.path), list) else mark)
        if self.lines is not None:
            work = {"时间": "", "本人贡献": ""}
            values = _with(values, ["申报人", "实践能力"], [])
            values = _with(values, ["申报人", "业绩成果"], [work | {"内容": f"⟦{name}⟧"} for name in (ITEMS, MORE)])
        filled = replace(paper, values=values).docx(numbered=paper.document.numbered)
        members = read_members(filled.content, self.kind)
        # The full stop that a sentence gets is part of the ready text.
        sentences = [value.name for value in self.values if value.printed is as_sentence] + [ITEMS, MORE]
        body = re.sub(rf"⟦({'|'.join(sentences)})⟧。", r"⟦\1⟧", members[BODY].content().decode("utf-8"))
        if self.lines is not None:
            body = body.replace(f"{self.lines.heading}<", f"{self.lines.heading}⟦{LEAD}⟧<")
        return {**members, BODY: Member.of(body.encode("utf-8"))}


def _paper(kind: str, case: Case, library: Library):
    return ready_papers(Request(case, kind), library)[0]


def at(values: Any, path: str) -> Any:
    """The value at a dotted path."""
    for key in path.split("."):
        values = values[key]
    return values


def _with(values: dict[str, Any], keys: list[str], value: Any) -> dict[str, Any]:
    """The values with another at this path; what other documents share is not touched."""
    key, *rest = keys
    return {**dict(values.items()), key: _with(values[key], rest, value) if rest else value}


def _achievements(values: dict[str, Any]) -> list[str]:
    works = [*values["申报人"]["实践能力"], *values["申报人"]["业绩成果"]]
    lines = [_achievement(work) for work in works] or ["无"]
    return lines if len(lines) == 1 else [f"{number}.{line}" for number, line in enumerate(lines, start=1)]


def _achievement(work: dict[str, Any]) -> str:
    when = f"{work['时间']}，" if work["时间"] else ""
    share = f"本人贡献：{as_sentence(work['本人贡献'])}" if work["本人贡献"] else ""
    return f"{when}{as_sentence(work['内容'])}{share}"


_OWN_LINE = (
    "{% if 项.时间 %}{{ 项.时间 }}，{% endif %}{{ 项.内容|成句 }}"
    "{% if 项.本人贡献 %}本人贡献：{{ 项.本人贡献|成句 }}{% endif %}"
)
_NAME = Value("name", "申报人.姓名")
_IDENTITY = Value("id", "申报人.身份证号")
_TITLE = Value("title", "申报人.现职称.名称", '{{ 申报人.现职称.名称|空填("无") }}', _or_none)

LETTER = Subject("commitment_letter", (Value("year", "评审.年度"),))
NOTICE = Subject(
    "publicity_notice",
    (
        _NAME,
        Value("series", "申报人.申报.系列"),
        Value("specialty", "申报人.申报.专业"),
        Value("level", "申报人.申报.级别字"),
        Value("sex", "申报人.性别"),
        Value("people", "申报人.族别"),
        Value("party", "申报人.政治面貌"),
        _IDENTITY,
        _TITLE,
        Value("conduct", "申报人.思想政治表现", "{{ 申报人.思想政治表现|成句 }}", as_sentence),
        Value("start", "公示.起始日期"),
        Value("end", "公示.截止日期"),
        Value("office", "单位.公示办公室"),
        Value("phone", "单位.监督电话", "{{ 单位.监督电话|顿号 }}", "、".join),
        Value("year", "评审.年度"),
    ),
    Lines(
        "业绩成果：",
        _achievements,
        "{% set 业绩 = 申报人.实践能力 + 申报人.业绩成果 %}{% for 项 in 业绩 %}{% if loop.length == 1 %}"
        f"{_OWN_LINE}{{% endif %}}{{% else %}}无{{% endfor %}}",
        ("{%p for 项 in 业绩 if 业绩|length > 1 %}", f"{{{{ loop.index }}}}.{_OWN_LINE}", "{%p endfor %}"),
    ),
)
FORM = Subject(
    "exemption_form",
    (
        _NAME,
        Value("sex", "申报人.性别"),
        Value("born", "申报人.出生年月"),
        _IDENTITY,
        Value("education", "申报人.最高学历.学历"),
        Value("degree", "申报人.最高学历.学位", '{{ 申报人.最高学历.学位|空填("无") }}', _or_none),
        Value("graduated", "申报人.最高学历.毕业时间"),
        Value("school", "申报人.最高学历.学校"),
        Value("studied", "申报人.最高学历.专业"),
        Value("unit", "单位.名称"),
        Value("began", "申报人.参加工作时间"),
        _TITLE,
        Value("target", "申报人.申报.职称"),
        Value("reason", "申报人.免学理由"),
    ),
)
SUBJECTS = (LETTER, NOTICE, FORM)
