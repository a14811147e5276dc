"""Word files are sound, and another program reads the same words and about as many pages from them."""

import io
import subprocess
import zipfile
from pathlib import Path

from lxml import etree

from tests.documents.hostile import HOSTILE
from tests.documents.papers import KINDS, PAPERS, Paper, of_kind
from tests.documents.reading import pdf_pages, words
from tests.support import needs, schema_errors


def test_word_files_agree_with_the_schemas(paper):
    assert [error for output in paper.outputs("docx") for error in schema_errors(output.content)] == []


def test_word_files_of_hostile_values_agree_with_the_schemas(hostile):
    assert schema_errors(hostile.file("docx")) == []


def converted(papers: list[Paper], wanted: str, folder: Path) -> dict[str, bytes]:
    """Each paper's Word file as LibreOffice converts it, all in one run and in a profile of its own."""
    needs("soffice")
    ending = wanted.partition(":")[0]
    sources = [folder / f"{number}.docx" for number in range(len(papers))]
    for source, paper in zip(sources, papers, strict=True):
        source.write_bytes(paper.file("docx"))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", wanted, "--outdir", folder, *sources]
    subprocess.run(command, capture_output=True, check=True, timeout=300)
    results = [source.with_suffix(f".{ending}").read_bytes() for source in sources]
    return {paper.name: result for paper, result in zip(papers, results, strict=True)}


def opendocument_text(content: bytes) -> str:
    """The text of the body, without the styles' headers and footers."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return "".join(etree.fromstring(package.read("content.xml")).find("{*}body").itertext())


def test_libreoffice_reads_the_same_words(tmp_path):
    """One test, for LibreOffice takes seconds to start; it says which papers differ."""
    ends = ("-everything", "-sample", "-samples", "-bare", "-model", "-hand")
    papers = [paper for paper in PAPERS.values() if paper.name.endswith(ends)] + list(HOSTILE.values())
    texts = converted(papers, "odt", tmp_path)  # plain text would leave out what stands at the foot of a page
    read = {name: words(opendocument_text(text)) for name, text in texts.items()}
    assert [paper.name for paper in papers if read[paper.name] != paper.words("docx")] == []


def test_libreoffice_sets_as_many_pages_as_the_pdf_has_and_numbers_them(tmp_path):
    """Its fonts are not ours, so that a notice of many pages may end a page sooner or later."""
    blanks = [paper for kind in KINDS for paper in of_kind(kind) if paper.name.endswith("-model")]
    notice = PAPERS["annual_notice-filled-sample"]
    made = converted([*blanks, notice], "pdf", tmp_path)
    pages = {paper.name: (len(pdf_pages(made[paper.name])), len(pdf_pages(paper.file("pdf")))) for paper in blanks}
    assert {name: counts for name, counts in pages.items() if counts[0] != counts[1]} == {}
    theirs = pdf_pages(made[notice.name])
    assert abs(len(theirs) - len(pdf_pages(notice.file("pdf")))) <= 1
    assert [
        number for number, page in enumerate(theirs, start=1) if f"—{number}—" not in words(page.extract_text())
    ] == []
