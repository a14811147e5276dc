"""From a file's content to a model, or to findings in the user's words, each with its place and remedy."""

import difflib
import re
from collections.abc import Iterable
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError

from generator.finding import Finding
from generator.loading.manners import Manner
from generator.loading.source_map import Path, Source, field_name
from generator.model.base import Model
from generator.model.tree import model_at, paths_to

Record = TypeVar("Record", bound=Model)

_MOST_FINDINGS = 100
_QUOTED = re.compile(r"'([^']*)'")

# Pydantic's own errors, each with the field of the manner that says what to do. The models' converters speak Chinese.
_SHAPES = {
    "model_type": ("这里应写下一级内容，不能只写文字或列表", "level"),
    "dict_type": ("这里应写下一级内容，不能只写文字或列表", "level"),
    "tuple_type": ("这里应写成列表", "list"),
    "list_type": ("这里应写成列表", "list"),
}
_OTHER_SHAPES = {
    "string_type": ("这里应填文字，不能是列表或下一级内容", None),
    "too_short": ("这里的项数太少", "请照样例补齐"),
    "too_long": ("这里的项数太多", "请照样例删减"),
}


class _Fault(NamedTuple):
    message: str
    remedy: str | None


def validate(model: type[Record], data: Any, source: Source) -> tuple[Record | None, list[Finding]]:
    """The record that `data` holds, or None and everything that is wrong with it, in the order of the file."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        faults = error.errors(include_url=False)[:_MOST_FINDINGS]
        findings = [_finding(model, details, source) for details in faults]
        return None, sorted(findings, key=lambda finding: (finding.place.line or 0, finding.place.column or 0))


def suggest(word: str, known: Iterable[str], cutoff: float = 0.5) -> list[str]:
    """Up to three of the `known` words that look most like `word`, the nearest first."""
    return difflib.get_close_matches(word.strip(), sorted(known), n=3, cutoff=cutoff)


def _finding(model: type[Model], details: dict[str, Any], source: Source) -> Finding:
    steps = details["loc"]
    kind = details["type"]
    if kind == "missing":
        path = (*source.trace(steps[:-1]), steps[-1])
        place = source.key_place(path) if source.has_key(path) else source.key_place(path[:-1])
        fault = _missing(path, source)
    elif kind == "extra_forbidden":
        path = source.trace(steps)
        place = source.key_place(path)
        fault = _unknown(model, path)
    else:
        path = source.trace(steps)
        place = source.place(path)
        fault = _wrong_value(kind, details, source.manner)
    return Finding("model", "error", fault.message, field_name(path) or None, fault.remedy, place=place)


def _missing(path: Path, source: Source) -> _Fault:
    key = source.label(path)
    if source.has_key(path):
        return _Fault(f"“{key}”没有填写", source.manner.empty)
    return _Fault(f"缺少“{key}”", source.manner.absent.format(key=key))


def _wrong_value(kind: str, details: dict[str, Any], manner: Manner) -> _Fault:
    context = details.get("ctx") or {}
    if kind == "literal_error":
        choices = _QUOTED.findall(context["expected"])
        given = details["input"]
        message = f"这里不能写“{given}”" if isinstance(given, str) else "这里应填文字，不能是列表或下一级内容"
        return _Fault(message, f"请写“{'”或“'.join(choices)}”")
    if details["input"] is None:
        return _Fault("这一项是空的", manner.blank)
    if kind in _SHAPES:
        message, remedy = _SHAPES[kind]
        slip = _full_width_colon(details["input"]) if manner.quotes_colons else None
        return slip or _Fault(message, getattr(manner, remedy))
    if kind in _OTHER_SHAPES:
        return _Fault(*_OTHER_SHAPES[kind])
    if "remedy" in context:
        return _Fault(details["msg"], context["remedy"])
    if kind == "value_error":
        return _Fault(str(context["error"]), None)
    return _Fault(f"这里的内容不合要求（{kind}）", "请照样例填写")


def _full_width_colon(text: Any) -> _Fault | None:
    """What is wrong with text such as `异议：无` where keys are wanted."""
    head, colon, _ = text.partition("：") if isinstance(text, str) else ("", "", "")
    if not colon:
        return None
    return _Fault(f"“{head.strip()}”后面是全角冒号“：”", f"请改成英文冒号加一个空格，写成“{head.strip()}: ”")


def _unknown(model: type[Model], path: Path) -> _Fault:
    """Say which key is meant: the nearest one here, or the same one where it belongs."""
    key = str(path[-1])
    here = model_at(model, path[:-1]) or model
    computed = {field.alias for field in here.model_computed_fields.values()}
    if key in computed:
        return _Fault(f"“{key}”由程序得出，不用填写", "请删去这一项")
    if key.partition("：")[0].strip() in here.aliases and "：" in key:
        return _full_width_colon(key)
    if key.strip("\u3000\xa0 ") in here.aliases:
        name = key.strip("\u3000\xa0 ")
        return _Fault(f"“{name}”前后多了空格", "请删去多余的空格（包括全角空格）")
    elsewhere = [_where(above) for above in paths_to(model, key)]
    if elsewhere:
        return _Fault(f"“{key}”不写在这里", f"它应写在{'或'.join(elsewhere)}，请移过去并注意缩进")
    near = suggest(key, here.aliases)
    if near:
        return _Fault(f"没有“{key}”这一项", f"最接近的是“{'”“'.join(near)}”，请核对后改正")
    return _Fault(f"没有“{key}”这一项", f"这里可以写的有：{'、'.join(_in_order(here))}；不需要的请删去")


def _where(above: tuple[str, ...]) -> str:
    return f"“{'”的“'.join(above)}”下面" if above else "最外面一级"


def _in_order(model: type[Model]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]
