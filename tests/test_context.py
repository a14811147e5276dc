"""Models become template values: display text under Chinese names, the same keys filled and blank, less in public."""

from collections.abc import Iterator
from typing import Any

import pytest

from generator.context import ROOTS, case_values, paths_holding, value_at
from generator.contract import TEXT, shape, variables
from generator.errors import FindingsError
from generator.loading.load import load_case
from generator.model.applicant import Material
from generator.model.campaign_materials import RosterColumn
from generator.model.case import Case
from generator.model.official import OfficialDocument
from generator.rendering.environment import FILLED, HAND_BLANK, MODEL_BLANK
from generator.resources import data_folder

APPLICANTS = sorted((data_folder() / "applicants").glob("*.yaml"))


def with_rule(case: Case, **rules) -> Case:
    """The case under a campaign whose rules of publicity differ."""
    campaign = case.campaign
    changed = campaign.publicity_rules.model_copy(update=rules)
    return Case(campaign.model_copy(update={"publicity_rules": changed}), case.applicant, case.unit)


def with_applicant(case: Case, **fields) -> Case:
    return Case(case.campaign, case.applicant.model_copy(update=fields), case.unit)


def with_columns(case: Case, *columns: dict) -> Case:
    """A roster of this one applicant with these columns."""
    form = case.campaign.roster.model_copy(update={"columns": tuple(RosterColumn(**column) for column in columns)})
    campaign = case.campaign.model_copy(update={"roster": form})
    return Case(campaign, roster=(Case(campaign, case.applicant, case.unit),))


def paths(values: Any, path: str = "") -> Iterator[str]:
    """Every path of text, list items written as []."""
    if isinstance(values, dict):
        for key, value in values.items():
            yield from paths(value, f"{path}.{key}" if path else key)
    elif isinstance(values, list):
        for value in values:
            yield from paths(value, f"{path}[]")
    else:
        yield path


class TestDisplay:
    @pytest.fixture
    def values(self, case):
        return case_values(case, state=FILLED)

    @pytest.mark.parametrize(
        ("path", "shown"),
        [
            ("申报人.姓名", "何堃"),
            ("申报人.出生年月", "2000年2月"),
            ("公示.起始日期", "2024年9月18日"),
            ("公示.天数", 5),
            ("公示.公示落款日期", "2024年9月18日"),
            ("申报人.首次申报", "是"),
            ("申报人.现职称.名称", ""),
            ("申报人.现职称.取得时间", ""),
            ("申报人.备注", ""),
            ("申报人.论文著作", []),
            ("申报人.最高学历.学历", "本科"),
            ("申报人.申报.级别字", "初"),
            ("单位.名称", "库尔勒梨城云档信息技术有限公司"),
            ("评审.年度", 2024),
            ("评审.级别合称", "中、初级"),
            ("状态", FILLED),
        ],
    )
    def test_values_are_what_a_paper_prints(self, values, path, shown):
        assert value_at(values, path) == shown

    def test_an_open_end_stays_as_written(self, values):
        assert [post["止"] for post in values["申报人"]["工作经历"]] == ["至今"]
        assert [post["从事本专业"] for post in values["申报人"]["工作经历"]] == ["是"]

    def test_no_value_is_pythons_own(self, values):
        kinds = {type(value_at(values, path)) for path in paths(values) if "[]" not in path}
        assert kinds == {str, int}

    def test_links_to_other_records_are_not_part_of_the_applicant(self, values):
        assert {"类型", "评审", "单位", "公示"} & set(values["申报人"]) == set()


class TestKeys:
    @pytest.mark.parametrize("path", APPLICANTS, ids=lambda path: path.stem)
    def test_every_value_is_in_the_contract(self, path):
        case = load_case(path).case
        known = set(paths(variables()))
        shown = set(paths(case_values(Case(case.campaign, case.applicant, case.unit, (case,)), state=FILLED)))
        assert {path for path in shown if not OF_OWN_CHOICE.intersection(path.split("."))} <= known

    @pytest.mark.parametrize("public", [False, True])
    def test_the_contract_promises_nothing_that_is_not_there(self, case, public):
        values = case_values(case, state=FILLED, public=public)
        shapes = {root: inner for root, inner in variables(public=public).items() if root not in OWN}
        assert [path for path in promised(shapes) if not present(values, path)] == []

    def test_an_official_document_has_the_parts_that_the_contract_promises(self):
        document = OfficialDocument.model_validate({"标题": "通知", "正文": "正文。"})
        values = case_values(Case(document=document), state=FILLED)
        assert [path for path in promised({"公文": shape(OfficialDocument)}) if not present(values, path)] == []
        assert (values["事实"], values["表格"]) == (values["公文"]["事实"], values["公文"]["表格"])

    @pytest.mark.parametrize("state", [MODEL_BLANK, HAND_BLANK])
    def test_a_blank_has_the_same_keys_with_nothing_in_them(self, case, state):
        filled = case_values(case, state=FILLED)
        blank = case_values(case, state=state, filled=False)
        for root in ("申报人", "单位", "公示"):
            assert same_keys(filled[root], blank[root])
            assert set(leaves(blank[root])) <= {""}
        assert blank["评审"] == filled["评审"]
        assert blank["名单"] == []

    def test_a_campaign_alone_has_the_applicants_keys_too(self, campaign):
        values = case_values(Case(campaign), state=FILLED)
        assert value_at(values, "申报人.申报.系列") == ""


