"""An office's own roster, filled with the applicants of a list."""

from collections.abc import Sequence
from pathlib import Path

from generator.context import case_values
from generator.errors import UsageError
from generator.finding import Finding
from generator.model.case import Case
from generator.rendering.environment import FILLED
from generator.roster_template.word_file import fill_word
from generator.roster_template.workbook_file import fill_workbook

_FILLERS = {".xlsx": fill_workbook, ".xlsm": fill_workbook, ".docx": fill_word, ".docm": fill_word}


def fill_roster(template: Path, members: Sequence[Case]) -> tuple[bytes, list[Finding]]:
    """The roster at `template` with a row for each member, and what it lacks: columns left empty, gaps.

    A workbook (.xlsx, .xlsm) or a Word file (.docx, .docm) with a table. Rows are put in below the headings, looking
    like the first empty one; all else of the file stays as it is. The same input gives the same bytes. Raises
    UsageError for a file of another kind, FindingsError for one without such headings or with people in it.
    """
    filler = _FILLERS.get(template.suffix.lower())
    if filler is None:
        raise UsageError(f"{template}：花名册模板要用 .xlsx 或 .docx，请用 Excel、Word 或 WPS 打开后另存")
    return filler(template, [case_values(member, state=FILLED) for member in members])
