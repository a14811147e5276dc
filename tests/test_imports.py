"""Imports fall one way: the rule of docs/architecture.md, held for every module of the package."""

import ast
import subprocess
import sys
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import generator

PACKAGE = Path(generator.__file__).parent
ANYONE_MAY_IMPORT = {"finding", "errors"}
# Each part of the package (a module or a folder at its top) and what it may import. A new part is entered here first.
MAY_IMPORT = {
    "__init__": set(),
    "finding": set(),
    "errors": set(),
    "text": set(),
    "resources": set(),
    "output": set(),
    "lint": {"text"},
    "reading": {"text"},
    "inspection": {"lint", "reading", "text"},
    "model": {"text"},
    "loading": {"model", "reading", "rendering", "resources", "text"},
    "rules": {"lint", "model", "text", "workdays"},
    "workdays": {"model"},
    "rolling": {"loading", "model", "output", "text", "workdays"},
    "lazy": set(),
    "context": {"lazy", "model", "text"},
    "contract": {"context", "model", "text"},
    "pack_templates": {"loading", "resources"},
    "catalog": {"pack_templates", "resources", "text"},
    "rendering": {"resources", "text"},
    "reference": {"catalog", "context", "contract", "model"},
    "pack": {
        *("__init__", "build", "catalog", "jobs", "loading", "output", "pack_templates", "paper", "rendering"),
    },
    "heading_values": {"context", "loading"},
    "merge_names": {"contract", "heading_values", "loading", "rendering"},
    "roster_template": {"context", "heading_values", "loading", "model", "rendering", "text"},
    "template_check": {"catalog", "contract", "merge_names", "rendering", "text"},
    "template_copy": {"catalog", "output"},
    "paper_values": {"context", "lazy", "model", "rules"},
    "paper": {"catalog", "context", "model", "paper_values", "rendering", "text"},
    "disclosure": {"context", "model", "rendering", "rules"},
    "build": {"catalog", "context", "disclosure", "output", "paper", "rendering"},
    "folders": {"loading", "model", "output"},
    "own_needs": {"catalog", "context", "model", "rendering", "text"},
    "own_words": {"catalog", "context", "contract", "model", "own_needs", "rendering", "text"},
    "own_lint": {"lint", "model", "rules"},
    "own_template": {
        *("disclosure", "build", "context", "merge_names", "model", "output", "paper_values", "rendering"),
    },
    "judging": {"loading", "model", "rules", "workdays"},
    "selection": {"catalog", "folders", "judging", "loading", "model", "paper", "rendering"},
    "report": set(),
    "inputs": {"catalog", "loading", "model", "output", "report"},
    "receipt": {"__init__", "judging", "output"},
    "jobs": {
        *("build", "catalog", "folders", "inputs", "judging", "loading", "output", "own_template", "own_words"),
        *("receipt", "rendering", "report", "resources", "selection"),
    },
    "checking": {
        *("build", "catalog", "inputs", "judging", "loading", "own_lint", "own_words", "paper", "report", "rules"),
        *("model", "pack_templates", "selection", "text"),
    },
    "rules_page": {"lint", "rules"},
    "importing": {"build", "catalog", "loading", "output", "reading", "rendering", "text"},
    "comparing": {
        *("build", "catalog", "context", "importing", "loading", "model", "output", "own_words", "rendering", "text"),
    },
    "batch": {
        *("__init__", "build", "catalog", "folders", "judging", "loading", "model", "output", "own_template", "paper"),
        *("pack_templates", "rendering", "roster_template", "rules", "selection", "text"),
    },
    "console": {"text"},
    "doctor": {"rendering", "resources"},
}
EVERYTHING_BUT_THE_SURFACE = set(MAY_IMPORT)
MAY_IMPORT["cli"] = EVERYTHING_BUT_THE_SURFACE
MAY_IMPORT["web"] = EVERYTHING_BUT_THE_SURFACE
MAY_IMPORT["__main__"] = {"cli"}
# What takes long to import and is needed for some documents only.
HEAVY = {"weasyprint", "xlsxwriter", "openpyxl", "markdown_it", "docxtpl", "docx", "pdfplumber", "python_calamine"}


@cache
def imports_by_module() -> dict[str, set[str]]:
    """The modules of the package, each with those it imports anywhere in its text, inside functions too."""
    names = {module_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}
    return {name: set(imported(path, name, set(names))) for name, path in names.items()}


def module_name(path: Path) -> str:
    """generator/model/unit.py → generator.model.unit"""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path: Path, module: str, known: set[str]):
    """The modules of the package that one file imports."""
    package = module if path.stem == "__init__" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom):
            base = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            origin = ".".join([*base, *([node.module] if node.module else [])])
            for alias in node.names:
                name = f"{origin}.{alias.name}"
                yield from [name] if name in known else [origin] if origin in known else []


def part(module: str) -> str:
    """generator.model.unit → model"""
    return [*module.split("."), "__init__"][1]


def test_every_part_imports_only_what_stands_below_it():
    wrong = [
        f"{module} imports {other}"
        for module, others in imports_by_module().items()
        for other in others
        if part(other) not in {part(module), "__init__"} | ANYONE_MAY_IMPORT | MAY_IMPORT.get(part(module), set())
    ]
    assert wrong == []


def test_every_part_has_its_place_in_the_rule():
    assert {part(module) for module in imports_by_module()} <= set(MAY_IMPORT)


def test_the_rule_itself_has_no_circle():
    TopologicalSorter(MAY_IMPORT).prepare()


def test_no_modules_import_each_other_in_a_circle():
    graph = {module: others - {module} for module, others in imports_by_module().items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        raise AssertionError(f"circle: {' → '.join(error.args[1])}") from None


def test_the_command_line_starts_without_the_libraries_that_only_some_documents_need():
    program = "import sys, generator.cli; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert HEAVY & set(done.stdout.split()) == set()
