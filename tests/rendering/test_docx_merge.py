"""Files made for Word's mail merge: their fields become tags that look alike, whatever runs Word has made of them."""

import io

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import RGBColor
from docx.text.paragraph import Paragraph
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import FindingsError
from generator.rendering.docx import WordTemplate
from generator.rendering.docx_merge_field import Instruction, Unfilled
from generator.rendering.environment import FILLED
from tests.support import BODY, libreoffice, member, paragraphs, saved, schema_errors, with_member, word_template, xml

VALUES = {"状态": FILLED, "申报人": {"姓名": "张三", "出生年月": "1985年8月", "备注": ""}}
SETTINGS, LINKS, RECIPIENTS = "word/settings.xml", "word/_rels/settings.xml.rels", "word/recipientData.xml"


def read(name: str) -> str:
    """A reader of names that knows what the values above hold."""
    if name not in VALUES["申报人"]:
        raise Unfilled(f"没有“{name}”", "请改正")
    return f"申报人.{name}"


def merged(template: bytes) -> bytes:
    return WordTemplate(template, "试.docx", names=read).render(VALUES)


def refusal(template: bytes) -> str:
    with pytest.raises(FindingsError) as caught:
        WordTemplate(template, "试.docx", names=read)
    return str(caught.value)


def mark(kind: str):
    element = OxmlElement("w:fldChar")
    element.set(qn("w:fldCharType"), kind)
    return element


def instruction(text: str):
    element = OxmlElement("w:instrText")
    element.text = text
    element.set(qn("xml:space"), "preserve")
    return element


def put_field(paragraph: Paragraph, *pieces: str, result: str = "«……»") -> None:
    """A field whose instruction stands in as many runs as there are pieces."""
    for content in (mark("begin"), *map(instruction, pieces), mark("separate")):
        paragraph.add_run()._r.append(content)
    if result:
        paragraph.add_run(result).font.color.rgb = RGBColor(255, 0, 0)
    paragraph.add_run()._r.append(mark("end"))


def with_field(*pieces: str, result: str = "«……»") -> bytes:
    return word_template(change=lambda document: put_field(document.add_paragraph("我是"), *pieces, result=result))


def simple_field(document, text: str) -> None:
    """Word writes such a field as one element."""
    run = "<w:r><w:rPr><w:b/></w:rPr><w:t>«…»</w:t></w:r>"
    xml = f"<w:fldSimple {nsdecls('w')} w:instr=' {text} '>{run}</w:fldSimple>"
    document.add_paragraph("我是")._p.append(parse_xml(xml))


class TestInstructions:
    """The text of a field."""

    @pytest.mark.parametrize(
        ("text", "tag"),
        [
            (" MERGEFIELD 姓名 ", "{{ 申报人.姓名 }}"),
            ('mergefield "姓名" \\* MERGEFORMAT', "{{ 申报人.姓名 }}"),
            ("MERGEFIELD “姓名” \\* CHARFORMAT \\m", "{{ 申报人.姓名 }}"),
            (
                'MERGEFIELD 出生年月 \\@ "yyyy年M月d日" \\* MERGEFORMAT',
                "{{ 申报人.出生年月|日期格式('yyyy年M月d日') }}",
            ),
            ("MERGEFIELD 出生年月 \\@ yyyy.MM", "{{ 申报人.出生年月|日期格式('yyyy.MM') }}"),
            ("MERGEFIELD 姓名 \\* Upper", "{{ 申报人.姓名|upper }}"),
            ('MERGEFIELD 备注 \\b "（" \\f "）"', "{% if 申报人.备注 %}（{{ 申报人.备注 }}）{% endif %}"),
        ],
    )
    def test_a_field_with_switches_becomes_a_tag(self, text, tag):
        assert Instruction.of(text).tag(read) == tag

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("MERGEFIELD 姓名 \\# 0.00", "\\# 0.00"),
            ("MERGEFIELD 姓名 \\* Caps", "\\* Caps"),
            ("MERGEFIELD 姓名 \\z", "\\z"),
            ('MERGEFIELD 姓名 \\@ "{{ x }}"', "不支持"),
            ('MERGEFIELD 姓名 \\b "{% x %}"', "大括号"),
            ("MERGEFIELD", "没有写名称"),
            ("MERGEFIELD 性名", "没有“性名”"),
        ],
    )
    def test_what_cannot_be_done_is_told(self, text, words):
        with pytest.raises(Unfilled) as caught:
            Instruction.of(text).tag(read)
        assert words in caught.value.message

    @given(st.text(max_size=60))
    def test_any_text_is_an_instruction_or_none(self, text):
        assert isinstance(Instruction.of(text), Instruction)

    @given(st.sampled_from(["姓名", "出生年月"]), st.text("ab姓名{}%'\"\\ @*", max_size=30))
    def test_no_switch_can_smuggle_a_tag_in(self, name, rest):
        try:
            tag = Instruction.of(f"MERGEFIELD {name} {rest}").tag(read)
        except Unfilled:
            return
        inner = tag.replace(f"申报人.{name}", "")
        assert inner.count("{{") <= 1
        assert "{%" not in inner.removeprefix("{% if  %}").removesuffix("{% endif %}")

    @given(st.text("姓名单位 -_.（）", min_size=1, max_size=20).filter(str.strip))
    def test_a_name_in_quotes_is_read_whole(self, name):
        assert Instruction.of(f' MERGEFIELD "{name}" \\* MERGEFORMAT ').name == name.strip()


