"""The containers of a wording, `::: 名` … `:::`: that each is known and closed, in a text or in a template.

In a template each line of colons is marked with its place before Jinja reads it, so that a fault of the finished text
is told by the line of the file in which it was written. The mark is hexadecimal between noncharacters.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from jinja2 import Environment, nodes
from jinja2.ext import Extension

from generator.errors import TemplateError

PAGE_BREAK, WRITING_LINES, SIGNATURE_BLOCK = "换页", "书写格", "落款"
CONTAINERS = (
    "主送", "附件说明", SIGNATURE_BLOCK, "签字", "签章", "说明", "附件号", "居中", "联系", PAGE_BREAK, WRITING_LINES,
    "发文机关标志", "发文字号", "附注", "版记",
)  # fmt: skip

_MARK, _END = "\ufdd5", "\ufdd4"
_COLONS = re.compile(r"^ {0,3}:{3,}(?=[^:]|$)", re.MULTILINE)
_FENCE = re.compile(rf"^ {{0,3}}:{{3,}}(?:{_MARK}([0-9a-f]*){_END})?(.*)$", re.MULTILINE)
_REMEDY = "请对照《写模板》第三部分改正"


@dataclass(frozen=True)
class Fence:
    """A line of colons: the name after it (none ends a container), and the place where it is written."""

    name: str
    place: str


@dataclass(frozen=True)
class Fault:
    """What is wrong with a line of colons."""

    place: str
    message: str


class FencePlaces(Extension):
    """Marks each line of colons with the file and line it stands in."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        def marked(match: re.Match) -> str:
            line = source.count("\n", 0, match.start()) + 1
            return f"{match.group()}{_MARK}{f'{filename or name}:{line}'.encode().hex()}{_END}"

        return _COLONS.sub(marked, source)


def without_marks(text: str, file: str) -> tuple[str, dict[int, str]]:
    """The finished text as the Markdown parser wants it, and the place of each line of colons by its number from 0.

    `file` is the place of a line of colons that no template has in this form. Raises TemplateError where the parser
    would swallow lines or print the colons.
    """
    places: dict[int, str] = {}
    opened: Fence | None = None
    for match in _FENCE.finditer(text):
        fence = Fence(_name(match[2]), bytes.fromhex(match[1] or "").decode() or file)
        places[text.count("\n", 0, match.start())] = fence.place
        if fault := _fault(opened, fence):
            raise TemplateError(fault.place, fault.message, _REMEDY)
        opened = fence if fence.name else None
    if opened:
        fault = _unclosed(opened)
        raise TemplateError(fault.place, fault.message, _REMEDY)
    return re.sub(f"{_MARK}[0-9a-f]*{_END}", "", text), places


def container_faults(environment: Environment, source: str, file: str) -> Iterable[Fault]:
    """The faults of the containers that a wording's template has whatever the data says."""
    walk = _Walk(environment)
    opened = walk.through(environment.parse(source).body, None, file)
    if isinstance(opened, Fence):
        walk.faults.append(_unclosed(opened))
    return walk.faults


def _name(text: str) -> str:
    return text.strip().partition(" ")[0]


def _fault(opened: Fence | None, fence: Fence) -> Fault | None:
    if opened and fence.name:
        return Fault(opened.place, f"“::: {opened.name}”还没有用“:::”结束，又开始了“::: {fence.name}”")
    if not opened and fence.name not in CONTAINERS:
        known = "、".join(CONTAINERS)
        return Fault(fence.place, f"没有“::: {fence.name}”这种写法，可用：{known}" if fence.name else "多了一行“:::”")
    return None


def _unclosed(opened: Fence) -> Fault:
    return Fault(opened.place, f"“::: {opened.name}”没有用“:::”结束")


_UNSURE = "depends on the data"
_State = Fence | str | None  # the container that is open, whether one is, or none


class _Walk:
    """Follows the text of a template; where its branches differ, it reports only what is wrong in all of them."""

    def __init__(self, environment: Environment):
        self.environment = environment
        self.faults: list[Fault] = []

    def through(self, statements: Iterable[nodes.Node], state: _State, file: str) -> _State:
        for statement in statements:
            state = self._statement(statement, state, file)
        return state

    def _statement(self, node: nodes.Node, state: _State, file: str) -> _State:
        if isinstance(node, nodes.Output):
            for child, following in zip(node.nodes, [*node.nodes[1:], None], strict=True):
                if isinstance(child, nodes.TemplateData):
                    state = self._text(child, state, file, ends=following is None)
            return state
        if isinstance(node, nodes.If):
            branches = [node.body, *(branch.body for branch in node.elif_), node.else_]
            return _merged([self.through(branch, state, file) for branch in branches])
        if isinstance(node, nodes.For):
            return _merged([self.through(body, state, file) for body in (node.body, node.else_)])
        if isinstance(node, nodes.Include) and isinstance(node.template, nodes.Const):
            source, name, _ = self.environment.loader.get_source(self.environment, node.template.value)
            return self.through(self.environment.parse(source).body, state, name or node.template.value)
        if isinstance(node, nodes.Macro | nodes.CallBlock | nodes.AssignBlock):  # printed elsewhere, perhaps
            self.through(node.body, _UNSURE, file)
            return state
        return self.through(node.iter_child_nodes(), state, file)

    def _text(self, data: nodes.TemplateData, state: _State, file: str, *, ends: bool) -> _State:
        for match in _FENCE.finditer(data.data):
            if match.end() == len(data.data) and not ends and not match[2].strip():
                return _UNSURE  # the name is a value
            line = data.lineno + data.data.count("\n", 0, match.start())
            fence = Fence(_name(match[2]), f"{file}:{line}")
            doubtful = state == _UNSURE
            if not (doubtful and not fence.name) and (fault := _fault(None if doubtful else state, fence)):
                self.faults.append(fault)
            state = fence if fence.name else None
        return state


def _merged(states: list[_State]) -> _State:
    if all(isinstance(state, Fence) for state in states) or not any(states):
        return states[0]
    return _UNSURE
