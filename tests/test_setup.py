"""What is installed: the wheel works outside the checkout, and every dependency is declared, bounded and explained."""

import ast
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import generator

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
# pydantic pins pydantic-core to one release and hands out its parts; a range of our own could only contradict it.
COMES_WITH = {"pydantic-core": "pydantic"}


def normal(name: str) -> str:
    """XlsxWriter → xlsxwriter, python_docx → python-docx"""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(requirements: list[str]) -> set[str]:
    """The names in a list of requirements."""
    return {normal(re.match(r"[\w.-]+", requirement).group()) for requirement in requirements}


RUN_TIME = declared(PROJECT["dependencies"])
TEST = declared(PROJECT["optional-dependencies"]["test"])
EXTRAS = declared(PROJECT["optional-dependencies"]["remote"] + PROJECT["optional-dependencies"]["dask"])


# The wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    [file] = folder.glob("*.whl")
    return file


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """An environment that holds the wheel, and borrows the dependencies from the one the tests run in."""
    folder = tmp_path_factory.mktemp("installed")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    target = subprocess.run(
        [programs / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    # A path file is read only in a folder of the environment itself, so the checkout's editable install stays out.
    (Path(target) / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "--python", str(programs / "python"), "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "-q", "--no-deps", "--no-index", str(wheel)], check=True)
    return programs


def outside() -> dict[str, str]:
    """The environment variables of a user who knows nothing of the checkout."""
    return {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONHOME")}


def test_the_wheel_holds_templates_data_fonts_messages_and_licences(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    shared = {
        f"generator/_share/{path.relative_to(ROOT).as_posix()}"
        for folder in ("data", "templates/clauses", "templates/documents", "templates/fonts", "templates/frames")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    assert shared <= names
    assert "generator/_share/templates/fonts/FandolFang-Regular.otf" in names
    assert "generator/_share/templates/fonts/COPYING" in names
    assert "generator/locale/zh_CN/LC_MESSAGES/zhicheng.mo" in names
    [licence] = [name for name in names if name.endswith(".dist-info/licenses/LICENSE")]
    assert zipfile.ZipFile(wheel).read(licence).startswith(b"MIT License")


def test_the_wheel_holds_only_what_running_needs(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names} == {"generator", f"zhicheng-{generator.__version__}.dist-info"}
    assert [name for name in names if "__pycache__" in name or name.startswith("generator/_share/templates/word")] == []


def test_the_installed_wheel_builds_the_sample_campaign_outside_the_checkout(installed, tmp_path):
    done = subprocess.run(
        [installed / "zhicheng", "demo", "-o", "here"],
        cwd=tmp_path,
        env=outside(),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    where = [installed / "python", "-c", "import generator; print(generator.__file__)"]
    used = subprocess.run(where, cwd=tmp_path, env=outside(), capture_output=True, text=True, check=True).stdout
    assert not Path(used.strip()).is_relative_to(ROOT)
    made = {path.suffix for path in (tmp_path / "here").rglob("*") if path.is_file()}
    assert {".docx", ".pdf"} <= made


def test_without_pango_the_word_files_are_made_and_the_remedy_is_said_once(tmp_path):
    (tmp_path / "weasyprint.py").write_text("print('English advice')\nraise OSError('no Pango')", encoding="utf-8")
    applicant = sorted((ROOT / "data" / "applicants").glob("*.yaml"))[0]
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", str(applicant), "-o", "here"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)]), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0
    assert "建议改" in done.stderr
    assert done.stderr.count("生成 PDF 需要 Pango") == 1
    assert "libpango-1.0-0" in done.stderr
    assert "English" not in done.stdout + done.stderr
    assert {path.suffix for path in (tmp_path / "here").rglob("*") if path.is_file()} == {".docx"}


def test_the_project_is_under_the_mit_licence():
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License\n")
    assert PROJECT["license"].startswith("MIT AND ")


# The dependencies


@pytest.mark.parametrize("requirement", PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"])
def test_every_dependency_has_a_lower_and_an_upper_end(requirement):
    assert re.fullmatch(r"[\w-]+>=[\d.]+,<[\d.]+", requirement)


def test_every_dependency_has_one_line_in_the_page_about_them():
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    run_time, test = page.split("## To develop and test")
    run_time, extras = run_time.split("Extras,")
    rows = re.compile(r"^\| `([\w-]+)` \|", re.MULTILINE)
    assert sorted(rows.findall(run_time)) == sorted(RUN_TIME)
    assert set(re.findall(r"^\| `([\w-]+)` \(", extras, re.MULTILINE)) == EXTRAS
    assert sorted(rows.findall(test)) == sorted(TEST - EXTRAS)


@pytest.mark.parametrize(
    ("folder", "allowed"),
    [("generator", RUN_TIME | EXTRAS), ("templates", RUN_TIME), ("tests", RUN_TIME | TEST), ("docs", RUN_TIME | TEST)],
)
def test_what_is_imported_is_declared(folder, allowed):
    distributions = packages_distributions()
    used = {
        normal(distribution)
        for path in (ROOT / folder).rglob("*.py")
        for name in imported_from_outside(path)
        for distribution in distributions.get(name, ())
    }
    assert {COMES_WITH.get(name, name) for name in used} - {"zhicheng"} <= allowed


def imported_from_outside(path: Path) -> set[str]:
    """The top-level names a file imports, but those of the standard library."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            names.add(node.module.partition(".")[0])
    return names - sys.stdlib_module_names


# The set-up


def set_up(folder: Path, path: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess:
    """Runs the set-up in `folder` with only the programs of `path` in reach."""
    (folder / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "set-up", folder / ".ci")
    shutil.copy(ROOT / "pyproject.toml", folder)
    environment = {"PATH": path, "HOME": str(folder), **variables}
    command = [shutil.which("sh"), ".ci/set-up", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8")


@pytest.fixture
def poor_machine(tmp_path) -> Path:
    """The programs of a Debian machine without Pango and without the right to install it."""
    folder = tmp_path / "programs"
    folder.mkdir()
    for name in ("sh", "cat", "cksum", "dirname", "find", "grep"):
        (folder / name).symlink_to(shutil.which(name))
    for name, text in {
        "id": "echo 1000",
        "sudo": "exit 1",
        "apt-get": "exit 100",
        "dpkg-query": "exit 1",
        "ldconfig": "exit 0",
        "python3": "exit 1",
    }.items():
        program(folder / name, text)
    return folder


def program(path: Path, text: str) -> None:
    """A program of one line."""
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


needs_sh = pytest.mark.skipif(os.name == "nt", reason="the set-up script is for Debian, Ubuntu and macOS")


@needs_sh
def test_without_python_3_11_the_set_up_says_what_is_needed(poor_machine, tmp_path):
    done = set_up(tmp_path, str(poor_machine), "demo")
    assert done.returncode == 1
    assert "需要 Python 3.11 或更高版本" in done.stderr
    assert "make demo PYTHON=" in done.stderr


@needs_sh
def test_without_root_the_set_up_prints_the_command_and_goes_on_to_python(poor_machine, tmp_path):
    done = set_up(tmp_path, str(poor_machine), "demo")
    assert "sudo apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in (
        done.stderr
    )
    assert "Word 不受影响" in done.stderr
    assert "libreoffice" not in done.stderr
    assert "需要 Python" in done.stderr


@needs_sh
def test_the_tests_need_libreoffice_too(poor_machine, tmp_path):
    done = set_up(tmp_path, str(poor_machine), "test")
    assert "libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils" in done.stderr


@needs_sh
def test_in_ci_a_missing_system_package_ends_the_set_up(poor_machine, tmp_path):
    done = set_up(tmp_path, str(poor_machine), "test", CI="true")
    assert done.returncode == 1
    assert "需要 Python" not in done.stderr


@needs_sh
def test_without_the_venv_package_the_set_up_names_it(poor_machine, tmp_path):
    program(poor_machine / "python3", 'case "$2" in *ensurepip*) exit 1;; *print*) echo python3.12-venv;; esac')
    done = set_up(tmp_path, str(poor_machine), "demo")
    assert done.returncode == 1
    assert "sudo apt-get install -y python3.12-venv" in done.stderr


def test_every_script_the_makefile_runs_exists():
    rules = (ROOT / "Makefile").read_text(encoding="utf-8")
    scripts = re.findall(r"\$\(RUN\) ([\w/]+\.py)", rules)
    assert scripts
    assert [script for script in scripts if not (ROOT / script).is_file()] == []
