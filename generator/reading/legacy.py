"""Old and foreign files of word processors and spreadsheets, converted by LibreOffice where it is installed."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from generator.errors import UsageError

TIMEOUT = 120  # seconds; a notice of 50 pages takes five
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_SAVE_AS = (
    "请用 Word 打开它，点“文件—另存为”，“保存类型”选“Word 文档(*.docx)”；"
    "或用 WPS 打开，点“文件—另存为”，“文件类型”选“Microsoft Word 文件(*.docx)”，再读入新存的文件"
)
# What LibreOffice must be told of a file, because it would open a web page for the web.
_IN_FILTER = {"html": "--infilter=HTML (StarWriter)"}
_OUTPUT = "docx:MS Word 2007 XML"
_SHEET_OUTPUT = "xlsx:Calc MS Excel 2007 XML"
_SAVE_SHEET_AS = "请用 WPS 打开它，点“文件—另存为”，“文件类型”选“Microsoft Excel 文件(*.xlsx)”，再读入新存的文件"


def libreoffice() -> str | None:
    """The program of an installed LibreOffice, or None."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if os.access(place, os.X_OK)), None)


def as_docx(path: Path, data: bytes, kind: str, name: str) -> bytes:
    """The file as DOCX. `kind` is its ending, `name` what to call it before the user.

    Raises UsageError with the steps to save it as .docx, where LibreOffice is missing or makes nothing of the file.
    """
    return _converted(path, data, kind, name, _OUTPUT, _SAVE_AS)


def as_xlsx(path: Path, data: bytes, kind: str, name: str) -> bytes:
    """The same of a file of tables, as XLSX."""
    return _converted(path, data, kind, name, _SHEET_OUTPUT, _SAVE_SHEET_AS)


def _converted(path: Path, data: bytes, kind: str, name: str, output: str, save_as: str) -> bytes:
    program, ending = libreoffice(), output.partition(":")[0]
    if program is None:
        raise UsageError(f"{path}：这是{name}，要先转成 .{ending}。{save_as}。装有 LibreOffice 的电脑可以直接读入")
    with tempfile.TemporaryDirectory(prefix="zhicheng-") as folder:
        source, target = Path(folder, f"source.{kind}"), Path(folder, "out", f"source.{ending}")
        source.write_bytes(data)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [program, "--headless", "--norestore", profile, *([_IN_FILTER[kind]] if kind in _IN_FILTER else [])]
        command += ["--convert-to", output, "--outdir", str(target.parent), str(source)]
        ended = _run(command)
        # Its exit code is 0 for broken files too: only a file that came out counts.
        content = target.read_bytes() if target.is_file() else b""
    if content:
        return content
    if not ended:
        raise UsageError(f"{path}：转换这份{name}超过{TIMEOUT}秒，已停止。{save_as}")
    raise UsageError(f"{path}：这份{name}转换不了，可能已损坏或设了密码。{save_as}")


def _run(command: list[str]) -> bool:
    """Runs the program; False where it had to be stopped, with the processes it started."""
    own_group = {"start_new_session": True} if sys.platform != "win32" else {}
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **own_group
    )
    try:
        process.wait(TIMEOUT)
    except BaseException as error:
        if own_group:
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()
        if not isinstance(error, subprocess.TimeoutExpired):
            raise
        return False
    return True
