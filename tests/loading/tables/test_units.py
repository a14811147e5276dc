"""A list names units; files beside it, a sheet of units and columns say the rest."""

import pytest

from tests.loading.tables.books import HEAD, ID, LI, ZHANG, read, write

UNIT = "类型: 单位\n名称: 甲（县）档案馆\n性质: 事业单位\n公示办公室: 人事  # 待确认：听说要改\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "units").mkdir()
    (tmp_path / "units" / "jia.yaml").write_text(UNIT, "utf-8")
    (tmp_path / "lists").mkdir()
    return tmp_path / "lists"


def test_a_unit_known_as_a_data_file_supplies_the_rest(folder, year):
    path = write(folder / "名单.xlsx", {"名单": [(*HEAD, "工作单位", "单位层级"), (*ZHANG, "甲(县) 档案馆", "县市")]})
    [loaded] = read(path, year).loaded
    unit = loaded.case.unit
    assert (unit.name, unit.kind, unit.level) == ("甲（县）档案馆", "事业单位", "县市")
    assert loaded.case.applicant.unit is unit
    assert loaded.place("单位.层级").heading == "单位层级"
    assert str(loaded.place("单位.性质")) == f"{folder.parent / 'units' / 'jia.yaml'}:3:5"
    assert loaded.place("单位.名称").heading == "工作单位"
    assert loaded.place("单位.负责人").row == 2


def test_what_a_unit_file_leaves_to_confirm_is_told_with_each_applicant(folder, year):
    path = write(folder / "名单.xlsx", {"名单": [(*HEAD, "单位"), (*ZHANG, "甲（县）档案馆"), LI]})
    first, second = read(path, year).loaded
    assert [(mark.message, mark.place.line) for mark in first.unconfirmed] == [("听说要改", 4)]
    assert second.unconfirmed == ()


def test_units_are_read_once_however_many_people_belong_to_them(folder, year, monkeypatch):
    from generator.loading import shared

    opened = []
    real = shared.read_record
    monkeypatch.setattr(shared, "read_record", lambda path, kind: opened.append(path) or real(path, kind))
    rows = [(f"人{number}", ID, "中级", "甲（县）档案馆") for number in range(20)]
    reading = read(write(folder / "名单.xlsx", {"名单": [(*HEAD, "单位"), *rows]}), year)
    assert len({id(each.case.unit) for each in reading.loaded}) == 1
    assert len(opened) == 1


def test_columns_and_a_sheet_of_units_describe_a_unit_that_has_no_file(read_sheets):
    reading = read_sheets(
        {
            "名单": [(*HEAD, "单位名称", "单位性质"), (*ZHANG, "乙公司", "民营企业"), (*LI, "丙馆", "")],
            "单位信息": [("单位全称", "性质", "层级", "监督电话"), ("丙馆", "事业单位", "县市", "0996-0000001")],
        }
    )
    company, archive = (each.case.unit for each in reading.loaded)
    assert (company.name, company.kind) == ("乙公司", "民营企业")
    assert (archive.kind, archive.level, archive.supervision_phones) == ("事业单位", "县市", ("0996-0000001",))
    place = reading.loaded[1].place("单位.监督电话")
    assert (place.sheet, place.row, place.heading) == ("单位信息", 2, "监督电话")
    assert reading.loaded[0].place("单位.性质").heading == "单位性质"


def test_a_unit_that_is_almost_one_known_is_told_once(folder, year):
    rows = [(*ZHANG, "甲县档案局"), (*LI, "甲县档案局")]
    (folder / "bing.yaml").write_text("类型: 单位\n名称: 甲县档案馆\n", "utf-8")
    reading = read(write(folder / "名单.xlsx", {"名单": [(*HEAD, "单位"), *rows]}), year)
    [told] = reading.told
    assert (told.level, told.place.row, told.place.heading) == ("hint", 2, "单位")
    assert told.remedy == "最接近的是“甲县档案馆”，是同一单位的请改成一样的名称"


def test_a_faulty_unit_file_is_told_with_everybody_it_concerns(folder, year):
    (folder.parent / "units" / "jia.yaml").write_text(UNIT + "级别: 县\n", "utf-8")
    rows = [(*ZHANG, "甲（县）档案馆"), (*LI, "甲（县）档案馆")]
    reading = read(write(folder / "名单.xlsx", {"名单": [(*HEAD, "单位"), *rows]}), year)
    assert [finding.message for finding in reading.faults[:2]] == ["没有“级别”这一项"] * 2
    assert {finding.place.line for finding in reading.faults} == {5}


def test_nobody_names_a_unit_and_nobody_has_one(read_rows):
    assert read_rows(HEAD, ZHANG).loaded[0].case.unit is None
