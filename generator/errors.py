"""The errors a user can cause, each with its exit code. A fault of ours is any other exception.

ZhichengError
├── UsageError      exit 2: a file, name or option that cannot be used
└── FindingsError   exit 1: the data, or a template, has findings at level error
    └── TemplateError   what is wrong stands in a template
"""

import errno
from collections.abc import Iterable

from generator.finding import Finding, Place


class ZhichengError(Exception):
    """A mistake the user can mend; the message says where, what, and what to do."""

    exit_code = 2


class UsageError(ZhichengError):
    """Wrong usage, or input that cannot be read."""


class FindingsError(ZhichengError):
    """The data cannot become a document; `findings` lists every reason."""

    exit_code = 1

    def __init__(self, findings: Iterable[Finding]):
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))


class TemplateError(FindingsError):
    """A template cannot be rendered: undefined variable, broken tag, forbidden expression."""

    def __init__(self, place: str, message: str, remedy: str | None = None):
        super().__init__([Finding("template", "error", message, remedy=remedy, place=Place(file=place))])


_REASONS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EEXIST: "已有同名的文件",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOSPC: "磁盘空间不足",
    errno.EISDIR: "这是一个文件夹",
    errno.ENOTDIR: "路径中间有一个不是文件夹",
    errno.EROFS: "磁盘只能读，不能写",
    errno.ENAMETOOLONG: "文件名或路径太长",
    errno.EINVAL: "文件名里有不能用的字符",
    errno.EBUSY: "文件正被别的程序使用",
    errno.EMFILE: "打开的文件太多",
    errno.ELOOP: "快捷链接绕回了自己",
}


def reason_of(error: OSError) -> str:
    """Why the system refused a file, in Chinese; its own words are mostly English."""
    return _REASONS.get(error.errno, "系统不允许这一操作")
