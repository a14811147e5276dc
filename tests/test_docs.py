"""The pages say what is so: their commands run, their links lead somewhere, their facts are those of the data."""

import io
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

import pytest
from jinja2 import ChoiceLoader, DictLoader

from generator import cli
from generator.catalog import Document, Library
from generator.context import ROOTS, case_values
from generator.contract import variables
from generator.loading.load import load_case
from generator.reference import PROVIDED, reference_page
from generator.rendering.containers import CONTAINERS, SIGNATURE_BLOCK
from generator.rendering.docx_compile import PROPERTY_TAGS
from generator.rendering.environment import FILLED, FILTERS, FUNCTIONS, STATES
from generator.rendering.paragraphs import HEADINGS, TITLE
from generator.rendering.wording import render_blocks
from tests.support import CHECKOUT as ROOT
from tests.support import needs_pango, paragraphs, word_template

GALLERY = ROOT / "output" / "gallery"
PAGES = sorted([ROOT / "README.md", ROOT / "README.zh-CN.md", *(ROOT / "docs").glob("*.md")])
MANUAL, WRITING = ROOT / "README.zh-CN.md", ROOT / "docs" / "writing-templates.zh-CN.md"
COMMANDS, OUTPUT = ("sh", "bat"), "text"
# What sets up a machine is tried on fresh machines, not by this test.
SETS_UP = {"git", "brew", "export", "pip", "python3", "py", "source"}
LIBRARY = Library()
DOCUMENTS = list(LIBRARY.documents.values())


class Fence(NamedTuple):
    """A fenced block of a page: its language, its text, and the file that the line before says it is."""

    language: str
    text: str
    path: str | None


def by_name(page: Path) -> str:
    return page.name


def fences(page: Path) -> Iterator[Fence]:
    pattern = r"(?:^`([^`\n]+)`[:：]\n\n)?^```(\w+)\n(.*?)^```$"
    for path, language, text in re.findall(pattern, page.read_text("utf-8"), re.DOTALL | re.MULTILINE):
        yield Fence(language, text, path or None)


def put(fence: Fence, desk: Path) -> None:
    """Writes the block where the page says it stands, if it says so."""
    if fence.path:
        (desk / fence.path).parent.mkdir(parents=True, exist_ok=True)
        (desk / fence.path).write_text(fence.text, "utf-8")


def command_lines(fence: Fence) -> list[str]:
    """The commands of a block, without the remarks behind them."""
    lines = (line.partition("  #")[0].strip() for line in fence.text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def program(line: str) -> str:
    """zhicheng of `.venv/bin/zhicheng demo`"""
    return line.split()[0].replace("\\", "/").rpartition("/")[2]


def zhicheng(arguments: list[str], monkeypatch) -> tuple[int, str]:
    """Runs the command line; its exit code and what a terminal shows."""
    shown = io.StringIO()
    monkeypatch.setattr(sys, "argv", ["zhicheng", *arguments])
    with redirect_stdout(shown), redirect_stderr(shown):
        try:
            cli.main()
        except SystemExit as end:
            return int(end.code or 0), shown.getvalue()
    return 0, shown.getvalue()


@pytest.fixture
def desk(tmp_path, monkeypatch) -> Path:
    """A user's folder with a copy of the sample data and a Word file of the unit's own."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "我的证明.docx").write_bytes(word_template("兹证明{{ 申报人.姓名 }}同志系{{ 单位.名称 }}职工。"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


# Commands, files and what they show


@pytest.mark.parametrize("page", PAGES, ids=by_name)
def test_every_command_of_a_page_works_and_shows_what_the_page_shows(page, desk, monkeypatch):
    needs_pango()
    shown = line = ""
    blocks = list(fences(page))
    for fence, following in zip_longest(blocks, blocks[1:]):
        put(fence, desk)
        if fence.language == OUTPUT:
            assert shown.strip() == fence.text.strip(), line
        for line in command_lines(fence) if fence.language in COMMANDS else ():
            if program(line) == "zhicheng":
                code, shown = zhicheng(shlex.split(line)[1:], monkeypatch)
                expected = 1 if following and following.language == OUTPUT and "必须改" in following.text else 0
                assert code == expected, f"{line}\n{shown}"


@pytest.mark.parametrize("page", PAGES, ids=by_name)
def test_every_other_command_is_a_make_target_or_sets_up_the_machine(page):
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for line in [line for fence in fences(page) if fence.language in COMMANDS for line in command_lines(fence)]:
        if program(line) == "make":
            assert line.split()[1] in targets
        else:
            assert program(line) in {"zhicheng", *SETS_UP}, line


def test_the_piece_of_data_for_the_exemption_fits_into_the_filled_example(desk):
    example = next(fence for fence in fences(MANUAL) if fence.path == "我的数据/李小禾.yaml")
    unit = next(fence for fence in fences(MANUAL) if fence.path == "我的数据/本单位.yaml")
    [piece] = [fence for fence in fences(MANUAL) if fence.language == "yaml" and fence.path is None]
    (desk / "本单位.yaml").write_text(unit.text, "utf-8")
    (desk / "李小禾.yaml").write_text(example.text + piece.text, "utf-8")
    assert load_case(desk / "李小禾.yaml").case.applicant.exempt_services[0].running


# Links and pictures


def slug(heading: str) -> str:
    """The anchor that GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=by_name)
