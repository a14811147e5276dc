"""`zhicheng import` as its user meets it: what is printed where, which file is written, and which never is."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.importing import notice
from generator.loading.load import load_case
from tests.importing.tools import BODY, OWN, TITLE, data_of
from tests.support import saved


@pytest.fixture
def text(tmp_path):
    """Writes a text file of these lines."""

    def text(*lines: str, name: str = "通知.txt") -> Path:
        (tmp_path / name).write_text("\n\n".join(lines), "utf-8")
        return Path(name)

    return text


class TestWhatItSays:
    def test_the_file_on_stdout_the_rest_beside(self, run):
        done = run("import", OWN / "joint_notice.txt", "-o", "新.yaml")
        assert (done.code, done.out) == (0, "新.yaml\n")
        assert "认出：标题、发文机关标志、发文字号、主送、小标题4个、" in done.err
        assert "附件2个。" in done.err
        assert "事实：年度3、日期1、期间2、金额2、期限4、电话3、文号2，" in done.err
        assert "原文787字（不计空白），保留787字。" in done.err
        assert "zhicheng build 新.yaml" in done.err

    def test_quietly_only_the_file(self, run):
        assert run("import", OWN / "no_frame.txt", "-o", "新.yaml", "-q") == (0, "新.yaml\n", "")

    def test_what_is_unsure_with_its_line(self, run, text):
        done = run("import", text("今年的评审", BODY), "-o", "新.yaml")
        assert "核对待确认的1处" in done.err
        [line] = [line for line in done.err.splitlines() if line.startswith("提示")]
        number = int(line.split(":")[1].split("：")[0])
        assert "# 待确认" in Path("新.yaml").read_text("utf-8").splitlines()[number - 1]

    def test_what_was_left_as_text(self, run, text):
        done = run("import", text(TITLE, BODY, "1960年1月1日以前出生的。"), "-o", "新.yaml")
        assert "没有把握、仍作文字的有：1960年1月1日" in done.err

    def test_what_the_document_prints_besides(self, run, text):
        done = run("import", text(TITLE, BODY, "某某局", "2024年9月4日", "抄送：甲局"), "-o", "新.yaml")
        assert "原文没有而要印的：“月4日抄送：甲局”后面多了“。”。" in done.err

    def test_what_reading_left_out(self, run, text):
        done = run(
            "import",
            text(TITLE, BODY, "—1—", "一、范围", "全州人员。", "—2—", "二、时间", "另行通知。"),
            "-o",
            "新.yaml",
        )
        assert "略去页码2处：“—1—”、“—2—”" in done.err
        assert "# 读取时：略去页码2处" in Path("新.yaml").read_text("utf-8")

    def test_the_file_can_be_checked_and_built_at_once(self, run):
        run("import", OWN / "joint_notice.txt", "-o", "新.yaml")
        assert run("check", "新.yaml").code == 0
        done = run("build", "新.yaml", "--format", "docx")
        assert (done.code, len(done.out.splitlines())) == (0, 3)


class TestWhereItWrites:
    def test_an_existing_file_is_not_overwritten(self, run, text):
        Path("新.yaml").write_text("我的", "utf-8")
        done = run("import", text(TITLE, BODY), "-o", "新.yaml")
        assert done.code == 2
        assert "已有这个文件" in done.err
        assert Path("新.yaml").read_text("utf-8") == "我的"
        assert run("import", "通知.txt", "-o", "新.yaml", "--force").code == 0
        assert data_of(Path("新.yaml").read_text("utf-8"))["类型"] == "公文"

    def test_the_notice_itself_never_is(self, run, text):
        source = text(TITLE, BODY, name="通知.yaml")
        assert "这就是原来的文件" in run("import", source, "-o", source, "--force").err

    def test_only_a_data_file_can_be_written(self, run, text):
        done = run("import", text(TITLE, BODY), "-o", "新.docx")
        assert (done.code, Path("新.docx").exists()) == (2, False)
        assert "请以 .yaml 结尾" in done.err

    def test_the_head_names_the_notice_without_its_folder(self, run, text, tmp_path):
        (tmp_path / "别处").mkdir()
        source = text(TITLE, BODY).rename(tmp_path / "别处" / "通知.txt")
        run("import", source, "-o", "新.yaml")
        assert "别处" not in Path("新.yaml").read_text("utf-8")


class TestBadInput:
    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("空.txt", b""),
            ("空白.txt", "  \n\u3000\n".encode()),
            ("坏.docx", b"PK\x03\x04 broken"),
            ("坏.pdf", b"%PDF-1.4 broken"),
            ("旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512),
            ("乱.txt", bytes(range(256)) * 8),
        ],
    )
    def test_the_message_says_what_to_do_and_nothing_is_written(self, run, name, content):
        Path(name).write_bytes(content)
        done = run("import", name, "-o", "新.yaml")
        assert (done.code, done.out, Path("新.yaml").exists()) == (2, "", False)
        assert done.err.startswith(f"错误：{name}：")
        assert "请" in done.err
        assert "Traceback" not in done.err

    def test_a_word_file_without_words(self, run):
        import docx

        Path("空.docx").write_bytes(saved(docx.Document()))
        done = run("import", "空.docx", "-o", "新.yaml")
        assert done.code == 2
        assert "没有" in done.err

    def test_a_file_that_is_not_there(self, run):
        assert run("import", "没有.docx", "-o", "新.yaml").code == 2

    def test_control_characters_are_left_out_and_told(self, run):
        Path("通知.txt").write_bytes(f"{TITLE}\n\n甲\x01乙\ufdd0丙。\n".encode())
        done = run("import", "通知.txt", "-o", "新.yaml")
        assert done.code == 0
        assert "甲乙丙。" in Path("新.yaml").read_text("utf-8")
        assert "控制字符" in done.err


class TestWhenSomethingIsLost:
    def test_what_cannot_be_told_in_parts_is_written_as_plain_text(self, run, text, monkeypatch):
        honest = notice.compose
        monkeypatch.setattr(notice, "compose", lambda *given: _without(honest(*given), "逾期"))
        done = run("import", text(TITLE, "{{ 甲 }}逾期**不予**受理。", "1. 乙"), "-o", "新.yaml")
        assert done.code == 0
        assert "全文照录在正文里" in done.err
        document = load_case(Path("新.yaml")).case.document
        assert "逾期" in document.body
        assert run("build", "新.yaml", "--format", "docx").code == 0

    def test_words_that_the_notice_does_not_have_are_not_printed_either(self, run, text, monkeypatch):
        honest = notice.compose
        monkeypatch.setattr(notice, "compose", lambda *given: _with(honest(*given), "逾期不予受理"))
        assert run("import", text(TITLE, "逾期不予受理。", "甲。"), "-o", "新.yaml").code == 0
        document = load_case(Path("新.yaml")).case.document
        assert document.body.count("受理") == 1
        assert document.title == TITLE.replace("2024", "{{ 事实.年度.申报年度 }}")

    def test_a_file_that_lacks_words_is_written_beside_and_refused(self, run, text, monkeypatch):
        honest = notice.text_of_blocks
        monkeypatch.setattr(notice, "text_of_blocks", lambda blocks: honest(blocks).replace("逾期", ""))
        done = run("import", text(TITLE, "逾期不予受理。"), "-o", "新.yaml")
        assert (done.code, done.out) == (1, "")
        assert "导入后文字不全" in done.err
        assert "缺“逾期”" in done.err
        assert not Path("新.yaml").exists()
        assert Path("新（缺字）.yaml").read_text("utf-8").startswith("# 导入后文字不全：")


def _with(composed, words: str):
    return replace(composed, text=composed.text.replace(words, f"{words}{words}"))


def _without(composed, word: str):
    return replace(composed, text=composed.text.replace(word, ""))
