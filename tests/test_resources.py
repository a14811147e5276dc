"""The shipped folders are found, and the fonts are the ones their page describes."""

import hashlib
import re

from generator import resources
from generator.rendering.pdf import FONT_FILES

FONT_ROW = re.compile(r"\| (\w+-\w+\.otf) \| `([0-9a-f]{64})` \|")


def test_a_checkout_holds_templates_fonts_and_data_at_its_top():
    top = resources.templates_folder().parent
    assert (top / "pyproject.toml").is_file()
    assert resources.fonts_folder() == top / "templates" / "fonts"
    assert resources.data_folder() == top / "data"
    assert (resources.templates_folder() / "documents").is_dir()
    assert (resources.data_folder() / "campaigns").is_dir()


def test_every_font_is_unaltered_and_described():
    folder = resources.fonts_folder()
    described = dict(FONT_ROW.findall((folder / "README.md").read_text(encoding="utf-8")))
    shipped = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.glob("*.otf")}
    assert shipped == described
    assert set(shipped) == set(FONT_FILES.values())


def test_the_fonts_come_with_their_licence_and_its_exception():
    licence = (resources.fonts_folder() / "COPYING").read_text(encoding="utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in licence
    assert "embed this font or unaltered portions of this font into the document" in " ".join(licence.split())
