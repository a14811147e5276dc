"""Milliseconds a document in one warm process: the median of 20 runs for each document and format.

python -m benchmarks.warm [RUNS]
"""

import statistics
import sys
import time

from docs.gallery import subjects
from generator.build import NotApplicable, Request, build
from generator.catalog import Library

RUNS = int(sys.argv[1]) if len(sys.argv) > 1 else 20


def milliseconds(request: Request, format: str, library: Library) -> list[float]:
    """The time of each of RUNS runs, after one that warms the caches."""
    build(request, [format], library)
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        build(request, [format], library)
        times.append((time.perf_counter() - start) * 1000)
    return times


def main() -> None:
    library = Library()
    print(f"{'document':28}{'format':8}{'median ms':>10}{'min':>9}{'max':>9}")
    for document in library.documents.values():
        for case in subjects(document, library):
            try:
                for format in document.formats:
                    times = milliseconds(Request(case, document.kind), format, library)
                    row = (statistics.median(times), min(times), max(times))
                    print(f"{document.kind:28}{format:8}{row[0]:>10.1f}{row[1]:>9.1f}{row[2]:>9.1f}")
                break
            except NotApplicable:
                continue


if __name__ == "__main__":
    main()
