"""Which documents the files on the command line ask for; makes them, writes them, and reports on each."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.build import DOCX, PDF, NotApplicable, Request, build
from generator.catalog import APPLICANT, CAMPAIGN, CRITERIA, OFFICIAL, ROSTER, Document, Library
from generator.errors import FindingsError, UsageError, ZhichengError
from generator.finding import Finding, Place
from generator.folders import output_folders
from generator.loading.load import Loaded, load_case, load_record, record_type
from generator.model.case import Case
from generator.model.records import CALENDAR, UNIT
from generator.output import require_writable, write_file
from generator.own_template import build_own
from generator.own_words import own_words_findings
from generator.rendering.environment import BLANKS, FILLED
from generator.resources import data_folder
from generator.rules import case_findings

_MOST_LINES = 10
_SAMPLES = ("campaigns", "applicants", "documents", "criteria")
_ENDINGS = (".yaml", ".yml")
_MADE_FROM = (APPLICANT, CAMPAIGN, OFFICIAL, CRITERIA)
_USED_FOR = {UNIT: "由申报人数据引用", CALENDAR: "计算工作日时用"}
_OF_MEMBER = re.compile(r"名单\.第(\d+)项\.(.+)")


@dataclass
class Report:
    """What a run made, what it left out and why, and what was wrong."""

    paths: list[Path] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    unread: list[Path] = field(default_factory=list)
    own_templates: list[Path] = field(default_factory=list)

    def used(self, templates: Iterable[Path]) -> None:
        """Notes the user's own templates that a document was made of."""
        self.own_templates += [path for path in templates if path not in self.own_templates]

    def add(self, findings: Iterable[Finding]) -> None:
        """Adds what is not yet there: the files share campaigns, units and templates."""
        self.findings += [finding for finding in findings if finding not in self.findings]


@dataclass(frozen=True)
class Job:
    """One document to make, the folder it goes to, and where its data came from (a list's members as well)."""

    request: Request
    folder: Path
    loaded: Loaded
    members: tuple[Loaded, ...] = ()


def run(
    data: Sequence[Path],
    *,
    root: Path,
    formats: Sequence[str],
    campaign: Path | None = None,
    only: Sequence[str] = (),
    state: str = FILLED,
    library: Library | None = None,
    own: Sequence[Path] = (),
    public: bool = False,
    progress: Callable | None = None,
) -> Report:
    """Makes every document that the files ask for; what cannot be made is reported and stops nothing else.

    `own` are Word templates of the user's to fill instead of our documents, as public papers where `public` says so.
    Raises UsageError for what cannot be asked for.
    """
    if own and only:
        raise UsageError("--template 已经指明了模板，不能再写 --only")
    if public and not own:
        raise UsageError("--public 只用于自己的模板（--template）；自带的公示和公示结果本来就按公开文件生成")
    if own and DOCX not in formats:
        raise UsageError("自己的 Word 模板只能生成 docx，请去掉 --format 或写 --format docx")
    library = library or Library()
    chosen = [library.document(name) for name in only]
    report = Report()
    formats = _possible(formats, report)
    loaded = [item for item in _load(data, campaign, report) if _is_well_worded(item, library, report)]
    report.add(_drafts(loaded))
    require_writable(root)
    folders = output_folders(loaded, root)
    jobs = [] if own else list(_jobs(loaded, folders, chosen, state, library))
    jobs = _without_short_lists(jobs, library, report)
    with progress(jobs) if progress else nullcontext(jobs) as items:
        for job in items:
            _make(job, formats, library, report)
    for item in loaded:
        for template in own:
            _make_own(item, folders[item.path], template, state, public, report)
    if not (jobs or own or report.findings):
        raise UsageError(
            "这些数据文件不能生成所要的文件。申报人的文件要用申报人数据；要空白表请加 --blank 模板 或 --blank 手填"
        )
    if not (report.paths or report.notes or report.findings):
        raise UsageError(f"所要的文件没有{'、'.join(formats)}格式，各有哪些格式见 zhicheng template list")
    return report


