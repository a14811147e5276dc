"""Word documents, one for each of many applicants: Zhicheng beside other tools that fill Word templates.

Each tool gets the same template in its own notation (`peers/word_like.py`) and the values ready to print; Zhicheng is
measured through its whole pipeline with its own templates, and also with that same template as a unit's own. A round
runs every tool once, each in a process of its own, over all records, one file written for each; the ratios are those of
one round. Before a figure is printed, every file of every tool is compared with ours, word for word.

python -m benchmarks.docx [--records 1000] [--rounds 5] [--kinds KIND ...]     peers: see peers/README.md
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from benchmarks.invented import invented_cases
from benchmarks.peers import word_like
from benchmarks.peers.install import NODE_MODULES, PYTHON
from benchmarks.peers.subjects import SUBJECTS, Subject
from benchmarks.peers.text import text_of
from generator.catalog import Library

_HERE = Path(__file__).parent
OURS, OURS_OWN, DOCXTPL = "zhicheng", "zhicheng, same template", "docxtpl"
_PYTHON_PEERS = {DOCXTPL: ("docxtpl", word_like.DOCXTPL), "docx-mailmerge2": ("mailmerge", word_like.MAILMERGE)}
_NODE_PEERS = {
    "docxtemplater": word_like.DOCXTEMPLATER,
    "easy-template-x": word_like.DOCXTEMPLATER,
    "carbone": word_like.CARBONE,
}


class Seconds(NamedTuple):
    """How long a process took to fill the templates, as it measures it itself."""

    clock: float
    processor: float


@dataclass(frozen=True)
class Run:
    """One tool at one document: the command, which takes the folder for the files as its last argument."""

    tool: str
    command: tuple[str, ...]

    def seconds(self, folder: Path) -> Seconds:
        """Makes the files. Raises CalledProcessError when the tool fails."""
        environment = os.environ | {"NODE_PATH": str(NODE_MODULES), "NODE_ENV": "production"}
        command = [*self.command, str(folder)]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment, cwd=_HERE.parent)
        return Seconds(*map(float, done.stdout.split()[-2:]))


def runs(subject: Subject, count: int, folder: Path, library: Library) -> Iterator[Run]:
    """Every tool that is installed, ours first."""
    cases = invented_cases(count)
    records = folder / "records.json"
    records.write_text(json.dumps([subject.record(case, library) for case in cases], ensure_ascii=False), "utf-8")
    marked = subject.marked(cases[0], library)
    own = [sys.executable, "-m", "benchmarks.peers.own", subject.kind]
    yield Run(OURS, (*own, "-", str(count)))
    template = _template(folder, OURS_OWN, word_like.template(marked, subject.own_notation))
    yield Run(OURS_OWN, (*own, template, str(count)))
    for tool, (name, notation) in _PYTHON_PEERS.items():
        template = _template(folder, tool, word_like.template(marked, notation))
        yield Run(tool, (str(PYTHON), str(_HERE / "peers" / "fill.py"), name, template, str(records)))
    for tool, notation in _NODE_PEERS.items():
        template = _template(folder, tool, word_like.template(marked, notation))
        yield Run(tool, ("node", str(_HERE / "peers" / "fill.cjs"), tool, template, str(records)))


def _template(folder: Path, tool: str, content: bytes) -> str:
    path = folder / f"template of {tool}.docx"
    path.write_bytes(content)
    return str(path)


def measured(subject: Subject, count: int, rounds: int, library: Library) -> dict[str, list[Seconds]]:
    """The seconds of each round for each tool. Raises AssertionError where a tool's words are not ours."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        every = [run for run in runs(subject, count, folder, library) if _works(run, folder)]
        seconds: dict[str, list[Seconds]] = {run.tool: [] for run in every}
        for number in range(rounds):
            for run in every:
                target = folder / f"{run.tool} {number}"
                target.mkdir()
                seconds[run.tool].append(run.seconds(target))
                ours = folder / f"{OURS} {number}"
                for record in range(1, count + 1):
                    same = text_of(target / f"{record}.docx") == text_of(ours / f"{record}.docx")
                    assert same, f"{run.tool}: {subject.kind} {record} differs"
    return seconds


def _works(run: Run, folder: Path) -> bool:
    """Whether the tool is installed; one that is not is named and left out."""
    program = Path(run.command[0])
    module = NODE_MODULES / run.tool
    if (
        program == PYTHON
        and not PYTHON.exists()
        or program.name == "node"
        and not (shutil.which("node") and module.exists())
    ):
        print(f"{run.tool}: not installed, left out (see benchmarks/peers/README.md)", file=sys.stderr)
        return False
    return True


def told(seconds: dict[str, list[Seconds]], count: int) -> Iterator[str]:
    """A line for each tool: milliseconds a document, and how many times as long as ours; median, least and most.

    The last column is the same ratio of processor time, which other programs on the machine disturb less.
    """
    for tool, rounds in seconds.items():
        line = f"  {tool:24}{_spread([1000 * one.clock / count for one in rounds], 3)} ms"
        if tool != OURS:
            for name in Seconds._fields:
                pairs = zip(rounds, seconds[OURS], strict=True)
                line += f"{_spread([getattr(other, name) / getattr(ours, name) for other, ours in pairs], 1)} x"
        yield line


def _spread(figures: list[float], digits: int) -> str:
    middle, least, most = (f"{each:.{digits}f}" for each in (statistics.median(figures), min(figures), max(figures)))
    return f"{middle:>9} ({least}-{most})".ljust(26)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--records", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--kinds", nargs="*", default=[subject.kind for subject in SUBJECTS])
    options = parser.parse_args()
    library = Library()
    for subject in SUBJECTS:
        if subject.kind in options.kinds:
            seconds = measured(subject, options.records, options.rounds, library)
            print(f"{subject.kind}: {options.records} documents, {options.rounds} rounds")
            print(*told(seconds, options.records), sep="\n", flush=True)


if __name__ == "__main__":
    main()
