"""Where a batch puts its files: a folder, one zip file, or any place that fsspec knows. Nobody sees half a file."""

import os
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Protocol
from zipfile import ZipFile, ZipInfo

from generator.errors import UsageError, reason_of
from generator.output import require_writable, write_file

_TEMPORARY = ".part"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_FILE_MODE = 0o644 << 16


class Store(Protocol):
    """Files by their path below the store, with / between folders."""

    shared: bool
    """Whether several processes may write into it; else the bytes are handed to the one that owns it."""

    name: str

    def write(self, path: str, content: bytes) -> None:
        """Puts the file whole or not at all. Raises UsageError where that cannot be done."""

    def digest(self, path: str) -> str | None:
        """The SHA-256 of a file that is there, None of one that is not."""

    def read(self, path: str) -> bytes | None:
        """The file's bytes, or None."""

    def keep(self, path: str) -> None:
        """A file of an earlier run is to stay."""

    def close(self) -> None:
        """Everything has been written."""


class FolderStore:
    """A folder of this machine."""

    shared = True

    def __init__(self, root: Path):
        self.name = str(root)
        self._root = root
        self._made: set[str] = set()

    def open(self) -> "FolderStore":
        """Raises UsageError where no file can be put into the folder."""
        require_writable(self._root)
        return self

    def write(self, path: str, content: bytes) -> None:
        target = f"{self.name}/{path}"
        folder = target.rpartition("/")[0]
        try:
            if folder not in self._made:
                os.makedirs(folder, exist_ok=True)
                self._made.add(folder)
            # One process makes one file at a time, and no two files of a batch have one name.
            temporary = f"{folder}/.{os.getpid()}{_TEMPORARY}"
            with open(temporary, "wb", buffering=0) as file:
                file.write(content)
            os.replace(temporary, target)
        except OSError:
            self._made.discard(folder)
            write_file(Path(target), content)  # the same once more, and told in the user's words where it fails

    def digest(self, path: str) -> str | None:
        content = self.read(path)
        return None if content is None else sha256(content).hexdigest()

    def read(self, path: str) -> bytes | None:
        try:
            with open(f"{self.name}/{path}", "rb", buffering=0) as file:
                return file.read()
        except OSError:
            return None

    def keep(self, path: str) -> None:
        """It stays where it is."""

    def close(self) -> None:
        """Nothing is open."""


class ZipStore:
    """One zip file, written beside its place and put there when it is whole; what it had before can be read."""

    shared = False

    def __init__(self, path: Path):
        self.name = str(path)
        self._path = path
        self._temporary = path.with_name(f".{path.name}{_TEMPORARY}")
        self._old: ZipFile | None = None
        self._new: ZipFile | None = None

    def open(self) -> "ZipStore":
        """Raises UsageError where the file cannot be put."""
        require_writable(self._path.parent)
        try:
            self._old = ZipFile(self._path) if self._path.is_file() else None
        except (OSError, zipfile.BadZipFile):
            self._old = None  # no zip file of ours: it is made anew
        try:
            self._new = ZipFile(self._temporary, "w", zipfile.ZIP_STORED)
        except OSError as error:
            raise UsageError(f"{self._path}：写不进去（{reason_of(error)}）。请检查文件夹权限和磁盘空间") from error
        return self

    def write(self, path: str, content: bytes) -> None:
        try:
            info = ZipInfo(path, _EPOCH)
            info.external_attr = _FILE_MODE
            self._new.writestr(info, content)  # documents are compressed already
        except OSError as error:
            raise UsageError(f"{self._path}：写不进去（{reason_of(error)}）。请检查磁盘空间") from error

    def digest(self, path: str) -> str | None:
        content = self.read(path)
        if content is None:
            return None
        return sha256(content).hexdigest()

    def read(self, path: str) -> bytes | None:
        try:
            return self._old.read(path) if self._old else None
        except (KeyError, OSError, zipfile.BadZipFile):
            return None

    def keep(self, path: str) -> None:
        self.write(path, self._old.read(path))

    def close(self) -> None:
        self._new.close()
        if self._old:
            self._old.close()
        os.replace(self._temporary, self._path)


class RemoteStore:
    """A place that fsspec knows by its address: another machine's disk, an object store, memory."""

    shared = True

    def __init__(self, address: str):
        self.name = address
        self._address = address.rstrip("/")
        self._system = None

    def open(self) -> "RemoteStore":
        """Raises UsageError where the address means nothing here."""
        try:
            import fsspec

            self._system, self._root = fsspec.core.url_to_fs(self._address)
            self._system.makedirs(self._root, exist_ok=True)
        except ImportError as error:
            remedy = "请先安装：pip install fsspec，以及这种地址要用的插件"
            raise UsageError(f"{self._address}：放到网址上要用 fsspec。{remedy}") from error
        except Exception as error:
            raise UsageError(f"{self._address}：打不开（{error}）。请检查地址和权限") from error
        return self

    def write(self, path: str, content: bytes) -> None:
        target = f"{self._root}/{path}"
        try:
            self._system.makedirs(target.rpartition("/")[0], exist_ok=True)
            # Object stores show an object when it is whole; a file system is written beside and renamed.
            if self._system.protocol in ("file", "local") or "file" in self._system.protocol:
                beside = f"{target}.{os.getpid()}{_TEMPORARY}"
                self._system.pipe_file(beside, content)
                self._system.mv(beside, target)
            else:
                self._system.pipe_file(target, content)
        except Exception as error:
            raise UsageError(f"{self._address}/{path}：写不进去（{error}）。请检查网络、权限和空间") from error

    def digest(self, path: str) -> str | None:
        content = self.read(path)
        return None if content is None else sha256(content).hexdigest()

    def read(self, path: str) -> bytes | None:
        try:
            return self._system.cat_file(f"{self._root}/{path}")
        except Exception:
            return None

    def keep(self, path: str) -> None:
        """It stays where it is."""

    def close(self) -> None:
        """Nothing is open."""


def store_at(where: str, *, as_zip: bool) -> Store:
    """The store that an -o names, opened: an address with ://, a zip file where `as_zip`, else a folder."""
    if "://" in where:
        if as_zip:
            raise UsageError("--zip 只能放到本机的文件夹，不能放到网址")
        return RemoteStore(where).open()
    return ZipStore(Path(where)).open() if as_zip else FolderStore(Path(where)).open()
