"""The same batch on many machines: an existing dask scheduler through its executor interface.

Chunks are sent out, not records; each worker loads templates, fonts and campaign once. A chunk is done again where a
worker is lost: it writes the same files with the same bytes, into a store that all workers reach.
"""

from typing import Any

from generator.errors import UsageError

_RETRIES = 3


def dask_executor(address: str) -> tuple[Any, int]:
    """(an executor of the scheduler at `address`, how many workers it has). Raises UsageError where it is not there."""
    try:
        from distributed import Client
    except ImportError as error:
        raise UsageError('--dask 要先安装：pip install "zhicheng[dask]"') from error
    try:
        client = Client(address, timeout="10s")
        workers = len(client.scheduler_info()["workers"])
    except (OSError, TimeoutError) as error:
        raise UsageError(f"{address}：连不上 dask 调度器。请检查地址，以及调度器是否在运行") from error
    if not workers:
        raise UsageError(f"{address}：调度器上没有工作进程，请先启动 dask worker")
    return client.get_executor(retries=_RETRIES, pure=False), workers
