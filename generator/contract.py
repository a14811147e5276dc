"""Which variables a template may use: the shape of `context`'s values, read from the models, and a check against it."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, nodes
from pydantic import BaseModel

from generator.context import (
    FACTS,
    LINKS,
    OFFICIAL,
    PUBLIC_WITHHELD,
    ROOTS,
    ROSTER_SUMS,
    ROSTER_TABLE,
    TABLES,
    fields,
    is_list,
    is_mapping,
    record_type,
)
from generator.model.campaign_notice import Notice

TEXT = "文字"
"""The shape of a value that is printed as it is. Other shapes: a dict of named shapes, a one-item list of a shape."""

_ROW = [{"序号": TEXT, "名称": TEXT, "件数": TEXT}]
_HEADING_CELL = {"文字": TEXT, "跨列": TEXT, "竖并": TEXT}
_TABLE = {"列宽": [TEXT], "表头": [[_HEADING_CELL]], "行": [[TEXT]]}
_SUM = {"人数": TEXT, "金额": TEXT, "不明人数": TEXT}
_FEE_LINE = {"申报类型": TEXT, "级别": TEXT, "人数": TEXT, "每人金额": TEXT, "金额": TEXT}
_SUMS = {
    **_SUM,
    "收取": TEXT,
    "级别": [{"名称": TEXT, "人数": TEXT}],
    "单位": [{"名称": TEXT, "各项": [_FEE_LINE], **_SUM}],
}
_CELL = {"文字": TEXT, "跨列": TEXT, "跨行": TEXT, "竖并": TEXT, "宽": TEXT, "长文": TEXT}
_LINE = {"各段": [TEXT], "左": TEXT, "左宽": TEXT, "右": TEXT, "右宽": TEXT, "字距": TEXT, "竖并": TEXT}
_BLOCK = {
    **dict.fromkeys(("样式", "文本", "右空", "上空", "列数", "行数", "级"), TEXT),
    "文字": [{"文本": TEXT, "字形": TEXT}],
    "表": {"列宽": [TEXT], "表头": [[_CELL]], "行": [[_CELL]]},
    "各行": [_LINE],
}
_ANY = object()  # what a filter or an operation gives: anything may be asked of it
_PIPELINE = {"状态": TEXT, "文件标题": TEXT, "草稿": TEXT, "目录行": _ROW, ROSTER_TABLE: _TABLE, "块组": [_BLOCK]}
_PIPELINE |= {ROSTER_SUMS: _SUMS, "附件号": TEXT, "本附件": {"名称": TEXT, "正文": TEXT}, "版记另页": TEXT}
_PIPELINE |= {"免学": {"结论": TEXT, "说明": TEXT}}
_FUNCTION = object()  # prints nothing unless it is called
_CHOOSING = ("list", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique")  # a list of the same
_TAKING = ("first", "last")  # one of the list
_KEEPING = ("空白", "空填", "default", "d")  # the same, when there is one
_RESOLVED = _CHOOSING + _TAKING + _KEEPING
_LOOP = dict.fromkeys(("index", "index0", "first", "last", "length", "revindex", "revindex0", "depth"), TEXT)
_LOOP |= dict.fromkeys(("previtem", "nextitem", "cycle", "changed"), _ANY)


def variables(*, public: bool = False) -> dict[str, Any]:
    """The shape of every variable of a document; a public one lacks what the public must not see."""
    roots = {root: shape(model) for root, model in ROOTS.items()}
    for link in LINKS:
        del roots["申报人"][link]
    if public:
        for name in PUBLIC_WITHHELD:
            del roots["申报人"][name]
    roots[OFFICIAL] |= shape(Notice)  # of a notice, 公文 is 评审.通知
    roots |= {FACTS: roots[OFFICIAL][FACTS], TABLES: roots[OFFICIAL][TABLES]}
    member = {root: roots[root] for root in ("申报人", "单位", "公示")}
    pipeline = {name: given for name, given in _PIPELINE.items() if not (public and name == ROSTER_TABLE)}
    return {**roots, "名单": [member], **pipeline}


def shape(model: type[BaseModel]) -> dict[str, Any]:
    """The shape of a model's display text."""
    shapes = {}
    for _, alias, annotation in fields(model):
        record = record_type(annotation)
        inner = shape(record) if record else TEXT
        shapes[alias] = _ANY if is_mapping(annotation) else [inner] if is_list(annotation) else inner
    return shapes


