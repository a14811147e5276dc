"""The new text of a rolled file: the changed values, and behind them the comments `# 待确认：…`.

Nothing else of the file changes, and no line is added: every value stands on the line it stood on.
"""

import re
from collections.abc import Sequence

from generator.loading.confirmation import WORD, Comment, mark_in
from generator.loading.source_map import Path
from generator.rolling.changes import CHECK, IN_TEXT, WAS, Change, Edit, one_line, put_in
from generator.rolling.layout import Layout

_OTHER = "；另："  # before what a person noted in a mark of their own
_OURS = re.compile(rf"(?:[^：；]{{1,30}}：)?(?:{WAS}|{CHECK}|{IN_TEXT})")
_MOST = 4  # values, and reasons of one value, in a mark; the list on the screen has them all


def rolled_text(layout: Layout, changes: Sequence[Change]) -> str:
    """The text with every change made and marked."""
    edits = [edit for change in changes for edit in change.edits]
    lines: dict[int, list[Change]] = {}
    for change in changes:
        if change.mark:
            lines.setdefault(layout.mark_place(change.anchor), []).append(change)
    edits += [_marked(layout, place, here) for place, here in lines.items()]
    return put_in(layout.text, edits)


def marked_lines(layout: Layout) -> list[int]:
    """The lines (from 1) of the old text that bear a mark."""
    return [comment.line for comment in layout.comments if mark_in(comment.text)]


def _marked(layout: Layout, place: int, changes: list[Change]) -> Edit:
    """The mark at the end of a line: in place of an older one there, behind any other comment."""
    words = one_line(_words(changes))  # a value may hold a line's end
    comment = next((one for one in layout.comments if one.end == place), None)
    if comment is None:
        return Edit(place, place, f"  # {WORD}：{words}")
    start, theirs = _old_mark(comment)
    words += f"{_OTHER}{theirs}" if theirs else ""
    gap = "" if start == comment.start else "  "
    return Edit(start, place, f"{gap}# {WORD}：{words}")


def _old_mark(comment: Comment) -> tuple[int, str]:
    """Where the mark in a comment begins (the comment's end where there is none), and what a person noted in it."""
    mark = mark_in(comment.text)
    if mark is None:
        return comment.end, ""
    note = (mark["note"] or "").strip()
    if _OURS.match(note):
        note = note.partition(_OTHER)[2]
    start = comment.start + mark.start()
    return (start if mark.start() == 0 else comment.start + len(comment.text[: mark.start()].rstrip())), note


def _words(changes: list[Change]) -> str:
    """What the changes on one line say, each named where there are several values; those of one list in one go."""
    said: dict[Path, list[str]] = {}
    for change in changes:
        said.setdefault(change.path[:-1] if isinstance(change.path[-1], int) else change.path, []).append(change.mark)
    words = [f"{_key(path)}：{_together(marks)}" if len(said) > 1 else _together(marks) for path, marks in said.items()]
    words = list(dict.fromkeys(words))
    return "；".join(words[:_MOST]) + (f"等{len(words)}处" if len(words) > _MOST else "")


def _together(marks: list[str]) -> str:
    """原为2021、2022 of 原为2021 and 原为2022; others one after the other, none twice."""
    if all(mark.startswith(WAS) and "，" not in mark for mark in marks):
        return WAS + "、".join(mark.removeprefix(WAS) for mark in marks)
    marks = list(dict.fromkeys(marks))
    return "；".join(marks[:_MOST]) + (f"等{len(marks)}处" if len(marks) > _MOST else "")


def _key(path: Path) -> str:
    return next(step for step in reversed(path) if isinstance(step, str))
