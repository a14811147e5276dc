"""The only place that puts files on a disk: whole or not at all, inside the folder that was asked for."""

import os
import re
import tempfile
from pathlib import Path

from generator.errors import UsageError

MAX_NAME = 80  # characters; in UTF-8 with an ending at most 250 of the 255 bytes that file systems allow
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


def safe_name(text: str) -> str:
    """`text` as a file or folder name that stays where it is put, on every system."""
    name = _FORBIDDEN.sub("_", text).strip(" .")[:MAX_NAME].strip(" .")
    return f"_{name}" if not name or _RESERVED.match(name) else name


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
        reason = error.strerror or error
        raise UsageError(f"{path}：写不进去（{reason}）。请检查磁盘空间和文件夹权限，关闭正打开的同名文件，或用 -o 换一个文件夹") from error
    return path