PIPELINE = ("附件号", "本附件", "文件标题", "草稿", "版记另页", "块组", "免学")
OF_OWN_CHOICE = {"达到", "核实情况"}  # what is below them is named by the review conditions
OWN = ("公文", "事实", "表格")  # the notice's parts in a campaign's papers, all of it in an official document's


def promised(shape: Any, path: str = "") -> Iterator[str]:
    """The paths of a shape down to its lists; block values come from the frame's own pipeline."""
    for key, value in shape.items():
        here = f"{path}.{key}" if path else key
        if here not in PIPELINE:
            yield here
            if isinstance(value, dict) and value is not TEXT:
                yield from promised(value, here)


def present(values: dict, path: str) -> bool:
    try:
        value_at(values, path)
    except KeyError:
        return False
    return True


def same_keys(one: Any, other: Any) -> bool:
    if isinstance(one, dict):
        return list(one) == list(other) and all(same_keys(one[key], other[key]) for key in one)
    return isinstance(one, list) == isinstance(other, list)


def leaves(values: Any) -> Iterator[Any]:
    if isinstance(values, dict):
        for value in values.values():
            yield from leaves(value)
    elif isinstance(values, list):
        yield from values
    else:
        yield values


class TestPublic:
    """What the public must not see is not in a public paper's values at all."""

    def test_the_phone_and_the_birth_month_are_not_there(self, case):
        values = case_values(case, state=FILLED, public=True)
        for name in ("联系电话", "出生年月"):
            assert not present(values, f"申报人.{name}")
            assert present(case_values(case, state=FILLED), f"申报人.{name}")

    @pytest.mark.parametrize(
        ("rule", "shown"),
        [
            ("全号", "990104200002144152"),
            ("隐去中间8位", "990104********4152"),
            ("不印", ""),
            (None, "990104********4152"),
        ],
    )
    def test_the_id_number_shows_as_the_campaign_says_and_masked_where_it_says_nothing(self, case, rule, shown):
        values = case_values(with_rule(case, id_display=rule), state=FILLED, public=True)
        assert values["申报人"]["身份证号"] == shown

    @pytest.mark.parametrize(
        "typed", ["990104 20000214 4152", "990104-20000214-4152", "9901042000021441520", "99010420000214415"]
    )
    def test_no_digit_of_the_birth_date_slips_out_of_a_number_typed_otherwise(self, case, typed):
        values = case_values(with_applicant(case, id_number=typed), state=FILLED, public=True)
        assert "0000214" not in values["申报人"]["身份证号"].replace(" ", "").replace("-", "")
        assert "20000" not in values["申报人"]["身份证号"]

    def test_an_internal_paper_shows_the_number_in_full(self, case):
        assert case_values(case, state=FILLED)["申报人"]["身份证号"] == "990104200002144152"

    def test_the_members_of_a_public_list_are_masked_too(self, case):
        listed = Case(case.campaign, roster=(case,))
        [member] = case_values(listed, state=FILLED, public=True)["名单"]
        assert "联系电话" not in member["申报人"]
        assert "*" in member["申报人"]["身份证号"]

    def test_nothing_else_in_a_public_paper_holds_the_full_number_or_the_phone(self, case):
        values = case_values(Case(case.campaign, case.applicant, case.unit, (case,)), state=FILLED, public=True)
        assert case.applicant.id_number not in repr(values)
        assert case.applicant.phone not in repr(values)


