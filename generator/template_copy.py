"""Copies a document's templates into a user's folder, for changing them in Word."""

from pathlib import Path

from generator.catalog import DESCRIPTION, Document, Library
from generator.errors import UsageError
from generator.output import write_file


def copy_templates(document: Document, library: Library, folder: Path) -> list[Path]:
    """The copies, laid out as `--templates FOLDER` reads them. Raises UsageError rather than overwrite a file."""
    names = [document.template(DESCRIPTION), *library.sources(document)]
    targets = {folder / name: library.find(name) for name in names if library.find(name)}
    if standing := [str(path) for path in targets if path.exists()]:
        raise UsageError(f"{'、'.join(standing)} 已经有了，没有覆盖。请换一个文件夹，或先把旧文件移走")
    return [write_file(target, source.read_bytes()) for target, source in targets.items()]
