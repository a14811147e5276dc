"""Makes the documents with Zhicheng itself, as `fill.py` does with the others, and prints the seconds it took.

python -m benchmarks.peers.own KIND TEMPLATE.docx COUNT FOLDER   (run by benchmarks/docx.py)

With `-` for the template the document is made by the pipeline (`build`): rules of the document, wording, frame, and the
search of a public paper for what it must not show. With a template it is made as a unit's own Word template is.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.invented import invented_cases
from generator.build import Request, build
from generator.catalog import Library
from generator.model.case import Case
from generator.own_template import build_own
from generator.rendering.environment import FILLED


def maker(kind: str, template: str) -> Callable[[Case], bytes]:
    library = Library()
    public = library.document(kind).public
    if template == "-":
        return lambda case: build(Request(case, kind), ["docx"], library)[0].content
    return lambda case: build_own(case, Path(template), state=FILLED, public=public)[0].content


def main() -> None:
    kind, template, count, folder = sys.argv[1:]
    make = maker(kind, template)
    cases = invented_cases(int(count))
    Path(folder, "0.docx").write_bytes(make(cases[0]))
    start, worked = time.perf_counter(), time.process_time()
    for number, case in enumerate(cases, start=1):
        with open(f"{folder}/{number}.docx", "wb") as file:
            file.write(make(case))
    print(time.perf_counter() - start, time.process_time() - worked)


if __name__ == "__main__":
    main()
