"""Fills a template with docxtpl or docx-mailmerge2, as their documentation shows, and prints the seconds it
took, by the clock and of the processor.

PYTHON fill.py docxtpl|mailmerge TEMPLATE.docx RECORDS.json FOLDER   (run by benchmarks/docx.py with the peers' Python)
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

Record = dict


def docxtpl(template: Path) -> Callable[[Record, Path], None]:
    from docxtpl import DocxTemplate

    document = DocxTemplate(template)

    def fill(record: Record, path: Path) -> None:
        document.render(record, autoescape=True)
        document.save(path)

    return fill


def mailmerge(template: Path) -> Callable[[Record, Path], None]:
    from mailmerge import MailMerge

    def fill(record: Record, path: Path) -> None:
        lines = "\n".join(item["text"] for item in record.get("items", ()))
        with MailMerge(template) as document:
            document.merge(**record | {"items": lines})
            document.write(path)

    return fill


def main() -> None:
    tool, template, records, folder = sys.argv[1], *map(Path, sys.argv[2:])
    fill = {"docxtpl": docxtpl, "mailmerge": mailmerge}[tool](template)
    made = json.loads(records.read_text("utf-8"))
    fill(made[0], folder / "0.docx")
    start, worked = time.perf_counter(), time.process_time()
    for number, record in enumerate(made, start=1):
        fill(record, folder / f"{number}.docx")
    print(time.perf_counter() - start, time.process_time() - worked)


if __name__ == "__main__":
    main()
