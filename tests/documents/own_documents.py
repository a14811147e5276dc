"""The documents of data/documents, by the name of their file, and the papers they become."""

from functools import cache
from pathlib import Path

from generator.build import Request
from generator.loading.load import load_case
from generator.model.official import OfficialDocument
from generator.resources import data_folder
from tests.documents.papers import LIBRARY, Paper

FILES: dict[str, Path] = {path.stem: path for path in sorted((data_folder() / "documents").glob("*.yaml"))}
NOTICE, SUPPLEMENT = "example-city-notice-2024", "example-city-supplement-2024"
LETTER, STATEMENT = "example-city-joint-letter-2025", "example-city-statement-2024"
ANNOUNCEMENT, RESULTS = "example-city-announcement-2024", "example-city-results-2024"
PLAN = "qinghai-archives-plan-2020"


def kind_of(document: OfficialDocument) -> str:
    """The kind of paper that a document of its genre becomes."""
    return LIBRARY.of_genre(document.genre).kind


@cache
def paper(name: str) -> Paper:
    """The paper that a file becomes; each of its formats is made once."""
    case = load_case(FILES[name]).case
    return Paper(name, Request(case, kind_of(case.document)))