class TestFields:
    """The fields of a file."""

    @pytest.mark.parametrize(
        "pieces",
        [
            (" MERGEFIELD 姓名 \\* MERGEFORMAT ",),
            (" MERGE", "FIELD 姓", "名 "),
            (' MERGEFIELD "姓名"', " \\* MERGEFORMAT "),
        ],
    )
    def test_a_field_is_filled_however_its_runs_are_split(self, pieces):
        assert paragraphs(merged(with_field(*pieces)))[-1] == "我是张三"

    def test_a_field_without_a_result_is_filled(self):
        assert paragraphs(merged(with_field(" MERGEFIELD 姓名 ", result="")))[-1] == "我是张三"

    def test_what_is_filled_in_looks_as_the_field_did(self):
        made = docx.Document(io.BytesIO(merged(with_field(" MERGEFIELD 姓名 "))))
        [run] = [run for run in made.paragraphs[-1].runs if run.text == "张三"]
        assert run.font.color.rgb == RGBColor(255, 0, 0)

    def test_a_field_of_one_element_is_filled_in_its_look(self):
        made = merged(word_template(change=lambda document: simple_field(document, "MERGEFIELD 姓名 \\* MERGEFORMAT")))
        assert paragraphs(made)[-1] == "我是张三"
        assert docx.Document(io.BytesIO(made)).paragraphs[-1].runs[-1].bold

    def test_fields_in_tables_headers_and_side_by_side_are_filled(self):
        def change(document):
            put_field(document.add_table(1, 1).cell(0, 0).paragraphs[0], " MERGEFIELD 姓名 ")
            put_field(document.sections[0].header.paragraphs[0], " MERGEFIELD 姓名 ")
            both = document.add_paragraph()
            put_field(both, " MERGEFIELD 姓名 ")
            put_field(both, ' MERGEFIELD 出生年月 \\@ "yyyy.MM" ')

        made = merged(word_template(change=change))
        assert {"张三", "张三1985.08"} <= set(paragraphs(made))
        assert docx.Document(io.BytesIO(made)).sections[0].header.paragraphs[0].text == "张三"

    def test_names_typed_in_their_marks_are_filled_though_word_has_split_them(self):
        def change(document):
            paragraph = document.add_paragraph("我是«姓")
            paragraph.add_run("名»，").bold = True
            paragraph.add_run("«出生年月»生")

        assert paragraphs(merged(word_template(change=change)))[-1] == "我是张三，1985年8月生"

    def test_uighur_in_the_same_marks_stays_as_it_is(self):
        assert paragraphs(merged(word_template("«ئارخىپ» «姓名»")))[-1] == "«ئارخىپ» 张三"

    def test_other_fields_stay_as_they_are(self):
        def change(document):
            put_field(document.add_paragraph(), " PAGE ", result="1")
            put_field(document.add_paragraph(), ' DATE \\@ "yyyy" ', result="2024")
            document.add_paragraph("«姓名»")

        made = merged(word_template(change=change))
        texts = [node.text for node in xml(made).iter(qn("w:instrText"))]
        assert texts == [" PAGE ", ' DATE \\@ "yyyy" ']

    def test_a_deleted_field_is_none(self):
        def change(document):
            paragraph = document.add_paragraph("我是«姓名»")
            put_field(paragraph, " MERGEFIELD 性名 ")
            deleted = OxmlElement("w:del")
            for run in paragraph._p.r_lst[1:]:
                for node in run.iter(qn("w:instrText"), qn("w:t")):
                    node.tag = qn("w:delInstrText") if node.tag == qn("w:instrText") else qn("w:delText")
                deleted.append(run)
            paragraph._p.append(deleted)

        assert paragraphs(merged(word_template(change=change)))[-1] == "我是张三"

    def test_the_file_is_sound_word(self):
        assert schema_errors(merged(with_field(" MERGEFIELD 姓名 "))) == []

    def test_a_template_that_libreoffice_made_is_filled(self, tmp_path):
        source = 'text:database-name="名单" text:table-name="名单" text:table-type="table"'
        field = f'<text:database-display {source} text:column-name="姓名">«姓名»</text:database-display>'
        content = f"""<?xml version="1.0" encoding="UTF-8"?><office:document
            xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"
            office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>
            <text:p>我是{field}。</text:p></office:text></office:body></office:document>"""
        template = libreoffice(content.encode(), "fodt", "docx", tmp_path)
        assert b"MERGEFIELD" in member(template)
        assert paragraphs(merged(template)) == ["我是张三。"]


