"""What a batch is asked for, in a form that every process can be handed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from generator import __version__
from generator.catalog import APPLICANT, Document, Library
from generator.judging import Statement
from generator.loading.packs import content_of


@dataclass(frozen=True)
class Spec:
    """The documents to make of each applicant: `kinds` (all that suit, if none) in these formats.

    `templates` is the user's folder of templates, `own` are single Word templates to fill instead of our documents, as
    public papers where `public` says so; `accepted` are a person's statements.
    """

    formats: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    templates: Path | None = None
    own: tuple[Path, ...] = ()
    public: bool = False
    accepted: tuple[Statement, ...] = ()
    roster: Path | None = None
    """An office's own roster, to be filled instead of ours."""
    policy: str = field(default="", compare=False)
    """The hash of everything that is the same for all records: program, templates, campaign, wishes."""

    @cached_property
    def library(self) -> Library:
        return Library(self.templates)

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The documents of an applicant that are made. Raises UsageError for a name that is none."""
        chosen = [self.library.document(kind) for kind in self.kinds] or self.library.documents.values()
        return tuple(document for document in chosen if document.data == APPLICANT)

    def lists(self, data: str) -> tuple[Document, ...]:
        """The documents made of all applicants together, whose data is `data`."""
        chosen = [self.library.document(kind) for kind in self.kinds] or self.library.documents.values()
        return tuple(document for document in chosen if document.data == data)


def policy_hash(spec: Spec, files: Sequence[Path]) -> tuple[str, str]:
    """(hash of the templates, hash of the whole policy); `files` are the campaign and what it names."""
    templates = sha256()
    for folder in spec.library.folders:
        for path in sorted(each for each in folder.rglob("*") if each.is_file() and "__pycache__" not in each.parts):
            templates.update(str(path.relative_to(folder)).encode())
            templates.update(path.read_bytes())
    for path in spec.own:
        templates.update(path.read_bytes())
    whole = sha256(templates.digest())
    for part in (__version__, repr((spec.formats, spec.kinds, spec.public, spec.accepted))):
        whole.update(part.encode())
    for path in files:
        whole.update(content_of(path))
    return templates.hexdigest(), whole.hexdigest()
