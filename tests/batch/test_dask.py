"""The same batch on a real scheduler with two worker processes, one of which is killed midway."""

import os
import signal
import threading
import time

import pytest

from generator.batch.distributed import dask_executor
from generator.batch.journal import MADE
from generator.errors import UsageError
from tests.batch.lists import letters, made, row, write_list

distributed = pytest.importorskip("distributed", reason="dask is an extra")


@pytest.fixture
def cluster():
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as made_here:
        yield made_here


def test_a_killed_worker_costs_only_its_chunk(cluster, tmp_path, root):
    path = write_list(tmp_path / "名单.csv", (row(f"示例{number:04}", str(number)) for number in range(800)))
    executor, workers = dask_executor(cluster.scheduler_address)
    assert workers == 2

    victim = next(iter(cluster.workers.values())).pid

    def kill_one() -> None:
        while len(letters(root)) < 150:
            time.sleep(0.05)
        os.kill(victim, signal.SIGKILL)

    killer = threading.Thread(target=kill_one)
    killer.start()
    receipt = made(path, root, executor=executor, workers=workers)
    killer.join()
    assert receipt.counts == {MADE: 800}
    assert len(letters(root)) == 800
    assert not list(root.rglob("*.part"))
    executor.shutdown()


def test_an_address_where_nobody_answers_is_the_users_mistake():
    with pytest.raises(UsageError, match="连不上"):
        dask_executor("tcp://127.0.0.1:1")
