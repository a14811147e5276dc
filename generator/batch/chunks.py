"""Records worked on in chunks, in this process, in several of this machine, or on many machines.

A chunk is a task that may be done twice with the same result: whoever works on it writes the same files with the same
bytes. Each process keeps what it has loaded: templates, fonts, campaign.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from generator.batch.records import RecordList
from generator.batch.spec import Spec
from generator.batch.work import Done, Task, Worker
from generator.loading.entry import Entry
from generator.loading.lists import Refused

CHUNK = 100
"""Records of one task: enough that handing it over costs little, few enough that a lost worker costs little."""

_AHEAD = 3  # chunks handed to each worker before its first is done


@dataclass(frozen=True)
class Setup:
    """What a process needs to work on any chunk of a batch; `store` opens the store, None where files come back."""

    spec: Spec
    records: RecordList
    store: Callable[[], Any] | None
    identity: str = field(default_factory=lambda: uuid4().hex)
    """Of this batch: a process that has worked on one keeps nothing of it for the next."""


Chunk = list[tuple[Task, Entry]]
_ready: dict[str, tuple[RecordList, Worker]] = {}


def work_on(setup: Setup, chunk: Chunk) -> list[Done]:
    """The work on one chunk, wherever it is done."""
    key = setup.identity
    if key not in _ready:
        _ready.clear()  # a process works for one batch at a time
        _ready[key] = setup.records, Worker(setup.spec, setup.store() if setup.store else None)
    records, worker = _ready[key]
    return [_work_on_one(records, worker, task, entry) for task, entry in chunk]


def _work_on_one(records: RecordList, worker: Worker, task: Task, entry: Entry) -> Done:
    loaded = records.load(entry)
    if isinstance(loaded, Refused):
        return worker.refuse(task, loaded.who, loaded.findings)
    return worker.work(task, loaded)


def chunked(tasks: Iterable[tuple[Task, Entry]], size: int = CHUNK) -> Iterator[Chunk]:
    """The tasks in chunks, as they come."""
    chunk: Chunk = []
    for task in tasks:
        chunk.append(task)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def in_this_process(records: RecordList, worker: Worker, chunks: Iterable[Chunk]) -> Iterator[Done]:
    """Works on everything here, record by record."""
    return (_work_on_one(records, worker, task, entry) for chunk in chunks for task, entry in chunk)


def by_others(executor: Executor, workers: int, setup: Setup, chunks: Iterable[Chunk]) -> Iterator[Done]:
    """Works on the chunks through an executor, as they are done; never more in flight than keeps the workers busy."""
    pending: set[Future] = set()
    source = iter(chunks)
    try:
        while True:
            while len(pending) < workers * _AHEAD and (chunk := next(source, None)) is not None:
                pending.add(executor.submit(work_on, setup, chunk))
            if not pending:
                return
            done, pending = wait(pending, return_when=FIRST_COMPLETED)
            for future in done:
                yield from future.result()
    finally:
        for future in pending:
            future.cancel()
