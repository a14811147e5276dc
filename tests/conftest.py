"""Settings and sample data for all tests."""

import pytest
from hypothesis import settings

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
