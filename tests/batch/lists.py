"""Lists of invented applicants, written where a test wants them, and runs over them."""

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator.batch.command import Wishes, run_batch
from generator.batch.receipt import Receipt
from generator.batch.spec import Spec
from tests.files import CAMPAIGN, FOLDER, id_number

HEADINGS = ("姓名", "身份证号", "工作单位", "单位性质", "申报级别", "申报类型")
LETTER = ("commitment_letter",)


def row(name: str, key: str | None = None, **changed: str) -> dict[str, str]:
    """One applicant's row."""
    values = {"工作单位": "示例档案馆", "单位性质": "事业单位", "申报级别": "中级", "申报类型": "评审"}
    return {"姓名": name, "身份证号": id_number(key or name), **values, **changed}


def write_list(path: Path, rows: Iterable[dict[str, str]], headings: tuple[str, ...] = HEADINGS) -> Path:
    """The rows as a CSV file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, headings, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def made(
    source: Path, where: Path | str, *, kinds=LETTER, formats=("docx",), campaign: Path = CAMPAIGN, **wishes: Any
) -> Receipt:
    """The receipt of a run."""
    spec = wishes.pop("spec", None) or Spec(formats, kinds)
    return run_batch(Wishes(source, campaign, str(where), **wishes), spec)


def receipt_of(where: Path) -> dict[str, Any]:
    return json.loads((where / "receipt.json").read_text("utf-8"))


def letters(where: Path) -> list[str]:
    """The letters' paths below the campaign's folder, by name."""
    return sorted(path.relative_to(where / FOLDER).as_posix() for path in where.glob(f"{FOLDER}/*/*.docx"))


def states(where: Path) -> list[tuple[str, str]]:
    """(applicant, status) of each document on the receipt, in its order."""
    return [(line["applicant"], line["status"]) for line in receipt_of(where)["documents"]]
