"""Files of 放假安排: found beside the user's data, checked, and believed before the library."""

import json
import re
from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import jsonschema
import pytest

from generator.errors import FindingsError
from generator.loading.calendars import load_calendars
from generator.model.schema import schemas
from generator.workdays import Workdays
from tests.support import CHECKOUT

PAGE = CHECKOUT / "data" / "calendars" / "README.md"
EXAMPLE = re.search(r"^```yaml\n(.*?)^```$", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE)[1]
# An arrangement that was never announced: the days are made up, for a year that nobody will look up.
MADE_UP = """类型: 放假安排
年份: 2099
文号: 国办发明电〔2098〕×号
来源: 测试用，不是真实安排
放假:
  - {名称: 元旦, 起: 2098-12-30, 止: 2099-1-1}
  - {名称: 春节, 起: 2099-1-20, 止: 2099-1-27}
  - {名称: 清明节, 起: 2099-4-4, 止: 2099-4-6}
  - {名称: 劳动节, 起: 2099-5-1, 止: 2099-5-5}
  - {名称: 端午节, 起: 2099-6-20, 止: 2099-6-22}
  - {名称: 中秋节、国庆节, 起: 2099-9-29, 止: 2099-10-7}
调休上班: 2099-9-27
"""


@pytest.fixture
def desk(tmp_path) -> Path:
    """A user's folder, the file they work on in a folder below it."""
    (tmp_path / "我的数据").mkdir()
    return tmp_path


def put(folder: Path, text: str, name: str = "2099.yaml") -> Path:
    path = folder / "calendars" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def works(desk: Path, day: date) -> bool | None:
    return Workdays(load_calendars(desk / "我的数据" / "通知.yaml")).is_workday(day)


def messages(desk: Path) -> list[str]:
    with pytest.raises(FindingsError) as caught:
        load_calendars(desk / "我的数据" / "通知.yaml")
    return [str(finding) for finding in caught.value.findings]


# Where they are found


@pytest.mark.parametrize("folder", ["我的数据", "."])
def test_a_calendar_is_found_beside_the_users_file_or_one_folder_up(desk, folder):
    assert works(desk, date(2099, 9, 30)) is None
    put(desk / folder, MADE_UP)
    assert works(desk, date(2099, 9, 30)) is False
    assert works(desk, date(2099, 9, 27)) is True  # 周日，调休上班
    assert works(desk, date(2099, 9, 28)) is True
    assert works(desk, date(2099, 10, 10)) is False  # 普通周六


def test_a_days_holiday_in_december_before_belongs_to_the_year_it_is_announced_for(desk):
    put(desk, MADE_UP)
    assert works(desk, date(2098, 12, 30)) is False
    assert works(desk, date(2098, 12, 29)) is None


def test_the_users_own_calendar_wins_over_the_one_that_came_with_the_program(desk, monkeypatch):
    shipped = desk / "shipped"
    shipped.mkdir()
    put(shipped, MADE_UP)
    monkeypatch.setattr("generator.loading.calendars.data_folder", lambda: shipped)
    assert works(desk, date(2099, 10, 7)) is False
    put(desk / "我的数据", MADE_UP.replace("止: 2099-10-7", "止: 2099-10-6"))
    assert works(desk, date(2099, 10, 7)) is True


def test_the_users_own_calendar_wins_over_the_library(desk):
    assert works(desk, date(2025, 10, 9)) is True
    put(desk, EXAMPLE.replace("止: 2025-10-8", "止: 2025-10-9"), "2025.yaml")
    assert works(desk, date(2025, 10, 9)) is False


def test_the_example_of_the_page_is_the_year_2025(desk):
    put(desk, EXAMPLE, "2025.yml")
    workdays = Workdays(load_calendars(desk / "我的数据" / "通知.yaml"))
    year = [date(2025, 1, 1) + timedelta(days=offset) for offset in range(365)]
    assert [day for day in year if workdays.is_workday(day) != chinese_calendar.is_workday(day)] == []


def test_no_year_is_shipped_that_the_library_has_or_that_is_made_up():
    years = [calendar.year for calendar in load_calendars(CHECKOUT / "data" / "campaigns" / "any.yaml")]
    assert [year for year in years if Workdays().announced(year)] == []
    assert 2027 not in years or "国办" in (PAGE.parent / "2027.yaml").read_text("utf-8")


# What is wrong with them


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("年份: 2099\n", "", "1:1 年份：缺少“年份”"),
        ("文号: 国办发明电〔2098〕×号\n", "", "1:1 文号：缺少“文号”"),
        ("止: 2099-1-27", "止: 2099-1-2", "7:5 放假.第2项：“止”早于“起”"),
        ("止: 2099-5-5", "止: 2099-6-5", "9:5 放假.第4项：从“起”到“止”有36天，太长了"),
        ("止: 2099-5-5", "止: 2099-5", "9:31 放假.第4项.止：“2099-5”没有写到日"),
        ("2099-6-20, 止: 2099-6-22", "2089-6-20, 止: 2089-6-22", "2089年6月20日不在2099年"),
        ("调休上班: 2099-9-27", "调休上班: [2099-9-28]", "“调休上班”的2099年9月28日不是周六、周日"),
        ("调休上班: 2099-9-27", "调休上班: [2099-10-4]", "2099年10月4日既写了放假，又写了上班"),
        ("  - {名称: 端午节, 起: 2099-6-20, 止: 2099-6-22}\n", "", "“放假”里没有端午，一年的放假安排要写全"),
        ("放假:", "放假日:", "没有“放假日”这一项。最接近的是“放假”"),
        ("类型: 放假安排", "类型: 单位", "这是“单位”数据，这里要用“放假安排”数据"),
    ],
)
def test_a_calendar_that_cannot_be_right_is_refused_with_its_place(desk, old, new, said):
    path = put(desk, MADE_UP.replace(old, new))
    assert MADE_UP.replace(old, new) != MADE_UP
    found = "\n".join(messages(desk))
    assert said in found
    assert f"{path.name}:" in found


def test_a_year_written_twice_in_one_folder_is_refused(desk):
    put(desk, MADE_UP, "a.yaml")
    put(desk, MADE_UP, "b.yaml")
    [message] = messages(desk)
    assert "b.yaml:2:5 年份：2099年的放假安排在同一个文件夹的 a.yaml 里已经写过。请只保留正确的一个" in message


def test_everything_wrong_is_said_at_once(desk):
    put(desk, MADE_UP.replace("年份: 2099", "年份: 明年"), "a.yaml")
    put(desk / "我的数据", MADE_UP.replace("2099-9-27", "2099-9"), "b.yaml")
    assert [Path(message.partition("：")[0].split(":")[0]).name for message in messages(desk)] == ["b.yaml", "a.yaml"]


def test_an_editor_knows_the_schema():
    schema = jsonschema.Draft202012Validator(schemas()["放假安排.schema.json"])
    record = {
        "类型": "放假安排",
        "年份": 2099,
        "文号": "一",
        "来源": "二",
        "放假": [{"名称": "元旦", "起": "2099-1-1"}],
    }
    assert schema.is_valid({**record, "放假": [{"名称": "元旦", "起": "2099-1-1", "止": "2099-1-3"}]})
    assert not schema.is_valid(record)
    committed = json.loads((CHECKOUT / "data" / "schema" / "放假安排.schema.json").read_text("utf-8"))
    assert committed == schemas()["放假安排.schema.json"]
