"""What the tests of importing share: notices to import, and the words of what is built of the data."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.build import Request, build, printed_blocks
from generator.catalog import Library
from generator.importing.compose import Composed, compose
from generator.importing.fidelity import text_of_blocks
from generator.loading.load import load_case
from generator.reading.parts import Paragraph, Reading, Table
from generator.reading.roles.recognise import recognise
from tests.support import CHECKOUT

REAL = CHECKOUT.parent / "shared" / "reference" / "notices"
OWN = Path(__file__).parent / "notices"
TITLE = "关于开展2024年度职称评审工作的通知"
BODY = "现将有关事项通知如下，请遵照执行。"
LIBRARY = Library()


def composed(*items: str | Paragraph | Table, form: str = "txt") -> Composed:
    """The data file of a document of these lines."""
    made = tuple(Paragraph(item) if isinstance(item, str) else item for item in items)
    return compose(recognise(Reading(Path("通知.txt"), form, made)), Path("通知.txt"))


def data_of(text: str) -> dict:
    """The data in YAML text, every value as the text that is written."""
    return yaml.load(text, Loader=yaml.BaseLoader)


@dataclass(frozen=True)
class Built:
    """A data file as its document: the words and styles of its blocks."""

    text: str
    styles: list[str]


def built(text: str, folder: Path) -> Built:
    """The document that this YAML text becomes."""
    request = request_of(text, folder)
    blocks = printed_blocks(request, LIBRARY)
    return Built(text_of_blocks(blocks), [block.style for block in blocks])


def word_file(text: str, folder: Path) -> bytes:
    """The Word file that this YAML text becomes."""
    return build(request_of(text, folder), ["docx"], LIBRARY)[0].content


def request_of(text: str, folder: Path) -> Request:
    """The request to build this YAML text."""
    path = folder / "data.yaml"
    path.write_text(text, "utf-8")
    case = load_case(path).case
    return Request(case, LIBRARY.of_genre(case.document.genre).kind)
