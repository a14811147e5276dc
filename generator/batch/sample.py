"""`zhicheng batch --sample`: the workbook to fill in, for one campaign."""

from pathlib import Path

from generator.errors import UsageError
from generator.loading.load import load_case
from generator.loading.tables.sample import sample_workbook
from generator.output import write_file


def write_sample(campaign: Path, target: Path) -> Path:
    """Writes the workbook. Raises UsageError where it may not be put, FindingsError for a faulty campaign."""
    if target.suffix.lower() != ".xlsx":
        raise UsageError(f"{target}：样表是 Excel 文件，文件名请以 .xlsx 结尾")
    if target.exists():
        raise UsageError(f"{target}：已有这个文件，没有覆盖。请换一个文件名")
    case = load_case(campaign).case
    if case.campaign is None:
        raise UsageError(f"{campaign}：不是年度评审数据，请用 --campaign 指定年度评审数据文件")
    return write_file(target, sample_workbook(case.campaign))
