"""What the rules say of the files of one run, each finding at its place, and what a person states in spite of it.

A case with a finding that must be mended is not built, unless a person has stated for that rule that it was looked into
(已核实，仍要生成) and why; the statement goes into the properties of every file made of the case, and into the receipt.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.errors import UsageError
from generator.finding import Finding, Place
from generator.loading.calendars import load_calendars
from generator.loading.load import Loaded
from generator.loading.packs import pack_among
from generator.loading.title_series import load_title_series
from generator.model.applicant import Applicant
from generator.model.case import Case
from generator.rules import list_findings, person_findings, stopping_findings, year_findings
from generator.rules.eligibility import Eligibility
from generator.rules.eligibility import judge as judge_eligibility
from generator.rules.grounds import Grounds
from generator.rules.registry import UNCONDITIONAL, all_rules
from generator.workdays import Workdays

_OF_THE_LIST = "名单."
_OTHER_ROOTS = ("条件.", "公文.")
_CAMPAIGN, _APPLICANT = "评审.", "申报人."
_OWN_KEYS = Applicant.aliases - {"类型", "评审", "单位", "公示"}  # the last three are roots themselves


@dataclass(frozen=True)
class Statement:
    """A person's statement on one rule: it was looked into, and the documents are wanted all the same."""

    rule: str
    reason: str

    def __str__(self) -> str:
        return f"已核实，仍要生成：{all_rules()[self.rule].about}（{self.rule}）。理由：{self.reason}"


def statements(rules: Sequence[str], reasons: Sequence[str]) -> tuple[Statement, ...]:
    """The statements of --accept and --reason: a reason for each rule, or one for all. Raises UsageError."""
    reasons = [" ".join(reason.split()) for reason in reasons]
    if not (rules or reasons):
        return ()
    if not rules:
        raise UsageError("写了 --reason，没有写 --accept。请写明对哪条规则仍要生成，规则名称见检查结果")
    if len(reasons) not in (1, len(rules)) or not all(reasons):
        raise UsageError("--accept 要和 --reason 一起写，说明核实的情况；几条规则的理由不同时，按同样的先后各写一个")
    for rule in rules:
        if rule not in all_rules():
            raise UsageError(f"没有“{rule}”这条规则，规则名称见 zhicheng rules")
        if rule in UNCONDITIONAL:
            raise UsageError(f"“{rule}”不能用 --accept 放行：{all_rules()[rule].about}")
    return tuple(map(Statement, rules, reasons if len(reasons) == len(rules) else reasons * len(rules)))


@dataclass(frozen=True)
class Verdict:
    """`refused` are the findings that stop the documents; else `statement` is what they bear in their properties."""

    refused: list[Finding]
    statement: str


@dataclass
class Judge:
    """Asks the rules about the files of one run. Calendars are read once for each folder of data and each 评审包."""

    accepted: tuple[Statement, ...] = ()
    used: dict[str, list[Finding]] = field(default_factory=dict)
    """The findings in spite of which documents are made, by their rule."""
    _grounds: dict[tuple[Path, Path | None], Grounds] = field(default_factory=dict)
    _years: dict[tuple[int, int, bool], tuple[Case, list[Finding]]] = field(default_factory=dict)

    def findings(self, loaded: Loaded) -> list[Finding]:
        """Every finding on the case of one file, at its place."""
        grounds = self._grounds_of(loaded)
        return [
            *(_of_campaign(finding, loaded) for finding in self._of_the_year(loaded.case, grounds)),
            *(placed(finding, loaded) for finding in person_findings(loaded.case, grounds)),
        ]

    def _of_the_year(self, case: Case, grounds: Grounds) -> list[Finding]:
        """The same for everybody in a campaign, and therefore asked once."""
        if case.campaign is None:
            return year_findings(case, grounds)
        key = id(case.campaign), id(case.criteria), case.applicant is None
        if key not in self._years:
            self._years[key] = case, year_findings(case, grounds)  # the case keeps the ids from being given anew
        return self._years[key][1]

    def verdict(self, loaded: Loaded) -> "Verdict":
        """Whether the documents of one file may be made; only what stops them is looked up in the file."""
        grounds = self._grounds_of(loaded)
        year = self._of_the_year(loaded.case, grounds)
        person = stopping_findings(loaded.case, grounds)
        refused = [_of_campaign(finding, loaded) for finding in self.refused(year)]
        refused += [placed(finding, loaded) for finding in self.refused(person)]
        statement = "" if refused else self.stated([*year, *person])
        return Verdict(refused, statement)

    def eligibility(self, loaded: Loaded) -> Eligibility:
        """The pre-check of the applicant of one file, article by article."""
        return judge_eligibility(loaded.case, self._grounds_of(loaded))

    def list_findings(self, members: Sequence[Loaded]) -> list[Finding]:
        """What several applicants of one list show together, at the places of each one's file."""
        return [placed_in_list(finding, members) for finding in list_findings([item.case for item in members])]

    def refused(self, findings: Iterable[Finding]) -> list[Finding]:
        """Those of the findings that stop the documents: what must be mended and nobody has made a statement on."""
        excused = {statement.rule for statement in self.accepted}
        return [finding for finding in findings if finding.level == "error" and finding.rule not in excused]

    def stated(self, findings: Iterable[Finding]) -> str:
        """The statements that the documents of a case with these findings bear, one a line; they count as used."""
        rules = set()
        for finding in findings:
            if finding.level == "error":
                rules.add(finding.rule)
                known = self.used.setdefault(finding.rule, [])
                known += [finding] if finding not in known else []
        return "\n".join(str(statement) for statement in self.accepted if statement.rule in rules)

    def _grounds_of(self, loaded: Loaded) -> Grounds:
        key = loaded.path.resolve().parent, pack_among(loaded.sources.files)
        if key not in self._grounds:
            calendars = load_calendars(loaded.path, key[1])
            self._grounds[key] = Grounds(Workdays(calendars), titles=load_title_series())
        return self._grounds[key]


def placed(finding: Finding, loaded: Loaded) -> Finding:
    """The finding with the place of its field in the user's file, unless it has a place already."""
    if finding.place.file:
        return finding
    if finding.field is None:
        return replace(finding, place=Place(str(loaded.path)))
    return replace(finding, place=loaded.place(_rooted(finding.field, loaded.case)))


def _rooted(field: str, case: Case) -> str:
    """A key of the applicant's own with its root, for the campaign's file may have one of that name (继续教育)."""
    own = case.applicant is not None and field.partition(".")[0] in _OWN_KEYS
    return f"{_APPLICANT}{field}" if own else field


def placed_in_list(finding: Finding, members: Sequence[Loaded]) -> Finding:
    """The same for a finding on a list, whose field 名单.第N项.… is the rest in the file of the Nth member."""
    if not (finding.field or "").startswith(_OF_THE_LIST):
        return placed(finding, members[0])
    _, number, rest = finding.field.split(".", 2)
    return placed(replace(finding, field=rest), members[int(number.removeprefix("第").removesuffix("项")) - 1])


def _of_campaign(finding: Finding, loaded: Loaded) -> Finding:
    """A finding on the year is placed in the campaign's file, though the applicant's may have a key of that name."""
    own = loaded.case.campaign is None or finding.field is None or finding.field.startswith(_OTHER_ROOTS)
    place = None if own else loaded.place(f"{_CAMPAIGN}{finding.field}")
    return replace(finding, place=place) if place and not finding.place.file else placed(finding, loaded)
