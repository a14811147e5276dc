"""`doctor` says what a machine lacks, what that means, and how to get it on that system."""

import pytest

from generator.doctor import Machine, examine
from generator.rendering.pdf import FONT_FILES


class Pretended(Machine):
    """A machine that has everything but what is said to be lacking."""

    python = (3, 11, 2)

    def __init__(self, system="Linux", lacking=(), fonts=("NotoSerifCJK-Regular.ttc",)):
        self.system = system
        self.lacking = lacking
        self.fonts = fonts

    def loads(self, names):
        return not any(lack in name for name in names for lack in self.lacking)

    def has_program(self, *names):
        return not any(name in self.lacking for name in names)

    def font_files(self):
        return iter(self.fonts)

    def shipped_fonts(self):
        return set(FONT_FILES.values()) - set(self.lacking)


def faults(machine):
    """What is not in order."""
    return [check for check in examine(machine) if not check.ok]


def test_a_complete_machine_has_no_fault():
    assert faults(Pretended()) == []


@pytest.mark.parametrize(
    ("lacking", "level", "name", "remedy"),
    [
        ("libpango-1.0", "warning", "Pango 排版库（缺 libpango-1.0-0）", "libpango-1.0-0 libpangoft2-1.0-0"),
        ("libpangoft2", "warning", "Pango 排版库（缺 libpangoft2-1.0-0）", "libpango-1.0-0 libpangoft2-1.0-0"),
        ("harfbuzz-subset", "warning", "HarfBuzz 字体子集库", "libharfbuzz-subset0"),
        ("FandolKai-Regular.otf", "error", "自带字体（缺 FandolKai-Regular.otf）", "重新安装"),
        ("soffice", "hint", "LibreOffice", "libreoffice-writer-nogui"),
        ("pdftoppm", "hint", "pdftoppm", "poppler-utils"),
    ],
)
def test_what_is_lacking_is_named_with_its_package(lacking, level, name, remedy):
    [fault] = faults(Pretended(lacking=(lacking,)))
    assert (fault.level, fault.name) == (level, name)
    assert remedy in fault.remedy


def test_a_line_is_printed_for_what_is_there_and_three_for_what_is_not():
    assert str(examine(Pretended())[0]) == "已有　Python 3.11.2"
    [fault] = faults(Pretended(lacking=("pdftoppm",)))
    assert str(fault).splitlines() == [
        "缺少（可不安装）　pdftoppm",
        "　　用途：运行测试和制作样张图片；日常使用不需要",
        "　　办法：sudo apt-get install poppler-utils",
    ]


def test_lack_of_the_subsetter_is_said_to_cost_speed_and_sameness():
    [fault] = faults(Pretended(lacking=("harfbuzz-subset",)))
    assert "慢数十倍" in fault.purpose
    assert "两次生成的文件不相同" in fault.purpose


@pytest.mark.parametrize(
    ("file", "enough"), [("LXGWWenKai-Regular.ttf", True), ("SIMSUNB.TTF", True), ("Arial.ttf", False)]
)
def test_any_font_with_rare_characters_will_do(file, enough):
    assert [fault.name for fault in faults(Pretended(fonts=(file,)))] == ([] if enough else ["生僻字字体"])


@pytest.mark.parametrize(
    ("system", "way"), [("Linux", "apt-get install"), ("Darwin", "brew install"), ("Windows", "pacman")]
)
def test_the_remedy_is_for_the_system_at_hand(system, way):
    pango, *_ = faults(Pretended(system, lacking=("libpango-1.0",)))
    assert way in pango.remedy


def test_an_old_python_is_an_error():
    machine = Pretended()
    machine.python = (3, 10, 9)
    [fault] = faults(machine)
    assert (fault.name, fault.level) == ("Python 3.10.9", "error")


def test_this_machine_can_be_examined():
    checks = {check.name.partition("（")[0].partition(" ")[0]: check for check in examine()}
    assert checks["Python"].ok
    assert checks["自带字体"].ok
    assert list(checks) == ["Python", "Pango", "HarfBuzz", "自带字体", "生僻字字体", "LibreOffice", "pdftoppm"]
