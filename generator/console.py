"""The terminal: click speaks Chinese, help pages are measured in columns, and printing never fails on a character."""

import gettext
import inspect
import io
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from generator.text import cell_width

DOMAIN = "zhicheng"
_LOCALE = Path(__file__).with_name("locale")
# What click calls a value in help (--count 整数) and in errors; it has these words in English only.
_TYPE_NAMES = {
    type(click.STRING): "文字",
    type(click.INT): "整数",
    click.IntRange: "整数",
    type(click.FLOAT): "数",
    click.FloatRange: "数",
    type(click.BOOL): "是或否",
    click.DateTime: "日期",
    click.File: "文件",
}
_NEVER_BEGINS_A_LINE = "，。；：！？、）》」』”’…—"
_NEVER_ENDS_A_LINE = "（《「『“‘"


def prepare() -> None:
    """Make click's own words Chinese whatever the locale, and make printing safe on every console.

    Call it before the commands are declared: click words some of its help, such as that of `--version`, at that time.
    """
    os.environ["LANGUAGE"] = "zh_CN"  # what gettext looks at first; the user's locale stays as it is for all else
    gettext.bindtextdomain(DOMAIN, str(_LOCALE))
    gettext.textdomain(DOMAIN)
    for kind, name in _TYPE_NAMES.items():
        kind.name = name
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


class Formatter(click.HelpFormatter):
    """A help page in which a Chinese character takes two columns and may end a line."""

    def write_heading(self, heading: str) -> None:
        """The heading of a section."""
        self.write(f"{' ' * self.current_indent}{heading}：\n")

    def write_text(self, text: str) -> None:
        """Paragraphs; one that begins with a line holding only \\b keeps its lines."""
        indent = " " * self.current_indent
        for line in _lines(text, self.width - self.current_indent):
            self.write(f"{indent}{line}".rstrip() + "\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 26, col_spacing: int = 2) -> None:
        """Terms and what they mean, in two columns."""
        rows = list(rows)
        term_width = min(max(_columns(term) for term, _ in rows), col_max)
        indent = " " * self.current_indent
        hanging = indent + " " * (term_width + col_spacing)
        for term, meaning in rows:
            first, *rest = _lines(meaning, max(self.width - len(hanging), 10)) or [""]
            padding = " " * (term_width + col_spacing - _columns(term))
            head = f"{indent}{term}{padding}" if _columns(term) <= term_width else f"{indent}{term}\n{hanging}"
            self.write("\n".join([f"{head}{first}".rstrip(), *(f"{hanging}{line}" for line in rest)]) + "\n")


class Context(click.Context):
    """A context whose help pages are laid out by `Formatter`."""

    formatter_class = Formatter


class _Chinese:
    """What a command and a group share: Chinese words in the usage line, and the first line of help as its summary."""

    context_class = Context

    def get_short_help_str(self, limit: int = 45) -> str:
        """The summary shown in the list of commands; click's own cuts a Chinese sentence to nothing."""
        return self.short_help or inspect.cleandoc(self.help or "").partition("\n")[0]


class Command(_Chinese, click.Command):
    """A command whose help is Chinese throughout."""

    def __init__(self, *arguments, options_metavar: str = "[选项]", **settings):
        super().__init__(*arguments, options_metavar=options_metavar, **settings)


class Group(_Chinese, click.Group):
    """A group of such commands: `@click.group(cls=Group)`."""

    command_class = Command
    group_class = type

    def __init__(
        self, *arguments, options_metavar: str = "[选项]", subcommand_metavar: str = "命令 [参数]...", **settings
    ):
        super().__init__(*arguments, options_metavar=options_metavar, subcommand_metavar=subcommand_metavar, **settings)


def _columns(text: str) -> int:
    """The width of text on a terminal, ambiguous characters taken as wide."""
    return int(cell_width(text) * 2)


def _lines(text: str, width: int) -> list[str]:
    """Text in lines of at most `width` columns, a blank line between paragraphs."""
    lines: list[str] = []
    for paragraph in re.split(r"\n\s*\n", text.strip("\n")):
        kept, _, raw = paragraph.partition("\b\n")
        lines += ["", *(raw.splitlines() if raw and not kept.strip() else _wrap(_joined(paragraph), width))]
    return lines[1:]


def _joined(paragraph: str) -> str:
    """The lines of a paragraph as one: no space where two Chinese characters meet."""
    return re.sub(r"\s*\n\s*", " ", re.sub(r"(?<=[^\x00-\xff])\s*\n\s*(?=[^\x00-\xff])", "", paragraph))


def _wrap(text: str, width: int) -> list[str]:
    """One paragraph broken at spaces and between Chinese characters, as punctuation allows."""
    lines, line = [], ""
    for piece in _pieces(text):
        if line and _columns(line + piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
    return [*lines, line.rstrip()] if line else lines


def _pieces(text: str) -> list[str]:
    """The parts of a text between which a line may break."""
    pieces: list[str] = []
    for part in re.findall(r"[!-~\xa0-\xff]+|\s+|.", text):
        if pieces and (part in _NEVER_BEGINS_A_LINE or pieces[-1][-1] in _NEVER_ENDS_A_LINE):
            pieces[-1] += part
        else:
            pieces.append(part)
    return pieces
