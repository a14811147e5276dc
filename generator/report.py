"""What a run made, what it left out and why, and what was wrong."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from generator.finding import Finding


@dataclass
class Report:
    """`paths` are the files made, `unread` the data files that could not be read or may not be built upon.

    `milder` are the findings that should be mended and stop nothing.
    """

    paths: list[Path] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    unread: list[Path] = field(default_factory=list)
    own_templates: list[Path] = field(default_factory=list)
    milder: set[Finding] = field(default_factory=set)
    _known: set[Finding] = field(default_factory=set)

    def used(self, templates: Iterable[Path]) -> None:
        """Notes the user's own templates that a document was made of."""
        self.own_templates += [path for path in templates if path not in self.own_templates]

    def add(self, findings: Iterable[Finding]) -> None:
        """Adds what is not yet there: the files share campaigns, units and templates."""
        if len(self._known) != len(self.findings):
            self._known = set(self.findings)
        for finding in findings:
            if finding not in self._known:
                self._known.add(finding)
                self.findings.append(finding)
