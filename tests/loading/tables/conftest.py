"""The campaign that lists are read for, and a shorthand for reading one sheet."""

import pytest

from generator.loading.load import load_case
from generator.resources import data_folder
from tests.loading.tables.books import Reading, read, write


@pytest.fixture(scope="session")
def year():
    """The case of the campaign of 2024: one series, one specialty, two levels, three tracks."""
    return load_case(data_folder() / "campaigns" / "bazhou-archives-2024.yaml")


@pytest.fixture
def read_sheets(tmp_path, year):
    """Writes a workbook 名单.xlsx and reads it."""

    def read_them(sheets, merges=None) -> Reading:
        return read(write(tmp_path / "名单.xlsx", sheets, merges), year)

    return read_them


@pytest.fixture
def read_rows(read_sheets):
    """The same of a workbook with one sheet, 名单."""
    return lambda *rows, merges=(): read_sheets({"名单": rows}, {"名单": merges})
