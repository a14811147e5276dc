"""Which documents a set of cases asks for, and the folder each goes to."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.catalog import APPLICANT, CAMPAIGN, CRITERIA, OFFICIAL, ROSTER, Document, Library
from generator.finding import Finding
from generator.folders import campaign_folder
from generator.judging import placed, placed_in_list
from generator.loading.load import Loaded
from generator.model.case import Case
from generator.paper import Request
from generator.rendering.environment import FILLED


@dataclass(frozen=True)
class Job:
    """One document to make, the folder it goes to, and where its data came from (a list's members as well)."""

    request: Request
    folder: Path
    loaded: Loaded
    members: tuple[Loaded, ...] = ()

    def placed(self, finding: Finding) -> Finding:
        """The finding with the place of its field in the file that it came from."""
        return placed_in_list(finding, self.members) if self.members else placed(finding, self.loaded)


@dataclass(frozen=True)
class Wanted:
    """What is asked for: these documents (all that suit, if none), as filled papers or as blanks."""

    library: Library
    chosen: tuple[Document, ...] = ()
    state: str = FILLED

    @property
    def documents(self) -> tuple[Document, ...]:
        return self.chosen or tuple(self.library.documents.values())


def select(
    wanted: Wanted, loaded: Sequence[Loaded], folders: dict[Path, Path], statements: dict[Path, str]
) -> Iterator[Job]:
    """The documents to make of the files: each one's own, then the lists of several applicants.

    `statements` are what the documents made of a file say in their properties.
    """
    for item in loaded:
        subject, folder = _subject(item.case), folders[item.path]
        stated = statements.get(item.path, "")
        for document in wanted.documents:
            draft = bool(item.unconfirmed)
            request = Request(item.case, document.kind, wanted.state, draft=draft, statement=stated)
            if document.data == subject:
                if wanted.chosen or _suits(document, item.case, wanted):
                    yield Job(request, folder, item)
            elif subject == CAMPAIGN and wanted.state != FILLED and document.data in (APPLICANT, ROSTER):
                yield Job(request, folder / f"{wanted.state}空白表", item)
    if wanted.state == FILLED:
        yield from _lists(wanted, loaded, folders, statements)


def by_campaign(loaded: Iterable[Loaded]) -> list[list[Loaded]]:
    """The applicants' files, those of one campaign together."""
    campaigns: dict[str, list[Loaded]] = {}
    for item in loaded:
        if item.case.applicant:
            campaigns.setdefault(campaign_folder(item.case.campaign), []).append(item)
    return list(campaigns.values())


def list_case(members: Sequence[Loaded]) -> Case:
    """The case of a list: the campaign, and every member's own case."""
    return replace(members[0].case, applicant=None, unit=None, roster=tuple(item.case for item in members))


def _lists(
    wanted: Wanted, loaded: Sequence[Loaded], folders: dict[Path, Path], statements: dict[Path, str]
) -> Iterator[Job]:
    """A list for each campaign of all its applicants; for one applicant alone only when asked for by name."""
    for members in by_campaign(loaded):
        if len(members) == 1 and not wanted.chosen:
            continue
        own = folders[members[0].path]
        folder = own.parent if len(members) > 1 else own  # a list of one never replaces the unit's own
        draft = any(item.unconfirmed for item in members)
        lines = (line for item in members for line in statements.get(item.path, "").splitlines())
        stated = "\n".join(dict.fromkeys(lines))
        for document in wanted.documents:
            if document.data == ROSTER:
                request = Request(list_case(members), document.kind, draft=draft, statement=stated)
                yield Job(request, folder, members[0], tuple(members))


def _suits(document: Document, case: Case, wanted: Wanted) -> bool:
    """Whether a document of the case's kind is made unasked: only applicants' papers have blanks; one kind a genre."""
    if document.data == OFFICIAL and document.kind != wanted.library.of_genre(case.document.genre).kind:
        return False
    return document.data == APPLICANT or wanted.state == FILLED


def _subject(case: Case) -> str:
    """What kind of data a document must be made of to be one of this case's."""
    if case.applicant:
        return APPLICANT
    if case.campaign:
        return CAMPAIGN
    return OFFICIAL if case.document else CRITERIA
