"""Makes the documents that the files on the command line ask for, writes them, and reports on each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path

from generator.build import DOCX, PDF, NotApplicable, build
from generator.catalog import Library
from generator.errors import FindingsError, UsageError, ZhichengError
from generator.finding import LEVEL_NAMES, Finding, Place
from generator.folders import output_folders
from generator.inputs import load_all
from generator.judging import Judge, Statement, placed
from generator.loading.lists import LIST_ENDINGS
from generator.loading.load import Loaded
from generator.output import require_writable, write_file
from generator.own_template import build_own
from generator.own_words import own_words_findings
from generator.receipt import write_receipt
from generator.rendering.environment import BLANKS, FILLED
from generator.report import Report
from generator.resources import data_folder
from generator.selection import Job, Wanted, select

_MOST_LINES = 10
_SAMPLES = ("campaigns", "applicants", "documents", "criteria")


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
    accepted: Sequence[Statement] = (),
    progress: Callable | None = None,
) -> Report:
    """Makes every document that the files ask for; what cannot be made is reported and stops nothing else.

    `own` are Word templates of the user's to fill instead of our documents, as public papers where `public` says so;
    `accepted` are a person's statements on findings that would stop a document. Raises UsageError for what cannot be
    asked for.
    """
    _refuse_what_goes_not_together(data, formats, only, own, public)
    library = library or Library()
    wanted = Wanted(library, tuple(library.document(name) for name in only), state)
    report, judge = Report(), Judge(tuple(accepted))
    formats = _possible(formats, report)
    loaded = [item for item in load_all(data, campaign, report) if _is_well_worded(item, library, report)]
    statements = _permitted(loaded, judge, report)
    loaded = [item for item in loaded if item.path in statements]
    report.add(_drafts(loaded))
    require_writable(root)
    folders = output_folders(loaded, root)
    jobs = [] if own else _without_faulty_lists(select(wanted, loaded, folders, statements), judge, library, report)
    with progress(jobs) if progress else nullcontext(jobs) as items:
        for job in items:
            _make(job, formats, library, report)
    for item in loaded:
        for template in own:
            _make_own(item, folders[item.path], template, wanted, public, statements[item.path], report)
    if not (jobs or own or report.findings):
        raise UsageError(
            "这些数据文件不能生成所要的文件。申报人的文件要用申报人数据；要空白表请加 --blank 模板 或 --blank 手填"
        )
    if not (report.paths or report.notes or report.findings):
        raise UsageError(f"所要的文件没有{'、'.join(formats)}格式，各有哪些格式见 zhicheng template list")
    if judge.used and report.paths:
        report.notes.append(f"已核实仍要生成的，记在 {write_receipt(root, report.paths, judge)}")
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


def _refuse_what_goes_not_together(
    data: Sequence[Path], formats: Sequence[str], only: Sequence[str], own: Sequence[Path], public: bool
) -> None:
    if own and only:
        raise UsageError("--template 已经指明了模板，不能再写 --only")
    if public and not own:
        raise UsageError("--public 只用于自己的模板（--template）；自带的公示和公示结果本来就按公开文件生成")
    if own and DOCX not in formats:
        raise UsageError("自己的 Word 模板只能生成 docx，请去掉 --format 或写 --format docx")
    if lists := [path for path in data if path.suffix.lower() in LIST_ENDINGS]:
        raise UsageError(f"{lists[0]}：是名单，请用 zhicheng batch 生成")


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


def _is_well_worded(item: Loaded, library: Library, report: Report) -> bool:
    """Whether the words that the file brings can be printed; if not, the report says every reason."""
    findings = own_words_findings(item.case, library)
    report.add(placed(finding, item) for finding in findings)
    return not findings


def _permitted(loaded: Sequence[Loaded], judge: Judge, report: Report) -> dict[Path, str]:
    """The files whose documents may be made, with what those say in their properties; the report names the others."""
    permitted = {}
    for item in loaded:
        findings = judge.findings(item)
        stopping = judge.refused(findings)
        report.add(stopping)
        if stopping:
            report.unread.append(item.path)
        else:
            permitted[item.path] = judge.stated(findings)
        report.milder.update(finding for finding in findings if finding.level == "warning")
    if stopped := [str(path) for path in report.unread if path in {item.path for item in loaded}]:
        report.notes.append(
            f"{'、'.join(stopped)}：有“{LEVEL_NAMES['error']}”的问题，没有生成文件。"
            "请改正；已经核实、仍要生成的，加 --accept 规则名称 --reason 核实的情况"
        )
    return permitted


def _drafts(loaded: Iterable[Loaded]) -> Iterator[Finding]:
    """One hint for each file with values that nobody has confirmed: what is made of it is a draft."""
    marks = dict.fromkeys(mark for item in loaded for mark in item.unconfirmed)
    for file in dict.fromkeys(mark.place.file for mark in marks):
        lines = [mark.place.line for mark in marks if mark.place.file == file]
        shown = "、".join(map(str, lines[:_MOST_LINES])) + ("等" if len(lines) > _MOST_LINES else "")
        message = f"有{len(lines)}处待确认（第{shown}行），生成的文件各页印有“草稿”"
        yield Finding("draft", "hint", message, remedy="核实后删去各行的“# 待确认”，再生成一次", place=Place(file))


def _without_faulty_lists(jobs: Iterable[Job], judge: Judge, library: Library, report: Report) -> list[Job]:
    """The jobs without the lists that would lack somebody, and without those whose members do not go together."""
    kept, short = [], []
    for job in jobs:
        if job.members and report.unread:
            short.append(library.document(job.request.kind).name)
        elif not (job.members and _members_at_fault(job, judge, report)):
            kept.append(job)
    if short:
        files = "、".join(str(path) for path in report.unread)
        message = f"{'、'.join(short)}没有生成：{files}没有读入或有必须改的问题，名单会缺人"
        report.add([Finding("short-list", "error", message, remedy="请改正后再生成，或只写名单上各人的文件")])
    return kept


def _members_at_fault(job: Job, judge: Judge, report: Report) -> bool:
    stopping = judge.refused(judge.list_findings(job.members))
    report.add(stopping)
    return bool(stopping)


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
        report.add(job.placed(finding) for finding in error.findings)
    except ZhichengError as error:
        document = library.document(job.request.kind)
        report.findings.append(Finding("build", "error", f"{document.name}没有生成：{error}"))


def _make_own(
    item: Loaded, folder: Path, template: Path, wanted: Wanted, public: bool, statement: str, report: Report
) -> None:
    if item.case.applicant is None and wanted.state == FILLED:
        report.notes.append(f"{item.path}：没有申报人，{template.name} 没有用它生成")
        return
    try:
        draft = bool(item.unconfirmed)
        output, hints = build_own(
            item.case, template, state=wanted.state, public=public, draft=draft, statement=statement
        )
    except FindingsError as error:
        report.add(placed(finding, item) for finding in error.findings)
    else:
        report.paths.append(write_file(folder / output.file_name, output.content))
        report.add(placed(hint, item) for hint in hints)
