"""What was doubtful in reading a file, in the words a clerk understands."""

from pathlib import Path

from generator.finding import Finding, Level, Place

MISSING = "〓"  # what Chinese printers set for a character they lack
_SHOWN = 24  # characters of the text that a message quotes


def doubt(path: Path, message: str, remedy: str | None = None, level: Level = "hint") -> Finding:
    """A finding about how the file could be read."""
    return Finding("reading", level, message, remedy=remedy, place=Place(file=str(path)))


def sample(text: str) -> str:
    """The beginning of the text, as a message quotes it."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else f"{plain[:_SHOWN]}…"
