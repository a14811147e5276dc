"""A user's own Word template: the same variables, and hints on what it prints."""

import pytest

from generator.build import Output
from generator.errors import FindingsError
from generator.model.case import Case
from generator.own_template import build_own
from generator.rendering.environment import FILLED, HAND_BLANK
from tests.support import opened, paragraphs, word_template


def filled(case: Case, path) -> Output:
    return build_own(case, path, state=FILLED, public=False)[0]


class TestOwnTemplate:
    """A user's own Word file with our variables."""

    def test_it_is_filled_and_named_after_the_person(self, case, tmp_path):
        path = tmp_path / "情况表.docx"
        path.write_bytes(
            word_template("{{ 申报人.姓名 }}，{{ 单位.名称 }}，{{ 评审.年度 }}年", "{{ 申报人.联系电话 }}")
        )
        output = filled(case, path)
        assert output.file_name == "何堃_情况表.docx"
        assert paragraphs(output.content) == ["何堃，库尔勒梨城云档信息技术有限公司，2024年", "19900000104"]

    def test_loops_and_tables_work(self, case, tmp_path):
        path = tmp_path / "情况表.docx"

        def change(document):
            table = document.add_table(3, 2)
            table.cell(0, 0).text = "{%tr for 奖 in 申报人.获奖情况 %}"
            table.cell(1, 0).text = "{{ 奖.名称 }}"
            table.cell(1, 1).text = "{{ 奖.时间 }}"
            table.cell(2, 0).text = "{%tr endfor %}"

        path.write_bytes(word_template(change=change))
        [table] = opened(filled(case, path).content).tables
        assert [[cell.text for cell in row.cells] for row in table.rows] == [["公司年度优秀员工", "2023年12月"]]

    def test_an_unknown_variable_is_placed_in_the_users_file(self, case, tmp_path):
        path = tmp_path / "情况表.docx"
        path.write_bytes(word_template("甲", "{{ 申报人.姓明 }}"))
        with pytest.raises(FindingsError, match=r"^情况表\.docx 第2段"):
            filled(case, path)

    def test_a_campaign_alone_gives_a_file_named_after_the_template(self, campaign, tmp_path):
        path = tmp_path / "说明.docx"
        path.write_bytes(word_template("{{ 评审.年度 }}{{ 申报人.姓名 }}"))
        assert filled(Case(campaign), path).file_name == "说明.docx"

    def test_a_value_that_is_not_there_is_named(self, case, tmp_path):
        path = tmp_path / "情况表.docx"
        path.write_bytes(word_template("{{ 申报人.姓名 }}{{ 申报人.备注 }}{{ 单位.注册地 }}"))
        blank = case.applicant.model_copy(update={"note": None})
        _, hints = build_own(Case(case.campaign, blank, case.unit), path, state=FILLED, public=False)
        assert "申报人.备注" in [hint.field for hint in hints if hint.rule == "empty"]

    def test_what_the_public_must_not_see_is_pointed_out(self, case, tmp_path):
        path = tmp_path / "公示.docx"
        path.write_bytes(word_template("{{ 申报人.姓名 }}{{ 申报人.身份证号 }}"))
        _, [hint] = build_own(case, path, state=FILLED, public=False)
        assert "申报人.身份证号" in hint.message
        assert "--public" in hint.remedy

    def test_a_public_paper_masks_the_id_number_and_refuses_the_phone(self, case, tmp_path):
        path = tmp_path / "公示.docx"
        path.write_bytes(word_template("{{ 申报人.身份证号 }}"))
        output, hints = build_own(case, path, state=FILLED, public=True)
        assert "********" in paragraphs(output.content)[0]
        assert hints == []
        path.write_bytes(word_template("{{ 申报人.联系电话 }}"))
        with pytest.raises(FindingsError, match="联系电话"):
            build_own(case, path, state=FILLED, public=True)

    def test_a_blank_of_it_holds_nothing_of_the_applicant(self, case, tmp_path):
        path = tmp_path / "情况表.docx"
        path.write_bytes(word_template('姓名：{{ 申报人.姓名|空白("××") }}'))
        output, hints = build_own(case, path, state=HAND_BLANK, public=False)
        assert case.applicant.name not in paragraphs(output.content)[0]
        assert hints == []

    @pytest.mark.parametrize(
        "tag",
        [
            "{{ 申报人.姓名.strip() }}",
            "{% for 历 in 申报人.学历学位 %}{{ 历.学校 }}{% endfor %}",
            '{% if 状态 == "模板" %}{{ 申报人.没有 }}{% endif %}',
        ],
    )
    def test_what_is_no_value_of_the_data_is_no_hint(self, case, tmp_path, tag):
        path = tmp_path / "情况表.docx"
        path.write_bytes(word_template(tag))
        assert build_own(case, path, state=FILLED, public=False)[1] == []

    @pytest.mark.parametrize("tag", ["{{ 申报人.身份证号.strip() }}", '{{ "证号" ~ 申报人.身份证号 }}'])
    def test_a_private_value_is_found_wherever_a_tag_prints_it(self, case, tmp_path, tag):
        path = tmp_path / "公示.docx"
        path.write_bytes(word_template(tag))
        assert [hint.rule for hint in build_own(case, path, state=FILLED, public=False)[1]] == ["private"]
