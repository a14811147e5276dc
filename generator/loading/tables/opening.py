"""Opens a workbook with python-calamine; what that finds wrong is told in the user's words."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import UsageError

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

SAVE_AS = "请用 Excel 或 WPS 打开它，另存为“Excel 工作簿(*.xlsx)”，再读入新存的文件"
LOCKED = "文件设了打开密码。请用 Excel 或 WPS 输入密码打开，清空密码后另存再试"


@contextmanager
def opened(path: Path, source: Path | io.BytesIO) -> Iterator["CalamineWorkbook"]:
    """The workbook in `source`; `path` is the user's file. Raises UsageError where it is locked or broken."""
    from python_calamine import CalamineError, PasswordError, load_workbook

    try:
        with load_workbook(source) as workbook:
            yield workbook
    except PasswordError:
        raise UsageError(f"{path}：{LOCKED}") from None
    except (CalamineError, OSError, ValueError) as error:
        raise UsageError(f"{path}：文件已损坏，打不开。{SAVE_AS}") from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # what the reader's own faults become; no subclass of Exception
            raise UsageError(f"{path}：文件已损坏，打不开。{SAVE_AS}") from error
        raise
