"""A batch from end to end: the list in, each record's documents into the store, the receipt.

One bad record stops no other. What was made from the same data, templates and campaign before, and still stands, is not
made again. A run that was killed is gone on with by running it again: a record counts as done when its line stands in
the journal, and its line is written after its files.
"""

import contextlib
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from hashlib import sha256
from multiprocessing import get_all_start_methods, get_context
from typing import Any

from generator.batch.chunks import Chunk, Setup, by_others, chunked, in_this_process
from generator.batch.folders import Folders
from generator.batch.journal import FAILED, MADE, SKIPPED, Journal, Line, Past, Record
from generator.batch.listed import Listed
from generator.batch.receipt import Receipt
from generator.batch.records import RecordList
from generator.batch.spec import Spec
from generator.batch.store import Store
from generator.batch.work import Done, Task, Worker
from generator.folders import campaign_folder
from generator.judging import Judge
from generator.loading.entry import Entry

UNCHANGED = "没有变化，沿用上次生成的"


@dataclass
class Batch:
    """One batch: `setup` is handed to those who work on it, `journal` and `past` are the local memory of it.

    `workers` is how many processes of this machine work on it; `executor` and its number of workers replace them.
    """

    setup: Setup
    store: Store
    journal: Journal
    past: Past
    workers: int = 1
    executor: Any = None
    worker: Worker | None = None
    """Does the work in this process, where it is not to be the usual one."""
    receipt: Receipt = field(default_factory=Receipt)
    on_count: Callable[[int], None] = lambda count: None
    on_record: Callable[[Record], None] = lambda record: None

    @property
    def spec(self) -> Spec:
        return self.setup.spec

    @property
    def records(self) -> RecordList:
        return self.setup.records

    def run(self) -> Receipt:
        """Does everything, or as much as is done before somebody presses Ctrl-C; then the receipt says so."""
        listed = Listed(self.records.campaign)
        for entry in self.records.entries():
            listed.add(entry)
        self.on_count(len(listed))
        refusals, findings = listed.judged(Judge(self.spec.accepted))
        self.receipt.findings += findings
        try:
            with contextlib.closing(self._work(self._tasks(refusals))) as work:
                for done in work:
                    self._take(done)
        except KeyboardInterrupt:
            self.receipt.stopped = True
        return self.receipt

    def _tasks(self, refusals: dict[int, list]) -> Iterator[tuple[Task, Entry]]:
        """The records that must be worked on; the others are entered as unchanged."""
        folders = Folders()
        above = campaign_folder(self.records.campaign)
        for number, entry in enumerate(self.records.entries(), start=1):
            folder = folders.of(above, *_names(entry))
            key = self._key(entry, folder)
            old = self.past.record(key)
            if old and number not in refusals and self._still_stands(old):
                self._keep(Record(number, key, tuple(map(_unchanged, old.lines))))
                continue
            yield Task(number, key, folder, tuple(refusals.get(number, ()))), entry

    def _key(self, entry: Entry, folder: str) -> str:
        data = repr((self.spec.policy, folder, entry.data, [str(finding) for finding in entry.findings]))
        around = repr(entry.around.unit) + repr(entry.around.units) if entry.around else ""
        return sha256((data + around).encode("utf-8", "surrogatepass")).hexdigest()

    def _still_stands(self, record: Record) -> bool:
        """Whether every document of the record was made, or not needed, and stands as it was made."""
        return all(
            line.path is not None and self.store.digest(line.path) == line.sha256
            if line.path or line.status == MADE
            else line.status == SKIPPED
            for line in record.lines
        )

    def _work(self, tasks: Iterable[tuple[Task, Entry]]) -> Iterator[Done]:
        chunks: Iterable[Chunk] = chunked(tasks)
        if self.executor is not None:
            yield from by_others(self.executor, self.workers, self.setup, chunks)
        elif self.workers == 1 or self.worker:
            worker = self.worker or Worker(self.spec, self.store if self.store.shared else None)
            yield from in_this_process(self.records, worker, chunks)
        else:
            # Nothing of Pango is loaded yet and no thread runs: where the system can fork, workers start at once.
            way = get_context("fork" if "fork" in get_all_start_methods() else "spawn")
            with ProcessPoolExecutor(self.workers, mp_context=way, initializer=_leave_interrupts) as pool:
                yield from by_others(pool, self.workers, self.setup, chunks)

    def _take(self, done: Done) -> None:
        for path, content in done.files:
            self.store.write(path, content)
        self._note(done.record)

    def _keep(self, record: Record) -> None:
        for line in record.lines:
            if line.path:
                self.store.keep(line.path)
        self._note(record)

    def _note(self, record: Record) -> None:
        self.journal.add(record)
        for line in record.lines:
            self.receipt.count(line)
        self.on_record(record)


def _leave_interrupts() -> None:
    """Ctrl-C is the first process's to answer; the others finish the file they are at."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _unchanged(line: Line) -> Line:
    if line.status == FAILED or line.path is None:
        return line
    return Line(line.applicant, line.kind, line.format, line.path, SKIPPED, UNCHANGED, line.source, line.sha256)


def _names(entry: Entry) -> tuple[str, str]:
    """The applicant's name and the unit's, as far as the record says them."""
    data = entry.data or {}
    unit = data.get("单位")
    unit = unit.get("名称") if isinstance(unit, dict) else unit
    around = entry.around.unit if entry.around else None
    return str(data.get("姓名") or "没有姓名"), str(unit or around or "")
