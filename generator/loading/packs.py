"""A 评审包: one zip file with a campaign, what it names, and what an office hands to its units with it.

Its data is read inside the file. A path `包.zip 里的 数据/campaigns/x.yaml` stands for a file in it, in messages and
between modules alike. The pack comes from somebody else: it is read within the bounds of `rendering.archive`.
"""

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from generator.errors import UsageError, reason_of
from generator.rendering.archive import MAX_TOTAL, Member, read_members

MANIFEST = "评审包.json"
CAMPAIGN, FORM = "年度评审", "格式"
"""Keys of the manifest: the member that holds the campaign, and the number of the form of packs."""

THIS_FORM = 1
DATA, TEMPLATES = "数据", "模板"
ENDING = ".zip"

_INSIDE = " 里的 "
_MEMBER_PATH = re.compile(rf"(?P<pack>.+\.zip){_INSIDE}(?P<member>.+)", re.IGNORECASE | re.DOTALL)
_ASK = "请向发评审包的单位重新要一份"


def is_pack(path: Path) -> bool:
    """Whether the path is that of a pack, by its ending."""
    return path.suffix.lower() == ENDING


def campaign_in(pack: Path) -> Path:
    """The path of the campaign inside a pack. Raises UsageError for a file that is no sound pack."""
    return _inside(pack, _manifest(pack)[CAMPAIGN])


def is_inside(path: Path) -> bool:
    """Whether the path is that of a file in a pack."""
    return _parted(path) is not None


def pack_among(files: Iterable[str]) -> Path | None:
    """The pack that holds one of these files, if any does."""
    return next((parted[0] for file in files if _INSIDE in file and (parted := _parted(Path(file)))), None)


def content_of(path: Path) -> bytes:
    """The bytes of a file, be it in a pack or not. Raises OSError where there is no such file."""
    parted = _parted(path)
    if parted is None:
        return path.read_bytes()
    pack, name = parted
    member = _members(pack).get(name)
    if member is None:
        raise FileNotFoundError(2, "no such member", str(path))
    return member.content()


def files_in(pack: Path, folder: str) -> list[Path]:
    """The paths of the files in a folder of the pack's data (campaigns, criteria, calendars), by name."""
    above = f"{DATA}/{folder}/"
    names = sorted(name for name in _members(pack) if name.startswith(above) and not name.endswith("/"))
    return [_inside(pack, name) for name in names]


def beside(path: Path, folder: str) -> list[Path]:
    """The same for the pack that holds the file at `path`; nothing where none does."""
    parted = _parted(path)
    return files_in(parted[0], folder) if parted else []


def templates_in(pack: Path) -> dict[str, bytes]:
    """The templates in a pack by their names (documents/roster/wording.md)."""
    above = f"{TEMPLATES}/"
    found = {name.removeprefix(above): member for name, member in _members(pack).items() if name.startswith(above)}
    return {name: member.content() for name, member in found.items() if not name.endswith("/")}


def _inside(pack: Path, member: str) -> Path:
    return Path(f"{pack}{_INSIDE}{member}")


def _parted(path: Path) -> tuple[Path, str] | None:
    match = _MEMBER_PATH.fullmatch(str(path))
    if match is None or path.is_file():
        return None
    return Path(match["pack"]), match["member"].replace("\\", "/")


def _manifest(pack: Path) -> dict[str, str]:
    member = _members(pack).get(MANIFEST)
    try:
        manifest = json.loads(member.content()) if member else {}
    except ValueError:
        manifest = {}
    if not isinstance(manifest, dict) or not isinstance(manifest.get(CAMPAIGN), str):
        raise UsageError(f"{pack}：不是评审包（用 zhicheng pack 生成的 .zip 文件）。{_ASK}")
    if manifest.get(FORM) != THIS_FORM:
        raise UsageError(f"{pack}：评审包是用较新的程序生成的，请先更新本程序")
    if manifest[CAMPAIGN] not in _members(pack):
        raise UsageError(f"{pack}：评审包里没有年度评审数据。{_ASK}")
    return manifest


def _members(pack: Path) -> dict[str, Member]:
    try:
        status = pack.stat()
        if status.st_size > MAX_TOTAL:
            raise UsageError(f"{pack}：文件过大，不是评审包。{_ASK}")
    except OSError as error:
        raise UsageError(f"{pack}：打不开评审包（{reason_of(error)}）。请检查文件名和所在文件夹") from error
    return _read(pack, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=4)
def _read(pack: Path, _modified: int, _size: int) -> dict[str, Member]:
    try:
        return read_members(pack.read_bytes(), str(pack))
    except OSError as error:
        raise UsageError(f"{pack}：打不开评审包（{reason_of(error)}）。请检查文件名和所在文件夹") from error
    except UsageError as error:  # its words are those for Word files
        raise UsageError(f"{pack}：评审包已损坏，或解开后过大，没有打开。{_ASK}") from error