def test_every_relative_link_and_picture_leads_somewhere(page):
    for address in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8")):
        if "://" in address:
            continue
        name, _, anchor = address.partition("#")
        target = page.parent / name if name else page
        assert target.exists(), address
        headings = re.findall(r"^#+ (.*)$", target.read_text("utf-8"), re.MULTILINE) if anchor else []
        assert not anchor or anchor in map(slug, headings), address


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.kind)
def test_every_document_has_a_picture_that_the_readme_shows(document):
    assert (GALLERY / f"{document.kind}.png").read_bytes().startswith(b"\x89PNG")
    assert f"![{document.name}](output/gallery/{document.kind}.png)" in (ROOT / "README.md").read_text("utf-8")


def test_the_gallery_holds_no_other_pictures_and_stays_small():
    pictures = list(GALLERY.iterdir())
    assert {picture.stem for picture in pictures} == set(LIBRARY.documents)
    assert sum(picture.stat().st_size for picture in pictures) < 900_000


# Facts


@pytest.mark.parametrize("page", PAGES[:2], ids=by_name)
def test_both_readmes_name_every_document(page):
    text = page.read_text("utf-8")
    assert [document.name for document in DOCUMENTS if f"| {document.name} |" not in text] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.kind)
def test_the_manual_says_what_to_do_with_a_paper_as_the_document_does(document: Document):
    parts = re.split(r"^\*\*(.+?)\*\*.*以后.*：$", MANUAL.read_text("utf-8"), flags=re.MULTILINE)
    [said] = [part for name, part in zip(parts[1::2], parts[2::2], strict=True) if name == document.name]
    steps = said.strip().partition("\n\n")[0]
    assert steps.splitlines() == [f"- {step}" for step in document.handling]


def test_the_manual_lists_the_materials_as_the_campaign_does(campaign):
    rows = re.findall(r"^\| (\d+) \| (.+?) \| (.+?) \| (.+?) \| (.+?) \|$", MANUAL.read_text("utf-8"), re.MULTILINE)
    assert len(rows) == len(campaign.materials)
    for (number, name, copies, made, keeper), material in zip(rows, campaign.materials, strict=True):
        assert (int(number), name, keeper) == (material.position, material.name, material.keeping)
        assert str(material.copies or "未写明") in copies
        assert (material.form or "") in copies
        assert made.startswith("能") == bool(material.kinds)


def test_the_manual_quotes_and_counts_as_the_data_does(campaign):
    text = MANUAL.read_text("utf-8")
    assert f"“{campaign.unit_opinion.text}”" in text
    assert f"“{campaign.true_copy.text}”" in text
    assert f"列出{len(campaign.open_questions)}条提示" in text
    assert f"共{len(DOCUMENTS)}种" in text
    assert f"不少于{campaign.publicity_rules.working_days}个工作日" in text


# The pages for those who write templates


def test_the_page_of_variables_is_current():
    page = (ROOT / "docs" / "template-variables.md").read_text("utf-8")
    assert page == reference_page(), "run make docs"


def test_the_command_behind_the_page_of_variables_prints_it(monkeypatch):
    assert zhicheng(["template", "fields", "--markdown"], monkeypatch) == (0, reference_page())
    assert zhicheng(["template", "fields", "roster", "--markdown"], monkeypatch)[0] == 2


def test_the_page_of_variables_tells_of_all_that_the_program_adds():
    assert {name.removesuffix("[]") for name in PROVIDED} == set(variables()) - set(ROOTS)


def test_the_page_on_templates_tells_of_every_filter_tag_and_container():
    text = WRITING.read_text("utf-8")
    assert [name for name in FILTERS if f"|{name}" not in text.replace("\\", "")] == []
    assert [name for name in FUNCTIONS if not re.search(rf"{{[{{%][^}}]*{name}\(", text)] == []
    assert [name for name in PROPERTY_TAGS if f"\\|{name} }}}}`" not in text] == []
    assert [name for name in CONTAINERS if f"| `::: {name}` |" not in text] == []


def test_the_page_on_templates_tells_of_every_key_of_a_description():
    fields = [field for name, field in Document.model_fields.items() if name != "kind"]
    _, _, part = WRITING.read_text("utf-8").partition("## 五")
    rows = dict(re.findall(r"^\| (?!项 )(\S+) \| ?(是?) ?\| .+ \|$", part, re.MULTILINE))
    assert set(rows) == {field.alias for field in fields}
    assert {name for name, must in rows.items() if must} == {field.alias for field in fields if field.is_required()}


@pytest.mark.parametrize("state", STATES)
def test_the_sample_wording_makes_a_block_of_every_style(state, case):
    sample = next(fence.text for fence in fences(WRITING) if fence.language == "jinja")
    loader = ChoiceLoader([DictLoader({"sample.md": sample}), LIBRARY.loader])
    blocks = render_blocks("sample.md", case_values(case, state=state, filled=state == FILLED), loader)
    styles = {*HEADINGS.values(), *CONTAINERS, TITLE, "正文", "署名", "日期"} - {SIGNATURE_BLOCK}
    assert {block.style for block in blocks} == styles


def test_the_document_that_the_page_adds_prints_its_values(desk, monkeypatch):
    for fence in fences(WRITING):
        put(fence, desk)
    arguments = ["build", "data/applicants/he-kun.yaml", "--templates", "我的模板", "--only", "在职证明"]
    assert zhicheng([*arguments, "--format", "docx"], monkeypatch)[0] == 0
    [paper] = (desk / "output").rglob("何堃_在职证明.docx")
    text = paragraphs(paper.read_bytes())
    assert "兹证明何堃同志系我单位在职人员，2022年7月参加工作。" in text
    assert "库尔勒梨城云档信息技术有限公司（公章）" in text
