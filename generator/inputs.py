"""The data files on a command line: found, read, and reported where they cannot be read."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.catalog import APPLICANT, CAMPAIGN, CRITERIA, OFFICIAL
from generator.errors import FindingsError, UsageError
from generator.loading.lists import LIST_ENDINGS, Refused, read_list
from generator.loading.load import Loaded, load_case, load_record, record_type
from generator.model.records import CALENDAR, UNIT
from generator.output import DATA_ENDINGS
from generator.report import Report

_MADE_FROM = (APPLICANT, CAMPAIGN, OFFICIAL, CRITERIA)
_USED_FOR = {UNIT: "由申报人数据引用", CALENDAR: "计算工作日时用"}


def load_all(data: Sequence[Path], campaign: Path | None, report: Report) -> Iterator[Loaded]:
    """The cases of the files, each once; folders stand for the files in them. What is wrong goes into the report.

    Raises UsageError for a file or folder that is not there.
    """
    for path in dict.fromkeys(_files(data)):
        try:
            if path.suffix.lower() in LIST_ENDINGS:
                yield from _of_list(path, campaign, report)
                continue
            kind = record_type(path)
            if kind in _MADE_FROM:
                yield load_case(path, campaign)
            else:
                load_record(path, kind)  # nothing is made of it alone, but what is wrong in it is said
                report.notes.append(f"{path}：是“{kind}”数据，{_USED_FOR[kind]}，不单独生成文件")
        except FindingsError as error:
            report.add(error.findings)
            report.unread.append(path)


def _of_list(path: Path, campaign: Path | None, report: Report) -> Iterator[Loaded]:
    """The applicants of a list; one that cannot be used is reported and stops no other."""
    given = load_case(campaign) if campaign else None
    for item in read_list(path, given, tell=lambda finding: report.add([finding])):
        if isinstance(item, Refused):
            report.add(item.findings)
        else:
            yield item


def _files(data: Sequence[Path]) -> Iterator[Path]:
    for path in data:
        if path.is_dir():
            found = sorted(
                child for child in path.iterdir() if child.suffix.lower() in DATA_ENDINGS and child.is_file()
            )
            if not found:
                raise UsageError(f"{path}：文件夹里没有数据文件（.yaml）")
            yield from found
        elif path.is_file():
            yield path
        else:
            raise UsageError(f"{path}：没有这个文件，请检查文件名和所在的文件夹")
