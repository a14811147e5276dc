"""The command line: parses arguments, prints, chooses the exit code. What it does is done elsewhere."""

import gc
import json
import sys
from contextlib import contextmanager
from pathlib import Path

import click

from generator import __version__, console
from generator.errors import FindingsError, ZhichengError
from generator.finding import LEVEL_NAMES, Finding
from generator.rendering.environment import BLANKS, FILLED

# Loading makes many objects and hardly any garbage: looking for it less often saves a tenth of a cold start.
gc.set_threshold(50_000)
console.prepare()

EXIT_FINDINGS, EXIT_FAULT = 1, 3
_FILE = click.Path(path_type=Path)


def _be_quiet(context: click.Context, _: click.Parameter, quiet: bool) -> None:
    context.obj = quiet or bool(context.obj)


# Before the command or behind it.
_quiet = click.option(
    "-q", "--quiet", is_flag=True, expose_value=False, callback=_be_quiet, help="不显示进度，只输出结果。"
)


@click.group(cls=console.Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="zhicheng")
@_quiet
def program() -> None:
    """职称评审文件生成工具：由填写的数据生成公示、承诺书、花名册、年度通知等 Word 和 PDF 文件。"""


@program.command()
@click.option("-o", "--output", type=_FILE, default=Path("output"), help="放到哪个文件夹，默认 output。")
@click.option("--format", "formats", default="docx,pdf,xlsx", help="格式，用逗号隔开：docx,pdf,html,xlsx。")
@_quiet
@click.pass_obj
def demo(quiet: bool, output: Path, formats: str) -> None:
    """用自带的示例数据生成全部文件，并说明放在哪里。"""
    from generator.jobs import demo as make_everything

    report = make_everything(root=output, formats=_formats(formats), progress=_progress(quiet))
    _print_report(report, output, quiet)


@program.command()
@click.argument("data", metavar="数据文件...", nargs=-1, required=True, type=_FILE)
@click.option("--campaign", type=_FILE, help="年度评审数据文件；不写则用申报人文件里的“评审”。")
@click.option("--only", multiple=True, metavar="文件名称", help="只生成这一种，可重复；写法见 zhicheng template list。")
@click.option("--format", "formats", default="docx,pdf", help="格式，用逗号隔开：docx,pdf,html,xlsx。")
@click.option("--blank", type=click.Choice(BLANKS), help="生成空白表：模板（××示范）或手填（留空）。")
@click.option("--templates", type=_FILE, help="自己的模板文件夹，优先于自带模板。")
@click.option("--template", "own", multiple=True, type=_FILE, help="自己的 Word 模板（.docx），可重复。")
@click.option("--public", is_flag=True, help="自己的模板要公开张贴：身份证号隐去，不印电话和出生年月。")
@click.option("--accept", "rules", multiple=True, metavar="规则", help="这条规则已核实，仍要生成；可重复。")
@click.option("--reason", "reasons", multiple=True, metavar="理由", help="核实的情况，记入文件属性和生成结果表。")
@click.option("-o", "--output", type=_FILE, default=Path("output"), help="放到哪个文件夹，默认 output。")
@_quiet
@click.pass_obj
def build(quiet: bool, data, campaign, only, formats, blank, templates, own, public, rules, reasons, output) -> None:
    """生成文件。数据文件可以是申报人或年度评审的，可写几个，也可写文件夹。"""
    from generator.catalog import Library
    from generator.jobs import run
    from generator.judging import statements
    from generator.pack_templates import in_force

    library = Library(in_force(templates, campaign, *data))
    report = run(
        data,
        campaign=campaign,
        only=only,
        formats=_formats(formats),
        state=blank or FILLED,
        library=library,
        own=own,
        public=public,
        accepted=statements(rules, reasons),
        root=output,
        progress=_progress(quiet),
    )
    for path in () if quiet else report.own_templates:
        click.echo(f"用了自己的模板：{path}", err=True)
    _print_report(report, output, quiet)