class TestRoster:
    def test_every_member_is_a_row_in_the_campaigns_columns(self, case):
        other = with_applicant(case, name="张*三*", sex=None)
        values = case_values(Case(case.campaign, roster=(case, other)), state=FILLED)
        table = values["花名册表"]
        assert [row[:3] for row in table["行"]] == [["1", "何堃", "男"], ["2", "张*三*", ""]]
        assert {len(row) for row in table["行"]} == {len(table["列宽"])}

    def test_two_levels_of_headings_cover_every_column_once(self, case):
        table = case_values(case, state=FILLED)["花名册表"]
        top, below = table["表头"]
        assert sum(cell["跨列"] for cell in top) == len(below) == len(table["列宽"])
        assert [cell["竖并"] for cell in below].count("续") == [cell["竖并"] for cell in top].count("起")

    def test_one_level_of_headings_is_one_row(self, case):
        plain = with_columns(case, {"名称": "姓名", "取值": "申报人.姓名"}, {"名称": "签收"})
        table = case_values(plain, state=FILLED)["花名册表"]
        assert table["表头"] == [[{"文字": name, "跨列": 1, "竖并": ""} for name in ("姓名", "签收")]]
        assert table["行"] == [["何堃", ""]]

    @pytest.mark.parametrize(
        ("source", "shown"),
        [
            ("序号", "1"),
            ("申报人.身份证号", "990104200002144152"),
            ("申报人.从事本专业年限", "2"),
            ("单位.监督电话", "0996-0000301、0996-0000302"),
            ("评审.年度", "2024"),
            ("评审.级别", "中级、初级"),
            ("公示.起始日期", "2024年9月18日"),
        ],
    )
    def test_a_column_may_show_any_text_of_the_data(self, case, source, shown):
        unit = case.unit.model_copy(update={"supervision_phones": ("0996-0000301", "0996-0000302")})
        roster = with_columns(Case(case.campaign, case.applicant, unit), {"名称": "某", "取值": source})
        assert case_values(roster, state=FILLED)["花名册表"]["行"] == [[shown]]

    @pytest.mark.parametrize(
        "source", ["申报人.姓明", "姓名", "申报人", "申报人.最高学历", "申报人.工作经历", "申报人.姓名.字"]
    )
    def test_a_column_that_asks_for_no_text_of_the_data_is_named_with_its_place(self, case, source):
        roster = with_columns(case, {"名称": "序号", "取值": "序号"}, {"名称": "某栏", "取值": source})
        with pytest.raises(FindingsError) as caught:
            case_values(roster, state=FILLED)["花名册表"]["行"]
        [finding] = caught.value.findings
        assert finding.field == "评审.花名册.列.第2项.取值"
        assert finding.message == f"花名册“某栏”一栏的取值“{source}”不是数据中的一项文字"

    def test_a_column_below_a_group_is_named_with_its_place(self, case):
        roster = with_columns(case, {"名称": "组", "下级": [{"名称": "某", "取值": "申报人.某"}]})
        with pytest.raises(FindingsError) as caught:
            case_values(roster, state=FILLED)["花名册表"]["行"]
        assert caught.value.findings[0].field == "评审.花名册.列.第1项.下级.第1项.取值"

    def test_a_blank_roster_has_empty_rows_to_write_in(self, campaign):
        table = case_values(Case(campaign), state=HAND_BLANK, filled=False)["花名册表"]
        assert len(table["行"]) >= 8
        assert {text for row in table["行"] for text in row} == {""}


class TestCatalogue:
    def test_the_applicants_own_lines_come_first_and_the_form_is_filled_up(self, case):
        materials = [{"名称": f"材料{number}", "件数": number} for number in (1, 2)]
        own = with_applicant(case, materials=tuple(Material(**material) for material in materials))
        rows = case_values(own, state=FILLED)["目录行"]
        assert rows[:2] == [{"序号": 1, "名称": "材料1", "件数": 1}, {"序号": 2, "名称": "材料2", "件数": 2}]
        assert [row["序号"] for row in rows] == list(range(1, case.campaign.catalogue.rows + 1))
        assert {row["名称"] for row in rows[2:]} == {""}

    def test_without_lines_of_ones_own_the_forms_rows_are_left_for_the_hand(self, case):
        rows = case_values(with_applicant(case, materials=()), state=FILLED)["目录行"]
        assert len(rows) == case.campaign.catalogue.rows
        assert {row["名称"] for row in rows} == {""}

    def test_a_blank_lists_nothing(self, case):
        rows = case_values(case, state=MODEL_BLANK, filled=False)["目录行"]
        assert len(rows) == case.campaign.catalogue.rows
        assert {row["名称"] for row in rows} == {""}


class TestPaths:
    def test_a_value_is_found_wherever_it_stands(self, case):
        holding = with_applicant(case, name="王㛃")
        values = case_values(Case(case.campaign, holding.applicant, case.unit, (case, holding)), state=FILLED)
        assert list(paths_holding(values, "㛃")) == ["名单.第2项.申报人.姓名", "申报人.姓名"]

    def test_list_items_are_numbered_as_findings_number_them(self, case):
        values = case_values(case, state=FILLED)
        assert "申报人.业绩成果.第1项.内容" in list(paths_holding(values, "不动产登记"))

    def test_a_value_worked_out_from_another_is_not_named_twice(self, case):
        values = case_values(case, state=FILLED)
        assert list(paths_holding(values, "昆仑示例大学")) == ["申报人.学历学位.第1项.学校"]

    @pytest.mark.parametrize("path", ["没有", "申报人.没有", "申报人.姓名.字", "申报人.工作经历.单位"])
    def test_a_path_that_leads_nowhere_is_a_key_error_that_names_it(self, case, path):
        with pytest.raises(KeyError, match=path):
            value_at(case_values(case, state=FILLED), path)


def test_the_roots_are_the_models():
    assert list(ROOTS) == ["申报人", "单位", "评审", "公示", "公文", "条件"]
