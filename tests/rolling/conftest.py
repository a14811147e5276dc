"""Files to roll, and what rolling them gives."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.resources import data_folder
from generator.rolling.roll import Rolled, roll

CAMPAIGN = data_folder() / "campaigns" / "bazhou-archives-2024.yaml"


class Result:
    """A rolled file, line by line beside the old one."""

    def __init__(self, old: str, rolled: Rolled):
        self.old = old
        self.rolled = rolled
        self.new = rolled.content.decode("utf-8")

    @property
    def changed(self) -> dict[str, str]:
        """The lines that differ, old → new, without indentation."""
        pairs = zip(self.old.splitlines(), self.new.splitlines(), strict=True)
        return {old.strip(): new.strip() for old, new in pairs if old != new}

    @property
    def said(self) -> dict[str, tuple[str, str | None, str]]:
        """What the list says of each field."""
        return {change.name: (change.old, change.new, change.note) for change in self.rolled.changes}


@pytest.fixture
def roll_text(tmp_path) -> Callable[..., Result]:
    """Rolls the text of a file."""

    def roll_it(text: str, year: int, name: str = "通知.yaml") -> Result:
        path = tmp_path / name
        path.write_text(text, "utf-8", newline="")
        return Result(text, roll(path, year))

    return roll_it


@pytest.fixture
def official(roll_text) -> Callable[..., Result]:
    """Rolls an official document of 2024 with these further lines."""

    def roll_it(lines: str, year: int = 2025, body: str = "正文: 正文\n") -> Result:
        return roll_text(f"类型: 公文\n标题: 标题\n{body}成文日期: 2024-3-1\n{lines}", year)

    return roll_it


@pytest.fixture(scope="session")
def campaign_text() -> str:
    """The sample campaign of 2024 as it is written."""
    return CAMPAIGN.read_text("utf-8")


@pytest.fixture
def campaign_file(tmp_path, campaign_text) -> Path:
    """A copy of the sample campaign."""
    path = tmp_path / "本州.yaml"
    path.write_text(campaign_text, "utf-8", newline="")
    return path
