"""Packages from strangers are opened within bounds, and written again as sound zip files."""

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import UsageError
from generator.rendering import archive
from generator.rendering.archive import Member, read_members, write_members
from tests.support import zip_of

NAMES = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\\/"), min_size=1, max_size=20)


@given(st.dictionaries(NAMES, st.binary(max_size=500), max_size=5))
def test_what_is_written_is_what_others_read(contents):
    written = write_members({name: Member.of(content) for name, content in contents.items()})
    with zipfile.ZipFile(io.BytesIO(written)) as made:
        assert made.testzip() is None
        assert {name: made.read(name) for name in made.namelist()} == contents
    assert {name: member.content() for name, member in read_members(written, "试").items()} == contents


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_stored_and_deflated_members_are_read(method):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as made:
        made.writestr("甲.xml", "<甲/>")
    [(name, member)] = read_members(buffer.getvalue(), "试").items()
    assert (name, member.content().decode()) == ("甲.xml", "<甲/>")


class TestBombs:
    """None of these may be unpacked; a false size in the directory is no way round."""

    @staticmethod
    def refusal(content: bytes) -> str:
        with pytest.raises(UsageError) as caught:
            read_members(content, "来件.docx")
        return str(caught.value)

    def test_one_member_that_unpacks_to_too_much(self, monkeypatch):
        monkeypatch.setattr(archive, "MAX_MEMBER", 10_000)
        assert "来件.docx：文件解开后过大" in self.refusal(zip_of(a=b"0" * 10_001))

    def test_many_members_that_unpack_to_too_much_together(self, monkeypatch):
        monkeypatch.setattr(archive, "MAX_MEMBER", 10_000)
        monkeypatch.setattr(archive, "MAX_TOTAL", 40_000)
        read_members(zip_of(**{str(number): b"0" * 10_000 for number in range(4)}), "来件.docx")
        assert "文件解开后过大" in self.refusal(zip_of(**{str(number): b"0" * 10_000 for number in range(5)}))

    def test_too_many_members(self, monkeypatch):
        monkeypatch.setattr(archive, "MAX_MEMBERS", 10)
        assert "文件解开后过大" in self.refusal(zip_of(**{str(number): b"" for number in range(11)}))

    def test_a_member_whose_size_is_a_lie(self):
        honest = bytearray(zip_of(a=b"0" * 1_000_000))
        lying = honest.replace(struct.pack("<L", 1_000_000), struct.pack("<L", 10))
        assert "不是完好的" in self.refusal(bytes(lying))

    def test_an_encrypted_member(self):
        encrypted = bytearray(zip_of(a=b"x"))
        for header in (b"PK\x03\x04", b"PK\x01\x02"):
            at = encrypted.index(header) + (6 if header.endswith(b"\x04") else 8)
            encrypted[at] |= 1
        assert "不是完好的" in self.refusal(bytes(encrypted))

    @pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
    def test_a_packing_that_word_does_not_know(self, method):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", method) as made:
            made.writestr("a", "b")
        assert "不是完好的" in self.refusal(buffer.getvalue())

    def test_members_that_overlap(self):
        overlapping = bytearray(zip_of(a=b"0" * 1000, b=b"0" * 1000))
        second = overlapping.rindex(b"PK\x01\x02")
        overlapping[second + 42 : second + 46] = struct.pack("<L", 0)
        assert "不是完好的" in self.refusal(bytes(overlapping))
