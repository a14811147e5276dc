"""The errors a user can cause, each with its exit code. A fault of ours is any other exception.

ZhichengError
├── UsageError      exit 2: a file, name or option that cannot be used
└── FindingsError   exit 1: the data, or a template, has findings at level error
    └── TemplateError   what is wrong stands in a template
"""

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
