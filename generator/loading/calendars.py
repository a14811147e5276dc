"""The holidays of years that the program does not know yet: files of 放假安排 in folders named calendars.

Looked for in a `calendars` folder beside the user's own data file, then beside the folder that the file is in, then
in the data that came with the program. Of a year found twice the first counts.
"""

from collections.abc import Iterator
from pathlib import Path

from generator.errors import FindingsError
from generator.finding import Finding
from generator.loading.packs import files_in
from generator.loading.record import Read, read_record
from generator.model.calendar import Calendar
from generator.model.records import CALENDAR
from generator.resources import data_folder

FOLDER = "calendars"
_ENDINGS = (".yaml", ".yml")


def load_calendars(file: Path, pack: Path | None = None) -> tuple[Calendar, ...]:
    """The calendars that hold for a data file, at most one a year; those of the campaign's 评审包 come first.

    Raises FindingsError with whatever is wrong with any of them: a calendar half read would count days wrongly.
    """
    calendars: dict[int, Calendar] = {}
    findings: list[Finding] = []
    for paths in ([] if pack is None else files_in(pack, FOLDER), *calendar_files(file)):
        here: dict[int, Path] = {}
        for path in paths:
            read = read_record(path, CALENDAR)
            findings += read.findings or _written_twice(read, path, here)
            if read.record:
                here.setdefault(read.record.year, path)
                calendars.setdefault(read.record.year, read.record)
    if findings:
        raise FindingsError(findings)
    return tuple(calendars.values())


def calendar_files(file: Path) -> Iterator[list[Path]]:
    """The files that are looked through for a data file, folder by folder."""
    own = file.resolve().parent
    for folder in dict.fromkeys((own / FOLDER, own.parent / FOLDER, data_folder() / FOLDER)):
        yield sorted(child for child in folder.glob("*") if child.suffix.lower() in _ENDINGS)


def _written_twice(read: Read, path: Path, here: dict[int, Path]) -> list[Finding]:
    other = here.get(read.record.year)
    if other is None:
        return []
    message = f"{read.record.year}年的放假安排在同一个文件夹的 {other.name} 里已经写过"
    return [Finding("calendar", "error", message, "年份", "请只保留正确的一个", place=read.source.place("年份"))]
