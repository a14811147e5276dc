"""Whatever stands in a value, the YAML reads back as the same text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importing.yaml_lines import scalar
from generator.loading.yaml_reader import read_yaml
from generator.text import forbidden_character

TEXT = st.one_of(
    st.text(min_size=1, max_size=30),
    st.lists(st.sampled_from([*":#-?!&*|>%@`'\"\\[]{},：｜ \t\n\xa0", "no", "~", "甲", "1", "： "]), min_size=1).map(
        "".join
    ),
)


@given(TEXT.filter(lambda text: not forbidden_character(text) and "\ufeff" not in text))
def test_every_text_comes_back(text):
    document = read_yaml(f"甲: {scalar(text)}\n乙:\n  - {scalar(text)}\n".encode(), "a.yaml")
    assert document.findings == ()
    assert document.data == {"甲": text, "乙": [text]}


@pytest.mark.parametrize(
    "text", ["各县（市）人力资源和社会保障局", "新人社发〔2022〕27号", "2024-9-5", "5个工作日", "380"]
)
def test_plain_text_needs_no_quotes(text):
    assert scalar(text) == text


@pytest.mark.parametrize("text", ["- 甲", "甲: 乙", "甲 # 乙", "联系人：张某", "[甲]", " 甲", "甲 "])
def test_what_yaml_would_read_is_quoted(text):
    assert scalar(text) == f'"{text}"'