@program.command()
@click.argument("source", metavar="名单", required=False, type=_FILE)
@click.option("--campaign", type=_FILE, help="年度评审数据文件，名单上的人都按它办理。")
@click.option("--only", multiple=True, metavar="文件名称", help="只生成这一种，可重复；写法见 zhicheng template list。")
@click.option("--format", "formats", default="docx,pdf,xlsx", help="格式，用逗号隔开：docx,pdf,html,xlsx。")
@click.option("--templates", type=_FILE, help="自己的模板文件夹，优先于自带模板。")
@click.option("--template", "own", multiple=True, type=_FILE, help="自己的 Word 模板（.docx），可重复。")
@click.option("--public", is_flag=True, help="自己的模板要公开张贴：身份证号隐去，不印电话和出生年月。")
@click.option("--accept", "rules", multiple=True, metavar="规则", help="这条规则已核实，仍要生成；可重复。")
@click.option("--reason", "reasons", multiple=True, metavar="理由", help="核实的情况，记入文件属性和生成结果表。")
@click.option("--roster-template", type=_FILE, help="主管部门的花名册（.xlsx 或 .docx），照它的表头填入。")
@click.option("--merge", is_flag=True, help="每种文件合成一份，每人从单数页起，便于双面打印。")
@click.option("--zip", "as_zip", is_flag=True, help="全部放进一个压缩文件，-o 写它的名称。")
@click.option("--jobs", "workers", type=click.IntRange(1), default=1, help="用几个进程同时做，默认1个。")
@click.option("--dask", metavar="地址", help="交给 dask 的多台机器做，写调度器的地址，如 tcp://10.0.0.1:8786。")
@click.option("--sample", is_flag=True, help="不生成文件，写出一份名单样表（.xlsx），照着填。")
@click.option("-o", "--output", default="output", help="放到哪个文件夹，或哪个网址；默认 output。")
@_quiet
@click.pass_obj
def batch(quiet: bool, source, campaign, sample: bool, output: str, **options) -> None:
    """由名单（Excel、CSV、YAML、JSON Lines）一次生成许多人的文件，附一份生成结果表。"""
    if campaign is None:
        raise click.UsageError("请用 --campaign 指定年度评审数据文件")
    if sample:
        from generator.batch.sample import write_sample

        click.echo(str(write_sample(campaign, source or Path(f"{output}.xlsx"))))
        return
    if source is None:
        raise click.UsageError("请写名单文件的名称；要样表请加 --sample")
    from generator.batch.command import run_batch, spec_of, wishes_of
    from generator.pack_templates import in_force

    options["templates"] = in_force(options["templates"], campaign)
    spec = spec_of(**options, formats_chosen=_formats(options["formats"]))
    with _record_progress(quiet) as progress:
        receipt = run_batch(wishes_of(source, campaign, output, progress=progress, **options), spec)
    click.echo(receipt.summary())
    for finding in receipt.findings if not quiet else ():
        click.echo(f"{LEVEL_NAMES[finding.level]}　{finding}", err=True)
    if not quiet:
        click.echo(f"逐份结果见 {output} 里的“生成结果表”。", err=True)
    if receipt.stopped:
        sys.exit(130)
    if receipt.counts["failed"] or any(finding.level == "error" for finding in receipt.findings):
        sys.exit(EXIT_FINDINGS)


@program.command()
@click.argument("campaign", metavar="年度评审数据文件", type=_FILE)
@click.option("-o", "--output", type=_FILE, required=True, help="评审包的名称，以 .zip 结尾。")
@click.option("--templates", type=_FILE, help="自己的模板文件夹，一起放进评审包。")
@click.option("--force", is_flag=True, help="已有同名的文件时，覆盖它。")
@_quiet
@click.pass_obj
def pack(quiet: bool, campaign: Path, output: Path, templates: Path | None, force: bool) -> None:
    """做一个年度评审包，发给各单位：评审数据、模板、空白表、名单样表、信息表和说明。"""
    from generator.catalog import Library
    from generator.pack import save_pack
    from generator.pack_templates import in_force

    made = save_pack(campaign, output, Library(in_force(templates, campaign)), force=force)
    click.echo(str(output))
    if not quiet:
        for hint in made.hints:
            click.echo(f"{LEVEL_NAMES[hint.level]}　{hint}", err=True)
        click.echo(f"评审包里有{len(made.names)}个文件，使用方法见其中的“说明.docx”。", err=True)


@program.command()
@click.argument("files", metavar="数据文件...", nargs=-1, required=True, type=_FILE)
@click.option("--campaign", type=_FILE, help="年度评审数据文件；不写则用申报人文件里的“评审”。")
@click.option("--explain", is_flag=True, help="逐条说明申报人是否符合条件（预审）。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON，供程序读取。")
def check(files, campaign, explain: bool, as_json: bool) -> None:
    """检查数据文件和名单，列出必须改、建议改和提示。"""
    from generator.checking import alike_together
    from generator.checking import check as check_files

    checked = check_files(files, campaign, explain=explain)
    if as_json:
        content = {"findings": [finding.as_dict() for finding in checked.findings]}
        if explain:
            content["eligibility"] = [
                {"file": str(loaded.path), "applicant": loaded.case.applicant.name, **result.as_dict()}
                for loaded, result in checked.eligibility
            ]
        click.echo(json.dumps(content, ensure_ascii=False, indent=2))
    else:
        _print_eligibility(checked.eligibility)
        _print_findings(alike_together(checked.findings))
        _print_counts(checked.findings)
    _exit_on_errors(checked.findings)


@program.command("rules")
@click.option("--markdown", is_flag=True, help="写成说明页。")
def rules_(markdown: bool) -> None:
    """列出检查所用的全部规则：名称、轻重、要求和依据。"""
    from generator.rules_page import rule_lines, rules_page

    if markdown:
        click.echo(rules_page(), nl=False)
        return
    for line in rule_lines():
        click.echo(line)


@program.command()
@click.argument("source", metavar="数据文件", type=_FILE)
@click.option("--year", type=int, required=True, help="新的年度，例如 2025。")
@click.option("-o", "--output", type=_FILE, required=True, help="新文件的名称；原来的文件不改。")
@click.option("--force", is_flag=True, help="已有同名的新文件时，覆盖它。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON，供程序读取。")
@_quiet
@click.pass_obj
def roll(quiet: bool, source: Path, year: int, output: Path, force: bool, as_json: bool) -> None:
    """由上一年度的年度评审或公文数据做新一年度的，列出要人确认的各项。"""
    from generator.output import require_new_data_file, write_file
    from generator.rolling.report import as_dict, lines, summary
    from generator.rolling.roll import roll as roll_file

    require_new_data_file(source, output, force=force)
    rolled = roll_file(source, year)
    write_file(output, rolled.content)
    if as_json:
        click.echo(json.dumps(as_dict(rolled, output), ensure_ascii=False, indent=2))
    else:
        for line in lines(rolled):
            click.echo(line)
    if not quiet:
        click.echo(summary(rolled, output), err=True)


