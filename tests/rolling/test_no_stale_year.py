"""Nothing of the old year remains in a rolled document, but the numbers and dates of the documents it quotes.

Two proofs, by a reader of its own: every year of the old text stands in the new one as many years later, in the same
order; and rolled so far that even the oldest year asked for is later than the old year, the new text has no year up to
the old one at all.
"""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import html

from generator.build import Request, printed_blocks
from generator.catalog import Library
from generator.importing.fidelity import text_of_blocks
from generator.importing.notice import import_notice, save
from generator.jobs import run
from generator.loading.confirmation import unconfirmed_in
from generator.loading.load import load_case
from generator.resources import data_folder
from generator.rolling.roll import roll
from tests.documents.reading import docx_text
from tests.support import CHECKOUT

CAMPAIGNS = sorted((data_folder() / "campaigns").glob("*.yaml"))
DOCUMENTS = sorted((data_folder() / "documents").glob("*.yaml"))
NOTICES = CHECKOUT.parent / "shared" / "reference" / "notices"
REAL = [
    "bazhou-archives-2021",
    "bazhou-archives-2024",
    "bazhou-culture-2021",
    "bazhou-news-2021",
    "qinghai-archives-plan-2020",
]
FAR = 20
LIBRARY = Library()
QUOTED = re.compile(r"《[^》]*》|[〔\[]\d{4}[〕\]]第?[\d×]+号|https?://\S+")
# The conditions of 2021 end with the words that repeal those of 2019: the date is that of the older document.
DATE_OF_A_DOCUMENT = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日[^。]{0,40}《》[^。]{0,5}同时废止")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class Paper(NamedTuple):
    """What a file says when it is built: the text of all its documents, and what is wrong with it."""

    text: str
    errors: list[str]

    @property
    def years(self) -> list[str]:
        return YEAR.findall(DATE_OF_A_DOCUMENT.sub("", QUOTED.sub("《》", self.text)))


def printed(path: Path) -> Paper:
    """What an official document says, attachments and all."""
    case = load_case(path).case
    blocks = printed_blocks(Request(case, LIBRARY.of_genre(case.document.genre).kind), LIBRARY)
    return Paper(re.sub(r"\s+", "", text_of_blocks(blocks)), [])


def built(path: Path, folder: Path) -> Paper:
    """The documents of a data file, as text."""
    report = run([path], root=folder, formats=["html"])
    pages = [html.document_fromstring(page.read_bytes()) for page in sorted(folder.rglob("*.html"))]
    for page in pages:
        for hidden in page.xpath("//head | //style | //script"):
            hidden.drop_tree()
    text = re.sub(r"\s+", "", "".join(page.text_content() for page in pages))
    return Paper(text, [str(finding) for finding in report.findings if finding.level == "error"])


@pytest.fixture(scope="session")
def of_last_year(tmp_path_factory):
    """What each shipped file says as it is."""
    return cache(lambda path: built(path, tmp_path_factory.mktemp("old")))


@pytest.mark.parametrize(
    ("path", "years"), [*((path, 2) for path in CAMPAIGNS), *((path, 1) for path in DOCUMENTS)], ids=str
)
def test_every_year_of_a_rolled_document_has_gone_on(path, years, of_last_year, tmp_path):
    new_path, old_year = rolled(path, years, tmp_path)
    if path in DOCUMENTS:
        old, new = printed(path), printed(new_path)
    else:
        old, new = of_last_year(path), built(new_path, tmp_path / "output")
    assert new.errors == []
    assert old.years
    assert new.years == [str(int(year) + years) for year in old.years]
    assert str(old_year + years) in "".join(new.years)


@pytest.mark.parametrize("path", CAMPAIGNS[2:], ids=lambda path: path.stem)
def test_no_year_up_to_the_old_one_is_left_where_even_assessments_lie_after_it(path, tmp_path):
    new_path, old_year = rolled(path, FAR, tmp_path)
    new = built(new_path, tmp_path / "output")
    assert new.errors == []
    assert [year for year in new.years if int(year) <= old_year] == []


@pytest.mark.parametrize("name", REAL)
def test_of_a_real_notice_that_was_imported_every_year_has_gone_on(name, tmp_path):
    if not NOTICES.is_dir():
        pytest.skip("the real notices are not at hand")
    path = save(import_notice(NOTICES / f"{name}.txt"), tmp_path / "导入.yaml")
    new_path, _ = rolled(path, 1, tmp_path)
    old, new = printed(path), printed(new_path)
    assert new.years == [str(int(year) + 1) for year in old.years]


@pytest.mark.parametrize("path", [CAMPAIGNS[1], DOCUMENTS[2]], ids=lambda path: path.stem)
def test_no_word_file_and_no_name_of_one_has_the_old_year_after_rolling_twice(path, tmp_path):
    once, old_year = rolled(path, FAR // 2, tmp_path)
    twice = tmp_path / "再下一年度.yaml"
    twice.write_bytes(roll(once, old_year + FAR).content)
    assert [
        one for one in run([twice], root=tmp_path / "output", formats=["docx"]).findings if one.level == "error"
    ] == []
    files = sorted((tmp_path / "output").rglob("*.docx"))
    assert len(files) > 3
    for file in files:
        text = DATE_OF_A_DOCUMENT.sub("", QUOTED.sub("《》", docx_text(file.read_bytes()) + file.name))
        assert [year for year in YEAR.findall(re.sub(r"\s+", "", text)) if int(year) <= old_year] == [], file.name


@pytest.mark.parametrize("path", [CAMPAIGNS[0], DOCUMENTS[0]], ids=lambda path: path.stem)
def test_what_is_built_of_a_rolled_file_is_marked_as_a_draft_and_asks_for_a_number(path, tmp_path):
    new_path, _ = rolled(path, 1, tmp_path)
    assert unconfirmed_in(new_path)
    assert "草稿" in built(new_path, tmp_path / "output").text


def rolled(path: Path, years: int, folder: Path) -> tuple[Path, int]:
    old_year = roll(path, 2100).old_year
    new_path = folder / "新年度.yaml"
    new_path.write_bytes(roll(path, old_year + years).content)
    return new_path, old_year
