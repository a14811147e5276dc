"""The review conditions of 2021, as printed, hold what the real thirteen articles hold, each number from its key."""

import re
from collections import Counter
from typing import Any

import pytest

from generator.build import DOCX, HTML, Request, build
from generator.catalog import Library
from generator.context import display
from generator.loading.load import load_case
from generator.model.criteria import Criteria
from generator.rendering.blocks import HEITI
from generator.rendering.environment import FILLED
from generator.rendering.wording import render_blocks
from generator.resources import data_folder
from generator.text import chinese_numeral
from tests.documents.reading import docx_text, html_text, words
from tests.documents.variants import data_of
from tests.support import CHECKOUT

CASE = load_case(data_folder() / "criteria" / "bazhou-archives-2021.yaml").case
CONDITIONS = CASE.criteria
REAL = CHECKOUT.parent / "shared" / "reference" / "notices" / "bazhou-archives-2021.txt"
ARTICLES = [f"第{chinese_numeral(number)}条" for number in range(1, 14)]

ARTICLE = re.compile("(第[一二三四五六七八九十]+条)")
# The second list of works has no mark of its own.
MARK = re.compile(r"(（[一二三四五六]）|(?<!\d)\d\.|取得(?:[^，。]*)任职资格期间，)")
NUMBER = re.compile(r"\d+(?:万字|字|卷|件|次|篇|种|课时|项|部|个|年|%)?")
NAME = re.compile(
    "副研究馆员|研究馆员|助理馆员|馆员|管理员|博士|硕士|学士|大学本科|大学专科|中等专科|中专|高中|职高|技校"
    "|县级以下|县及县以下|县级及以下|地、州、市级(?:及以上|以上)?|地区级|自治区级?|国家|县级以上"
    "|之一|合格|称职|优秀|第\\d+号令|工作满|任职满|资格满|安全责任事故"
)
TITLED = re.compile("《[^》]+》")


def printed(criteria: Criteria) -> list[str]:
    """The text of each paragraph."""
    return [block.text for block in blocks(criteria)]


def blocks(criteria: Criteria, attachment: str = ""):
    values = {"条件": display(criteria, "条件"), "附件号": attachment, "状态": FILLED}
    return render_blocks("documents/review_conditions/wording.md", values, Library().loader)


def outline(text: str) -> list[tuple[str, str]]:
    """(article and marks, what stands under them) in order."""
    found = []
    _, *parts = ARTICLE.split(text)
    for article, content in zip(parts[::2], parts[1::2], strict=True):
        first, *rest = MARK.split(content)
        found.append((article, first))
        found += [(f"{article} {mark}", part) for mark, part in zip(rest[::2], rest[1::2], strict=True)]
    return found


def plain(text: str) -> str:
    """Without white space, the marks in full width."""
    return words(text).translate(str.maketrans("();,:", "（）；，："))


@pytest.fixture(scope="module")
def real() -> str:
    """The articles of the real text, from 第一条 to the 抄送 line."""
    if not REAL.is_file():
        pytest.skip("the real notices are not at hand: ../shared/reference/notices")
    text = REAL.read_text("utf-8")
    text = plain(text[text.rindex("第一条") :])
    return text.replace("相应专技术岗位", "相应专业技术岗位")  # the slip that 存疑 tells of


@pytest.fixture(scope="module")
def made() -> str:
    return plain("\n".join(printed(CONDITIONS)))


def test_the_articles_are_numbered_one_to_thirteen(made):
    assert ARTICLE.findall(made) == ARTICLES


def test_an_article_that_is_left_out_renumbers_those_behind_it():
    data = data_of(CONDITIONS)
    del data["定向评价"]
    text = "\n".join(printed(Criteria.model_validate(data)))
    assert ARTICLE.findall(text) == ARTICLES[:-1]
    assert "第六条　管理员任职资格评审条件" in text


def test_the_same_articles_parts_and_items_stand_in_the_same_order(made, real):
    assert [mark for mark, _ in outline(made)] == [mark for mark, _ in outline(real)]


def test_every_item_holds_the_numbers_of_the_real_item(made, real):
    assert per_item(made, NUMBER) == per_item(real, NUMBER)


def test_every_item_names_the_titles_degrees_units_and_grades_of_the_real_item(made, real):
    assert per_item(made, NAME) == per_item(real, NAME)


