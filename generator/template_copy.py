"""Copies a document's templates into a user's folder, for changing them in Word."""

from pathlib import Path

from generator.catalog import DESCRIPTION, Document, Library
from generator.errors import UsageError
from generator.output import write_file


def copy_templates(document: Document, library: Library, folder: Path) -> list[Path]:
    """The copies, laid out as `--templates FOLDER` reads them; a frame that another document brought stays as it is.

    Raises UsageError rather than overwrite a file of the document's own.
    """
    own = Path(document.folder)
    names = [document.template(DESCRIPTION), *library.sources(document)]
    missing = [name for name in names if library.find(name) and not (folder / name).exists()]
    if standing := [str(folder / name) for name in names if Path(name).parent == own and (folder / name).exists()]:
        raise UsageError(f"{'、'.join(standing)} 已经有了，没有覆盖。请换一个文件夹，或先把旧文件移走")
    return [write_file(folder / name, library.find(name).read_bytes()) for name in missing]
