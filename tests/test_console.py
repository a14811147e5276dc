"""The terminal speaks Chinese, and prints whatever it is given."""

import ast
import os
import re
import string
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from click.testing import CliRunner

from generator import cli, console

CATALOGUE = Path(console.__file__).parent / "locale/zh_CN/LC_MESSAGES/zhicheng.po"
ENGLISH_WORD = re.compile(r"[A-Za-z]{2,}")
# Names of options, commands and values: what the program below declares and what its user typed.
OURS = re.compile(r"--?[a-z]+|zhicheng|tool|build|buidl|old|docx|pdf|xls|\w+\.(?:txt|yaml)")


@pytest.fixture(scope="module")
def tool():
    """A small program that uses every kind of option click has."""
    console.prepare()

    @click.group(cls=console.Group)
    @click.version_option("0.1.0", prog_name="zhicheng")
    def tool():
        """说明的第一行
        说明的第二行。
        """

    @tool.command()
    @click.argument("data", metavar="数据文件", type=click.Path(exists=True, dir_okay=False))
    @click.option("--campaign", required=True, help="年度评审")
    @click.option("--format", default="docx", show_default=True, type=click.Choice(["docx", "pdf"]))
    @click.option("--jobs", type=click.IntRange(1, 8))
    @click.option("--share", type=float)
    @click.option("--pair", nargs=2, type=int)
    @click.option("--folder", type=click.Path(file_okay=False))
    @click.option("--list", type=click.File())
    @click.option("--sure/--unsure", default=None)
    @click.option("--plain", is_flag=True)
    def build(**values):
        """由数据制作文书。"""
        click.confirm("继续吗")

    @tool.command(deprecated=True)
    def old():
        """旧命令。"""

    return tool


