"""Makes output/gallery: one small PNG of the first page of each document, from the sample data (`make gallery`)."""

import subprocess
import tempfile
from pathlib import Path

from generator.build import NotApplicable, Output, Request, build
from generator.catalog import APPLICANT, CAMPAIGN, Document, Library
from generator.loading.load import load_case
from generator.model.case import Case
from generator.output import write_file
from generator.resources import data_folder

GALLERY = Path(__file__).parents[1] / "output" / "gallery"
_WIDTH = 420  # pixels


def sample(document: Document, library: Library, cases: list[Case]) -> Output:
    """The document's PDF for the first sample applicant who needs it."""
    campaign = cases[0].campaign
    whole = {CAMPAIGN: Case(campaign), APPLICANT: None}.get(document.data, Case(campaign, roster=tuple(cases)))
    for case in [whole] if whole else cases:
        try:
            return build(Request(case, document.kind), ["pdf"], library)[0]
        except NotApplicable:
            continue
    raise LookupError(f"no sample applicant needs {document.kind}")


def picture(pdf: bytes) -> bytes:
    """The first page as a PNG."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "page.pdf"), Path(folder, "page")
        source.write_bytes(pdf)
        size = ["-scale-to-x", str(_WIDTH), "-scale-to-y", "-1"]
        command = ["pdftoppm", "-png", "-singlefile", *size, str(source), str(target)]
        subprocess.run(command, check=True)
        return target.with_suffix(".png").read_bytes()


def main() -> None:
    library = Library()
    cases = [load_case(path).case for path in sorted(data_folder().glob("applicants/*.yaml"))]
    for document in library.documents.values():
        print(write_file(GALLERY / f"{document.kind}.png", picture(sample(document, library, cases).content)))


if __name__ == "__main__":
    main()