def demo(*, root: Path, formats: Sequence[str], progress: Callable | None = None) -> Report:
    """Everything of the sample campaigns and applicants: the filled papers, and the blanks in both states."""
    campaigns, *others = (sorted(data_folder().glob(f"{kind}/*.yaml")) for kind in _SAMPLES)
    samples = [*campaigns, *(path for paths in others for path in paths)]
    report = run(samples, root=root, formats=formats, progress=progress)
    for state in BLANKS:
        blanks = run(campaigns, root=root, formats=formats, state=state, progress=progress)
        report.paths += blanks.paths
        report.add(blanks.findings)
    return report


def check(files: Sequence[Path], campaign: Path | None) -> list[Finding]:
    """Every finding on the files: what the model refuses, then what the rules say of what it accepts."""
    report = Report()
    for loaded in _load(files, campaign, report):
        findings = [*own_words_findings(loaded.case, Library()), *case_findings(loaded.case), *loaded.unconfirmed]
        report.add(_placed(finding, loaded) for finding in findings)
    return report.findings


def _possible(formats: Sequence[str], report: Report) -> Sequence[str]:
    """The formats this machine can make: without Pango all but PDF, and the report says so once."""
    if PDF in formats:
        try:
            from generator.rendering.pdf import require_pdf  # slow to load, and Word files do not need it

            require_pdf()
        except UsageError as error:
            others = [name for name in formats if name != PDF]
            report.findings.append(Finding("build", "warning" if others else "error", str(error)))
            return others
    return formats


def _load(data: Sequence[Path], campaign: Path | None, report: Report) -> Iterator[Loaded]:
    for path in dict.fromkeys(_files(data)):
        try:
            kind = record_type(path)
            if kind in _MADE_FROM:
                yield load_case(path, campaign)
            else:
                load_record(path, kind)  # nothing is made of it alone, but what is wrong in it is said
                report.notes.append(f"{path}：是“{kind}”数据，{_USED_FOR[kind]}，不单独生成文件")
        except FindingsError as error:
            report.add(error.findings)
            report.unread.append(path)


def _is_well_worded(item: Loaded, library: Library, report: Report) -> bool:
    """Whether the words that the file brings can be printed; if not, the report says every reason."""
    findings = own_words_findings(item.case, library)
    report.add(_placed(finding, item) for finding in findings)
    return not findings


def _drafts(loaded: Iterable[Loaded]) -> Iterator[Finding]:
    """One hint for each file with values that nobody has confirmed: what is made of it is a draft."""
    marks = dict.fromkeys(mark for item in loaded for mark in item.unconfirmed)
    for file in dict.fromkeys(mark.place.file for mark in marks):
        lines = [mark.place.line for mark in marks if mark.place.file == file]
        shown = "、".join(map(str, lines[:_MOST_LINES])) + ("等" if len(lines) > _MOST_LINES else "")
        message = f"有{len(lines)}处待确认（第{shown}行），生成的文件各页印有“草稿”"
        yield Finding("draft", "hint", message, remedy="核实后删去各行的“# 待确认”，再生成一次", place=Place(file))


def _files(data: Sequence[Path]) -> Iterator[Path]:
    for path in data:
        if path.is_dir():
            found = sorted(child for child in path.iterdir() if child.suffix.lower() in _ENDINGS and child.is_file())
            if not found:
                raise UsageError(f"{path}：文件夹里没有数据文件（.yaml）")
            yield from found
        elif path.is_file():
            yield path
        else:
            raise UsageError(f"{path}：没有这个文件，请检查文件名和所在的文件夹")


def _jobs(
    loaded: Sequence[Loaded], folders: dict[Path, Path], chosen: Sequence[Document], state: str, library: Library
) -> Iterator[Job]:
    explicit = bool(chosen)
    documents = chosen or list(library.documents.values())
    for item in loaded:
        subject, folder = _subject(item.case), folders[item.path]
        for document in documents:
            request = Request(item.case, document.kind, state, draft=bool(item.unconfirmed))
            if document.data == subject:
                if explicit or _suits(document, item.case, state, library):
                    yield Job(request, folder, item)
            elif subject == CAMPAIGN and state != FILLED and document.data in (APPLICANT, ROSTER):
                yield Job(request, folder / f"{state}空白表", item)
    if state == FILLED:
        yield from _rosters(loaded, folders, [document for document in documents if document.data == ROSTER], explicit)


