import json
import re

import jsonschema
import pytest
import yaml

from generator.model.records import RECORDS
from generator.model.schema import schemas
from generator.model.tree import nested
from generator.resources import data_folder

DATA = data_folder()
SCHEMAS = schemas()
SAMPLES = [path for folder in ("applicants", "units", "campaigns") for path in sorted((DATA / folder).glob("*.yaml"))]


def validator(kind):
    return jsonschema.Draft202012Validator(SCHEMAS[f"{kind}.schema.json"])


def as_an_editor_reads(text):
    """The content as YAML 1.2 editors have it: integers and decimals are numbers, dates and 是 are text."""
    loader = type("Editor", (yaml.SafeLoader,), {"yaml_implicit_resolvers": {}})
    loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"-?[0-9]+$"), list("-0123456789"))
    loader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"-?[0-9]+\.[0-9]+$"), list("-0123456789"))
    return yaml.load(text, Loader=loader)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_valid_and_the_committed_one_is_current(name):
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])
    committed = (DATA / "schema" / name).read_text(encoding="utf-8")
    assert committed == json.dumps(SCHEMAS[name], ensure_ascii=False, indent=2) + "\n", (
        "the models have changed: python -m generator schema -o data/schema"
    )


@pytest.mark.parametrize("path", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_an_editor_finds_nothing_wrong_with_a_sample(path):
    content = as_an_editor_reads(path.read_text(encoding="utf-8"))
    assert [error.message for error in validator(content["类型"]).iter_errors(content)] == []


@pytest.mark.parametrize(
    "change",
    [
        {"姓各": "张三"},
        {"姓名": ["张三"]},
        {"类型": "单位"},
        {"工作经历": "无"},
        {"工作经历": [{"起": "2012"}]},
        {"首次申报": "对"},
        {"公示": {"天数单位": "天"}},
        {"单位": {"性质": "事业单位"}},
    ],
)
def test_an_editor_points_at_what_the_model_refuses(change):
    record = {"类型": "申报人", "姓名": "张三", "申报": {"系列": "档案", "专业": "档案", "级别": "中级"}}
    assert validator("申报人").is_valid(record)
    assert not validator("申报人").is_valid({**record, **change})


@pytest.mark.parametrize(
    "change",
    [
        {"身份证号": 990101198508161276},
        {"姓名": 12},
        {"公示": {"天数": 5, "截止日期": 20240905}},
        {"公示": {"天数": "5"}},
        {"单位": {"名称": "甲", "监督电话": ["1", 2]}},
        {"单位": {"名称": "甲", "监督电话": "1"}},
        {"免学经历": {"类别": "驻村", "仍在参加": "是"}},
    ],
)
def test_an_editor_accepts_what_the_model_accepts(change):
    record = {"类型": "申报人", "姓名": "张三", "申报": {"系列": "档案", "专业": "档案", "级别": "中级"}}
    assert validator("申报人").is_valid({**record, **change})


def test_no_english_is_shown_to_the_user():
    for schema in SCHEMAS.values():
        for node in nodes(schema):
            for key in ("title", "description"):
                words = re.sub(r"data/\w+|templates/documents|PDF|Word|A4", "", node.get(key, ""))
                assert not re.search(r"[A-Za-z]{3,}", words), node


def nodes(node):
    if isinstance(node, dict):
        if "type" in node or "$ref" in node or "anyOf" in node:
            yield node
        for value in node.values():
            yield from nodes(value)


@pytest.mark.parametrize("kind", RECORDS)
def test_every_field_says_what_to_write(kind):
    silent = [
        ".".join((*path, field.alias))
        for path, model in nested(RECORDS[kind])
        for field in (*model.model_fields.values(), *model.model_computed_fields.values())
        if not field.description
    ]
    assert silent == []


@pytest.mark.parametrize("kind", RECORDS)
def test_every_field_has_a_chinese_name(kind):
    for _, model in nested(RECORDS[kind]):
        for field in (*model.model_fields.values(), *model.model_computed_fields.values()):
            assert re.fullmatch(r"[\u4e00-\u9fff\d]+", field.alias)
