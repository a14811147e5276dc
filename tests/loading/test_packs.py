"""A 评审包 is read as it is: its data, the places of that data in messages, and nothing that leads out of it."""

import json
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import FindingsError, UsageError
from generator.loading import packs
from generator.loading.calendars import load_calendars
from generator.loading.load import load_campaign, load_case
from generator.pack_templates import folder_of, is_template
from generator.resources import data_folder
from generator.workdays import Workdays
from tests.loading.test_calendars import MADE_UP

CAMPAIGN = (data_folder() / "campaigns" / "bazhou-archives-2021.yaml").read_text("utf-8")
CRITERIA = (data_folder() / "criteria" / "bazhou-archives-2021.yaml").read_text("utf-8")
APPLICANT = data_folder() / "applicants" / "he-kun.yaml"
HELD = "数据/campaigns/某年.yaml"


def manifest(**changes: object) -> str:
    return json.dumps({"格式": 1, "程序": "1", "年度评审": HELD, **changes}, ensure_ascii=False)


def packed(path: Path, files: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


@pytest.fixture
def pack(tmp_path) -> Path:
    """A pack whose campaign rests on criteria of a name that only the pack knows."""
    campaign = CAMPAIGN.replace("数据: bazhou-archives-2021", "数据: 本包条件")
    assert "本包条件" in campaign
    files = {packs.MANIFEST: manifest(), HELD: campaign, "数据/criteria/本包条件.yaml": CRITERIA}
    return packed(tmp_path / "包.zip", files)


def changed(pack: Path, name: str, old: str, new: str) -> Path:
    with zipfile.ZipFile(pack) as archive:
        files = {one: archive.read(one) for one in archive.namelist()}
    text = files[name].decode()
    assert old in text
    return packed(pack, files | {name: text.replace(old, new, 1)})


class TestReading:
    """What a pack holds."""

    def test_the_campaign_and_its_criteria_are_those_of_the_pack(self, pack):
        loaded = load_case(APPLICANT, pack)
        assert loaded.case.campaign.year == 2021
        assert loaded.case.criteria is not None
        assert str(loaded.place("评审.年度").file) == f"{pack} 里的 {HELD}"
        assert str(loaded.place("条件.名称").file) == f"{pack} 里的 数据/criteria/本包条件.yaml"

    def test_a_pack_is_a_campaigns_data_file_too(self, pack):
        assert load_campaign(pack)[0].year == 2021
        assert load_case(pack).case.applicant is None

    def test_a_fault_in_it_is_told_with_its_line(self, pack):
        line = next(at for at, text in enumerate(CAMPAIGN.splitlines(), start=1) if text.startswith("年度: 2021"))
        changed(pack, HELD, "年度: 2021", "年度: 二〇二一年度")
        with pytest.raises(FindingsError) as caught:
            load_case(APPLICANT, pack)
        assert str(caught.value.findings[0].place) == f"{pack} 里的 {HELD}:{line}:5"

    def test_what_is_still_to_be_confirmed_is_found_in_it(self, pack):
        changed(pack, HELD, "年度: 2021", "年度: 2021  # 待确认：是不是这一年")
        [mark] = load_case(APPLICANT, pack).unconfirmed
        assert mark.message == "是不是这一年"
        assert mark.place.file == f"{pack} 里的 {HELD}"

    def test_its_calendars_hold_for_whoever_applies_with_it(self, pack):
        with zipfile.ZipFile(pack, "a") as archive:
            archive.writestr("数据/calendars/2099.yaml", MADE_UP)
        found = packs.pack_among(load_case(APPLICANT, pack).sources.files)
        assert Workdays(load_calendars(APPLICANT, found)).is_workday(date(2099, 5, 1)) is False
        assert Workdays(load_calendars(APPLICANT)).is_workday(date(2099, 5, 1)) is None

    def test_a_record_that_the_pack_lacks_may_come_with_the_program(self, pack):
        changed(pack, HELD, "数据: 本包条件", "数据: bazhou-archives-2021")
        assert load_case(pack).case.criteria is not None

    def test_a_path_inside_is_told_from_a_file_of_such_a_name(self, pack, tmp_path):
        inside = packs.campaign_in(pack)
        assert packs.is_inside(inside)
        assert packs.content_of(inside).decode().startswith(CAMPAIGN[:20])
        odd = tmp_path / "甲.zip 里的 乙.yaml"
        odd.write_bytes(b"x")
        assert not packs.is_inside(odd)
        assert packs.content_of(odd) == b"x"
        assert packs.pack_among([str(APPLICANT), str(inside)]) == pack
        assert packs.pack_among([str(APPLICANT)]) is None

    def test_a_changed_pack_is_read_anew(self, pack):
        assert load_campaign(pack)[0].year == 2021
        changed(pack, HELD, "年度: 2021", "年度: 2020 ")
        assert load_campaign(pack)[0].year == 2020


class TestStrangers:
    """Packs from people who mean no good, and what is no pack."""

    @pytest.mark.parametrize(
        ("files", "words"),
        [
            ({}, "不是评审包"),
            ({"别的.txt": "x"}, "不是评审包"),
            ({packs.MANIFEST: "不是JSON"}, "不是评审包"),
            ({packs.MANIFEST: "[1]"}, "不是评审包"),
            ({packs.MANIFEST: manifest(年度评审=3)}, "不是评审包"),
            ({packs.MANIFEST: manifest(格式=2)}, "较新的程序"),
            ({packs.MANIFEST: manifest()}, "没有年度评审数据"),
            ({packs.MANIFEST: manifest(年度评审="../../etc/passwd")}, "没有年度评审数据"),
            ({packs.MANIFEST: manifest(年度评审="/etc/passwd")}, "没有年度评审数据"),
        ],
    )
    def test_what_is_no_pack_of_ours_is_refused(self, tmp_path, files, words):
        path = packed(tmp_path / "包.zip", files)
        with pytest.raises(UsageError, match=words):
            load_case(APPLICANT, path)

    @pytest.mark.parametrize("content", [b"", b"PK", b"<html>", b"PK\x05\x06" + b"\0" * 40])
    def test_a_damaged_file_is_refused(self, tmp_path, content):
        path = tmp_path / "包.zip"
        path.write_bytes(content)
        with pytest.raises(UsageError, match=r"包\.zip"):
            load_case(APPLICANT, path)

    def test_a_missing_file_and_a_folder_are_refused(self, tmp_path):
        (tmp_path / "夹.zip").mkdir()
        for name in ("不在.zip", "夹.zip"):
            with pytest.raises(UsageError, match=r"打不开评审包|已损坏"):
                load_case(APPLICANT, tmp_path / name)

    def test_a_bomb_is_refused_before_it_is_unpacked(self, tmp_path):
        path = packed(tmp_path / "包.zip", {packs.MANIFEST: manifest(), HELD: b" " * (70 * 1024 * 1024)})
        assert path.stat().st_size < 200_000
        with pytest.raises(UsageError, match="解开后过大"):
            load_case(APPLICANT, path)

    def test_too_many_files_are_refused(self, tmp_path):
        files = {packs.MANIFEST: manifest(), HELD: CAMPAIGN, **{f"多/{number}": "" for number in range(2001)}}
        with pytest.raises(UsageError, match="解开后过大"):
            load_case(APPLICANT, packed(tmp_path / "包.zip", files))

    @pytest.mark.parametrize(
        "key", ["../campaigns/某年", "/etc/passwd", "数据/criteria/本包条件", "..", "本包条件.yaml/../../x"]
    )
    def test_a_key_cannot_lead_out_of_it(self, pack, key):
        changed(pack, HELD, "数据: 本包条件", f"数据: {key}")
        with pytest.raises(FindingsError, match="不是数据文件的名称"):
            load_case(pack)

    @pytest.mark.parametrize(
        "name",
        ["../x.md", "clauses/../../x.md", "/etc/x", "fonts/x.otf", "clauses/.x", "clauses/~$x.docx", "x.md", "clauses"],
    )
    def test_templates_under_other_names_than_templates_have_are_refused(self, pack, tmp_path, name):
        with zipfile.ZipFile(pack, "a") as archive:
            archive.writestr(f"模板/{name}", "x")
        with pytest.raises(UsageError, match="名称不对"):
            folder_of(pack)
        assert [path.name for path in tmp_path.iterdir()] == ["包.zip"]

    @given(st.text(st.sampled_from("ab./\\:~ 甲"), max_size=24))
    def test_no_name_of_a_template_leads_elsewhere(self, rest):
        name = f"clauses/{rest}"
        if is_template(name):
            path = Path("/家") / name
            assert path.is_relative_to("/家/clauses")
            assert ".." not in path.parts
