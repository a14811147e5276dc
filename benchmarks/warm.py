"""Milliseconds a document in one warm process: the median of 20 runs for each document and format.

python benchmarks/warm.py [RUNS]
"""

import statistics
import sys
import time

from generator.build import NotApplicable, Request, build
from generator.catalog import APPLICANT, CAMPAIGN, Library
from generator.loading.load import load_case
from generator.model.case import Case
from generator.resources import data_folder

RUNS = int(sys.argv[1]) if len(sys.argv) > 1 else 20


def sample_cases() -> list[Case]:
    """Every sample applicant."""
    return [load_case(path).case for path in sorted(data_folder().glob("applicants/*.yaml"))]


def case_for(data: str, cases: list[Case]) -> list[Case]:
    """The cases to try for a document of this kind of data, most likely first."""
    campaign = Case(cases[0].campaign)
    if data == APPLICANT:
        return cases
    return [campaign] if data == CAMPAIGN else [Case(cases[0].campaign, roster=tuple(cases))]


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
    library, cases = Library(), sample_cases()
    print(f"{'document':28}{'format':8}{'median ms':>10}{'min':>9}{'max':>9}")
    for document in library.documents.values():
        for case in case_for(document.data, cases):
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
