"""The receipt of a run: what was made, and on which findings a person stated that it be made all the same."""

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from generator import __version__
from generator.judging import Judge
from generator.output import write_file

NAME = "receipt.json"


def write_receipt(root: Path, paths: Sequence[Path], judge: Judge) -> Path:
    """Writes the receipt into the output folder. Raises UsageError where that cannot be done."""
    documents = [
        {"path": path.relative_to(root).as_posix(), "status": "made", "sha256": sha256(path.read_bytes()).hexdigest()}
        for path in paths
    ]
    accepted = [
        {
            "rule": statement.rule,
            "reason": statement.reason,
            "findings": [finding.as_dict() for finding in judge.used[statement.rule]],
        }
        for statement in judge.accepted
        if statement.rule in judge.used
    ]
    content = {"version": __version__, "documents": documents, "accepted": accepted}
    return write_file(root / NAME, (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8"))
