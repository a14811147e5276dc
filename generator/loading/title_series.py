"""The table of title names that comes with the program (data/titles): no kind of data file that a user writes."""

from functools import cache

from generator.errors import FindingsError
from generator.loading.validation import validate
from generator.loading.yaml_reader import read_file
from generator.model.title_series import TitleTable
from generator.resources import data_folder


@cache
def load_title_series() -> TitleTable:
    """The title series with their levels' names. Raises FindingsError, UsageError where the file was damaged."""
    document = read_file(data_folder() / "titles" / "title-series.yaml")
    table, faults = validate(TitleTable, document.data, document.source)
    if findings := [*document.findings, *faults]:
        raise FindingsError(findings)
    return table
