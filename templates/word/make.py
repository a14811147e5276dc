"""Writes the committed Word templates: `python templates/word/make.py [TARGET]` (TARGET: the templates folder).

The same sources give the same files, byte for byte; a test compares them with what is committed.
"""

import sys
from pathlib import Path

import forms
import frames
from package import docx

TEMPLATES = Path(__file__).resolve().parent.parent


def files() -> dict[str, bytes]:
    """Every Word template by its path below the templates folder."""
    portrait = docx(frames.running_frame())
    return {
        "frames/official.docx": portrait,
        "frames/letter.docx": portrait,
        "frames/official_landscape.docx": docx(frames.running_frame(landscape=True), landscape=True),
        "frames/table.docx": docx(frames.roster_frame(), landscape=True),
        "documents/exemption_form/form.docx": docx(forms.exemption_form()),
        "documents/materials_catalogue/form.docx": docx(forms.materials_catalogue()),
    }


def main(target: Path) -> None:
    """Writes every template below `target`, making folders as needed."""
    for name, content in files().items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else TEMPLATES)
