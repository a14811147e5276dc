"""The same input gives the same bytes, in one process and in another."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from generator.build import DOCX, HTML, PDF, XLSX, Output, build
from generator.catalog import Library
from generator.resources import data_folder
from tests.documents.papers import KINDS, of_kind
from tests.support import needs_pango, zhicheng

FORMATS = (DOCX, PDF, HTML, XLSX)


@pytest.mark.parametrize("kind", KINDS)
def test_a_second_run_gives_the_same_bytes(kind):
    needs_pango()
    request = of_kind(kind)[0].request

    def run() -> list[Output]:
        return build(request, FORMATS, Library())

    assert run() == run()


def test_another_process_gives_the_same_bytes(tmp_path):
    needs_pango()
    people = ("abdurehim-memettursun", "lu-zhejie")
    data = [data_folder() / "campaigns" / "bazhou-archives-2024.yaml"]
    data += [data_folder() / "applicants" / f"{name}.yaml" for name in people]

    def run(seed: str) -> dict[str, bytes]:
        folder = tmp_path / f"of-{seed}"
        done = zhicheng(
            "build", *data, "--format", ",".join(FORMATS), "-o", folder, folder=tmp_path, PYTHONHASHSEED=seed
        )
        assert done.returncode == 0, done.stderr
        return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    with ThreadPoolExecutor() as pool:
        first, second = pool.map(run, ("1", "2026"))
    assert {path.rpartition(".")[2] for path in first} == set(FORMATS)
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []
