"""A whole batch beside docxtpl's rendering alone, and how time and memory grow with the list.

The batch reads a workbook, validates, judges by the rules, makes a commitment letter for each applicant, writes it and
the receipt; docxtpl only fills a template that is ready and saves it. A round runs everything once, each in a process
of its own; the ratios are those of one round.

python -m benchmarks.batch [--records 1000] [--rounds 5]
python -m benchmarks.batch --scale 1000 10000 100000
"""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from xlsxwriter import Workbook

from benchmarks.docx import DOCXTPL, runs
from benchmarks.invented import invented_cases
from benchmarks.peers.subjects import SUBJECTS
from generator.catalog import Library
from generator.resources import data_folder
from generator.rules.identity_numbers import id_check

_ROOT = Path(__file__).parents[1]
_CAMPAIGN = data_folder() / "campaigns" / "bazhou-archives-2024.yaml"
_KIND = "commitment_letter"
_HEADINGS = (
    "姓名",
    "性别",
    "族别",
    "政治面貌",
    "身份证号",
    "联系电话",
    "工作单位",
    "单位性质",
    "申报级别",
    "申报类型",
    "业绩成果1",
)
WAYS = {"one process": (), "two processes": ("--jobs", "2"), "one zip file": ("--zip",)}


def write_list(path: Path, count: int) -> None:
    """A roster of invented people, as an office keeps it."""
    book = Workbook(str(path), {"constant_memory": True, "strings_to_numbers": False})
    sheet = book.add_worksheet("申报人员")
    sheet.write_row(0, 0, ["2024年度档案系列申报人员名单"])
    sheet.write_row(1, 0, _HEADINGS)
    known = invented_cases(min(count, 1000))
    for number in range(count):
        case = known[number % len(known)]
        person, unit = case.applicant, case.unit
        work = person.achievements[0].what if person.achievements else ""
        name = person.name if number < len(known) else f"{person.name}{number // len(known)}"
        values = (
            *(
                name,
                person.sex,
                person.ethnic_group,
                person.political_status,
                _id(number, person.sex),
                f"139{number:08}",
            ),
            *(unit.name, unit.kind, person.application.level, person.application.track, work),
        )
        sheet.write_row(number + 2, 0, [value or "" for value in values])
    book.close()


def _id(number: int, sex: str) -> str:
    """A number in an unassigned region, another one for every person; an odd sequence is a man's."""
    rest, pair = divmod(number, 500)
    sequence = 2 * pair + (sex == "男")
    rest, day = divmod(rest, 28)
    year, month = divmod(rest, 12)
    body = f"990101{1965 + year}{month + 1:02}{day + 1:02}{sequence:03}"
    return body + id_check(body)


def batch_seconds(source: Path, target: Path, *options: str) -> tuple[float, float]:
    """(seconds, peak memory in MB) of a batch in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.batch", "--one", str(source), str(target), *options]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=_ROOT)
    seconds, memory = done.stdout.split()[-2:]
    return float(seconds), float(memory)


def one(source: Path, target: Path, *, workers: int, as_zip: bool) -> None:
    """Runs a batch in this process and prints its seconds and the peak of its memory."""
    from generator.batch.command import Wishes, run_batch
    from generator.batch.spec import Spec

    start = time.perf_counter()
    wishes = Wishes(source, _CAMPAIGN, str(target), as_zip=as_zip, workers=workers)
    receipt = run_batch(wishes, Spec(("docx",), (_KIND,)))
    seconds = time.perf_counter() - start
    assert receipt.counts.total() == receipt.counts["made"], receipt.summary()
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def side_by_side(count: int, rounds: int) -> None:
    """Prints milliseconds a record for each way, and the ratio to docxtpl's rendering alone."""
    subject = next(subject for subject in SUBJECTS if subject.kind == _KIND)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "list.xlsx"
        write_list(source, count)
        alone = next(run for run in runs(subject, count, folder, Library()) if run.tool == DOCXTPL)
        times: dict[str, list[float]] = {way: [] for way in (*WAYS, "docxtpl, rendering alone")}
        for number in range(rounds):
            for way, options in WAYS.items():
                target = folder / f"{way} {number}{'.zip' if '--zip' in options else ''}"
                times[way].append(batch_seconds(source, target, *options)[0])
            target = folder / f"docxtpl {number}"
            target.mkdir()
            times["docxtpl, rendering alone"].append(alone.seconds(target).clock)
    print(f"{count} records, {rounds} rounds, one commitment letter each")
    for way, seconds in times.items():
        each = sorted(1000 * second / count for second in seconds)
        ratios = sorted(other / ours for other, ours in zip(times["docxtpl, rendering alone"], seconds, strict=True))
        ratio = f"docxtpl takes {statistics.median(ratios):5.1f}x ({ratios[0]:.1f}-{ratios[-1]:.1f})"
        print(f"  {way:26}{statistics.median(each):8.3f} ms ({each[0]:.3f}-{each[-1]:.3f})  {ratio}")


def grown(counts: list[int]) -> None:
    """Prints time and memory for lists of these lengths."""
    for count in counts:
        with tempfile.TemporaryDirectory() as name:
            source = Path(name) / "list.xlsx"
            write_list(source, count)
            seconds, memory = batch_seconds(source, Path(name) / "made")
            print(
                f"{count:>8} records {seconds:8.1f} s {1000 * seconds / count:7.3f} ms each {memory:7.0f} MB",
                flush=True,
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--records", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--scale", type=int, nargs="+")
    parser.add_argument("--one", type=Path, nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--jobs", type=int, default=1, help=argparse.SUPPRESS)
    parser.add_argument("--zip", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        one(*options.one, workers=options.jobs, as_zip=options.zip)
    elif options.scale:
        grown(options.scale)
    else:
        side_by_side(options.records, options.rounds)


if __name__ == "__main__":
    main()
