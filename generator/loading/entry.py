"""One record of a list as it was read, before unit and campaign are joined to it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.finding import Finding
from generator.loading.source_map import Source

Tell = Callable[[Finding], None]
"""Takes a finding on the list as a whole, or one that stops nobody's documents."""


@dataclass(frozen=True)
class UnitRow:
    """What a list says of a unit in a row of its own."""

    data: dict[str, Any]
    source: Source
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Surroundings:
    """What the sheet around a row says of everybody on it: their unit, the level applied for, the units' own rows."""

    unit: str | None = None
    texts: tuple[str, ...] = ()
    """The sheet's name and the lines above its headings."""
    units: Mapping[str, UnitRow] = field(default_factory=dict)
    """The rows of a sheet of units, by the unit's name without what is typed differently."""


@dataclass
class Entry:
    """One applicant as typed: `data` is None where nothing could be made out."""

    data: dict[str, Any] | None
    source: Source
    findings: list[Finding] = field(default_factory=list)
    marks: tuple[Finding, ...] = ()
    around: Surroundings | None = None
    """Of a row or sheet; records in YAML and JSON stand alone."""
    who: str = ""
    """Whose it may be, where there is no data to say so: the name of the file."""
