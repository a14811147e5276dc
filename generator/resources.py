"""Where templates, fonts and sample data lie: inside the installed package, or beside it in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
# A wheel carries the folders inside the package; a checkout, editable install included, has them at its top.
_SHARE = _PACKAGE / "_share"
_ROOT = _SHARE if _SHARE.is_dir() else _PACKAGE.parent


def templates_folder() -> Path:
    """The folder of the shipped templates: documents, clauses, frames, fonts."""
    return _ROOT / "templates"


def fonts_folder() -> Path:
    """The folder of the shipped fonts."""
    return templates_folder() / "fonts"


def data_folder() -> Path:
    """The folder of the shipped data: campaigns, units, applicants, calendars."""
    return _ROOT / "data"