def shape_of(value: Any) -> Any:
    """The shape of a value that is at hand, in which the names that a writer chose are known."""
    if isinstance(value, dict):
        return {key: shape_of(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [shape_of(value[0]) if value else _ANY]
    return TEXT


def described(model: type[BaseModel], path: str) -> Iterator[tuple[str, str]]:
    """(path, description) of every value below `path`, lists written as 学历学位[]."""
    descriptions = {**model.model_fields, **model.model_computed_fields}
    for name, alias, annotation in fields(model):
        here = f"{path}.{alias}" + ("[]" if is_list(annotation) else ".名称" if is_mapping(annotation) else "")
        yield here, descriptions[name].description or ""
        if record := record_type(annotation):
            yield from described(record, here)


@dataclass(frozen=True)
class Unknown:
    """A variable that a template uses and the data does not have; `file` is set where an included template does."""

    line: int
    name: str
    path: str
    nearest: str | None
    file: str | None = None


@dataclass(frozen=True)
class Unprintable:
    """A tag that prints a list, a record or a function; `file` as above."""

    line: int
    path: str
    function: bool
    file: str | None = None


def unknown_variables(environment: Environment, source: str, known: dict[str, Any]) -> list[Unknown]:
    """Every use in `source` of a variable that `known` has not. Raises Jinja's syntax errors."""
    return [fault for fault in faults(environment, source, known) if isinstance(fault, Unknown)]


def faults(environment: Environment, source: str, known: dict[str, Any]) -> list[Unknown | Unprintable]:
    """Those, and every tag that prints what is no text, in the order of the template. Raises Jinja's syntax errors."""
    environment.compile(source)  # names unknown filters and tests too
    walk = _Walk(environment)
    walk.visit(environment.parse(source), {**known, **dict.fromkeys(environment.globals, _FUNCTION)})
    return walk.faults


class _Walk:
    """Follows names through loops and assignments; what it cannot know it lets pass."""

    def __init__(self, environment: Environment, file: str | None = None):
        self.environment = environment
        self.file = file
        self.faults: list[Unknown | Unprintable] = []

    def visit(self, node: nodes.Node, scope: dict[str, Any]) -> None:
        for kinds, follow in _FOLLOWED:
            if isinstance(node, kinds):
                follow(self, node, scope)
                return
        for child in node.iter_child_nodes():
            self.visit(child, scope)

    def _assign(self, node: nodes.Assign, scope: dict[str, Any]) -> None:
        _bind(node.target, self.resolve(node.node, scope), scope)

    def _include(self, node: nodes.Include, scope: dict[str, Any]) -> None:
        if isinstance(node.template, nodes.Const):
            source, file, _ = self.environment.loader.get_source(self.environment, node.template.value)
            inner = _Walk(self.environment, file)
            inner.visit(self.environment.parse(source), dict(scope))
            self.faults += inner.faults
        else:
            self.visit(node.template, scope)

    def _import(self, node: nodes.Import | nodes.FromImport, scope: dict[str, Any]) -> None:
        names = [node.target] if isinstance(node, nodes.Import) else node.names
        scope.update((name[1] if isinstance(name, tuple) else name, _ANY) for name in names)

    def _output(self, node: nodes.Output, scope: dict[str, Any]) -> None:
        for printed in node.nodes:
            value = self.resolve(printed, scope)
            if value is _FUNCTION or isinstance(value, list | dict):
                self.faults.append(Unprintable(printed.lineno, _path(printed), value is _FUNCTION, self.file))

    def _loop(self, node: nodes.For, scope: dict[str, Any]) -> None:
        items = self.resolve(node.iter, scope)
        inner = {**scope, "loop": _LOOP}
        _bind(node.target, items[0] if isinstance(items, list) else _ANY, inner)
        for child in ([node.test] if node.test else []) + node.body + node.else_:
            self.visit(child, inner)

    def _block(self, node: nodes.Macro | nodes.CallBlock | nodes.AssignBlock, scope: dict[str, Any]) -> None:
        if isinstance(node, nodes.AssignBlock):
            _bind(node.target, _ANY, scope)
            inner = dict(scope)
        else:
            if isinstance(node, nodes.Macro):
                scope[node.name] = _FUNCTION
            inner = {**scope, "caller": _ANY, **{argument.name: _ANY for argument in node.args}}
        for child in node.body:
            self.visit(child, inner)

    def _with(self, node: nodes.With, scope: dict[str, Any]) -> None:
        inner = dict(scope)
        for target, value in zip(node.targets, node.values, strict=True):
            _bind(target, self.resolve(value, scope), inner)
        for child in node.body:
            self.visit(child, inner)

    def resolve(self, node: nodes.Expr, scope: dict[str, Any]) -> Any:
        if isinstance(node, nodes.Name):
            return self._known(node, node.name, node.name, scope)
        if isinstance(node, nodes.Getattr):
            return self._member(node, node.attr, scope)
        if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
            return self._member(node, node.arg.value, scope)
        if isinstance(node, nodes.Filter) and node.node is not None and node.name in _RESOLVED:
            for argument in node.args:
                self.visit(argument, scope)
            items = self.resolve(node.node, scope)
            return items if node.name not in _TAKING or not isinstance(items, list) else items[0]
        for child in node.iter_child_nodes():
            self.visit(child, scope)
        return _ANY

    def _member(self, node: nodes.Getattr | nodes.Getitem, key: Any, scope: dict[str, Any]) -> Any:
        owner = self.resolve(node.node, scope)
        if isinstance(owner, list):
            return owner[0] if isinstance(key, int) else _ANY
        return self._known(node, key, _path(node), owner) if isinstance(owner, dict) else _ANY

    def _known(self, node: nodes.Node, key: Any, path: str, shapes: dict[str, Any]) -> Any:
        if key in shapes:
            return shapes[key]
        nearest = difflib.get_close_matches(str(key), list(shapes), n=1, cutoff=0.4)
        self.faults.append(Unknown(node.lineno, str(key), path, nearest[0] if nearest else None, self.file))
        return _ANY


_FOLLOWED = (
    (nodes.For, _Walk._loop),
    (nodes.Assign, _Walk._assign),
    (nodes.Include, _Walk._include),
    (nodes.Macro | nodes.CallBlock | nodes.AssignBlock, _Walk._block),
    (nodes.With, _Walk._with),
    (nodes.Import | nodes.FromImport, _Walk._import),
    (nodes.Output, _Walk._output),
    (nodes.Expr, _Walk.resolve),
)


def _bind(target: nodes.Node, value: Any, scope: dict[str, Any]) -> None:
    for name in target.find_all(nodes.Name) if not isinstance(target, nodes.Name) else [target]:
        scope[name.name] = value if name is target else _ANY


def _path(node: nodes.Node) -> str:
    if isinstance(node, nodes.Filter) and node.node is not None:
        return _path(node.node)
    if isinstance(node, nodes.Getattr):
        return f"{_path(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        return f"{_path(node.node)}[{getattr(node.arg, 'value', '…')}]"
    return getattr(node, "name", "…")
