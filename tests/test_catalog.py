"""Which documents exist and which template wins; adding a folder adds a document, without touching code."""

import shutil

import pytest
from docx import Document

from generator import catalog
from generator.build import Request, build
from generator.catalog import Library
from generator.errors import FindingsError, TemplateError, UsageError
from generator.model.case import Case
from generator.rendering.environment import FILLED, HAND_BLANK, MODEL_BLANK
from generator.resources import templates_folder
from tests.support import add_document, needs_pango, opened, paragraphs, pdf_text, saved, words

WORDING = """\
# 来访登记{{ 提示("（模板）") }}

## 一、来访人

**（一）姓名。**{{ 申报人.姓名|空白("××") }}，单位：{{ 单位.名称|空白("××××") }}。

{% for 段 in 申报人.工作经历 %}
{{ 段.起 }}起任{{ 段.职务|空填("无") }}

{% endfor %}
::: 落款
{{ 单位.名称|空白("××××") }}
{{ 评审.年度 }}年{{ 留空("×", 2) }}月{{ 留空("×", 2) }}日
:::
"""

SPACE = "\u00a0" * 2  # one 字 to write on, which does not vanish at a line's end


def form() -> bytes:
    document = Document()
    document.add_table(1, 2)
    for cell, text in zip(document.tables[0].rows[0].cells, ["姓名", "{{ 申报人.姓名 }}"], strict=True):
        cell.text = text
    return saved(document)


FORM = {"form.docx": form(), "form.html": "<table><tr><th>姓名</th><td>{{ 申报人.姓名 }}</td></tr></table>"}


def made(case: Case, library: Library, *formats: str, kind: str = "visit", state: str = FILLED) -> dict[str, bytes]:
    return {output.format: output.content for output in build(Request(case, kind, state), formats, library)}


class TestAddingADocument:
    EXPECTED = (
        "来访登记",
        "一、来访人",
        "（一）姓名。何堃，单位：库尔勒梨城云档信息技术有限公司。",
        "2022年7月起任数字化项目组组长",
        "库尔勒梨城云档信息技术有限公司",
        "2024年　　月　　日",
    )

    def test_a_folder_of_the_users_own_is_a_document_in_word_html_and_pdf(self, case, tmp_path):
        add_document(tmp_path, "visit", {"wording.md": WORDING})
        self.check(case, Library(tmp_path))

    def test_a_folder_among_the_packages_templates_is_one_too(self, case, tmp_path, monkeypatch):
        shutil.copytree(templates_folder() / "frames", tmp_path / "frames")
        add_document(tmp_path, "visit", {"wording.md": WORDING})
        monkeypatch.setattr(catalog, "templates_folder", lambda: tmp_path)
        assert Library().kinds == ["visit"]
        self.check(case, Library())

    def check(self, case: Case, library: Library) -> None:
        assert library.document("来访登记").kind == "visit"
        content = made(case, library, "docx", "html")
        assert paragraphs(content["docx"]) == list(self.EXPECTED)
        assert words("".join(self.EXPECTED)) in words("".join(_text_of_html(content["html"])))
        needs_pango()
        assert words("".join(self.EXPECTED)) in words(pdf_text(made(case, library, "pdf")["pdf"]))

    @pytest.mark.parametrize(
        ("state", "line"),
        [(MODEL_BLANK, "（一）姓名。××，单位：××××。"), (HAND_BLANK, f"（一）姓名。{SPACE * 4}，单位：{SPACE * 8}。")],
    )
    def test_it_has_its_blanks_too(self, case, tmp_path, state, line):
        add_document(tmp_path, "visit", {"wording.md": WORDING})
        content = made(Case(case.campaign), Library(tmp_path), "docx", state=state)
        assert paragraphs(content["docx"])[2] == line

    def test_a_form_is_added_in_the_same_way(self, case, tmp_path):
        add_document(tmp_path, "visit", FORM, 版式="form")
        library = Library(tmp_path)
        content = made(case, library, "docx", "html")
        assert [cell.text for cell in opened(content["docx"]).tables[0].rows[0].cells] == ["姓名", "何堃"]
        assert words("".join(_text_of_html(content["html"]))).endswith("姓名何堃")

    def test_a_document_with_a_frame_of_its_own(self, case, tmp_path):
        frame = Document()
        for text in ("甲乙丙馆专用笺", "{%p for 块 in 块组 %}", "{{ 块.文本 }}", "{%p endfor %}"):
            frame.add_paragraph(text)
        (tmp_path / "frames").mkdir()
        (tmp_path / "frames" / "笺.docx").write_bytes(saved(frame))
        (tmp_path / "frames" / "笺.html").write_text("<p>甲乙丙馆专用笺</p>", "utf-8")
        add_document(tmp_path, "visit", {"wording.md": "# 登记"}, 版式="笺")
        assert paragraphs(made(case, Library(tmp_path), "docx")["docx"]) == ["甲乙丙馆专用笺", "登记"]

    @pytest.mark.parametrize("format", ["docx", "html"])
    def test_a_frame_that_is_not_there_is_named(self, case, tmp_path, format):
        add_document(tmp_path, "visit", {"wording.md": "# 登记"}, 版式="没有")
        with pytest.raises((UsageError, TemplateError), match=rf"没有.*frames/没有\.{format}"):
            made(case, Library(tmp_path), format)