BUILD = ("build", "words.txt", "--campaign", "甲")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--help",), "用法： tool [选项] 命令 [参数]..."),
        (("--help",), "--version  显示版本后退出。"),
        (("--version",), "zhicheng，版本 0.1.0"),
        (("build", "--help"), "用法： tool build [选项] 数据文件"),
        (("build", "--help"), "[默认：docx]"),
        (("buidl",), "错误：没有命令 buidl。 是不是：'build'？"),
        (("build",), "错误：缺少参数 '数据文件'."),
        (("build", "没有的.yaml", "--campaign", "甲"), "“没有的.yaml”不存在。"),
        (("build", "words.txt"), "错误：缺少选项 '--campaign'."),
        ((*BUILD, "--format", "xls"), "没有“xls”这一项，可以是：'docx', 'pdf'。"),
        ((*BUILD, "--jobs", "九"), "错误：'--jobs' 的值有误：“九”不是整数。"),
        ((*BUILD, "--jobs", "9"), "9 不在范围 1<=x<=8 之内。"),
        ((*BUILD, "--share", "半"), "“半”不是数。"),
        ((*BUILD, "--pair", "1"), "选项 --pair 后面应有2个值。"),
        ((*BUILD, "--folder", "words.txt"), "“words.txt”是文件，这里应是文件夹。"),
        ((*BUILD, "--plain=1"), "选项 --plain 后面不应有值。"),
        ((*BUILD, "--campain", "乙"), "没有选项 --campain。 是不是：'--campaign'"),
        ((*BUILD, "乙"), "错误：多余的参数：乙"),
        (BUILD, "已中止。"),
        (("old",), "提示：命令 old 已停用。"),
    ],
)
def test_click_says_it_in_chinese(tool, tmp_path, monkeypatch, arguments, expected):
    (tmp_path / "words.txt").write_text("甲", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    output = CliRunner().invoke(tool, arguments, prog_name="tool").output
    assert expected in output
    assert not ENGLISH_WORD.findall(OURS.sub("", output)), output


# What may stand in Chinese help as it is: the program's name, options, kinds of files.
NAMES = re.compile(
    r"--?[a-z]+|zhicheng|output|Word|Excel|dask|tcp://\S+|JSON Lines|\.(?:md|docx)"
    r"|(?i:docx|doc(?!tor)|pdf|html|xlsx|txt|wps|csv|zip|json|yaml|schema)"
)


def commands(command: click.Command, words: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words that call each command below one."""
    yield words
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            yield from commands(below, (*words, name))


@pytest.mark.parametrize("words", list(commands(cli.program)), ids=" ".join)
def test_the_help_of_every_command_is_chinese(words):
    output = CliRunner().invoke(cli.program, [*words, "--help"], prog_name="zhicheng").output
    assert output.startswith("用法：")
    ours = {name for names in commands(cli.program) for name in names}
    assert set(ENGLISH_WORD.findall(NAMES.sub("", output))) <= ours


def test_the_language_does_not_follow_the_users_locale(tmp_path):
    program = "import click\nfrom generator import cli, console\nconsole.prepare()\nclick.Command('x').main(['--help'])"
    for language in ("C.UTF-8", "en_US.UTF-8", "de_DE.UTF-8"):
        environment = {**os.environ, "LC_ALL": language, "LANGUAGE": "de", "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
        assert "显示本说明后退出" in done.stdout.decode("utf-8")


def test_the_compiled_catalogue_is_current():
    with CATALOGUE.open("rb") as written, CATALOGUE.with_suffix(".mo").open("rb") as used:
        assert contents(read_mo(used)) == contents(read_po(written)), "run: make locale"


def contents(catalogue: Catalog) -> set[tuple]:
    """Every message with its translation (a tuple each: a plural form has several texts)."""
    both = ((message.id, message.string) for message in catalogue if message.id)
    return {tuple(tuple(texts) if isinstance(texts, list) else texts for texts in pair) for pair in both}


def messages_of_click() -> set[str]:
    """Every text click hands to gettext."""
    found = {"required"}  # passed through a variable
    for source in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
                found |= {value.value for value in node.args if isinstance(value, ast.Constant)}
    return found


def test_everything_click_may_say_is_translated_with_no_value_invented():
    with CATALOGUE.open("rb") as source:
        messages = [message for message in read_po(source) if message.id]
    known = set()
    for message in messages:
        originals = message.id if isinstance(message.id, tuple) else (message.id,)
        [translation] = message.string if isinstance(message.string, tuple) else (message.string,)
        assert translation
        assert fields(translation) <= set().union(*map(fields, originals)), originals
        known |= set(originals)
    assert messages_of_click() <= known


def fields(text: str) -> set[str]:
    """The names of the values a message holds."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_help_breaks_lines_by_columns_and_never_before_punctuation(tool):
    formatter = console.Formatter(width=20)
    formatter.write_text("推荐单位公示期不少于，五个工作日（公示期）。\n第二行接 Word 和 PDF")
    lines = formatter.getvalue().splitlines()
    assert lines == ["推荐单位公示期不少", "于，五个工作日（公示", "期）。第二行接 Word", "和 PDF"]


def test_help_keeps_the_lines_of_an_example():
    formatter = console.Formatter(width=40)
    formatter.write_text("例如：\n\n\b\n  zhicheng demo\n  zhicheng check")
    assert formatter.getvalue() == "例如：\n\n  zhicheng demo\n  zhicheng check\n"


def test_the_two_columns_of_options_line_up():
    formatter = console.Formatter(width=60)
    formatter.write_dl([("--a 文件", "甲"), ("--bcdef", "乙")])
    assert formatter.getvalue().splitlines() == ["--a 文件  甲", "--bcdef   乙"]


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1", "utf-8"])
def test_printing_never_fails_on_a_character_the_console_lacks(encoding):
    program = (
        "import sys\nfrom generator import cli, console\nconsole.prepare()\n"
        "text = '㛃\\U00020bb7\\udc80堃 ok'\nprint(text)\nprint(text, file=sys.stderr)"
    )
    environment = {**os.environ, "PYTHONIOENCODING": f"{encoding}:strict"}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True)
    assert (done.returncode, done.stdout.rstrip()[-2:], done.stderr.rstrip()[-2:]) == (0, b"ok", b"ok")
