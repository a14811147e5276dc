"""YAML as its writer meant it: every scalar the text that was typed, every key and value with its place.

The parser's events are put together here rather than by a YAML loader, which would turn 012 into 10, no into False
and 12:30 into 750. What can hide a second meaning (tags, anchors and aliases, merge keys) is refused, and so is a
second document.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

import yaml

from generator.errors import UsageError
from generator.finding import Finding, Place
from generator.loading.source_map import Mark, Path, SourceMap
from generator.loading.yaml_mending import MOST_FINDINGS, Mended, mend
from generator.loading.yaml_scalars import is_cut_short, unwrapped
from generator.loading.yaml_syntax import syntax_finding
from generator.loading.yaml_text import MOST_BYTES, Unreadable, decode
from generator.text import forbidden_character

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DEEPEST = 32
_QUOTE_IT = "请把它整个加上英文双引号"


@dataclass(frozen=True)
class Document:
    """One file as read: `data` is None when its structure cannot be made out."""

    data: dict[str, Any] | None
    source: SourceMap
    findings: tuple[Finding, ...]


def read_file(path: FilePath, known: frozenset[str] = frozenset()) -> Document:
    """Read the YAML file at `path`; `known` are the keys that models have.

    Raises UsageError when the file cannot be opened.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise UsageError(f"找不到文件 {path}。请检查文件名和所在文件夹") from None
    except OSError:
        reason = "它是文件夹，请指定其中的一个文件" if path.is_dir() else "请检查有没有读取权限、是不是正被别的程序占用"
        raise UsageError(f"打不开文件 {path}。{reason}") from None
    return read_yaml(content, str(path), known)


def read_yaml(content: bytes, file: str, known: frozenset[str] = frozenset()) -> Document:
    """Read one YAML document, a mapping. Everything wrong with it is in the result's findings."""
    source = SourceMap(file)
    try:
        text, findings = decode(content, file)
    except Unreadable as error:
        return Document(None, source, (error.finding,))
    mended = mend(text, known, file)
    builder = _Builder(mended, source, [*findings, *mended.findings])
    try:
        data = builder.document(yaml.parse(mended.text, Loader=_LOADER))
    except _Stopped:
        data = None
    except yaml.YAMLError as error:
        data = None
        builder.add_syntax(error)
    findings = sorted(builder.findings, key=lambda finding: (finding.place.line, finding.place.column))
    return Document(data, source, tuple(findings))


class _Stopped(Exception):
    """Nothing more can be made of the file; the finding that says why has been added."""


