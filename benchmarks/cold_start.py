"""Cold start: `zhicheng build` for one commitment letter against a bare docxtpl script, as pairs of whole processes.

The script fills the same Word frame with the same blocks, read from JSON: no data file, no check, no wording.

python benchmarks/cold_start.py [PAIRS]
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generator.catalog import WORDING, Library
from generator.context import case_values
from generator.loading.load import load_case
from generator.rendering.environment import FILLED
from generator.rendering.wording import render_blocks
from generator.resources import data_folder

PAIRS = int(sys.argv[1]) if len(sys.argv) > 1 else 9
_BARE = """
import json, sys
import jinja2
from docxtpl import DocxTemplate
frame, blocks, output = sys.argv[1:]
environment = jinja2.Environment(autoescape=True)
environment.filters["不断行"] = str
environment.filters |= {name: lambda value: "" for name in ("样式", "上空", "右空", "列宽", "跨列", "竖并")}
template = DocxTemplate(frame)
template.render({"块组": json.load(open(blocks, encoding="utf-8")), "文件标题": ""}, jinja_env=environment)
template.save(output)
"""


def seconds(command: list[str]) -> float:
    """The wall time of one process; raises CalledProcessError when it fails."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    applicant = sorted(data_folder().glob("applicants/*.yaml"))[0]
    library = Library()
    wording = library.document("commitment_letter").template(WORDING)
    blocks = render_blocks(
        wording, case_values(load_case(applicant).case, state=FILLED) | {"附件号": ""}, library.loader
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "bare.py").write_text(_BARE, "utf-8")
        (folder / "blocks.json").write_text(json.dumps([block.as_context() for block in blocks]), "utf-8")
        files = [library.find("frames/letter.docx"), folder / "blocks.json", folder / "out.docx"]
        bare = [sys.executable, str(folder / "bare.py"), *map(str, files)]
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