class TestFaults:
    """What cannot be filled is told with its paragraph, everything at once."""

    def test_every_wrong_name_is_told_with_its_paragraph(self):
        message = refusal(word_template("甲", "«性名»", "乙", "«姓氏»"))
        assert "试.docx 第2段（“«性名»”）：没有“性名”" in message
        assert "试.docx 第4段（“«姓氏»”）：没有“姓氏”" in message

    @pytest.mark.parametrize("kind", ["NEXT", "NEXTIF 1 = 1", "SKIPIF 1 = 1", "MERGEREC", "ASK x y", "ADDRESSBLOCK"])
    def test_the_other_fields_of_mail_merge_are_refused(self, kind):
        message = refusal(with_field(f" {kind} "))
        assert f"不支持“{kind.split()[0]}”域" in message
        assert "请在 Word 里删去这个域" in message

    def test_a_field_within_a_condition_is_refused_with_what_to_write(self):
        def change(document):
            paragraph = document.add_paragraph()
            for content in (mark("begin"), instruction(" IF ")):
                paragraph.add_run()._r.append(content)
            put_field(paragraph, " MERGEFIELD 姓名 ")
            for content in (instruction(' = "张三" "甲" "乙" '), mark("separate")):
                paragraph.add_run()._r.append(content)
            paragraph.add_run("甲")
            paragraph.add_run()._r.append(mark("end"))

        message = refusal(word_template(change=change))
        assert "“IF”域里有合并域" in message
        assert "{% if 申报人.性别" in message

    def test_a_field_without_an_end_is_refused(self):
        def change(document):
            paragraph = document.add_paragraph()
            for content in (mark("begin"), instruction(" MERGEFIELD 姓名 ")):
                paragraph.add_run()._r.append(content)

        assert "没有结束的域" in refusal(word_template(change=change))

    def test_a_field_over_two_paragraphs_is_refused(self):
        def change(document):
            for content in (mark("begin"), instruction(" MERGEFIELD 姓名 ")):
                document.paragraphs[-1].add_run()._r.append(content)
            document.add_paragraph().add_run()._r.append(mark("end"))

        assert "跨了段" in refusal(word_template("甲", change=change))

    def test_without_names_fields_are_refused_as_ever(self):
        with pytest.raises(FindingsError, match="不支持邮件合并域“姓名”"):
            WordTemplate(with_field(" MERGEFIELD 姓名 "), "试.docx")


class TestTheDataSource:
    """The workbook on an office's computer that a file names."""

    MERGING = (
        '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="native"/>'
        '<w:connectString w:val="Data Source=D:\\office\\list.xlsx"/><w:dataSource r:id="rId77"/>'
        '<w:odso><w:recipientData r:id="rId78"/></w:odso></w:mailMerge>'
    )

    @pytest.fixture
    def template(self) -> bytes:
        template = word_template("我是«姓名»")
        settings = member(template, SETTINGS).decode()
        head, tag, rest = settings.partition("<w:zoom")
        relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        links = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId77" Type="{relations}/mailMergeSource" Target="file:///D:\\office\\list.xlsx"'
            ' TargetMode="External"/>'
            f'<Relationship Id="rId78" Type="{relations}/recipientData" Target="recipientData.xml"/></Relationships>'
        )
        types = member(template, "[Content_Types].xml").decode()
        override = f'<Override PartName="/{RECIPIENTS}" ContentType="application/x"/></Types>'
        template = with_member(template, SETTINGS, (head + self.MERGING + tag + rest).encode())
        template = with_member(template, LINKS, links.encode())
        template = with_member(template, RECIPIENTS, b"<w:recipients/>")
        return with_member(template, "[Content_Types].xml", types.replace("</Types>", override).encode())

    def test_it_is_gone_with_everything_that_leads_to_it(self, template):
        made = merged(template)
        assert paragraphs(made)[-1] == "我是张三"
        for part in (SETTINGS, LINKS, "[Content_Types].xml", BODY):
            assert b"list.xlsx" not in member(made, part)
            assert b"ecipient" not in member(made, part)
        assert xml(made, SETTINGS).find(qn("w:mailMerge")) is None
        with pytest.raises(KeyError):
            member(made, RECIPIENTS)

    def test_all_other_settings_stay(self, template):
        before, after = xml(template, SETTINGS), xml(merged(template), SETTINGS)
        assert [child.tag for child in before if child.tag != qn("w:mailMerge")] == [child.tag for child in after]

    def test_a_file_that_names_none_keeps_its_settings_to_the_byte(self):
        template = saved(docx.Document(io.BytesIO(word_template("我是«姓名»"))))
        assert member(merged(template), SETTINGS) == member(template, SETTINGS)
