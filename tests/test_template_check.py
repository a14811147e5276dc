"""`zhicheng template check`: what is wrong in a template, named where its writer finds it."""

import pytest

from generator.catalog import Library
from generator.errors import UsageError
from generator.resources import data_folder, templates_folder
from generator.template_check import check_templates
from tests.support import add_document, word_template


def found(*names: object, own=None) -> list[str]:
    return [str(finding) for finding in check_templates([str(name) for name in names], Library(own))]


def test_the_shipped_templates_have_no_fault():
    assert found() == []


def test_an_unknown_variable_of_a_wording_is_named_with_line_and_remedy(tmp_path):
    add_document(tmp_path, "visit", {"wording.md": "# 登记\n\n{{ 申报人.姓明 }}\n"})
    wording = tmp_path / "documents" / "visit" / "wording.md"
    assert found("来访登记", own=tmp_path) == [f"{wording}:3：数据中没有“申报人.姓明”。是不是“姓名”？"]


def test_a_clause_of_the_users_own_is_checked_through_the_wording_that_includes_it(tmp_path):
    clause = tmp_path / "clauses" / "附件号.md"
    clause.parent.mkdir()
    clause.write_text("\n{{ 附件好 }}", "utf-8")
    assert found("个人承诺书", own=tmp_path) == [f"{clause}:2：数据中没有“附件好”。是不是“附件号”？"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{% if 申报人.姓名 %}甲", "“if”没有对应的 endif"),
        ("{{ 申报人.姓名|没有 }}", "没有“没有”这个筛选器"),
        ("{% include 'clauses/没有.md' %}", "没有“clauses/没有.md”这个模板"),
    ],
)
def test_a_broken_tag_is_named(tmp_path, text, said):
    path = tmp_path / "试.md"
    path.write_text(f"甲\n{text}", "utf-8")
    [finding] = found(path)
    assert finding.startswith(f"{path}：" if "include" in text else f"{path}:2：")
    assert said in finding


def test_a_public_document_that_prints_the_phone_is_reported(tmp_path):
    add_document(tmp_path, "visit", {"wording.md": "{{ 申报人.联系电话 }}"}, 公开="是")
    [finding] = found("visit", own=tmp_path)
    assert "数据中没有“申报人.联系电话”" in finding


@pytest.mark.parametrize(
    ("description", "said"),
    [
        ({"字段": {"申报人.姓明": "必填"}}, "数据中没有“申报人.姓明”"),
        ({"适用": "申报人.免学"}, "数据中没有“申报人.免学”"),
        ({"文件名": "{{ 申报人.姓明 }}"}, "数据中没有“申报人.姓明”"),
        ({"前提": [{"条件": "公示.异义 == '无'", "说明": "有异议"}]}, "数据中没有“公示.异义”"),
        ({"前提": [{"条件": "公示.异议 ==", "说明": "有异议"}]}, "标签没有写完"),
    ],
)
def test_what_the_description_asks_of_the_data_is_checked_too(tmp_path, description, said):
    place = add_document(tmp_path, "visit", {"wording.md": "甲"}, **description)
    [finding] = found("visit", own=tmp_path)
    assert finding.startswith(f"{place / 'document.yaml'}：")
    assert said in finding


