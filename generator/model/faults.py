"""Several faults of one record, each told at its own place."""

from collections.abc import Iterable
from typing import NamedTuple

from pydantic import ValidationError

from generator.model.base import refused


class Fault(NamedTuple):
    """What is wrong at `place` (keys and indexes from the record that is validated)."""

    place: tuple[str | int, ...]
    message: str
    remedy: str


def refuse(faults: Iterable[Fault]) -> None:
    """Raises ValidationError with every fault at its own place, so that each is told at its line of the file."""
    details = [
        {"type": refused("fault", "{fault}", fault.remedy, fault=fault.message), "loc": fault.place, "input": ""}
        for fault in faults
    ]
    if details:
        raise ValidationError.from_exception_data("数据", details)