def _subject(case: Case) -> str:
    """What kind of data a document must be made of to be one of this case's."""
    if case.applicant:
        return APPLICANT
    if case.campaign:
        return CAMPAIGN
    return OFFICIAL if case.document else CRITERIA


def _suits(document: Document, case: Case, state: str, library: Library) -> bool:
    """Whether a document of the case's kind is made unasked: only applicants' papers have blanks; one kind a genre."""
    if document.data == OFFICIAL and document.kind != library.of_genre(case.document.genre).kind:
        return False
    return document.data == APPLICANT or state == FILLED


def _rosters(
    loaded: Sequence[Loaded], folders: dict[Path, Path], documents: Sequence[Document], explicit: bool
) -> Iterator[Job]:
    """A list for each campaign of all its applicants; for one applicant alone only when asked for by name."""
    campaigns: dict[Path, list[Loaded]] = {}
    for item in loaded:
        if item.case.applicant:
            campaigns.setdefault(folders[item.path].parent, []).append(item)
    for whole, items in campaigns.items():
        folder = whole if len(items) > 1 else folders[items[0].path]  # a list of one never replaces the unit's own
        if len(items) > 1 or explicit:
            case = replace(items[0].case, applicant=None, unit=None, roster=tuple(item.case for item in items))
            for document in documents:
                draft = any(item.unconfirmed for item in items)
                yield Job(Request(case, document.kind, draft=draft), folder, items[0], tuple(items))


def _without_short_lists(jobs: list[Job], library: Library, report: Report) -> list[Job]:
    """The jobs without the lists that would lack somebody: those whose file could not be read."""
    lists = [job for job in jobs if job.members]
    if not (report.unread and lists):
        return jobs
    names = "、".join(library.document(job.request.kind).name for job in lists)
    files = "、".join(str(path) for path in report.unread)
    message = f"{names}没有生成：{files}没有读入，名单会缺人"
    report.add([Finding("short-list", "error", message, remedy="请改正后再生成，或只写名单上各人的文件")])
    return [job for job in jobs if not job.members]


def _make(job: Job, formats: Sequence[str], library: Library, report: Report) -> None:
    try:
        outputs = build(job.request, formats, library)
        report.paths += [write_file(job.folder / output.file_name, output.content) for output in outputs]
        report.used(library.own_sources(job.request.kind))
        roster = job.request.case.campaign.roster if job.members else None
        if roster and roster.notice:
            report.notes.append(roster.notice)
    except NotApplicable as reason:
        who = f"{job.request.case.applicant.name}：" if job.request.case.applicant else ""
        report.notes += [f"{who}{finding.message}" for finding in reason.findings]
    except FindingsError as error:
        report.add(_placed(finding, job.loaded, job.members) for finding in error.findings)
    except ZhichengError as error:
        document = library.document(job.request.kind)
        report.findings.append(Finding("build", "error", f"{document.name}没有生成：{error}"))


def _make_own(item: Loaded, folder: Path, template: Path, state: str, public: bool, report: Report) -> None:
    if item.case.applicant is None and state == FILLED:
        report.notes.append(f"{item.path}：没有申报人，{template.name} 没有用它生成")
        return
    try:
        output, hints = build_own(item.case, template, state=state, public=public, draft=bool(item.unconfirmed))
    except FindingsError as error:
        report.add(_placed(finding, item) for finding in error.findings)
    else:
        report.paths.append(write_file(folder / output.file_name, output.content))
        report.add(_placed(hint, item) for hint in hints)


def _placed(finding: Finding, loaded: Loaded, members: Sequence[Loaded] = ()) -> Finding:
    """The finding with the place of its field in the user's file, unless it has a place already."""
    if finding.place.file:
        return finding
    if finding.field is None:
        return replace(finding, place=Place(str(loaded.path)))
    if of_member := _OF_MEMBER.fullmatch(finding.field):
        number, field = of_member.groups()
        return replace(finding, field=field, place=members[int(number) - 1].place(field))
    return replace(finding, place=loaded.place(finding.field))
