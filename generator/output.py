"""The only place that puts files on a disk: whole or not at all, inside the folder that was asked for."""

import os
import re
import tempfile
from pathlib import Path

from generator.errors import UsageError, reason_of

DATA_ENDINGS = (".yaml", ".yml")
MAX_NAME = 80  # characters
MAX_BYTES = 240  # in UTF-8; with an ending at most 250 of the 255 that file systems allow
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³]) *(\.|$)")


def safe_name(text: str) -> str:
    """`text` as a file or folder name that stays where it is put, on every system.

    Of a long name the middle is left out: its end often tells apart what begins alike.
    """
    name = _FORBIDDEN.sub("_", text).strip(" .")
    if len(name) > MAX_NAME:
        name = _without_middle(name, MAX_NAME)
    if len(name.encode("utf-8")) > MAX_BYTES:
        name = _without_middle(name, MAX_BYTES // 4)
    return f"_{name}" if not name or _RESERVED.match(name) else name


def _without_middle(name: str, length: int) -> str:
    end = (length - 1) // 2
    return f"{name[: length - 1 - end].rstrip(' .')}…{name[-end:]}"


def require_writable(folder: Path) -> None:
    """Makes the folder. Raises UsageError where no file can be put into it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        raise UsageError(
            f"{folder}：放不进文件（{reason_of(error)}）。请检查文件夹权限和磁盘空间，或用 -o 换一个文件夹"
        ) from error


def require_new_data_file(source: Path, target: Path, *, force: bool) -> None:
    """Raises UsageError where a data file made of `source` may not be put: on it, on another unless `force`."""
    if target.suffix.lower() not in DATA_ENDINGS:
        raise UsageError(f"-o {target}：新文件是数据文件，文件名请以 .yaml 结尾")
    if target.is_dir():
        raise UsageError(f"-o {target}：这是一个文件夹，请写新文件的名称")
    if target.exists() and source.exists() and target.samefile(source):
        raise UsageError(f"-o {target}：这就是原来的文件，不能覆盖。请换一个文件名")
    if target.exists() and not force:
        raise UsageError(f"-o {target}：已有这个文件，没有覆盖。请换一个文件名；确实要覆盖的，加上 --force")


def write_file(path: Path, content: bytes) -> Path:
    """Writes the file in one step: nobody ever sees half of it. Raises UsageError where that cannot be done."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            os.chmod(temporary, 0o644)
            os.replace(temporary, path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UsageError(
            f"{path}：写不进去（{reason_of(error)}）。"
            "请检查磁盘空间和文件夹权限，关闭正打开的同名文件，或用 -o 换一个文件夹"
        ) from error
    return path
