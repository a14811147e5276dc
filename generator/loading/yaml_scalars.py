"""Two things YAML does to text behind its writer's back: spaces between wrapped lines, and words after a #."""

import re

import yaml

# Between Chinese characters and punctuation a wrapped line goes on without a space.
_WIDE = r"[\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff“”‘’…—·]"
_WRAPPED = re.compile(rf"(?<={_WIDE})\s*\n\s*(?={_WIDE})")
_SWALLOWED = re.compile(r"[ \t]+#\S")


def unwrapped(event: yaml.ScalarEvent, text: str) -> str:
    """The scalar's value without what YAML adds to it.

    That is the newline after the last line of a block, and the spaces where Chinese text was wrapped over several
    lines. Text with blank lines and text with escapes are otherwise as YAML has them.
    """
    if event.style == "|":
        return event.value.rstrip("\n")
    if event.start_mark.line == event.end_mark.line:
        return event.value
    raw = text[event.start_mark.index : event.end_mark.index]
    raw = raw[1:-1] if event.style in ("'", '"') else raw.partition("\n")[2] if event.style == ">" else raw
    lines = [line.strip() for line in raw.strip().split("\n")]
    if " ".join(lines) != event.value.rstrip("\n"):
        return event.value.rstrip("\n") if event.style == ">" else event.value
    return " ".join(_WRAPPED.sub("", "\n".join(lines)).split("\n"))


def is_cut_short(event: yaml.ScalarEvent, text: str) -> bool:
    """Whether a `#` that looks like content turns the rest of the scalar's line into a comment."""
    return not event.style and _SWALLOWED.match(text, event.end_mark.index) is not None
