"""Installs the tools that the benchmarks measure beside ours, outside the repository (`make bench` does so).

They lie in ~/.cache/zhicheng-benchmarks, or in the folder that ZHICHENG_PEERS names. What cannot be installed (no
network, no Node.js) is said, and the benchmarks leave it out.
"""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

FOLDER = Path(os.environ.get("ZHICHENG_PEERS") or Path.home() / ".cache" / "zhicheng-benchmarks")
PYTHON = FOLDER / "venv" / "bin" / "python"
NODE_MODULES = FOLDER / "node_modules"
_HERE = Path(__file__).parent


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    if not PYTHON.exists():
        venv.create(FOLDER / "venv", with_pip=True)
    _run([str(PYTHON), "-m", "pip", "install", "--quiet", "-r", str(_HERE / "requirements.txt")])
    if shutil.which("npm") is None:
        print("没有 Node.js，docxtemplater、easy-template-x 和 carbone 不参加比较", file=sys.stderr)
        return
    shutil.copy(_HERE / "package.json", FOLDER)
    _run(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(FOLDER)])


def _run(command: list[str]) -> None:
    if subprocess.run(command).returncode:
        print(f"没有装上：{' '.join(command)}", file=sys.stderr)


if __name__ == "__main__":
    main()
