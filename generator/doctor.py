"""What this machine lacks for making documents, and how to get it (`zhicheng doctor`)."""

import ctypes
import os
import platform
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from generator import resources
from generator.finding import Level
from generator.rendering.pdf import FONT_FILES

# The names WeasyPrint 70 tries (weasyprint/text/ffi.py): what loads here loads there.
_PANGO = {
    "libgobject-2.0-0": ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll"),
    "libpango-1.0-0": ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    "libharfbuzz0b": ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
    "libfontconfig1": ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"),
    "libpangoft2-1.0-0": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
}
_SUBSETTER = ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll")
_WINDOWS_LIBRARIES = r"C:\msys64\ucrt64\bin;C:\msys64\mingw64\bin;C:\Program Files\GTK3-Runtime Win64\bin"

_RARE_CHARACTER_FONTS = ("NotoSerifCJK*", "NotoSansCJK*", "LXGWWenKai*", "simsunb.ttf", "Songti.ttc")
_FONT_FOLDERS = {
    "Linux": ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts"),
    "Darwin": ("/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts"),
    "Windows": (r"%WINDIR%\Fonts", r"%LOCALAPPDATA%\Microsoft\Windows\Fonts"),
}
_PROGRAM_FOLDERS = {
    "Darwin": ("/Applications/LibreOffice.app/Contents/MacOS",),
    "Windows": (r"C:\Program Files\LibreOffice\program",),
}

_LACKING: dict[Level, str] = {"error": "缺少（必须安装）", "warning": "缺少（建议安装）", "hint": "缺少（可不安装）"}
_SHIPPED_AGAIN = "请重新安装本软件（程序自带的字体文件缺失）"
_REMEDIES = {
    "pango": {
        "Linux": "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0（其他发行版请安装 pango）",
        "Darwin": "brew install pango",
        "Windows": "安装 MSYS2 后，在其窗口执行 pacman -S mingw-w64-ucrt-x86_64-pango；或安装 GTK3 运行库",
    },
    "subsetter": {
        "Linux": "sudo apt-get install libharfbuzz-subset0（其他发行版请安装 harfbuzz）",
        "Darwin": "brew install harfbuzz",
        "Windows": "在 MSYS2 窗口执行 pacman -S mingw-w64-ucrt-x86_64-harfbuzz",
    },
    "rare": {
        "Linux": "sudo apt-get install fonts-noto-cjk",
        "Darwin": "brew install --cask font-noto-serif-cjk-sc",
        "Windows": "安装 Noto Serif CJK SC 字体",
    },
    "libreoffice": {
        "Linux": "sudo apt-get install libreoffice-writer-nogui libreoffice-calc-nogui",
        "Darwin": "brew install --cask libreoffice",
        "Windows": "从 LibreOffice 官方网站下载安装",
    },
    "pdftoppm": {
        "Linux": "sudo apt-get install poppler-utils",
        "Darwin": "brew install poppler",
        "Windows": "在 MSYS2 窗口执行 pacman -S mingw-w64-ucrt-x86_64-poppler",
    },
}


@dataclass(frozen=True)
class Check:
    """One thing examined. `level` is what its absence means: error, warning, or hint (works without it)."""

    name: str
    ok: bool
    level: Level
    purpose: str
    remedy: str

    def __str__(self) -> str:
        if self.ok:
            return f"已有　{self.name}"
        return f"{_LACKING[self.level]}　{self.name}\n　　用途：{self.purpose}\n　　办法：{self.remedy}"


class Machine:
    """What can be asked of a machine; tests put another in its place."""

    system = platform.system() if platform.system() in _FONT_FOLDERS else "Linux"
    python = sys.version_info[:3]

    def loads(self, names: Iterable[str]) -> bool:
        """Whether a shared library of one of these names can be loaded."""
        if hasattr(os, "add_dll_directory"):
            for folder in os.environ.get("WEASYPRINT_DLL_DIRECTORIES", _WINDOWS_LIBRARIES).split(";"):
                if Path(folder).is_dir():
                    os.add_dll_directory(folder)
        return any(_loads(name) for name in names)

    def has_program(self, *names: str) -> bool:
        """Whether a program of one of these names is on the path or in its usual place."""
        folders = os.pathsep.join([os.environ.get("PATH", ""), *_PROGRAM_FOLDERS.get(self.system, ())])
        return any(shutil.which(name, path=folders) for name in names)

    def font_files(self) -> Iterator[str]:
        """The names of the font files installed."""
        for folder in _FONT_FOLDERS[self.system]:
            for _, _, files in os.walk(Path(os.path.expandvars(folder)).expanduser()):
                yield from files

    def shipped_fonts(self) -> set[str]:
        """The names of the files in our own font folder."""
        folder = resources.fonts_folder()
        return {file.name for file in folder.iterdir()} if folder.is_dir() else set()


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def examine(machine: Machine | None = None) -> list[Check]:
    """Every check, most needed first. Takes well under a second and imports no PDF library."""
    machine = machine or Machine()
    return [_python(machine), _pango(machine), _subsetter(machine), *_fonts(machine), *_programs(machine)]


def _python(machine: Machine) -> Check:
    version = ".".join(str(part) for part in machine.python)
    return Check(f"Python {version}", machine.python >= (3, 11), "error", "运行本软件", "安装 Python 3.11 或更高版本")


def _pango(machine: Machine) -> Check:
    missing = [name for name, files in _PANGO.items() if not machine.loads(files)]
    name = f"Pango 排版库（缺 {'、'.join(missing)}）" if missing else "Pango 排版库"
    return Check(
        name, not missing, "warning", "制作PDF；没有它只能制作Word、网页和Excel文件", _REMEDIES["pango"][machine.system]
    )


def _subsetter(machine: Machine) -> Check:
    purpose = "制作PDF时裁剪字体；没有它也能制作，但每份PDF慢数十倍，而且同样的数据两次生成的文件不相同，请务必安装"
    return Check(
        "HarfBuzz 字体子集库", machine.loads(_SUBSETTER), "warning", purpose, _REMEDIES["subsetter"][machine.system]
    )


def _fonts(machine: Machine) -> list[Check]:
    missing = sorted(set(FONT_FILES.values()) - machine.shipped_fonts())
    name = f"自带字体（缺 {'、'.join(missing)}）" if missing else "自带字体（仿宋、楷体、黑体、小标宋、宋体）"
    rare = any(
        fnmatch(file.lower(), pattern.lower()) for file in machine.font_files() for pattern in _RARE_CHARACTER_FONTS
    )
    return [
        Check(name, not missing, "error", "制作PDF", _SHIPPED_AGAIN),
        Check(
            "生僻字字体",
            rare,
            "warning",
            "在PDF中显示“堃”“喆”“㛃”等自带字体没有的字；没有它，遇到这些字会停止制作并指出是哪个字",
            _REMEDIES["rare"][machine.system],
        ),
    ]


def _programs(machine: Machine) -> list[Check]:
    return [
        Check(
            "LibreOffice",
            machine.has_program("soffice", "libreoffice"),
            "hint",
            "读入.doc、.wps等旧格式文件时由它转换；没有它，请先在Word或WPS里另存为.docx。运行测试也用它",
            _REMEDIES["libreoffice"][machine.system],
        ),
        Check(
            "pdftoppm",
            machine.has_program("pdftoppm"),
            "hint",
            "运行测试和制作样张图片；日常使用不需要",
            _REMEDIES["pdftoppm"][machine.system],
        ),
    ]
