"""Settings and sample data for all tests."""

import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

from generator import cli
from generator.loading.load import load_campaign, load_case
from generator.model.case import Case
from generator.resources import data_folder

# The same examples in every run, however slow the machine.
settings.register_profile("suite", deadline=None, derandomize=True, database=None, max_examples=100)
settings.load_profile("suite")


@pytest.fixture(scope="session")
def campaign():
    """The sample campaign of 2024."""
    return load_campaign(data_folder() / "campaigns" / "bazhou-archives-2024.yaml")[0]


@pytest.fixture(scope="session")
def case() -> Case:
    """The sample applicant 何堃 of a private company, applying for a primary title."""
    return load_case(data_folder() / "applicants" / "he-kun.yaml").case


@pytest.fixture
def data(tmp_path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def root(tmp_path) -> Path:
    return tmp_path / "output"


class Done(NamedTuple):
    """How a run of the program ended: its exit code and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def program(monkeypatch, capsys, tmp_path):
    """Runs the program in this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: object) -> Done:
        monkeypatch.setattr(sys, "argv", ["zhicheng", *map(str, arguments)])
        try:
            cli.main()
        except SystemExit as stop:
            return Done(stop.code or 0, *capsys.readouterr())
        return Done(0, *capsys.readouterr())

    return run


@pytest.fixture
def run(program):
    """The same, by the name that most tests use."""
    return program