@program.command()
@click.argument("old", metavar="原来的", type=_FILE)
@click.argument("new", metavar="现在的", type=_FILE)
@click.option("-o", "--output", "page", type=_FILE, help="另写成一页对照表：.docx、.html 或 .pdf。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON，供程序读取。")
@_quiet
@click.pass_obj
def diff(quiet: bool, old: Path, new: Path, page: Path | None, as_json: bool) -> None:
    """两年的不同：比两份年度评审数据、两份公文数据，或两份通知（.docx、.pdf、.txt）。"""
    from generator.catalog import Library
    from generator.comparing.compare import compare
    from generator.comparing.page import save_page

    library = Library()
    comparison = compare(old, new, library)
    if as_json:
        changes = [change.as_dict() for change in comparison.changes]
        content = {"changes": changes, "notes": list(comparison.notes)}
        click.echo(json.dumps(content, ensure_ascii=False, indent=2))
    else:
        for line in (*comparison.changes, *(f"注意　{note}。" for note in comparison.notes)):
            click.echo(str(line))
    if page:
        click.echo(f"对照表：{save_page(comparison, page, library)}", err=True)
    if not quiet:
        count = len(comparison.changes)
        click.echo(f"有{count}处不同。" if count else "没有不同。", err=True)


@program.command("import")
@click.argument("notice", metavar="通知文件", type=_FILE)
@click.option("-o", "--output", type=_FILE, required=True, help="写到哪个数据文件，文件名以 .yaml 结尾。")
@click.option("--force", is_flag=True, help="已有同名的数据文件时，覆盖它。")
@_quiet
@click.pass_obj
def import_(quiet: bool, notice: Path, output: Path, force: bool) -> None:
    """把现有的通知（.docx、.txt、.pdf，或能转换的 .doc、.wps）变成公文数据，一字不丢。"""
    from generator.importing.notice import import_notice, save
    from generator.importing.report import report
    from generator.output import require_new_data_file

    require_new_data_file(notice, output, force=force)
    imported = import_notice(notice)
    click.echo(str(save(imported, output)))
    if not quiet:
        for line in report(imported, output):
            click.echo(line, err=True)
        if findings := imported.findings(output):
            _print_findings(findings, err=True)


@program.group(cls=console.Group)
def template() -> None:
    """模板：有哪些、能用哪些变量、有没有错、复制一份来改。"""


@template.command("list")
@click.option("--templates", type=_FILE, help="自己的模板文件夹。")
def template_list(templates: Path | None) -> None:
    """列出能生成的各种文件。"""
    from generator.catalog import Library

    for document in Library(templates).documents.values():
        click.echo(f"{document.kind}\t{document.name}\t{'、'.join(document.formats)}\t{document.about}")


@template.command("fields")
@click.argument("kind", metavar="[文件名称]", required=False)
@click.option("--markdown", is_flag=True, help="写成说明页，列出全部变量。")
def template_fields(kind: str | None, markdown: bool) -> None:
    """列出模板可用的变量；写了文件名称就只列这种文件用到的。"""
    from generator.catalog import Library
    from generator.reference import field_lines, reference_page

    if markdown and kind:
        raise click.UsageError("--markdown 列出全部变量，不能同时写文件名称")
    if markdown:
        click.echo(reference_page(), nl=False)
        return
    document = Library().document(kind) if kind else None
    for line in field_lines(document):
        click.echo(line)


@template.command("check")
@click.argument("what", metavar="[文件名称或模板文件]...", nargs=-1)
@click.option("--templates", type=_FILE, help="自己的模板文件夹。")
def template_check(what, templates: Path | None) -> None:
    """检查模板。模板文件是 .docx、.md 或 .html；都不写则检查全部。"""
    from generator.catalog import Library
    from generator.template_check import check_templates

    findings = check_templates(what, Library(templates))
    _print_findings(findings)
    _exit_on_errors(findings)


@template.command("copy")
@click.argument("kind", metavar="文件名称")
@click.argument("folder", metavar="文件夹", type=_FILE)
def template_copy(kind: str, folder: Path) -> None:
    """把一种文件的模板复制到文件夹，改好后用“--templates 文件夹”生成。"""
    from generator.catalog import Library
    from generator.template_copy import copy_templates

    library = Library()
    document = library.document(kind)
    for path in copy_templates(document, library, folder):
        click.echo(str(path))
    if document.locked:
        click.echo(f"注意：{document.locked}", err=True)


