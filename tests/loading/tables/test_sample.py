"""The workbook that we hand out validates as it is filled in, and looks after what Excel spoils."""

import io

import openpyxl
import pytest

from generator.errors import FindingsError
from generator.loading.load import load_case
from generator.loading.tables.example import item_values, own_values, unit_values
from generator.loading.tables.layout import group_blocks, item_blocks, list_blocks, unit_block
from generator.loading.tables.sample import LIST_SHEET, sample_workbook
from generator.resources import data_folder
from generator.rules.identity_numbers import id_check
from tests.loading.tables.books import ID, read

CAMPAIGNS = sorted((data_folder() / "campaigns").glob("*.yaml"))


@pytest.fixture
def book(year):
    return openpyxl.load_workbook(io.BytesIO(sample_workbook(year.case.campaign)))


def saved(book, path):
    book.save(path)
    return path


def heads(sheet) -> dict[str, object]:
    """The lowest heading of each column, with its cell."""
    row = 4 if sheet.title == LIST_SHEET else 2
    return {cell.value: cell for cell in sheet[row] if cell.value}


def type_in(sheet, row: int, **values: str) -> None:
    for heading, value in values.items():
        sheet.cell(row, heads(sheet)[heading].column).value = value


@pytest.mark.parametrize("path", CAMPAIGNS, ids=lambda path: path.stem)
def test_as_handed_out_it_lists_nobody(tmp_path, path):
    campaign = load_case(path)
    (tmp_path / "名单.xlsx").write_bytes(sample_workbook(campaign.case.campaign))
    with pytest.raises(FindingsError, match="名单里一个人也没有"):
        read(tmp_path / "名单.xlsx", campaign)


@pytest.mark.parametrize("path", CAMPAIGNS, ids=lambda path: path.stem)
def test_the_example_would_be_a_valid_applicant(tmp_path, path):
    campaign = load_case(path)
    book = openpyxl.load_workbook(io.BytesIO(sample_workbook(campaign.case.campaign)))
    for sheet in book:
        for row in sheet.iter_rows(max_col=1):
            for cell in row:
                if cell.value == "示例":
                    cell.value = None
    reading = read(saved(book, tmp_path / "名单.xlsx"), campaign)
    person = reading.applicant
    assert person.name == "王示范"
    assert reading.loaded[0].case.unit.kind == "事业单位"
    assert (len(person.degrees), len(person.posts), len(person.papers), person.publicity.days) == (1, 1, 1, 5)
    assert len(person.assessments) == len(campaign.case.campaign.assessment_years)
    assert reading.told == []


def test_the_examples_number_is_right_and_of_no_real_region(year):
    number = own_values(year.case.campaign)["身份证号",]
    assert number.startswith("99")
    assert number[17] == id_check(number)


def test_what_is_typed_into_it_is_read(book, tmp_path, year):
    people = book[LIST_SHEET]
    type_in(
        people,
        6,
        姓名="张三",
        身份证号=ID,
        出生年月="1990.05",
        级别="中级",
        职称="馆员",
        申报类型="评审",
        工作单位="甲馆",
    )
    type_in(book["学历学位"], 4, 姓名="张三", 身份证号=ID, 学历="本科", 毕业时间="2012-6")
    type_in(book["考核和继续教育"], 4, **{"姓名": "张三", "身份证号": ID, "2023年考核": "合格", "2023年公需学时": "30"})
    type_in(book["公示"], 4, 姓名="张三", 身份证号=ID, 起始日期="2024-9-11", 异议="无")
    type_in(book["单位"], 4, 名称="甲馆", 性质="事业单位")
    reading = read(saved(book, tmp_path / "名单.xlsx"), year)
    zhang = reading.applicant
    assert (zhang.application.level, zhang.degrees[0].education, zhang.publicity.objection) == ("中级", "本科", "无")
    assert (zhang.assessments[0].grade, zhang.trainings[0].hours) == ("合格", 30)
    assert reading.loaded[0].case.unit.kind == "事业单位"
    assert {told.message for told in reading.told} == {"标有“示例”的行没有读入"}


def test_columns_of_numbers_and_dates_are_text(book):
    for sheet, names in ((LIST_SHEET, ("身份证号", "出生年月", "联系电话")), ("公示", ("身份证号", "起始日期"))):
        for name in names:
            column = heads(book[sheet])[name].column
            assert {book[sheet].cell(row, column).number_format for row in range(6, 18)} == {"@"}
            assert book[sheet].column_dimensions[heads(book[sheet])[name].column_letter].width > 9


def test_levels_tracks_and_sexes_are_chosen_from_a_list(book, year):
    sheet = book[LIST_SHEET]
    lists = {rule.formula1: rule for rule in sheet.data_validations.dataValidation if rule.type == "list"}
    campaign = year.case.campaign
    level = lists[f'"{",".join(campaign.levels)}"']
    assert str(level.sqref).startswith(f"{heads(sheet)['级别'].column_letter}5:")
    assert level.errorStyle in (None, "stop")
    assert f'"{",".join(track.name for track in campaign.tracks)}"' in lists
    assert lists['"男,女"'].errorStyle == "information"
    assert {rule.type for rule in sheet.data_validations.dataValidation} == {"list", "textLength"}


def test_every_heading_is_explained_and_what_must_be_filled_in_is_red(book):
    for sheet in book:
        if sheet.title == "填写说明":
            continue
        for name, cell in heads(sheet).items():
            assert name in ("序号", "工作单位") or cell.comment is not None, (sheet.title, name)
    red = {
        name for name, cell in heads(book[LIST_SHEET]).items() if cell.font.color and cell.font.color.rgb == "FFC00000"
    }
    assert {"姓名", "身份证号"} <= red


def test_every_field_of_an_applicant_has_its_column(year):
    from generator.loading.tables.fields import Kind, leaves, unit_leaves

    campaign = year.case.campaign
    blocks = (*list_blocks(campaign), *item_blocks(campaign), *group_blocks(campaign))
    cells = [cell for block in blocks for cell in block.cells]
    held = {cell.names for cell in cells} | {(cell.names[0], name) for cell in cells for name, _ in cell.fixed}
    wanted = {names for names, leaf in leaves().items() if leaf.kind is not Kind.MAPPING}
    left_out = {names for names in wanted - held if names[0] not in ("评审", "单位")}
    assert {names[-1] for names in left_out} == {"系列", "专业", "对应条件", "特殊成果", "刊物级别", "本人字数"}
    assert {cell.names for cell in unit_block().cells} == set(unit_leaves())


def test_examples_are_of_fields_that_there_are(year):
    from generator.loading.tables.fields import leaves, unit_leaves

    campaign = year.case.campaign
    named = {*own_values(campaign), *(names for values in item_values(campaign).values() for names in values)}
    assert named - set(leaves()) == set()
    assert set(unit_values()) - set(unit_leaves()) == set()


def test_the_workbook_is_the_same_each_time(year):
    assert sample_workbook(year.case.campaign) == sample_workbook(year.case.campaign)
