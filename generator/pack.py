"""Makes a 年度评审包: the one file that an office hands to its units, with everything a year's review needs.

Laid out so that it can be read as it is (`loading.packs`) and, unpacked, is a folder of data and templates. The same
campaign, templates and program give the same bytes.
"""

import json
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from generator import __version__
from generator.build import DOCX
from generator.catalog import Library
from generator.errors import FindingsError, UsageError
from generator.finding import Finding
from generator.jobs import run
from generator.loading import packs
from generator.loading.calendars import FOLDER as CALENDARS
from generator.loading.calendars import calendar_files
from generator.loading.load import Loaded, load_case
from generator.loading.tables.sample import sample_workbook
from generator.loading.tables.sheet_to_fill import information_sheet
from generator.output import write_file
from generator.pack_templates import TEMPLATE_FOLDERS, is_template
from generator.paper import Request, page_of
from generator.rendering.archive import MAX_MEMBER, MAX_MEMBERS, MAX_TOTAL, Member, write_members
from generator.rendering.environment import BLANKS

_GUIDE = "pack_guide"
_LIST, _SHEET, _INSTRUCTIONS, _FORMS = "名单.xlsx", "申报人信息表.xlsx", "说明.docx", "空白表"
_CAMPAIGNS, _CRITERIA = "campaigns", "criteria"


class Pack(NamedTuple):
    """A pack as bytes, the names of what is in it, and hints for who made it."""

    content: bytes
    names: list[str]
    hints: list[Finding]


def save_pack(campaign: Path, target: Path, library: Library, *, force: bool = False) -> Pack:
    """Writes the pack of a campaign to `target`. Raises as `make_pack` does, and UsageError for a target in the way."""
    if not packs.is_pack(target):
        raise UsageError(f"-o {target}：评审包的文件名请以 .zip 结尾")
    if target.exists() and not force:
        raise UsageError(f"-o {target}：已有这个文件，没有覆盖。请换一个文件名；确实要覆盖的，加上 --force")
    pack = make_pack(campaign, library)
    write_file(target, pack.content)
    return pack


def make_pack(campaign: Path, library: Library) -> Pack:
    """The pack of a campaign with the templates of `library`.

    Raises UsageError for what is no campaign, FindingsError where the campaign's data must be mended first: nobody
    should hand that round.
    """
    loaded = load_case(campaign)
    if loaded.case.campaign is None or loaded.case.applicant:
        raise UsageError(f"{campaign}：不是年度评审数据，评审包要用年度评审数据文件来做")
    blanks, hints = _blanks(campaign, library)
    data = dict(_data(campaign, loaded))
    files = {
        packs.MANIFEST: _manifest(next(iter(data))),
        _INSTRUCTIONS: page_of(Request(loaded.case, _GUIDE), library, _GUIDE).docx().content,
        _LIST: sample_workbook(loaded.case.campaign),
        _SHEET: information_sheet(loaded.case.campaign),
        **blanks,
        **data,
        **_templates(library),
    }
    _require_small(files)
    return Pack(write_members({name: Member.of(content) for name, content in files.items()}), list(files), hints)


def _manifest(campaign: str) -> bytes:
    content = {packs.FORM: packs.THIS_FORM, "程序": __version__, packs.CAMPAIGN: campaign}
    return json.dumps(content, ensure_ascii=False, indent=2).encode("utf-8")


def _blanks(campaign: Path, library: Library) -> tuple[dict[str, bytes], list[Finding]]:
    """Every blank of the campaign in each state, and what is to be said of them."""
    found: dict[str, bytes] = {}
    hints: list[Finding] = []
    for state in BLANKS:
        with tempfile.TemporaryDirectory(prefix="zhicheng-") as folder:
            report = run([campaign], root=Path(folder), formats=[DOCX], state=state, library=library)
            if any(finding.level == "error" for finding in report.findings):
                raise FindingsError(report.findings)
            found |= {f"{_FORMS}/{state}/{path.name}": path.read_bytes() for path in sorted(report.paths)}
            hints += [finding for finding in report.findings if finding not in hints]
    return found, hints


def _data(campaign: Path, loaded: Loaded) -> Iterator[tuple[str, bytes]]:
    """The campaign first, then the criteria that it names and the calendars by which its days are counted."""
    for number, file in enumerate(map(Path, loaded.sources.files)):
        folder = _CRITERIA if number else _CAMPAIGNS
        yield f"{packs.DATA}/{folder}/{file.name}", packs.content_of(file)
    calendars: dict[str, Path] = {}
    inside = packs.files_in(campaign, CALENDARS) if packs.is_pack(campaign) else []
    for path in (*inside, *chain.from_iterable(calendar_files(campaign))):
        calendars.setdefault(path.name, path)
    for name in sorted(calendars):
        yield f"{packs.DATA}/{CALENDARS}/{name}", packs.content_of(calendars[name])


def _templates(library: Library) -> dict[str, bytes]:
    """The templates in force, the user's own in place of those that they replace."""
    winners: dict[str, Path] = {}
    for folder in library.folders:
        for path in sorted(path for kind in TEMPLATE_FOLDERS for path in (folder / kind).rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and is_template(name):
                winners.setdefault(name, path)
    return {f"{packs.TEMPLATES}/{name}": winners[name].read_bytes() for name in sorted(winners)}


def _require_small(files: dict[str, bytes]) -> None:
    """Raises UsageError for a pack that nobody could read."""
    sizes = [len(content) for content in files.values()]
    if len(sizes) > MAX_MEMBERS or max(sizes) > MAX_MEMBER or sum(sizes) > MAX_TOTAL:
        raise UsageError("评审包过大：自己的模板文件夹里文件太多，或有过大的文件，请只留用得着的模板")
