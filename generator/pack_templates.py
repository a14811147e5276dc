"""The templates that a 评审包 brings: a folder with those that are not the program's own, made when it is asked for.

Templates are found and loaded as files, so these are unpacked, into a folder of this process that goes with it.
"""

import atexit
import re
import shutil
import tempfile
from functools import lru_cache
from pathlib import Path

from generator.errors import UsageError
from generator.loading.packs import is_pack, templates_in
from generator.resources import templates_folder

TEMPLATE_FOLDERS = ("clauses", "documents", "frames", "pages")

_PART = r"(?![.~])[^/\\:*?\"<>|\x00-\x1f]+"
_NAME = re.compile(rf"(?:{'|'.join(TEMPLATE_FOLDERS)})(?:/{_PART})+")


def is_template(name: str) -> bool:
    """Whether a template may have this name: it leads nowhere else, and is not what a system or Word leaves behind."""
    return _NAME.fullmatch(name) is not None


def in_force(templates: Path | None, *files: Path | None) -> Path | None:
    """The folder of templates to use: the one that was asked for, or the first pack among the files of a run."""
    return templates or next((file for file in files if file and is_pack(file)), None)


def folder_of(pack: Path) -> Path:
    """A folder with the templates of a pack that are not as the program has them; what is no pack is a folder already.

    Raises UsageError for a pack that is not sound, or has templates under names that no template has.
    """
    if not is_pack(pack):
        return pack
    try:
        status = pack.stat()
    except OSError as error:
        raise UsageError(f"{pack}：没有这个评审包，请检查文件名和所在的文件夹") from error
    return _unpacked(pack.resolve(), status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=4)
def _unpacked(pack: Path, _modified: int, _size: int) -> Path:
    templates = templates_in(pack)
    if wrong := [name for name in templates if not is_template(name)]:
        raise UsageError(f"{pack}：评审包里的模板“{wrong[0]}”名称不对，没有使用。请向发评审包的单位重新要一份")
    folder = Path(tempfile.mkdtemp(prefix="zhicheng-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name, content in templates.items():
        standing = templates_folder() / name
        if not standing.is_file() or standing.read_bytes() != content:
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    return folder