class _Builder:
    """Puts the parser's events together: mappings to dict, sequences to list, scalars to str or None."""

    def __init__(self, mended: Mended, source: SourceMap, findings: list[Finding]):
        self.findings = findings
        self._mended = mended
        self._source = source

    def document(self, events: Iterator[yaml.Event]) -> dict[str, Any] | None:
        """The one document's mapping; None when the file holds no mapping."""
        next(events)
        event = next(events)
        if isinstance(event, yaml.StreamEndEvent):
            self._stop(Mark(1, 1), "文件是空的", "请照样例填写内容后保存")
        event = next(events)
        if not isinstance(event, yaml.MappingStartEvent):
            if isinstance(event, yaml.ScalarEvent) and _is_empty(event):
                self._stop(Mark(1, 1), "文件里没有内容", "请照样例填写内容后保存")
            message, remedy = "文件的内容应是一项一项的“项目: 内容”", "请照样例填写，最外层不能是列表或一段文字"
            self._stop(self._mark(event), message, remedy)
        self._source.values[()] = self._mark(event)
        data = self._node(event, events, ())
        next(events)
        event = next(events)
        if isinstance(event, yaml.DocumentStartEvent):
            message, remedy = "一个文件里只能有一份内容，这里又开始了一份", "请把“---”以下的内容另存为一个文件"
            self._add(self._mark(event), message, remedy)
        return data

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path) -> Any:
        self._refuse_hidden(event)
        if isinstance(event, yaml.ScalarEvent):
            if event.style == "|":
                self._source.blocks.add(path)
            return self._scalar(event)
        if isinstance(event, yaml.AliasEvent):
            return f"*{event.anchor}"
        self._refuse_depth(len(path), event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path)
        return self._mapping(events, path)

    def _sequence(self, events: Iterator[yaml.Event], path: Path) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            item_path = (*path, len(items))
            self._source.values[item_path] = self._mark(event)
            items.append(self._node(event, events, item_path))
        return items

    def _mapping(self, events: Iterator[yaml.Event], path: Path) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            mark = self._mark(event)
            key = self._key(event, events, mark)
            value_event = next(events)
            value_path = (*path, key)
            if key is None or self._is_repeated(value_path, mark):
                self._skip(value_event, events)
                continue
            self._source.keys[value_path] = mark
            empty = isinstance(value_event, yaml.ScalarEvent) and _is_empty(value_event)
            self._source.values[value_path] = mark if empty else self._mark(value_event)
            mapping[key] = self._node(value_event, events, value_path)
        return mapping

    def _key(self, event: yaml.Event, events: Iterator[yaml.Event], mark: Mark) -> str | None:
        """The key, or None when it cannot be one (reported)."""
        if isinstance(event, yaml.CollectionStartEvent):
            self._skip(event, events)
            self._add(mark, "冒号前面的项目名不能是列表或下一级内容", f"内容以“{{”或“[”开头的，{_QUOTE_IT}")
            return None
        key = self._node(event, events, ())
        if key == "<<":
            self._add(mark, "不能用“<<”合并内容", "请把内容逐项写出来")
            return None
        if key is None:
            self._add(mark, "冒号前面没有项目名", "请写明是哪一项，或删去这一行")
        return key

    def _skip(self, event: yaml.Event, events: Iterator[yaml.Event]) -> None:
        """Read to the end of the node that `event` begins."""
        depth = isinstance(event, yaml.CollectionStartEvent)
        while depth:
            self._refuse_depth(depth, event)
            event = next(events)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)

    def _refuse_depth(self, depth: int, event: yaml.Event) -> None:
        if depth >= _DEEPEST:
            self._stop(self._mark(event), f"内容的层级超过{_DEEPEST}层", "请检查括号和缩进")

    def _is_repeated(self, path: Path, mark: Mark) -> bool:
        first = self._source.keys.get(path)
        if first is not None:
            self._add(mark, f"“{path[-1]}”重复了，第{first.line}行已经写过", "请只保留正确的一个")
        return first is not None

    def _scalar(self, event: yaml.ScalarEvent) -> str | None:
        if _is_empty(event):
            return None
        char = forbidden_character(event.value) if event.style == '"' else None
        if char is not None:
            message = f"内容里有看不见的控制字符（U+{ord(char):04X}）"
            self._add(self._mark(event), message, "请删去双引号里对应的“\\”写法")
        if is_cut_short(event, self._mended.text):
            message = "“#”和它后面的文字会被当作批注，不会印出来"
            self._add(self._mark(event), message, f"是正文的，{_QUOTE_IT}；是批注的，请在“#”后面空一格")
        return unwrapped(event, self._mended.text)

    def _refuse_hidden(self, event: yaml.Event) -> None:
        mark = self._mark(event)
        if isinstance(event, yaml.AliasEvent):
            remedy = f"请直接写出内容；内容本身以“*”开头的，{_QUOTE_IT}"
            self._add(mark, f"不能引用别处的内容（*{event.anchor}）", remedy)
            return
        if event.anchor is not None:
            self._add(mark, f"不能给内容起代号（&{event.anchor}）", f"请删去代号；内容本身以“&”开头的，{_QUOTE_IT}")
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._add(mark, f"不能注明内容的种类（{tag}）", f"请删去以“!”开头的标记；内容本身以“!”开头的，{_QUOTE_IT}")

    def add_syntax(self, error: yaml.YAMLError) -> None:
        """Report what stopped the parser, unless the mended line it stands on has been reported already."""
        finding = syntax_finding(error, self._mended.text.split("\n"), self._source.file)
        line = finding.place.line
        if all(known.place.line != line for known in self.findings):
            mark = Mark(line, finding.place.column)
            self._add(mark._replace(column=self._mended.column(*mark)), finding.message, finding.remedy)

    def _mark(self, event: yaml.Event) -> Mark:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        return Mark(line, self._mended.column(line, column))

    def _add(self, mark: Mark, message: str, remedy: str | None) -> None:
        place = Place(file=self._source.file, line=mark.line, column=mark.column)
        self.findings.append(Finding("yaml", "error", message, remedy=remedy, place=place))
        if len(self.findings) >= MOST_FINDINGS:
            raise _Stopped

    def _stop(self, mark: Mark, message: str, remedy: str) -> None:
        self._add(mark, message, remedy)
        raise _Stopped


def _is_empty(event: yaml.ScalarEvent) -> bool:
    return not event.value and not event.style