def _text_of_html(page: bytes) -> list[str]:
    from lxml import html

    return html.fromstring(page.decode("utf-8")).find("body").itertext()


class TestWhichTemplateWins:
    def test_the_users_file_before_the_packages_and_the_rest_from_the_package(self, case, tmp_path):
        wording = tmp_path / "documents" / "commitment_letter" / "wording.md"
        wording.parent.mkdir(parents=True)
        wording.write_text("# 我的承诺书", "utf-8")
        library = Library(tmp_path)
        assert library.find("documents/commitment_letter/wording.md") == wording
        assert library.find("frames/letter.docx") == templates_folder() / "frames" / "letter.docx"
        assert paragraphs(made(case, library, "docx", kind="commitment_letter")["docx"]) == ["我的承诺书"]
        assert library.own_sources("commitment_letter") == [wording]

    def test_a_clause_of_the_users_own_is_used_by_every_document_that_includes_it(self, case, tmp_path):
        clause = tmp_path / "clauses" / "附件号.md"
        clause.parent.mkdir()
        clause.write_text("::: 附件号\n内部文件\n:::\n\n", "utf-8")
        assert paragraphs(made(case, Library(tmp_path), "docx", kind="commitment_letter")["docx"])[0] == "内部文件"

    def test_what_was_considered_is_told_in_order(self, tmp_path):
        considered = list(Library(tmp_path).considered("frames/letter.docx"))
        assert considered == [
            (tmp_path / "frames" / "letter.docx", False),
            (templates_folder() / "frames" / "letter.docx", True),
        ]

    def test_without_a_folder_of_ones_own_there_are_no_own_templates(self):
        assert Library().own_sources("commitment_letter") == []

    def test_a_folder_that_is_not_there_is_the_users_mistake(self, tmp_path):
        with pytest.raises(UsageError, match="没有这个模板文件夹"):
            Library(tmp_path / "没有")

    def test_a_wording_that_notepad_saved_with_its_mark_works(self, case, tmp_path):
        add_document(
            tmp_path, "visit", {"wording.md": b"\xef\xbb\xbf# \xe7\x99\xbb\xe8\xae\xb0\r\n\r\n\xe7\x94\xb2\r\n"}
        )
        assert paragraphs(made(case, Library(tmp_path), "docx")["docx"]) == ["登记", "甲"]


class TestShippedDocuments:
    LIBRARY = Library()

    def test_the_documents_of_the_year_are_there(self):
        assert {document.name for document in self.LIBRARY.documents.values()} >= {
            "推荐单位公示",
            "推荐单位公示结果",
            "个人承诺书",
            "免除继续教育学习申请表",
            "申报人员花名册",
            "申报材料目录",
            "年度评审工作通知",
            "现实表现政治鉴定",
            "工作经历证明",
            "单位性质证明",
        }

    @pytest.mark.parametrize("kind", LIBRARY.kinds)
    def test_each_says_what_it_is_and_has_its_templates(self, kind):
        document = self.LIBRARY.document(kind)
        assert {"docx", "pdf", "html"} <= set(document.formats)
        assert document.about
        assert document.source
        assert document.handling
        assert [name for name in self.LIBRARY.sources(document) if self.LIBRARY.find(name) is None] == []

    @pytest.mark.parametrize("kind", LIBRARY.kinds)
    def test_each_is_found_by_folder_and_by_chinese_name(self, kind):
        document = self.LIBRARY.document(kind)
        assert self.LIBRARY.document(document.name) is document

    def test_no_two_have_the_same_name(self):
        names = [document.name for document in self.LIBRARY.documents.values()]
        assert len(set(names)) == len(names)

    def test_what_is_posted_in_public_is_public(self):
        public = {document.kind for document in self.LIBRARY.documents.values() if document.public}
        assert public == {"publicity_notice", "publicity_result"}

    def test_only_the_roster_is_a_workbook_too(self):
        assert [one.kind for one in self.LIBRARY.documents.values() if "xlsx" in one.formats] == ["roster"]


