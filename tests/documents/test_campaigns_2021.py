"""The three notices of 2021 say every fact of the real ones, each in its part, in Word, PDF and web page alike."""

import re

import pytest
from jinja2 import FileSystemLoader

from generator.build import DOCX, NotApplicable, Request, build
from generator.catalog import APPLICANT, ROSTER
from generator.model.case import Case
from generator.rendering.environment import BLANKS, FILLED
from generator.resources import data_folder, templates_folder
from generator.rules import case_findings
from generator.text import chinese_numeral
from tests.documents.campaign_facts import FACTS
from tests.documents.notice_parts import blocks_of, cut_at, days, numbers, parts_of
from tests.documents.papers import LIBRARY, PAPERS, TEXTS
from tests.documents.reading import words
from tests.documents.variants import CAMPAIGNS, EVERYTHING, data_of
from tests.support import CHECKOUT

NAMES = tuple(FACTS)
NOTICES = {name: PAPERS[f"annual_notice-filled-{name}"] for name in NAMES}
REAL = CHECKOUT.parent / "shared" / "reference" / "notices"
MOBILE = re.compile(r"(?<!\d)1\d{10}(?!\d)")
INCLUDED = re.compile(r'include "clauses/([^"]+)\.md"')
PERSONS = re.compile(r"联系人[:：]\s*([^\n（]+)")
# Those whose form or wording none of the three notices prescribes, and what one of them does not ask for.
UNPRESCRIBED = {"commitment_letter", "commitment_sheet", "exemption_form", "materials_catalogue", "roster"}
UNASKED = {
    "bazhou-archives-2021": {"conduct_certificate"},
    "bazhou-culture-2021": set(),
    "bazhou-news-2021": {"conduct_certificate", "experience_certificate", "unit_nature_certificate"},
}


def real_text(name: str) -> str:
    path = REAL / f"{name}.txt"
    if not path.is_file():
        pytest.skip(f"{REAL} is not there")
    return path.read_text("utf-8")


def campaign_of(name: str):
    return CAMPAIGNS[name].campaign


@pytest.mark.parametrize("name", NAMES)
def test_the_notice_has_the_parts_of_the_real_one_in_order(name):
    assert list(parts_of(campaign_of(name))) == list(FACTS[name])


@pytest.mark.parametrize("format", TEXTS)
@pytest.mark.parametrize("name", NAMES)
def test_each_fact_stands_in_its_part_of_every_format(name, format):
    parts = cut_at(NOTICES[name].words(format), FACTS[name])
    missing = [(part, fact) for part, facts in FACTS[name].items() for fact in facts if words(fact) not in parts[part]]
    assert missing == []


@pytest.mark.parametrize("name", NAMES)
def test_every_number_and_day_of_the_real_notice_is_in_ours_but_personal_mobiles(name):
    real, ours = real_text(name), NOTICES[name].text(DOCX)
    assert numbers(real) - numbers(ours) - set(MOBILE.findall(real)) == set()
    assert days(real) - days(ours) == set()


@pytest.mark.parametrize("name", NAMES)
def test_no_person_and_no_mobile_of_the_real_notice_is_in_our_data(name):
    real, data = real_text(name), (data_folder() / "campaigns" / f"{name}.yaml").read_text("utf-8")
    people = {person for found in PERSONS.findall(real) for person in found.split()}
    assert [secret for secret in (*people, *MOBILE.findall(real)) if secret in data] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_sentence_of_the_real_notice_is_quoted_only_where_it_is_prescribed(name):
    campaign = campaign_of(name)
    beginning, end = words(f"{campaign.notice.addressees[-1]}："), words(campaign.notice.signatory[0])
    body = words(real_text(name)).partition(beginning)[2].rpartition(end)[0]
    prescribed = [text.text for text in (campaign.unit_opinion, campaign.commitments.in_field) if text]
    ours = {sentence for part in parts_of(campaign).values() for sentence in re.split(r"[。；：\n]", words(part))}
    copied = [sentence for sentence in re.split(r"[。；：]", body) if len(sentence) > 35 and sentence in ours]
    assert [one for one in copied if not any(text in one or one.rstrip("”") in text for text in prescribed)] == []


