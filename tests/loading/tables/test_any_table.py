"""Whatever stands in a table, reading it ends in people, refusals or findings; what we write comes back as it was."""

import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import FindingsError
from generator.loading.entry import Entry
from generator.loading.load import Loaded, load_case
from generator.loading.tables.fields import Kind, Leaf, groups, leaves
from generator.loading.tables.headings import applicant_words, label
from generator.loading.tables.layout import literals_of
from generator.loading.tables.sheets import Tables
from generator.loading.tables.workbook import Sheet
from generator.model.applicant import Applicant
from generator.resources import data_folder
from tests.loading.tables.books import read, write
from tests.loading.tables.test_cells import VALUES

WORDS = sorted(applicant_words().words)
CELLS = st.one_of(st.sampled_from(WORDS), st.sampled_from(["", "姓名", "身份证号", "张三", "合计", "学历学位"]), VALUES)
MERGES = st.tuples(*[st.integers(0, 8)] * 4).map(
    lambda ends: (min(ends[:2]), min(ends[2:]), max(ends[:2]), max(ends[2:]))
)
NAMES = st.sampled_from(["名单", "学历学位", "单位", "补充情况", "公示", "论文著作情况", "中级", None])
TEXT = st.sampled_from(["甲", "乙·丙", "甲 乙", "（甲）", "《甲》第1期", "甲，乙。", "A1", "甲\n乙", "=甲", "01"])
MONTHS = st.builds("{}-{}".format, st.integers(1900, 2199), st.integers(1, 12))


@cache
def the_year() -> Loaded:
    return load_case(data_folder() / "campaigns" / "bazhou-archives-2024.yaml")


@dataclass
class Rows:
    """Stands for what python-calamine gives of a sheet."""

    rows: list[list[Any]]

    def iter_rows(self):
        return map(list, self.rows)


@st.composite
def sheets(draw):
    head = ["姓名", *draw(st.lists(st.sampled_from(WORDS), max_size=6))] if draw(st.booleans()) else []
    rows = [head, *draw(st.lists(st.lists(CELLS, max_size=8), max_size=8))]
    name = draw(NAMES)
    merges = draw(st.lists(MERGES, max_size=3))
    return Sheet(
        name, draw(st.booleans()), tuple(merges), draw(st.integers(0, 3)), is_text=name is None, source=Rows(rows)
    )


def entries_of(tables: list[Sheet]) -> list[Entry]:
    """The people; none where the file has no list."""
    try:
        return list(Tables(Path("名单.xlsx"), tables, lambda finding: None).entries())
    except FindingsError:
        return []


@settings(max_examples=120)
@given(st.lists(sheets(), min_size=1, max_size=3))
def test_any_table_gives_people_or_findings(tables):
    for entry in entries_of(tables):
        assert entry.source.place("申报.级别").row >= 1
        assert entry.source.place("学历学位.第2项.学历").file == "名单.xlsx"


def typed(leaf: Leaf):
    """What a person may type into a cell of the field."""
    if words := literals_of(leaf):
        return st.sampled_from(words)
    plain = {
        Kind.MONTH: MONTHS,
        Kind.DAY: st.just("2024-9-11"),
        Kind.NUMBER: st.integers(0, 9999).map(str),
        Kind.FLAG: st.sampled_from(("是", "否")),
        Kind.ID: st.integers(10**15, 10**16 - 1).map("99{}".format),
        Kind.PHONE: st.integers(10**7, 10**8 - 1).map("199{}".format),
        Kind.PHONES: st.just("0996-0000001"),
        Kind.TEXTS: st.just("甲"),
    }
    return plain.get(leaf.kind, TEXT)


def record(group: str):
    """What one item of a list, or a group, may hold."""
    required = {field.alias for field in groups()[group].model.model_fields.values() if field.is_required()}
    own = [leaf for names, leaf in leaves().items() if names[0] == group and leaf.kind is not Kind.MAPPING]
    return st.fixed_dictionaries(
        {leaf.names[-1]: typed(leaf) for leaf in own if leaf.names[-1] in required},
        optional={leaf.names[-1]: typed(leaf) for leaf in own if leaf.names[-1] not in required},
    )


OWN = {names[0]: leaf for names, leaf in leaves().items() if len(names) == 1 and leaf.kind is not Kind.MAPPING}
LISTS = [group.name for group in groups().values() if group.is_list]
SINGLE = [group.name for group in groups().values() if not group.is_list]
APPLICANTS = st.fixed_dictionaries(
    {
        "姓名": st.sampled_from(["张三", "阿依古丽·买买提", "李四"]),
        "身份证号": typed(OWN["身份证号"]),
        "申报": record("申报").map(
            lambda it: {**it, "系列": "档案", "专业": "档案", "级别": "中级", "申报类型": "评审"}
        ),
    },
    optional={
        **{name: typed(leaf) for name, leaf in OWN.items() if name not in ("姓名", "身份证号", "评审")},
        **{name: record(name).filter(len) for name in SINGLE if name != "申报"},
        **{name: st.lists(record(name), min_size=1, max_size=3) for name in LISTS},
    },
)


def as_sheets(people: list[dict[str, Any]]) -> dict[str, list[list[str]]]:
    """The flat form: one list, and a sheet for each list of the model."""
    single = [names for names in leaves() if names[0] in OWN or names[0] in SINGLE]
    tables = {"名单": [[label(names) for names in single]]}
    for person in people:
        row = [
            person.get(names[0], "") if len(names) == 1 else person.get(names[0], {}).get(names[1], "")
            for names in single
        ]
        tables["名单"].append(row)
        for group in LISTS:
            heads = [
                names[-1] for names, leaf in leaves().items() if names[0] == group and leaf.kind is not Kind.MAPPING
            ]
            sheet = tables.setdefault(group, [["姓名", "身份证号", *heads]])
            key = [person["姓名"], person["身份证号"]]
            sheet += [[*key, *(item.get(head, "") for head in heads)] for item in person.get(group, ())]
    return tables


def as_meant(person: dict[str, Any]) -> dict[str, Any]:
    """The person's data as a YAML file would hold them: texts for lists of texts, lists of one."""
    return {
        key: {name: [text] if name == "监督电话" else text for name, text in value.items()}
        if isinstance(value, dict)
        else value
        for key, value in person.items()
    }


@settings(max_examples=15)
@given(st.lists(APPLICANTS, min_size=1, max_size=3, unique_by=lambda person: person["身份证号"]))
def test_applicants_written_in_the_flat_form_come_back_as_they_were(people):
    with tempfile.TemporaryDirectory() as folder:
        reading = read(write(Path(folder, "名单.xlsx"), as_sheets(people)), the_year())
    assert [str(finding) for finding in reading.faults] == []
    assert reading.applicants == [Applicant.model_validate(as_meant(person)) for person in people]