class TestBrokenDescriptions:
    @pytest.mark.parametrize(
        ("description", "said"),
        [
            ({"名称": None}, "“名称”没有写"),
            ({"名称": None, "来源": None}, "“名称”没有写；“来源”没有写"),
            ({"格试": "docx"}, "“格试”没有这一项"),
            ({"格式": "docx"}, "“格式”应是列表"),
            ({"格式": ["doc"]}, "“格式.0”只能写“docx”“pdf”“html”“xlsx”"),
            ({"数据": "申请人"}, "“数据”只能写“申报人”“名单”“年度评审”"),
            ({"公开": "公开"}, "“公开”只能写“是”或“否”"),
            ({"方向": "竖向"}, "“方向”只能写“横向”或“纵向”"),
            ({"字段": {"申报人.姓名": "要"}}, "“字段.申报人.姓名”只能写“必填”“可空”"),
            ({"字段": ["申报人.姓名"]}, "“字段”写法不对"),
            ({"前提": [{"条件": "1"}]}, "“前提.0.说明”没有写"),
            ({"locked": "规定表样"}, "“locked”没有这一项"),
            ({"版式": "../letter"}, "“版式”只写名称，例如 letter，不能带文件夹"),
            ({"版式": "frames/letter"}, "“版式”只写名称"),
            ({"版式": "frames\\letter"}, "“版式”只写名称"),
            ({"版式": ".."}, "“版式”只写名称"),
            ({"版式": ""}, "“版式”只写名称"),
        ],
    )
    def test_every_fault_is_named_with_the_file_and_in_chinese(self, tmp_path, description, said):
        place = add_document(tmp_path, "visit", {}, **description)
        with pytest.raises(TemplateError) as caught:
            Library(tmp_path).document("visit")
        assert str(caught.value).startswith(f"{place / 'document.yaml'}：{said}")

    @pytest.mark.parametrize(
        ("content", "line"),
        [
            ("名称: [甲\n说明: 乙\n", ":2"),
            ("名称: 甲\n  说明: 乙\n", ":2"),
            ("名称: 甲\n\t说明: 乙\n", ":2"),
            ("只是一句话", ""),
            ("- 甲\n- 乙", ""),
            ("", ""),
            (b"\xc3\xfb\xb3\xc6: x", ""),
        ],
    )
    def test_what_is_no_yaml_is_named_with_its_line(self, tmp_path, content, line):
        place = add_document(tmp_path, "visit", {"document.yaml": content})
        with pytest.raises(TemplateError, match="不是完好的 YAML 文件") as caught:
            Library(tmp_path).document("visit")
        assert str(caught.value).startswith(f"{place / 'document.yaml'}{line}：")

    def test_kind_is_no_key(self, tmp_path):
        place = add_document(tmp_path, "visit", {}) / "document.yaml"
        place.write_text("kind: visit\n", "utf-8")
        with pytest.raises(TemplateError, match="“kind”没有这一项"):
            Library(tmp_path).document("visit")

    def test_the_reminder_of_a_prescribed_form_has_its_chinese_name_only(self, tmp_path):
        add_document(tmp_path, "visit", {"wording.md": "甲"}, 不得改动="规定表样")
        assert Library(tmp_path).document("visit").locked == "规定表样"

    def test_two_documents_of_one_name_are_both_named(self, tmp_path):
        places = [add_document(tmp_path, kind, {"wording.md": "甲"}) / "document.yaml" for kind in ("visit", "visitor")]
        for ask in (lambda library: library.documents, lambda library: library.document("来访登记")):
            with pytest.raises(TemplateError) as caught:
                ask(Library(tmp_path))
            assert str(caught.value).startswith(f"{places[1]}：“名称”和 {places[0]} 的相同，都是“来访登记”")
        assert Library(tmp_path).document("visit").kind == "visit"

    def test_a_broken_document_does_not_stop_the_others(self, case, tmp_path):
        add_document(tmp_path, "visit", {"document.yaml": "名称: [甲"})
        assert made(case, Library(tmp_path), "docx", kind="commitment_letter")

    @pytest.mark.parametrize(
        "description", [{"字段": {"申报人.姓明": "必填"}}, {"适用": "申报人.姓名.字"}, {"字段": {"姓名": "必填"}}]
    )
    def test_a_value_that_the_data_has_not_is_the_descriptions_fault(self, case, tmp_path, description):
        place = add_document(tmp_path, "visit", {"wording.md": "甲"}, **description)
        with pytest.raises(FindingsError, match="数据中没有") as caught:
            made(case, Library(tmp_path), "docx")
        assert str(caught.value).startswith(str(place / "document.yaml"))

    def test_a_document_without_any_template_is_named(self, case, tmp_path):
        add_document(tmp_path, "visit", {})
        with pytest.raises(UsageError, match=r"没有 Word 模板 documents/visit/form\.docx"):
            made(case, Library(tmp_path), "docx")


def test_a_folder_may_have_a_chinese_name(case, tmp_path):
    add_document(tmp_path, "来访", {"wording.md": "甲"})
    assert paragraphs(made(case, Library(tmp_path), "docx", kind="来访")["docx"]) == ["甲"]
