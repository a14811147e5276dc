"""No public paper leaves the pipeline that shows what the campaign's choice does not allow."""

from pathlib import Path

import pytest

from generator.jobs import run
from generator.rendering.searchable import searchable_text
from generator.resources import data_folder
from tests.files import CAMPAIGN
from tests.support import needs_pango, pdf_text, with_member, word_template, words, zip_of

SAMPLE = data_folder() / "applicants" / "liu-jianjiang.yaml"
NUMBER, PHONE = "99010619841201613X", "19900000106"


def written(folder: Path, old: str = "", new: str = "") -> Path:
    """The sample applicant, with other words in the one place that has `old`."""
    text = SAMPLE.read_text("utf-8")
    assert text.count(old) == 1 or not old
    path = folder / "applicants" / "刘.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace(old, new) if old else text, "utf-8")
    return path


def choosing(folder: Path, choice: str) -> Path:
    text = CAMPAIGN.read_text("utf-8")
    assert text.count("身份证号显示: 隐去中间8位") == 1
    path = folder / "campaigns" / "年.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace("身份证号显示: 隐去中间8位", f"身份证号显示: {choice}"), "utf-8")
    return path


def made(root: Path, path: Path, *, only=("publicity_notice",), formats=("docx",), **options):
    return run([path], root=root, formats=formats, only=only, **options)


@pytest.mark.parametrize("format", ["docx", "html", "pdf"])
@pytest.mark.parametrize(
    ("added", "rule"),
    [
        (f"（{PHONE}）", "privacy-phone"),
        (f"（{NUMBER}）", "privacy-id"),
        ("（1984年12月1日生）", "privacy-birth-date"),
        ("（1984年12月生）", "privacy-birth-month"),
    ],
)
def test_what_free_text_lets_slip_stops_the_notice_at_its_line(data, root, format, added, rule):
    if format == "pdf":
        needs_pango()
    path = written(data, "任第二检查组组长", f"任第二检查组组长{added}")
    report = made(root, path, formats=(format,))
    assert report.paths == []
    assert [path for path in root.rglob("*") if path.is_file()] == []
    [finding] = [one for one in report.findings if one.rule == rule]
    line = path.read_text("utf-8").splitlines()[finding.place.line - 1]
    assert (finding.level, finding.place.file, added in line) == ("error", str(path), True)
    assert "个人信息保护法" in finding.basis


def test_papers_for_the_file_are_made_all_the_same(data, root):
    path = written(data, "任第二检查组组长", f"任第二检查组组长（{PHONE}）")
    report = made(root, path, only=("publicity_notice", "commitment_letter"))
    assert [path.name for path in report.paths] == ["刘建疆_个人承诺书.docx"]


@pytest.mark.parametrize(
    ("choice", "shown"),
    [("全号", NUMBER), ("隐去中间8位", "990106********613X"), ("不印", "政治面貌中共党员，现任")],
)
def test_each_choice_of_the_campaign_passes_with_its_own_form(data, root, choice, shown):
    needs_pango()
    report = made(root, written(data), campaign=choosing(data, choice), formats=("docx", "pdf"))
    assert [finding for finding in report.findings if finding.level == "error"] == []
    text = words(pdf_text(report.paths[1].read_bytes()))
    assert shown in text
    assert NUMBER not in text or choice == "全号"


@pytest.mark.parametrize("choice", ["隐去中间8位", "不印"])
def test_another_choice_stops_the_number_written_by_hand(data, root, choice):
    path = written(data, "任第二检查组组长", f"任第二检查组组长（{NUMBER}）")
    assert made(root, path, campaign=choosing(data, choice)).paths == []


def test_a_users_own_public_template_is_searched_in_every_part(data, root, tmp_path):
    template = tmp_path / "公示.docx"
    package = word_template("{{ 申报人.姓名 }}")
    footer = (
        '<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>1990000</w:t></w:r>'
        "<w:r><w:t>0106</w:t></w:r></w:p></w:ftr>"
    )
    template.write_bytes(with_member(package, "word/footer9.xml", footer.encode("utf-8")))
    report = made(root, written(data), only=(), own=[template], public=True)
    assert report.paths == []
    [finding] = [one for one in report.findings if one.rule == "privacy-phone"]
    assert finding.place.file in {"公示.docx", str(written(data))}
    assert made(root, written(data), only=(), own=[template]).paths != []


class TestSearchableText:
    def test_a_number_split_over_runs_is_one_word(self):
        xml = "<w:p><w:r><w:t>990106</w:t></w:r><w:r><w:t>19841201613X</w:t></w:r></w:p>"
        assert NUMBER in searchable_text(zip_of(**{"word/document.xml": xml}))

    def test_a_row_is_a_line_and_a_cell_a_word(self):
        cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
        row = "<w:tr>" + cell.format("张三") + cell.format("1") + "</w:tr>"
        text = searchable_text(zip_of(**{"word/document.xml": f"<w:tbl>{row}{row}</w:tbl>"}))
        assert [line.split() for line in text.splitlines() if line.strip()] == [["张三", "1"], ["张三", "1"]]

    def test_properties_notes_and_the_targets_of_links_are_searched(self):
        package = zip_of(
            **{
                "word/document.xml": '<w:p><w:r><wp:docPr id="1" descr="照片说明"/></w:r></w:p>',
                "docProps/core.xml": "<dc:description>备注文字</dc:description>",
                "word/comments.xml": "<w:p><w:r><w:t>批注文字</w:t></w:r></w:p>",
                "word/_rels/document.xml.rels": '<Relationship Target="http://例.cn/13900000000"/>',
            }
        )
        text = searchable_text(package)
        assert all(part in text for part in ("照片说明", "备注文字", "批注文字", "13900000000"))

    def test_a_page_is_searched_without_its_styles(self):
        page = "<style>p{}</style><p>甲<b>乙</b>&amp;</p><table><tr><td>丙</td>\n<td>丁</td></tr></table>"
        assert [line.split() for line in searchable_text(page).splitlines() if line.strip()] == [
            ["甲乙&"],
            ["丙", "丁"],
        ]
