"""The committed Word templates are what templates/word/make.py writes."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator.resources import templates_folder

TEMPLATES = templates_folder()
COMMITTED = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.docx"))


def make(target: Path) -> Path:
    subprocess.run([sys.executable, TEMPLATES / "word" / "make.py", target], check=True)
    return target


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("templates"))


def members(path: Path) -> dict[str, bytes]:
    # Compressed bytes differ between versions of zlib; what counts is what Word reads.
    with zipfile.ZipFile(path) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def test_every_committed_word_template_is_written_by_make(made: Path):
    assert sorted(path.relative_to(made).as_posix() for path in made.rglob("*.docx")) == COMMITTED


@pytest.mark.parametrize("name", COMMITTED)
def test_a_committed_word_template_is_current(made: Path, name: str):
    assert members(TEMPLATES / name) == members(made / name), "run `make templates` and commit what it writes"


@pytest.mark.parametrize("name", COMMITTED)
def test_a_word_template_carries_no_time_of_its_making(name: str):
    with zipfile.ZipFile(TEMPLATES / name) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_making_twice_gives_the_same_bytes(made: Path, tmp_path: Path):
    again = make(tmp_path)
    assert all((made / name).read_bytes() == (again / name).read_bytes() for name in COMMITTED)
