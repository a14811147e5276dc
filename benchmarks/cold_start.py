"""Cold start: `zhicheng build` for one commitment letter against a bare docxtpl script, as pairs of whole processes.

python benchmarks/cold_start.py [PAIRS]
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generator.resources import data_folder

PAIRS = int(sys.argv[1]) if len(sys.argv) > 1 else 9
_BARE = """
import sys
from docxtpl import DocxTemplate
template = DocxTemplate(sys.argv[1])
template.render({"name": "某某", "text": "本人承诺以上填报的内容和提交的材料完全真实有效。"}, autoescape=True)
template.save(sys.argv[2])
"""


def seconds(command: list[str]) -> float:
    """The wall time of one process; raises CalledProcessError when it fails."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def bare_template(folder: Path) -> Path:
    """A one-page Word file with two tags, as python-docx makes it."""
    import docx

    document = docx.Document()
    document.add_paragraph("{{ name }}")
    document.add_paragraph("{{ text }}")
    document.save(folder / "template.docx")
    return folder / "template.docx"


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "bare.py").write_text(_BARE, "utf-8")
        bare = [sys.executable, str(folder / "bare.py"), str(bare_template(folder)), str(folder / "out.docx")]
        applicant = sorted(data_folder().glob("applicants/*.yaml"))[0]
        ours = [sys.executable, "-m", "generator", "-q", "build", str(applicant), "--only", "commitment_letter"]
        for format in ("docx", "pdf"):
            command = [*ours, "--format", format, "-o", str(folder / "output")]
            seconds(command), seconds(bare)
            pairs = [(seconds(command), seconds(bare)) for _ in range(PAIRS)]
            ratios = sorted(mine / other for mine, other in pairs)
            medians = [statistics.median(times) for times in zip(*pairs, strict=True)]
            print(
                f"{format}: zhicheng {medians[0]:.2f} s, docxtpl {medians[1]:.2f} s, "
                f"ratio {statistics.median(ratios):.2f} ({ratios[0]:.2f}-{ratios[-1]:.2f})"
            )


if __name__ == "__main__":
    main()