class TestWhatBuildWouldRefuse:
    """The check finds it first."""

    @pytest.mark.parametrize(
        ("files", "description", "said"),
        [
            (
                {"wording.md": "甲"},
                {"版式": "没有"},
                ["没有版式“没有”：缺少 frames/没有.docx", "没有版式“没有”：缺少 frames/没有.html"],
            ),
            ({"wording.md": "甲"}, {"版式": "没有", "格式": ["docx"]}, ["没有版式“没有”：缺少 frames/没有.docx"]),
            ({"form.html": "甲"}, {}, ["缺少模板文件 documents/visit/form.docx"]),
            ({"form.html": "甲"}, {"格式": ["pdf"]}, []),
            ({}, {"格式": ["docx"]}, ["缺少模板文件 documents/visit/form.docx"]),
        ],
    )
    def test_a_file_that_a_format_needs_and_nobody_has(self, tmp_path, files, description, said):
        place = add_document(tmp_path, "visit", files, **description)
        findings = found("visit", own=tmp_path)
        assert [finding.partition("。")[0] for finding in findings] == [
            f"{place / 'document.yaml'}：{one}" for one in said
        ]

    @pytest.mark.parametrize(
        ("tag", "said"),
        [
            ("{{ 申报人.工作经历 }}", "“申报人.工作经历”印不出来：这里的值是一组内容"),
            ("{{ 申报人 }}", "“申报人”印不出来：这里的值是一组内容"),
            ("{{ 申报人.工作经历[0] }}", "“申报人.工作经历[0]”印不出来：这里的值是一组内容"),
            ("{{ 申报人.工作经历|空填('无')|空白('×') }}", "“申报人.工作经历”印不出来：这里的值是一组内容"),
            ("{% for 段 in 申报人.工作经历 %}{{ 段 }}{% endfor %}", "“段”印不出来：这里的值是一组内容"),
            ("{{ 留空 }}", "“留空”印不出来：这里的值不是文字"),
            ("{% macro 甲() %}乙{% endmacro %}{{ 甲 }}", "“甲”印不出来：这里的值不是文字"),
        ],
    )
    def test_a_tag_that_prints_no_text(self, tmp_path, tag, said):
        wording, form = tmp_path / "试.md", tmp_path / "试.docx"
        wording.write_text(f"甲\n\n{tag}", "utf-8")
        form.write_bytes(word_template("甲", "", tag))
        [in_text], [in_word] = found(wording), found(form)
        assert in_text.startswith(f"{wording}:3：{said}")
        assert in_word.startswith("试.docx 第3段（")
        assert said in in_word

    @pytest.mark.parametrize(
        ("wording", "line", "said"),
        [
            ("甲\n\n::: 签章\n乙\n", 3, "“::: 签章”没有用“:::”结束"),
            ("::: 签章\n{% if 申报人.姓名 %}\n乙\n{% endif %}\n::: 说明\n:::", 1, "又开始了“::: 说明”"),
            ("{% if 申报人.姓名 %}\n::: 属名\n:::\n{% endif %}\n", 2, "没有“::: 属名”这种写法"),
            ("{% for 段 in 申报人.工作经历 %}\n:::\n{% endfor %}", 2, "多了一行“:::”"),
            ("{% macro 甲() %}\n::: 属名\n:::\n{% endmacro %}{{ 甲() }}", 2, "没有“::: 属名”这种写法"),
        ],
    )
    def test_a_container_that_is_unknown_or_not_closed(self, tmp_path, wording, line, said):
        place = add_document(tmp_path, "visit", {"wording.md": wording})
        [finding] = found("visit", own=tmp_path)
        assert finding.startswith(f"{place / 'wording.md'}:{line}：")
        assert said in finding

    def test_a_container_of_a_clause_is_named_where_it_stands(self, tmp_path):
        clause = tmp_path / "clauses" / "附件号.md"
        clause.parent.mkdir()
        clause.write_text("\n::: 附件号\n附件1\n", "utf-8")
        assert found("个人承诺书", own=tmp_path)[0].startswith(f"{clause}:2：“::: 附件号”还没有用“:::”结束")

    @pytest.mark.parametrize(
        "wording",
        [
            "{% if 申报人.姓名 %}\n::: 签章\n{% else %}\n::: 说明\n{% endif %}\n甲\n:::",
            "{% if 申报人.姓名 %}\n::: 签章\n{% endif %}\n甲\n{% if 申报人.姓名 %}\n:::\n{% endif %}\n",
            "::: {{ '签章' }}\n甲\n:::",
            "::: 落款 {% if 申报人.姓名 %}盖章{% endif +%}\n甲\n:::\n",
            "{% set 句 %}\n::: 签章\n{% endset %}{{ 句 }}甲\n:::" if False else "甲：：：\n    ::: 乙",
        ],
    )
    def test_containers_that_hang_together_by_the_data_are_left_to_the_data(self, tmp_path, wording):
        add_document(tmp_path, "visit", {"wording.md": wording})
        assert found("visit", own=tmp_path) == []

    def test_a_list_may_be_asked_for_in_a_description(self, tmp_path):
        add_document(tmp_path, "visit", {"wording.md": "甲"}, 适用="申报人.免学经历", 字段={"申报人.工作经历": "必填"})
        assert found("visit", own=tmp_path) == []


