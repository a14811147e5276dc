"""The package around a Word document: unchanged but for what has tags, the same bytes each time, damage refused."""

import base64
import io
import os
import struct
import subprocess
import sys
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import FindingsError, UsageError
from generator.rendering.docx import WordTemplate, render_docx
from generator.rendering.environment import FILLED
from tests.rendering.word import DOCUMENT, minimal, rendered
from tests.support import BODY, CHECKOUT, member, paragraphs, with_member, word_template, xml, zip_of

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
WHOLE = minimal("<w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p>")


def packed(package: bytes, info: zipfile.ZipInfo) -> bytes:
    """A member's compressed bytes."""
    name_length, extra_length = struct.unpack_from("<2H", package, info.header_offset + 26)
    start = info.header_offset + 30 + name_length + extra_length
    return package[start : start + info.compress_size]


class TestThePackage:
    def test_what_has_no_tag_keeps_its_compressed_bytes(self):
        template = word_template("{{ x }}")
        made = rendered(template, x="甲")
        with zipfile.ZipFile(io.BytesIO(template)) as before, zipfile.ZipFile(io.BytesIO(made)) as after:
            assert after.testzip() is None
            assert after.namelist() == [*(name for name in before.namelist() if name != BODY), BODY]
            for new in after.infolist():
                if new.filename != BODY:
                    assert packed(made, new) == packed(template, before.getinfo(new.filename))
                assert new.date_time == (1980, 1, 1, 0, 0, 0)

    def test_the_same_values_give_the_same_bytes_in_any_process(self, tmp_path):
        path = tmp_path / "试.docx"
        path.write_bytes(word_template("{{ x }}", "{%p for y in ys %}", "{{ y }}", "{%p endfor %}"))
        program = (
            "import sys, pathlib, hashlib; from generator.rendering.docx import render_docx;"
            f"made = render_docx(pathlib.Path({str(path)!r}), {{'状态': '填写', 'x': '甲', 'ys': ['乙', '丙']}});"
            "print(hashlib.sha256(made).hexdigest())"
        )
        digests = {
            subprocess.run(
                [sys.executable, "-c", program],
                env={**os.environ, "PYTHONPATH": str(CHECKOUT), "PYTHONHASHSEED": seed},
                capture_output=True,
                text=True,
                check=True,
            ).stdout
            for seed in ("1", "2")
        }
        assert len(digests) == 1

    def test_a_template_changed_on_disk_is_read_again(self, tmp_path):
        path = tmp_path / "试.docx"
        path.write_bytes(word_template("旧{{ x }}"))
        assert paragraphs(render_docx(path, {"状态": FILLED, "x": "甲"})) == ["旧甲"]
        path.write_bytes(word_template("新的{{ x }}"))
        assert paragraphs(render_docx(path, {"状态": FILLED, "x": "甲"})) == ["新的甲"]

    def test_rendering_twice_leaves_nothing_of_the_first(self):
        template = WordTemplate(word_template("{{ x }}"), "试.docx")
        template.render({"状态": FILLED, "x": "甲"})
        assert paragraphs(template.render({"状态": FILLED, "x": "乙"})) == ["乙"]

    def test_a_dotx_becomes_a_document(self):
        template = word_template("{{ x }}")
        types = member(template, "[Content_Types].xml").replace(b"document.main+xml", b"template.main+xml")
        made = rendered(with_member(template, "[Content_Types].xml", types), x="甲")
        assert paragraphs(made) == ["甲"]

    def test_drawing_ids_stay_unique_in_loops(self):
        def change(document):
            document.add_paragraph("{%p for x in xs %}")
            document.add_picture(io.BytesIO(PICTURE))
            document.add_picture(io.BytesIO(PICTURE))
            document.add_paragraph("{%p endfor %}")

        made = rendered(word_template(change=change), xs=[1, 2, 3])
        assert [node.get("id") for node in xml(made).iter("{*}docPr")] == ["1", "2", "3", "4", "5", "6"]

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"", "不是完好的 Word/Excel 文件"),
            (b"PK\x03\x04" + b"\0" * 100, "不是完好的 Word/Excel 文件"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "不是完好的 Word/Excel 文件"),
            (b"plain text", "不是完好的 Word/Excel 文件"),
            (zip_of(a="b"), "不是 Word 的 .docx 文件"),
            (zip_of(word__document_xml=DOCUMENT.format("{{ x }}")), "不是 Word 的 .docx 文件"),
            (zip_of(word__document_xml="<w:p>{{ x }}", **{"[Content_Types]_xml": "<Types/>"}), "已损坏"),
            (zip_of(word__document_xml=b"\xff\xfe\0", **{"[Content_Types]_xml": "<Types/>"}), "已损坏"),
        ],
    )
    def test_what_is_no_sound_word_file_is_refused_with_the_way_out(self, content, said):
        with pytest.raises(UsageError, match=r"^试\.docx：.*另存为") as caught:
            WordTemplate(content, "试.docx")
        assert said in str(caught.value)

    def test_a_template_that_is_not_there_is_the_users_mistake(self, tmp_path):
        with pytest.raises(UsageError, match="没有这个模板文件"):
            render_docx(tmp_path / "没有.docx", {})

    @settings(max_examples=300)
    @given(st.data())
    def test_a_damaged_file_is_refused_and_nothing_else_happens(self, data):
        good = WHOLE
        damaged = bytearray(good[: data.draw(st.integers(0, len(good)))] if data.draw(st.booleans()) else good)
        for _ in range(data.draw(st.integers(1, 8))):
            if damaged:
                damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
        try:
            made = rendered(bytes(damaged), x="甲")
        except (UsageError, FindingsError):
            return
        assert "甲" in "".join(xml(made).itertext())