def test_what_stands_above_and_below_the_culture_notice_is_set_as_such():
    styles = {}
    for block in blocks_of(campaign_of("bazhou-culture-2021")):
        styles.setdefault(block.style, []).append(block.text)
    assert words("".join(styles["发文机关标志"])) == "巴音郭楞蒙古自治州文化体育广播电视和旅游局文件"
    assert styles["发文字号"] == ["巴文体广旅发〔2021〕98号"]
    assert styles["署名"] == ["自治州文化系列职称办公室（代章）"]
    assert words("".join(styles["版记"])) == "巴州文化体育广播电视和旅游局办公室2021年8月18日印发"


def test_the_day_that_the_archives_notice_lacks_is_left_for_the_hand():
    dates = [block.text for block in blocks_of(campaign_of("bazhou-archives-2021")) if block.style == "日期"]
    assert dates == ["2021年7月　日"]


def test_the_archives_notice_ends_with_the_thirteen_articles_as_its_attachment():
    text = words(NOTICES["bazhou-archives-2021"].text(DOCX))
    attachment = text.partition("2021年7月日附件")[2]
    articles = [f"第{number}条" for number in map(chinese_numeral, range(1, 14))]
    places = [attachment.find(article) for article in articles]
    assert -1 not in places
    assert places == sorted(places)


def test_the_news_notice_tells_what_goes_online_from_what_goes_on_paper():
    online, found, on_paper = parts_of(campaign_of("bazhou-news-2021"))["五、申报材料内容"].partition("（二）以下材料")
    assert found
    assert [line.partition(".")[0] for line in online.splitlines() if line[0].isdecimal()] == [*"12345678"]
    assert [line for line in on_paper.splitlines() if line[0].isdecimal()] == []  # a single one has no number
    assert "《专业技术职务任职资格评审表》一式2份" in on_paper


@pytest.mark.parametrize("name", NAMES)
def test_fifty_years_later_no_year_of_this_review_is_left(name):
    """Years that a notice says are derived from its own year or stated in one of its keys."""
    campaign = type(campaign_of(name)).model_validate(_later(data_of(campaign_of(name)), 50))
    text = "\n".join(parts_of(campaign).values())
    assert re.findall(r"20[0-5]\d(?=年)", text) == []
    assert "2071年" in text


def _later(value, years: int):
    """The data with every date and stated year this many years later; quoted texts and document numbers as they are."""
    if isinstance(value, dict):
        return {key: _dated(key, item, years) for key, item in value.items()}
    if isinstance(value, list):
        return [_later(item, years) for item in value]
    return value._replace(year=value.year + years) if hasattr(value, "_replace") else value


def _dated(key: str, value, years: int):
    if key == "年度" and isinstance(value, int):
        return value + years
    if key == "时间":
        return re.sub(r"\d{4}(?=年)", lambda year: str(int(year[0]) + years), value)
    return _later(value, years)


@pytest.mark.parametrize("name", NAMES)
def test_the_own_words_hold_no_year_date_sum_or_number(name):
    """So that each stands in one key only; what `{{ }}` prints is no number of the text's own."""
    notice = campaign_of(name).notice
    own = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", f"{notice.title}\n{notice.body}")
    assert re.findall(r"\d+", own) == []


SLIPS_OF_THE_NOTICES = {
    "bazhou-archives-2021": {
        ("window-day-off", "warning", "时间安排.批次.第2项.纸质报送.止"),
        ("papers-after-online", "hint", "时间安排.批次.第2项.纸质报送.起"),
    },
    "bazhou-culture-2021": {
        ("window-day-off", "warning", "时间安排.批次.第1项.网上申报.止"),  # 中秋节
        ("phone", "hint", "联系.第1项.电话.第1项"),
    },
    "bazhou-news-2021": {
        ("window-day-off", "warning", "时间安排.批次.第1项.网上申报.止"),
        ("phone", "hint", "联系.第1项.电话.第1项"),
    },
}


@pytest.mark.parametrize("name", NAMES)
def test_checking_a_campaign_finds_only_what_its_notice_left_open_or_overlooked(name):
    findings = case_findings(Case(campaign_of(name)))
    left_open = [finding for finding in findings if finding.rule == "open-question"]
    assert {finding.level for finding in left_open} == {"hint"}
    assert all(finding.basis and finding.basis.startswith("2021年通知") for finding in left_open)
    overlooked = {(finding.rule, finding.level, finding.field) for finding in findings if finding not in left_open}
    assert overlooked == SLIPS_OF_THE_NOTICES[name]


