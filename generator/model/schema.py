"""JSON Schemas (draft 2020-12) of the data files, with which an editor completes and explains the Chinese keys."""

from typing import Any

from generator.model.base import NO, YES, Model
from generator.model.records import RECORDS
from generator.model.tree import nested

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_KIND = "类型"


def schemas() -> dict[str, dict[str, Any]]:
    """The schema of each kind of data file, by the name of the file it is kept in."""
    return {f"{kind}.schema.json": _schema(kind, model) for kind, model in RECORDS.items()}


def _schema(kind: str, model: type[Model]) -> dict[str, Any]:
    names = _chinese_names(model)
    schema = model.model_json_schema(by_alias=True, ref_template="{model}")
    definitions = schema.pop("$defs", {})
    body = _tidy(schema, names)
    body["required"] = [_KIND, *body.get("required", ())]
    result = {"$schema": _DIALECT, "title": kind, "description": f"{kind}数据，一个文件写一份", **body}
    if definitions:
        tidied = {names[name]: _tidy(definition, names) for name, definition in definitions.items()}
        result["$defs"] = {name: {**tidied[name], "title": name.rpartition(".")[2]} for name in sorted(tidied)}
    return result


def _chinese_names(model: type[Model]) -> dict[str, str]:
    """A Chinese name for each model inside `model`: the key under which it is found, with those above it if need be."""
    names: dict[str, str] = {}
    for path, child in sorted(nested(model), key=lambda found: len(found[0])):
        if path and child.__name__ not in names:
            candidates = (".".join(path[-length:]) for length in range(1, len(path) + 1))
            names[child.__name__] = next(name for name in candidates if name not in names.values())
    return names


def _tidy(schema: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """The schema without what only Python needs: null for an absent key, class names, docstrings, empty defaults."""
    if schema.get("type") == "object" and "properties" in schema:
        properties = {key: _tidy(value, names) for key, value in schema["properties"].items()}
        tidied = {"type": "object", "properties": properties, "additionalProperties": False}
        return {**tidied, "required": schema["required"]} if "required" in schema else tidied
    tidied = {key: value for key, value in schema.items() if key != "default"}
    if "$ref" in tidied:
        tidied["$ref"] = f"#/$defs/{names[tidied['$ref']]}"
    if "items" in tidied:
        tidied["items"] = _tidy(tidied["items"], names)
    tidied = _without_null(tidied, names)
    default = schema.get("default")
    if isinstance(default, bool | str):
        tidied["default"] = default if isinstance(default, str) else YES if default else NO
    return tidied


def _without_null(schema: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    for union in ("anyOf", "oneOf"):
        if union in schema:
            choices = [_tidy(choice, names) for choice in schema[union] if choice != {"type": "null"}]
            rest = {key: value for key, value in schema.items() if key != union}
            return {**choices[0], **rest} if len(choices) == 1 else {union: choices, **rest}
    return schema