def test_documents_are_cited_as_the_real_text_cites_them(made, real):
    assert Counter(TITLED.findall(made)) == Counter(TITLED.findall(real))


def test_the_last_line_is_the_real_one(made, real):
    assert real[real.index("抄送") :] == made[made.index("抄送") :]


def test_sentences_are_not_the_real_ones(made, real):
    """But for the last article, which is made of names and a date."""
    long = [sentence for sentence in re.split("[。：]", real) if len(sentence) > 60]
    assert [sentence for sentence in long if sentence in made and "同时废止" not in sentence] == []


def per_item(text: str, pattern: re.Pattern) -> list[tuple[str, Counter]]:
    return [(mark, Counter(pattern.findall(content))) for mark, content in outline(text)]


def numbers_in(data: Any, path: tuple = ()) -> list[tuple]:
    """The path of every whole number in the data."""
    if isinstance(data, dict):
        return [found for key, value in data.items() for found in numbers_in(value, (*path, key))]
    if isinstance(data, list):
        return [found for index, value in enumerate(data) for found in numbers_in(value, (*path, index))]
    return [path] if isinstance(data, int) and not isinstance(data, bool) else []


def test_every_number_in_the_data_changes_the_text():
    paths = [path for path in numbers_in(data_of(CONDITIONS)) if choice_is_real(path)]
    assert len(paths) > 80
    for path in paths:
        after = with_one_more(path)
        assert sentences(display(after)) != sentences(display(CONDITIONS)) or printed(after) != printed(CONDITIONS), (
            path
        )


def sentences(value: Any) -> list[str]:
    """The sentences that are printed as they are, each with its numbers."""
    if isinstance(value, dict):
        own = [value["全文"]] if "全文" in value else []
        return own + [found for part in value.values() for found in sentences(part)]
    return [found for item in value for found in sentences(item)] if isinstance(value, list) else []


def choice_is_real(path: tuple) -> bool:
    """Whether a 项数 belongs to a list of conditions: a paragraph has none to choose from."""
    value = data_of(CONDITIONS)
    for step in path[:-1]:
        value = value[step]
    return path[-1] != "项数" or bool(value["条件"])


def with_one_more(path: tuple) -> Criteria:
    data = data_of(CONDITIONS)
    value = data
    for step in path[:-1]:
        value = value[step]
    value[path[-1]] += 1
    return Criteria.model_validate(data)


def test_a_changed_threshold_changes_its_sentence_only():
    path = ("各级条件", 2, "业绩成果", "条件", 0, "要求", 0, "任一", 0, "不少于")
    after = printed(with_one_more(path))
    assert [(old, new) for old, new in zip(printed(CONDITIONS), after, strict=True) if old != new] == [
        (line, line.replace("800卷", "801卷")) for line in printed(CONDITIONS) if "800卷" in line
    ]


def test_a_text_that_looks_like_notation_is_printed_as_typed():
    data = data_of(CONDITIONS)
    hostile = "**一、**熟悉*甲*与_乙_，# 丙 | 1. {{ 申报人 }}{% if %}｜。"
    data["各级条件"][0]["学识水平"] = hostile
    data["各级条件"][0]["实践能力"]["文字"] = sentence = "**1.**丁_戊_，无档案安全责任事故。"
    text = printed(Criteria.model_validate(data))
    assert hostile in text
    assert sentence in text


def test_article_numbers_are_set_in_heiti():
    numbered = [block for block in blocks(CONDITIONS) if ARTICLE.match(block.text)]
    run_in = [block for block in numbered if block.style == "正文"]
    assert [block.style for block in numbered if block not in run_in] == ["一级标题"] * 5
    assert [(block.runs[0].text, block.runs[0].face) for block in run_in] == [
        (article, HEITI) for article in ARTICLES if article not in ARTICLES[6:11]
    ]


def test_as_an_attachment_the_conditions_begin_with_its_number():
    first, title, *_ = blocks(CONDITIONS, "附件2")
    assert (first.style, first.text) == ("附件号", "附件2")
    assert words(title.text) == CONDITIONS.name


def test_word_file_and_web_page_hold_every_paragraph_in_order():
    word, page = build(Request(CASE, "review_conditions", FILLED), (DOCX, HTML), Library())
    wanted = "".join(words(line) for line in printed(CONDITIONS))
    assert word.file_name == f"{CONDITIONS.name}.docx"
    assert words(docx_text(word.content)) == wanted
    assert words(html_text(page.content)) == wanted
