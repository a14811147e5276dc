"""Which file a key in the data means: `单位: hejing-archives` is hejing-archives.yaml in one of a few folders."""

from collections.abc import Iterator
from pathlib import Path

from generator.finding import Finding, Place
from generator.loading import packs
from generator.loading.validation import suggest
from generator.model.records import CAMPAIGN, CRITERIA, UNIT
from generator.resources import data_folder

_FOLDERS = {UNIT: "units", CAMPAIGN: "campaigns", CRITERIA: "criteria"}
_FIELDS = {UNIT: "单位", CAMPAIGN: "评审", CRITERIA: "评审条件.数据"}
_ENDINGS = (".yaml", ".yml")
_LONGEST = 80
_MOST_NAMES = 8


def find_record(key: str, kind: str, file: Path, place: Place) -> Path | Finding:
    """The file of the record that `file` refers to, or the finding that there is none.

    Looked for in the 评审包 that `file` is in, if any. Then beside `file`, in the folder of its kind next to the file's
    own folder, and in the data that came with the program; where `file` stands in a folder of one kind, beside it last.
    A key is a bare file name: nothing in the data can point out of these folders.
    """
    name = key.strip()
    for ending in _ENDINGS:
        name = name.removesuffix(ending)
    if not name or len(name) > _LONGEST or name.startswith(".") or any(char in name for char in "/\\:\n"):
        return _finding(kind, place, f"“{key}”不是数据文件的名称", "只写文件名，不带文件夹和扩展名")
    for path in packs.beside(file, _FOLDERS[kind]):
        if path.suffix in _ENDINGS and path.stem == name:
            return path
    for folder in _folders(kind, file):
        for ending in _ENDINGS:
            path = folder / f"{name}{ending}"
            if path.is_file() and path.resolve() != file.resolve():  # no file refers to itself
                return path
    return _finding(kind, place, f"找不到“{key}”的{kind}数据", _remedy(name, kind, file))


def unit_files(file: Path) -> Iterator[Path]:
    """The data files among which `file` finds units, those that come first in `find_record` first."""
    for folder in dict.fromkeys(_folders(UNIT, file)):
        yield from sorted(path for ending in _ENDINGS for path in folder.glob(f"*{ending}"))


def _finding(kind: str, place: Place, message: str, remedy: str) -> Finding:
    return Finding("reference", "error", message, _FIELDS[kind], remedy, place=place)


def _remedy(name: str, kind: str, file: Path) -> str:
    names = sorted({path.stem for folder in _shared(kind, file) for path in folder.glob("*.y*ml")})
    near = suggest(name, names)
    where = f"也可以把它的数据文件和 {file.name} 放在同一个文件夹里"
    if near:
        return f"最接近的是“{'”“'.join(near)}”，请核对；{where}"
    return f"现有的是：{'、'.join(names[:_MOST_NAMES])}；{where}"


def _folders(kind: str, file: Path) -> Iterator[Path]:
    # Beside a campaign in a folder of campaigns stand campaigns: one may have the name of the conditions it rests on.
    beside_first = file.parent.name not in _FOLDERS.values()
    shared = _shared(kind, file)
    yield from (file.parent, *shared) if beside_first else (*shared, file.parent)


def _shared(kind: str, file: Path) -> Iterator[Path]:
    """The folders that hold records of this kind only."""
    own = file.parent
    above = own.parent if own.name not in ("", "..") else own.resolve().parent
    yield above / _FOLDERS[kind]
    yield data_folder() / _FOLDERS[kind]
