"""Watches which side of each condition in the templates a rendering takes."""

from collections.abc import Callable
from typing import Any
from zlib import crc32

from jinja2 import Environment, nodes
from jinja2.visitor import NodeTransformer

from generator.rendering import docx, html, wording

WATCH = "看"


class Watch:
    """The conditions of every template compiled while it is on, and the sides each was seen from."""

    def __init__(self, monkeypatch: Any):
        self.seen: dict[tuple[str, int, str], set[bool]] = {}
        for module in (docx, html, wording):
            monkeypatch.setattr(module, "make_environment", self._watched(module.make_environment))
        self.forget_compiled()

    @staticmethod
    def forget_compiled() -> None:
        for cached in (docx._load, html._environment, wording._environment):
            cached.cache_clear()

    def _watched(self, make: Callable[..., Environment]) -> Callable[..., Environment]:
        def make_watched(*arguments: Any, **options: Any) -> Environment:
            environment = make(*arguments, **options)
            parse = environment._parse
            environment._parse = lambda source, name, filename: self._mark(parse(source, name, filename), source, name)
            environment.globals = {**environment.globals, WATCH: self._see}
            return environment

        return make_watched

    def _mark(self, tree: nodes.Template, source: str, name: str | None) -> nodes.Template:
        template = name or f"Word {crc32(source.encode()):08x}"
        return _Marker(template, source.splitlines(), self.seen).visit(tree)

    def _see(self, template: str, line: int, text: str, value: Any) -> Any:
        self.seen[template, line, text].add(bool(value))
        return value


class _Marker(NodeTransformer):
    def __init__(self, template: str, lines: list[str], seen: dict[tuple[str, int, str], set[bool]]):
        self.template, self.lines, self.seen = template, lines, seen

    def visit_If(self, node: nodes.If) -> nodes.If:  # noqa: N802 - named after Jinja's node
        return self._watch_test(node)

    def visit_CondExpr(self, node: nodes.CondExpr) -> nodes.CondExpr:  # noqa: N802 - named after Jinja's node
        return self._watch_test(node)

    def _watch_test(self, node: Any) -> Any:
        self.generic_visit(node)
        place = (self.template, node.lineno, _shown(node.test))
        self.seen.setdefault(place, set())
        constants = [nodes.Const(part, lineno=node.lineno) for part in place]
        watch = nodes.Name(WATCH, "load", lineno=node.lineno)
        node.test = nodes.Call(watch, [*constants, node.test], [], None, None, lineno=node.lineno)
        return node


def _shown(node: nodes.Node) -> str:
    """An expression's names, constants and operators, enough to recognise it by."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Const):
        return repr(node.value)
    if isinstance(node, nodes.Getattr):
        return f"{_shown(node.node)}.{node.attr}"
    inner = " ".join(_shown(child) for child in node.iter_child_nodes())
    if isinstance(node, nodes.Filter):
        return f"{inner}|{node.name}"
    return inner if isinstance(node, nodes.Operand | nodes.Compare) else f"{type(node).__name__}({inner})"
