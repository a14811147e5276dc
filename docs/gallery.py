"""Makes output/gallery: one small PNG of the first page of each document, from the sample data (`make gallery`)."""

import subprocess
import tempfile
from pathlib import Path

from generator.build import NotApplicable, Output, Request, build
from generator.catalog import APPLICANT, CAMPAIGN, CRITERIA, OFFICIAL, Document, Library
from generator.loading.load import load_case
from generator.model.case import Case
from generator.output import write_file
from generator.resources import data_folder

GALLERY = Path(__file__).parents[1] / "output" / "gallery"
_WIDTH = 420  # pixels


def subjects(document: Document, library: Library) -> list[Case]:
    """The sample cases that the document can be made of, the most telling first."""
    applicants = samples("applicants")
    if document.data == APPLICANT:
        return applicants
    if document.data == CAMPAIGN:
        return [Case(applicants[0].campaign)]
    if document.data == CRITERIA:
        return samples("criteria")
    if document.data == OFFICIAL:
        cases = samples("documents")
        return [case for case in cases if library.of_genre(case.document.genre).kind == document.kind][-1:]
    campaign = applicants[0].campaign
    return [Case(campaign, roster=tuple(case for case in applicants if case.campaign == campaign))]


def samples(folder: str) -> list[Case]:
    return [load_case(path).case for path in sorted(data_folder().glob(f"{folder}/*.yaml"))]


def sample(document: Document, library: Library) -> Output:
    """The document's PDF for the first sample that needs it."""
    for case in subjects(document, library):
        try:
            return build(Request(case, document.kind), ["pdf"], library)[0]
        except NotApplicable:
            continue
    raise LookupError(f"no sample needs {document.kind}")


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
    for document in library.documents.values():
        print(write_file(GALLERY / f"{document.kind}.png", picture(sample(document, library).content)))


if __name__ == "__main__":
    main()