class TestWord:
    @staticmethod
    def check(folder, *paragraphs: str, change=None) -> list[str]:
        path = folder / "试.docx"
        path.write_bytes(word_template(*paragraphs, change=change))
        return found(path)

    def test_a_template_without_any_tag_is_doubtful(self, tmp_path):
        path = tmp_path / "试.docx"
        path.write_bytes(word_template("甲", "乙{丙}"))
        [finding] = check_templates([str(path)], Library())
        assert (finding.level, finding.place.file) == ("warning", "试.docx")
        assert finding.message == "没有一个标签，生成的每份文件都和模板一样"

    @pytest.mark.parametrize("text", ["｛｛ 申报人.姓名 ｝｝", "{ { 申报人.姓名 } }", "{％ if 申报人.姓名 ％}"])
    def test_what_only_looks_like_a_tag_is_refused(self, tmp_path, text):
        [finding] = self.check(tmp_path, "甲", f"姓名：{text}", "{{ 申报人.姓名 }}")
        assert finding.startswith("试.docx 第2段（“姓名：")
        assert "不是标签，会原样印出" in finding

    def test_a_sound_template_has_no_finding(self, tmp_path):
        template = (
            "{{ 申报人.姓名 }}",
            "{%p for 段 in 申报人.工作经历 %}",
            "{{ 段.单位 }}{{ 2|右空 }}",
            "{%p endfor %}",
        )
        assert self.check(tmp_path, *template) == []

    def test_an_unknown_variable_is_named_with_its_paragraph(self, tmp_path):
        [finding] = self.check(tmp_path, "甲", "", "姓名：{{ 申报人.姓明 }}")
        assert finding == "试.docx 第3段（“姓名：{{ 申报人.姓明 }}”）：数据中没有“申报人.姓明”。是不是“姓名”？"

    def test_an_unknown_variable_is_named_with_its_cell(self, tmp_path):
        def change(document):
            document.add_table(2, 2).cell(1, 0).text = "{{ 单位.电话 }}"

        [finding] = self.check(tmp_path, change=change)
        assert finding.startswith("试.docx 第1个表格第2行第1格（“{{ 单位.电话 }}”）：数据中没有“单位.电话”")

    def test_every_unknown_variable_is_reported_at_once(self, tmp_path):
        assert len(self.check(tmp_path, "{{ 甲 }}{{ 乙 }}", "{{ 申报人.丙 }}")) == 3

    @pytest.mark.parametrize(
        ("paragraphs", "place"),
        [
            (("甲", "{%p if 申报人.姓名 %}", "乙", "{% endif %}"), "第4段"),
            (("甲", "{%p if 申报人.姓名 %}", "乙"), "第2段"),
            (("甲", "", "乙{%p if 申报人.姓名 %}", "{%p endif %}"), "第3段"),
            (("甲", "{{r 申报人.姓名 }}"), "第2段"),
            (("甲", "{{ 申报人.姓名 "), "第2段"),
            (("甲", "", "{{ 申报人.姓名|没有 }}"), "第3段"),
        ],
    )
    def test_a_tag_that_word_templates_cannot_have_is_placed(self, tmp_path, paragraphs, place):
        findings = self.check(tmp_path, *paragraphs)
        assert findings
        assert any(f"试.docx {place}" in finding for finding in findings)

    def test_findings_are_in_chinese(self, tmp_path):
        for finding in self.check(tmp_path, "{%p if 申报人.姓名 %}", "乙", "{% endif %}", "{{ 申报人.姓名"):
            message = finding.partition("）：")[2]
            assert sum("\u4e00" <= char <= "\u9fff" for char in message) > 5


@pytest.mark.parametrize("name", ["没有.docx", "没有.md"])
def test_a_file_that_is_not_there_is_the_users_mistake(tmp_path, name):
    with pytest.raises(UsageError, match="打不开"):
        found(tmp_path / name)


def test_a_file_that_is_no_word_file_is_the_users_mistake(tmp_path):
    (tmp_path / "旧.docx").write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(UsageError, match="另存为"):
        found(tmp_path / "旧.docx")


def test_an_unknown_document_is_the_users_mistake():
    with pytest.raises(UsageError, match=r"没有“请假条”这种文件，可选：.*个人承诺书"):
        found("请假条")


def test_a_wording_saved_by_notepad_is_read(tmp_path):
    path = tmp_path / "试.md"
    path.write_bytes("\ufeff# {{ 申报人.姓名 }}\r\n".encode())
    assert found(path) == []


def test_a_wording_in_another_encoding_is_told_how_to_save(tmp_path):
    path = tmp_path / "试.md"
    path.write_bytes("# 登记".encode("gbk"))
    [finding] = found(path)
    assert "UTF-8" in finding


def test_every_clause_is_used_by_a_document():
    # An office's own words include clauses too.
    files = [*templates_folder().rglob("*.md"), *data_folder().rglob("*.yaml")]
    texts = "".join(path.read_text("utf-8") for path in files)
    clauses = [path.name for path in (templates_folder() / "clauses").iterdir()]
    assert [name for name in clauses if f'"clauses/{name}"' not in texts] == []