@program.command()
@click.option("-o", "--output", type=_FILE, default=Path("schema"), help="放到哪个文件夹，默认 schema。")
def schema(output: Path) -> None:
    """写出数据文件的 JSON Schema，供编辑器提示键名。"""
    from generator.model.schema import schemas
    from generator.output import write_file

    for name, content in schemas().items():
        text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
        click.echo(str(write_file(output / name, text.encode("utf-8"))))


@program.command()
def doctor() -> None:
    """检查本机缺什么、怎样装。"""
    from generator.doctor import examine

    for item in examine():
        click.echo(str(item))


def _formats(text: str) -> list[str]:
    from generator.catalog import FORMATS

    parts = (part.strip().lower() for part in text.replace("，", ",").split(","))
    chosen = list(dict.fromkeys(part for part in parts if part))
    unknown = [part for part in chosen if part not in FORMATS]
    if unknown or not chosen:
        raise click.BadParameter(f"没有这种格式：{'、'.join(unknown) or '（空）'}；可选 {'、'.join(FORMATS)}")
    return chosen


def _progress(quiet: bool):
    if quiet or not sys.stderr.isatty():
        return None
    return lambda items: click.progressbar(items, label="正在生成", file=sys.stderr)


@contextmanager
def _record_progress(quiet: bool):
    """What a batch tells how many records there are, and of each that is done: a bar with rate and time left."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label="正在生成", file=sys.stderr, show_pos=True, show_eta=True) as bar:
        yield bar


def _print_report(report, output: Path, quiet: bool) -> None:
    for path in report.paths:
        click.echo(str(path))
    if not quiet:
        for note in report.notes:
            click.echo(note, err=True)
        if report.milder:
            click.echo(f"另有{len(report.milder)}处“{LEVEL_NAMES['warning']}”，详见 zhicheng check。", err=True)
        click.echo(f"生成 {len(report.paths)} 个文件，在 {output} 文件夹里。", err=True)
    if report.findings:
        _print_findings(report.findings, err=True)
    _exit_on_errors(report.findings)


def _print_eligibility(eligibility: list) -> None:
    from generator.rules.eligibility import explained

    for loaded, result in eligibility:
        click.echo(f"{loaded.path} {loaded.case.applicant.name}")
        for line in (*explained(result), ""):
            click.echo(line)


def _print_counts(findings: list[Finding]) -> None:
    counts = {name: sum(finding.level == level for finding in findings) for level, name in LEVEL_NAMES.items()}
    if findings:
        click.echo(f"共有{'、'.join(f'{name}{count}处' for name, count in counts.items() if count)}。", err=True)


def _exit_on_errors(findings: list[Finding]) -> None:
    if any(finding.level == "error" for finding in findings):
        sys.exit(EXIT_FINDINGS)


def _print_findings(findings: list[Finding], *, err: bool = False) -> None:
    from generator.rules.registry import all_rules

    for finding in findings:
        click.echo(f"{LEVEL_NAMES[finding.level]}　{finding}", err=err)
        if finding.basis:
            click.echo(f"　　　　依据：{finding.basis}", err=err)
        if finding.level == "error" and finding.rule in all_rules():
            click.echo(f"　　　　规则：{finding.rule}", err=err)
    if not findings:
        click.echo("没有发现问题。", err=err)


def main() -> None:
    """Runs the program; a user's mistake and a fault of ours each end with their exit code."""
    try:
        program(standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except FindingsError as error:
        _print_findings(list(error.findings), err=True)
        sys.exit(error.exit_code)
    except ZhichengError as error:
        click.echo(f"错误：{error}", err=True)
        sys.exit(error.exit_code)
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except Exception:
        import traceback

        traceback.print_exc()
        click.echo("程序出了故障，不是您填写的问题。请把以上内容发给维护人员。", err=True)
        sys.exit(EXIT_FAULT)