@pytest.mark.parametrize(
    ("name", "contradiction"),
    [
        ("bazhou-archives-2021", "成文日期没有日"),
        ("bazhou-archives-2021", "“证实出版”"),
        ("bazhou-archives-2021", "“逾期不予受理”"),
        ("bazhou-archives-2021", "初级1—3年，中级4—5年"),
        ("bazhou-culture-2021", "疑漏“电视”二字"),
        ("bazhou-culture-2021", "初次评定"),
        ("bazhou-culture-2021", "核对原件后当场退还"),
        ("bazhou-culture-2021", "没有写中级评审的标准"),
        ("bazhou-news-2021", "公示期5天"),
        ("bazhou-news-2021", "2015年至2021年共7年"),
        ("bazhou-news-2021", "新疆维吾尔自治区专业技术人员"),
    ],
)
def test_what_a_notice_contradicts_or_leaves_open_is_shown(name, contradiction):
    assert any(contradiction in finding.message for finding in case_findings(CAMPAIGNS[name]))


@pytest.mark.parametrize("state", BLANKS)
@pytest.mark.parametrize("name", NAMES)
def test_a_blank_is_made_only_of_what_the_year_prescribes(name, state):
    case = Case(campaign_of(name))
    kinds = [kind for kind, document in LIBRARY.documents.items() if document.data in (APPLICANT, ROSTER)]
    refused = {}
    for kind in kinds:
        try:
            assert build(Request(case, kind, state), (DOCX,), LIBRARY)
        except NotApplicable as reason:
            refused[kind] = [finding.message for finding in reason.findings]
    assert set(refused) == UNPRESCRIBED | UNASKED[name]
    assert all("材料清单没有要" in refused[kind][0] for kind in UNASKED[name])
    assert refused["exemption_form"] == ["本年度的评审数据没有写“免学申请”，不生成免除继续教育学习申请表"]
    assert refused["commitment_sheet"] == [
        "本年度没有要求另纸手写承诺语；要写在评审表或者网上栏目里的承诺语，照通知中的文字写"
    ]


@pytest.mark.parametrize("kind", ["publicity_notice", "publicity_result"])
@pytest.mark.parametrize("name", NAMES)
def test_an_applicants_publicity_can_be_made_for_the_year(name, kind):
    case = Case(campaign_of(name), EVERYTHING.applicant, EVERYTHING.unit)
    assert build(Request(case, kind, FILLED), (DOCX,), LIBRARY)


class _Recording(FileSystemLoader):
    """Notes which templates a rendering loads, those that own words include among them."""

    def __init__(self):
        super().__init__(templates_folder(), encoding="utf-8")
        self.loaded: set[str] = set()

    def get_source(self, environment, template):
        self.loaded.add(template)
        return super().get_source(environment, template)


def _clauses_of(campaign) -> set[str]:
    loader = _Recording()
    blocks_of(campaign, loader)
    return {name.removeprefix("clauses/").removesuffix(".md") for name in loader.loaded if name.startswith("clauses/")}


def _clauses_of_other_documents() -> set[str]:
    """The clauses that documents other than the notice include, and those that these include."""
    documents = [path for path in templates_folder().rglob("wording.md") if path.parent.name != "annual_notice"]
    found, sources = set(), [path.read_text("utf-8") for path in documents]
    while sources:
        named = set(INCLUDED.findall(sources.pop())) - found
        found |= named
        sources += [(templates_folder() / "clauses" / f"{name}.md").read_text("utf-8") for name in named]
    return found


def test_every_clause_of_notices_is_used_by_at_least_two_campaigns():
    used = [_clauses_of(case.campaign) for case in CAMPAIGNS.values()]
    clauses = {path.stem for path in (templates_folder() / "clauses").glob("*.md")}
    of_notices = clauses - _clauses_of_other_documents()
    assert len(used) >= 4
    assert len(of_notices) > 15
    assert {clause for clause in of_notices if sum(clause in one for one in used) < 2} == set()
