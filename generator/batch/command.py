"""`zhicheng batch`: everything that the command line asks for, put together."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.batch import lists
from generator.batch.chunks import Setup
from generator.batch.distributed import dask_executor
from generator.batch.journal import FAILED, Journal, Line, Past
from generator.batch.merging import MergingWorker
from generator.batch.receipt import HTML_NAME, JSON_NAME, XLSX_NAME, Receipt, pieces_of_html, pieces_of_json, workbook
from generator.batch.records import RecordList
from generator.batch.run import Batch
from generator.batch.spec import Spec, policy_hash
from generator.batch.store import Store, ZipStore, store_at
from generator.catalog import ROSTER
from generator.errors import UsageError
from generator.folders import campaign_folder
from generator.judging import statements
from generator.loading.packs import content_of, is_inside

_KEPT, _RUNNING, _JOINED = ".生成记录.jsonl", ".生成记录.part.jsonl", ".合并记录.jsonl"


@dataclass
class Wishes:
    """What the command line says."""

    source: Path
    campaign: Path
    where: str
    as_zip: bool = False
    workers: int = 1
    executor: Any = None
    merge: bool = False
    on_count: Callable[[int], None] = lambda count: None
    on_record: Callable[[Any], None] = lambda record: None


def spec_of(
    *,
    formats_chosen: Sequence[str],
    only: Sequence[str],
    templates: Path | None,
    own: Sequence[Path],
    public: bool,
    rules: Sequence[str],
    reasons: Sequence[str],
    roster_template: Path | None = None,
    **_: Any,
) -> Spec:
    """What the options say of the documents. Raises UsageError for what cannot be asked for."""
    if own and only:
        raise UsageError("--template 已经指明了模板，不能再写 --only")
    if public and not own:
        raise UsageError("--public 只用于自己的模板（--template）；自带的公示和公示结果本来就按公开文件生成")
    accepted = statements(rules, reasons)
    spec = Spec(tuple(formats_chosen), tuple(only), templates, tuple(own), public, accepted, roster_template)
    if not (spec.documents or spec.lists(ROSTER) or roster_template):
        raise UsageError("--only 里没有申报人或名单的文件，写法见 zhicheng template list")
    return spec


def wishes_of(
    source: Path,
    campaign: Path,
    where: str,
    *,
    as_zip: bool,
    workers: int,
    dask: str | None,
    merge: bool,
    own: Sequence[Path],
    progress: Any = None,
    **_: Any,
) -> Wishes:
    """What the options say of the work; `progress` is told how many records there are, and of each that is done.

    Raises UsageError for what does not go together.
    """
    if merge and (dask or workers > 1):
        raise UsageError("--merge 要按名单的先后合成一份，不能同时用 --jobs 或 --dask")
    if merge and own:
        raise UsageError("--merge 只用于自带的文书和模板文件夹里的，不能和 --template 一起写")
    wishes = Wishes(source, campaign, where, as_zip, workers, merge=merge)
    if dask:
        wishes.executor, wishes.workers = dask_executor(dask)
    if progress is not None:
        wishes.on_count = partial(setattr, progress, "length")
        wishes.on_record = lambda record: progress.update(1)
    return wishes


def run_batch(wishes: Wishes, spec: Spec) -> Receipt:
    """Makes everything and writes the receipt. Raises UsageError, FindingsError for what stops the whole."""
    records = RecordList(wishes.source, wishes.campaign)
    files = [Path(file) for file in records.loaded_campaign.sources.files]
    templates, policy = policy_hash(spec, files)
    spec = replace(spec, policy=policy)
    store = store_at(wishes.where, as_zip=wishes.as_zip)
    with _memory(wishes, store) as memory:
        running = memory / _RUNNING
        with closing(Past(memory / _KEPT, _taken_over(running))) as past, Journal(running) as journal:
            opening = partial(store_at, wishes.where, as_zip=False) if store.shared else None
            setup = Setup(spec, records, opening)
            batch = Batch(setup, store, journal, past, wishes.workers, wishes.executor)
            batch.on_count, batch.on_record = wishes.on_count, wishes.on_record
            receipt = batch.receipt
            receipt.hashes = {"templates": templates, "campaign": _hash_of(files), "data": _hash_of([wishes.source])}
            if wishes.merge:
                batch.worker = MergingWorker(spec, campaign_folder(records.campaign))
            batch.run()
            receipt.findings = [*records.told, *receipt.findings]
            with _joined(batch, memory / _JOINED) if wishes.merge else nullcontext(journal) as told:
                if not receipt.stopped:
                    _lists(batch, spec, store, told)
                _write_receipt(receipt, told, store)
        if not receipt.stopped:
            running.replace(memory / _KEPT)
            _before(running).unlink(missing_ok=True)
    store.close()
    return receipt


def _joined(batch: Batch, path: Path) -> Journal:
    """Writes the merged files; a journal that tells of them in the place of each person's own."""
    journal = Journal(path)
    batch.receipt.counts.clear()
    for record in batch.worker.finish(batch.journal.in_order(), batch.store, stopped=batch.receipt.stopped):
        journal.add(record)
        for line in record.lines:
            batch.receipt.count(line)
    return journal


def _lists(batch: Batch, spec: Spec, store: Store, journal: Journal) -> None:
    failed, count = [], 0
    for record in journal.in_order():
        count += 1
        if record.lines and all(line.status == FAILED for line in record.lines):
            failed.append(record.lines[0].applicant)
    made = lists.make_lists(batch.records, spec, store, failed, count)
    batch.receipt.findings += made.findings
    if made.lines:
        journal.add(lists.as_record(count + 1, made.lines))
        for line in made.lines:
            batch.receipt.count(line)


def _write_receipt(receipt: Receipt, journal: Journal, store: Store) -> None:
    def all_lines() -> Iterator[Line]:
        return (line for record in journal.in_order() for line in record.lines)

    store.write(JSON_NAME, "".join(pieces_of_json(receipt, all_lines())).encode())
    store.write(XLSX_NAME, workbook(receipt, all_lines()))
    store.write(HTML_NAME, "".join(pieces_of_html(receipt, all_lines)).encode())


@contextmanager
def _memory(wishes: Wishes, store: Store) -> Iterator[Path]:
    """The folder of this machine in which the journal is kept: beside the files, or for an address the current one.

    A merged file is made as a whole, and nothing is remembered of it.
    """
    if wishes.merge:
        with TemporaryDirectory() as folder:
            yield Path(folder)
    elif isinstance(store, ZipStore):
        yield Path(wishes.where).parent / f".{Path(wishes.where).name}.生成记录"
    else:
        yield Path.cwd() / ".生成记录" if "://" in wishes.where else Path(wishes.where)


def _taken_over(running: Path) -> Path:
    """The journals of runs that were stopped or killed, put together out of the way of the new one."""
    before = _before(running)
    if running.is_file():
        with running.open("rb") as file, before.open("ab") as kept:
            kept.write(file.read() + b"\n")  # ends a line that was cut off
    return before


def _before(running: Path) -> Path:
    return running.with_suffix(".before.jsonl")


def _hash_of(paths: Sequence[Path]) -> str:
    from hashlib import sha256

    whole = sha256()
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() or is_inside(file):
                whole.update(content_of(file))
    return whole.hexdigest()
