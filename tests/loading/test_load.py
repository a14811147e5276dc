from pathlib import Path

import pytest

from generator.errors import FindingsError, UsageError
from generator.loading.load import load_applicant, load_campaign, load_case, load_unit, record_type
from generator.resources import data_folder

CAMPAIGN = data_folder() / "campaigns" / "bazhou-archives-2024.yaml"
APPLICANT = """\
类型: 申报人
评审: bazhou-archives-2024
单位: jia-archives
姓名: 张三
申报: {系列: 档案, 专业: 档案, 级别: 中级, 申报类型: 评审}
"""
UNIT = "类型: 单位\n名称: 甲档案馆\n"


@pytest.fixture
def folder(tmp_path):
    """A user's folder: applicants/zhang.yaml and units/jia-archives.yaml."""
    for name, content in (("applicants/zhang.yaml", APPLICANT), ("units/jia-archives.yaml", UNIT)):
        write(tmp_path / name, content)
    return tmp_path


@pytest.fixture
def zhang(folder):
    return folder / "applicants" / "zhang.yaml"


def write(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def change(path: Path, *changes: tuple[str, str]) -> Path:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return write(path, text)


def findings_of(function, *arguments):
    with pytest.raises(FindingsError) as raised:
        function(*arguments)
    return raised.value.findings


def test_an_applicant_comes_with_unit_and_campaign(zhang):
    loaded = load_case(zhang)
    assert loaded.case.applicant.name == "张三"
    assert loaded.case.unit.name == "甲档案馆"
    assert loaded.case.campaign.year == 2024
    assert loaded.path == zhang


def test_a_field_is_placed_in_the_file_that_holds_it(zhang, folder):
    loaded = load_case(zhang)
    unit = folder / "units" / "jia-archives.yaml"
    assert str(loaded.place("申报.级别")) == f"{zhang}:5:26"
    assert str(loaded.place("申报人.姓名")) == f"{zhang}:4:5"
    assert str(loaded.place("单位")) == f"{zhang}:3:5"
    assert str(loaded.place("单位.名称")) == f"{unit}:2:5"
    assert str(loaded.place("公示.起始日期")) == f"{zhang}:1:1"
    assert loaded.place("评审.年度").file == loaded.place("公示规定.首日计入").file == str(CAMPAIGN)


def test_an_applicants_case_holds_the_conditions_that_the_campaign_names(zhang, folder):
    assert load_case(zhang).case.criteria is None
    loaded = load_case(zhang, data_folder() / "campaigns" / "bazhou-archives-2021.yaml")
    assert loaded.case.criteria.number == loaded.case.campaign.conditions.number
    assert loaded.place("条件.存疑.第1项").file.endswith("criteria/bazhou-archives-2021.yaml")
    wrong = CAMPAIGN.read_text("utf-8").replace("  # 数据: ……", "  数据: 没有的条件")
    (finding,) = findings_of(load_case, zhang, write(folder / "campaigns" / "wrong.yaml", wrong))
    assert "找不到“没有的条件”的评审条件数据" in finding.message


def test_a_unit_may_be_written_in_the_applicants_file(zhang):
    change(zhang, ("单位: jia-archives", "单位:\n  名称: 乙公司"))
    loaded = load_case(zhang)
    assert loaded.case.unit.name == "乙公司"
    assert str(loaded.place("单位.名称")) == f"{zhang}:4:7"


def test_a_unit_may_be_left_out(zhang):
    change(zhang, ("单位: jia-archives\n", ""))
    assert load_case(zhang).case.unit is None


def test_a_record_beside_the_file_comes_before_the_shared_one(zhang, folder):
    write(folder / "applicants" / "jia-archives.yaml", UNIT.replace("甲", "乙"))
    assert load_case(zhang).case.unit.name == "乙档案馆"


def test_a_file_named_from_within_its_folder_finds_what_is_beside_that_folder(zhang, monkeypatch):
    monkeypatch.chdir(zhang.parent)
    assert load_case(Path("zhang.yaml")).case.unit.name == "甲档案馆"
    assert load_case(Path("../applicants/zhang.yaml")).place("单位.名称").file == str(
        Path("../units/jia-archives.yaml")
    )


def test_the_ending_of_a_file_name_does_no_harm(zhang, folder):
    (folder / "units" / "jia-archives.yaml").rename(folder / "units" / "jia-archives.yml")
    change(zhang, ("jia-archives", "jia-archives.yml"))
    assert load_case(zhang).case.unit.name == "甲档案馆"


def test_another_campaign_overrides_the_one_in_the_file(zhang, tmp_path):
    change(zhang, ("bazhou-archives-2024", "没有这个"))
    other = write(tmp_path / "2025.yaml", CAMPAIGN.read_text(encoding="utf-8").replace("年度: 2024", "年度: 2025", 1))
    assert load_case(zhang, other).case.campaign.year == 2025


def test_a_campaign_is_a_case_by_itself():
    loaded = load_case(CAMPAIGN)
    assert loaded.case.applicant is None
    assert loaded.place("年度") == loaded.place("评审.年度")
    assert loaded.place("年度").line > 1


def test_an_unknown_key_names_its_place_and_the_nearest_name(zhang):
    change(zhang, ("bazhou-archives-2024", "bazhou-archives-2023"), ("jia-archives", "jia-archive"))
    campaign, unit = findings_of(load_case, zhang)
    assert (unit.message, unit.place.line, unit.place.column) == ("找不到“jia-archive”的单位数据", 3, 5)
    assert "最接近的是“jia-archives”" in unit.remedy
    assert (campaign.message, campaign.place.line) == ("找不到“bazhou-archives-2023”的年度评审数据", 2)
    assert "最接近的是“bazhou-archives-2024”" in campaign.remedy


def test_an_unknown_key_like_no_other_lists_what_there_is(zhang):
    change(zhang, ("jia-archives", "某单位"))
    (finding,) = findings_of(load_case, zhang)
    assert "jia-archives" in finding.remedy


@pytest.mark.parametrize("key", ["../applicants/zhang", "..", "/etc/passwd", "a\\b", "C:x", ".hidden", "x" * 300, '""'])
def test_a_key_cannot_point_out_of_the_folders(zhang, key):
    change(zhang, ("jia-archives", key))
    (finding,) = findings_of(load_case, zhang)
    assert "不是数据文件的名称" in finding.message
    assert finding.place.line == 3


def test_a_missing_campaign_says_how_to_name_it(zhang):
    change(zhang, ("评审: bazhou-archives-2024\n", ""))
    (finding,) = findings_of(load_case, zhang)
    assert finding.message == "没有写明参加哪个年度评审"
    assert "评审: " in finding.remedy


def test_what_is_wrong_in_all_files_is_reported_at_once(zhang, folder, tmp_path):
    change(zhang, ("姓名: 张三", "姓名：张三\n性別: 男"), ("中级", "高级"))
    change(folder / "units" / "jia-archives.yaml", ("名称", "名各"))
    campaign = write(
        tmp_path / "2024.yaml", CAMPAIGN.read_text(encoding="utf-8").replace("系列: 档案", "系列：档案", 1)
    )
    findings = findings_of(load_case, zhang, campaign)
    assert [(Path(finding.place.file).name, finding.message) for finding in findings] == [
        ("zhang.yaml", "“姓名”后面是全角冒号“：”"),
        ("zhang.yaml", "没有“性別”这一项"),
        ("jia-archives.yaml", "缺少“名称”"),
        ("jia-archives.yaml", "没有“名各”这一项"),
        ("2024.yaml", "“系列”后面是全角冒号“：”"),
    ]


def test_level_and_track_must_be_the_campaigns(zhang):
    change(zhang, ("级别: 中级", "级别: 高级"), ("申报类型: 评审", "申报类型: 转评"))
    level, track = findings_of(load_case, zhang)
    assert (level.field, level.message) == ("申报.级别", "2024年度评审没有“高级”这个级别")
    assert (level.place.line, level.place.column) == (5, 26)
    assert (track.field, track.message) == ("申报.申报类型", "2024年度评审没有“转评”这个申报类型")
    assert "“初次确定”或“授予”或“评审”" in track.remedy


def test_series_and_specialty_must_be_the_campaigns_with_or_without_their_suffix(zhang):
    change(zhang, ("系列: 档案", "系列: 新闻系列"), ("专业: 档案", "专业: 档案专业"))
    [series] = findings_of(load_case, zhang)
    assert (series.field, series.message) == ("申报.系列", "2024年度评审没有“新闻系列”这个系列")


def test_level_and_track_are_checked_although_other_things_are_wrong(zhang):
    change(zhang, ("姓名: 张三", "姓各: 张三"), ("级别: 中级", "级别: 中"))
    assert "2024年度评审没有“中”这个级别" in [finding.message for finding in findings_of(load_case, zhang)]


def test_the_kind_of_a_file_is_what_it_says(zhang, folder):
    assert record_type(zhang) == "申报人"
    assert record_type(folder / "units" / "jia-archives.yaml") == "单位"
    assert record_type(CAMPAIGN) == "年度评审"


@pytest.mark.parametrize("function", [record_type, load_case])
def test_a_file_that_does_not_say_its_kind_is_refused(zhang, function):
    change(zhang, ("类型: 申报人\n", ""))
    (finding,) = findings_of(function, zhang)
    assert finding.message == "没有写明“类型”"
    assert "在文件开头加一行“类型: 申报人”" in finding.remedy
    assert finding.place.line == 1


def test_an_unknown_kind_names_the_nearest(zhang):
    change(zhang, ("类型: 申报人", "类型: 申请人"))
    (finding,) = findings_of(record_type, zhang)
    assert finding.message == "不认识“申请人”这种类型"
    assert "“申报人”" in finding.remedy
    assert (finding.place.line, finding.place.column) == (1, 5)


@pytest.mark.parametrize("function", [load_unit, load_campaign])
def test_a_file_of_another_kind_is_refused_without_more_ado(zhang, function):
    (finding,) = findings_of(function, zhang)
    assert finding.message.startswith("这是“申报人”数据")


def test_a_unit_by_itself_is_no_case(folder):
    (finding,) = findings_of(load_case, folder / "units" / "jia-archives.yaml")
    assert "这里要用“申报人”数据" in finding.message


def test_a_record_without_its_kind_is_still_read_to_the_end(zhang):
    change(zhang, ("类型: 申报人\n", ""), ("姓名: 张三", "姓各: 张三"))
    messages = [finding.message for finding in findings_of(load_applicant, zhang)]
    assert messages == ["没有写明“类型”", "缺少“姓名”", "没有“姓各”这一项"]


def test_one_record_is_loaded_as_it_is_written(zhang):
    applicant, source = load_applicant(zhang)
    assert (applicant.unit, applicant.campaign) == ("jia-archives", "bazhou-archives-2024")
    assert source.place("姓名").line == 4


def test_a_file_that_is_not_there_is_a_usage_error(tmp_path):
    with pytest.raises(UsageError):
        load_case(tmp_path / "没有.yaml")


def test_a_broken_file_shows_what_stopped_the_reader(zhang):
    write(zhang, '姓名: "张三\n')
    (finding,) = findings_of(load_case, zhang)
    assert finding.message.startswith("引号")
