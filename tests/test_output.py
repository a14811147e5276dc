"""Files come onto the disk whole or not at all, inside the folder that was asked for, under names any system takes."""

import os
import stat
from pathlib import PureWindowsPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.errors import UsageError
from generator.output import MAX_BYTES, MAX_NAME, require_writable, safe_name, write_file

_NOBODY = 65534


class TestSafeName:
    @given(st.text(max_size=400))
    @example("..")
    @example("../../etc/passwd")
    @example("CON")
    @example("com1.txt")
    @example("LPT9 .x")
    @example("甲" * 300)
    @example("𠮷" * 300)
    @example(" . ")
    def test_every_text_becomes_one_name_that_any_system_takes(self, text):
        name = safe_name(text)
        assert name
        assert name not in (".", "..")
        assert not set(name) & set('/\\:*?"<>|\0\n\r\t')
        assert name == name.strip(" .")
        assert len(name) <= MAX_NAME + 1
        assert len(f"{name}.docx".encode("utf-8", "surrogatepass")) <= 255
        assert not PureWindowsPath(f"{name}.docx").is_reserved()
        assert safe_name(name) == name

    @pytest.mark.parametrize("text", ["何堃_个人承诺书", "阿依古丽·买买提", "a b (1)", "甲" * MAX_NAME])
    def test_a_harmless_name_stays_as_it_is(self, text):
        assert safe_name(text) == text

    @given(st.text("甲a𠮷", min_size=MAX_NAME, max_size=200))
    def test_names_that_differ_at_the_end_stay_apart_however_long(self, name):
        assert safe_name(f"{name}_推荐单位公示") != safe_name(f"{name}_推荐单位公示结果")

    def test_the_limits_leave_room_for_an_ending(self):
        assert MAX_BYTES + len(".docx") < 255


class TestWriting:
    def test_a_file_is_written_with_its_folders(self, tmp_path):
        path = tmp_path / "甲" / "乙" / "丙.docx"
        assert write_file(path, b"x") == path
        assert path.read_bytes() == b"x"
        assert [child.name for child in path.parent.iterdir()] == ["丙.docx"]

    def test_others_may_read_it(self, tmp_path):
        mode = write_file(tmp_path / "甲", b"x").stat().st_mode
        assert stat.S_IMODE(mode) == 0o644

    def test_an_old_file_is_replaced(self, tmp_path):
        write_file(tmp_path / "甲", b"old")
        write_file(tmp_path / "甲", b"new")
        assert (tmp_path / "甲").read_bytes() == b"new"

    @pytest.mark.parametrize("failing", ["os.replace", "os.chmod", "os.fdopen"])
    def test_a_failure_leaves_the_old_file_and_nothing_half_written(self, tmp_path, monkeypatch, failing):
        write_file(tmp_path / "甲", b"old")

        def fail(*_arguments, **_options):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(f"generator.output.{failing}", fail)
        with pytest.raises(UsageError, match=r"写不进去（磁盘空间不足）"):
            write_file(tmp_path / "甲", b"new")
        assert [child.name for child in tmp_path.iterdir()] == ["甲"]
        assert (tmp_path / "甲").read_bytes() == b"old"

    def test_being_stopped_leaves_nothing_either(self, tmp_path, monkeypatch):
        def stop(*_arguments):
            raise KeyboardInterrupt

        monkeypatch.setattr("generator.output.os.replace", stop)
        with pytest.raises(KeyboardInterrupt):
            write_file(tmp_path / "甲", b"x")
        assert list(tmp_path.iterdir()) == []

    def test_a_folder_in_the_files_place_is_the_users_to_mend(self, tmp_path):
        (tmp_path / "甲").mkdir()
        with pytest.raises(UsageError, match="写不进去"):
            write_file(tmp_path / "甲", b"x")
        assert [child.name for child in tmp_path.iterdir()] == ["甲"]

    def test_a_file_in_the_folders_place_is_the_users_to_mend(self, tmp_path):
        (tmp_path / "甲").write_bytes(b"x")
        with pytest.raises(UsageError, match="写不进去"):
            write_file(tmp_path / "甲" / "乙", b"x")


class TestFolder:
    def test_a_folder_is_made(self, tmp_path):
        require_writable(tmp_path / "甲" / "乙")
        assert (tmp_path / "甲" / "乙").is_dir()
        assert list((tmp_path / "甲" / "乙").iterdir()) == []

    def test_a_file_in_its_place_is_refused_with_the_way_out(self, tmp_path):
        (tmp_path / "甲").write_bytes(b"x")
        with pytest.raises(UsageError, match=r"放不进文件.*-o"):
            require_writable(tmp_path / "甲")

    @pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions are another matter on Windows")
    def test_a_folder_without_permission_is_refused(self, tmp_path):
        user = os.geteuid()
        tmp_path.chmod(0o500)
        for folder in tmp_path.parents:  # the nobody that root becomes must reach it
            if folder.stat().st_uid == user and not folder.stat().st_mode & 0o001:
                folder.chmod(0o711)
        if user == 0:  # root may write anywhere
            os.seteuid(_NOBODY)
        try:
            with pytest.raises(UsageError, match="放不进文件"):
                require_writable(tmp_path)
        finally:
            os.seteuid(user)
            tmp_path.chmod(0o700)
