"""Official documents of an office's own: which kind is made, where it goes, what it brings, and drafts."""

import re
from pathlib import Path

import pytest
from docx import Document

from generator.catalog import Library
from generator.checking import check
from generator.errors import UsageError
from generator.jobs import run
from tests.documents.reading import docx_text, html_text

NOTICE = """\
类型: 公文
标题: 关于做好职称评审工作的通知
主送: [各单位]
正文: |
  有关事项通知如下：

  ## 时间安排
附件:
  - 名称: 名额分配表
    正文: |
      # 名额分配表

      甲局三名。
  - 名称: 已印发的办法
署名: [示例市甲局, 示例市乙局]
成文日期: 2024-9-1
抄送: [示例市丙局]
印发: {机关: 示例市甲局办公室, 日期: 2024-9-2}
"""


@pytest.fixture
def root(tmp_path):
    return tmp_path / "output"


@pytest.fixture
def write(tmp_path):
    def write(text: str, name: str = "通知.yaml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    return write


def made(root: Path, *paths: Path, formats: tuple[str, ...] = ("docx",)) -> list[str]:
    report = run(paths, root=root, formats=formats)
    assert [finding.message for finding in report.findings if finding.level == "error"] == []
    return [str(path.relative_to(root)) for path in report.paths]


def test_it_goes_to_a_folder_named_after_its_file_with_its_own_attachments(write, root):
    assert made(root, write(NOTICE)) == [
        "通知/关于做好职称评审工作的通知.docx",
        "通知/附件1 名额分配表.docx",
    ]


def test_files_of_one_name_in_two_folders_are_kept_apart(write, root):
    one, other = write(NOTICE, "甲/通知.yaml"), write(NOTICE, "乙/通知.yaml")
    assert len({Path(path).parent for path in made(root, one, other)}) == 2


@pytest.mark.parametrize(("genre", "kind"), [("通知", "公文"), ("方案", "实施方案"), ("函", "公文")])
def test_the_genre_chooses_the_kind(write, root, genre, kind):
    path = write(f"公文种类: {genre}\n{NOTICE}")
    assert len([name for name in made(root, path) if "职称评审" in name]) == 1
    assert Library().of_genre(genre).name == kind


def test_the_attachments_and_then_the_imprint_follow_the_document(write, root):
    made(root, write(NOTICE), formats=("html",))
    text = re.sub(r"\s", "", html_text(next(root.rglob("*.html")).read_bytes()))
    parts = ["各单位：", "一、时间安排", "附件：1.名额分配表2.已印发的办法", "2024年9月1日", "附件1", "甲局三名。"]
    parts += ["抄送：示例市丙局。", "2024年9月2日印发"]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert text.count("抄送") == 1


def test_without_attachments_the_imprint_stands_in_the_document_itself(write, root):
    made(root, write(re.sub("附件:.*(?=署名)", "", NOTICE, flags=re.DOTALL)))
    text = docx_text(next(root.rglob("*.docx")).read_bytes())
    assert "抄送：示例市丙局。" in text


def test_blanks_are_made_of_campaigns_only(write, root):
    with pytest.raises(UsageError, match="不能生成所要的文件"):
        run([write(NOTICE)], root=root, formats=["docx"], state="模板")


def headers(path: Path) -> str:
    """The text of a Word file's page headers."""
    sections = Document(path).sections
    return "".join(paragraph.text for section in sections for paragraph in section.header.paragraphs)


class TestDrafts:
    MARKED = NOTICE.replace("2024-9-1\n", "2024-9-1   # 待确认：原为2023-9-1\n")

    def test_what_is_made_of_unconfirmed_values_says_so_on_every_page(self, write, root):
        report = run([write(self.MARKED)], root=root, formats=["docx", "html"])
        for path in report.paths:
            shown = headers(path) if path.suffix == ".docx" else html_text(path.read_bytes())
            assert "草稿" in shown, path.name

    def test_building_says_how_many_are_left_and_where(self, write, root):
        path = write(self.MARKED)
        (hint,) = run([path], root=root, formats=["html"]).findings
        line = self.MARKED.splitlines().index("成文日期: 2024-9-1   # 待确认：原为2023-9-1") + 1
        assert str(hint).startswith(f"{path}：有1处待确认（第{line}行）")
        assert hint.level == "hint"

    def test_checking_lists_each_with_its_note(self, write):
        (hint,) = [one for one in check([write(self.MARKED)], None).findings if one.rule == "unconfirmed"]
        assert (hint.level, hint.message) == ("hint", "原为2023-9-1")

    def test_without_marks_nothing_is_a_draft(self, write, root):
        report = run([write(NOTICE)], root=root, formats=["html"])
        assert report.findings == []
        assert "草稿" not in html_text(report.paths[0].read_bytes())
