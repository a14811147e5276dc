"""Models become template values here, and nowhere else: plain dicts with Chinese keys and display text.

A filled paper gets the case's own values; a blank gets the same keys with nothing in them, so that a template which
works filled works blank. A public paper's values lack what the public must not see: using it there is an error.
"""

import re
import types
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache, partial
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

from generator.errors import FindingsError, TemplateError
from generator.finding import Finding, Place
from generator.lazy import LazyDict, LazyList
from generator.model.applicant import Applicant
from generator.model.base import NO, YES
from generator.model.campaign import Campaign
from generator.model.case import Case
from generator.model.criteria import Criteria
from generator.model.fees import CHARGED, FeeLine, UnitFees, fees_by_unit, people_by_level
from generator.model.official import OfficialDocument
from generator.model.publicity import Publicity
from generator.model.unit import Unit
from generator.text import OwnWords, PartialDate, chinese_date, grouped, mask_id

ID_MASKED, ID_OMITTED = "隐去中间8位", "不印"  # the third choice, 全号, shows the number as it is
_ID = "身份证号"
PUBLIC_WITHHELD = ("联系电话", "出生年月")
"""What a public paper never shows of the applicant; the birth month would complete a masked ID number."""

PRIVATE = (_ID, *PUBLIC_WITHHELD)
"""What a paper must not show in full where the public sees it."""

LINKS = ("类型", "评审", "单位", "公示")
"""The applicant's links to other records: these are roots of their own, not part of 申报人."""

_ROSTER = "名单"
ROSTER_TABLE = "花名册表"
ROSTER_SUMS = "名单合计"
CATALOGUE = "目录行"
_BLANK_ROSTER_ROWS = 8
_ROSTER_TABLE = dict.fromkeys(("列宽", "表头", "行"))
_ROSTER_SUMS = dict.fromkeys(("人数", "金额", "不明人数", "级别", "收取", "单位"))

OFFICIAL, FACTS, TABLES, NOTICE = "公文", "事实", "表格", "通知"
ROOTS: dict[str, type[BaseModel]] = {
    "申报人": Applicant,
    "单位": Unit,
    "评审": Campaign,
    "公示": Publicity,
    OFFICIAL: OfficialDocument,
    "条件": Criteria,
}
STATED = ("评审", OFFICIAL, FACTS, TABLES, "条件")
"""The roots whose values are known whoever applies: blanks print them too."""
_WORDS_PLACE = re.compile(rf"((?:{'|'.join(STATED)})\.[^/\\:]+):(\d+)")

_DERIVED = {computed.alias for model in ROOTS.values() for computed in model.model_computed_fields.values()}


def case_values(case: Case, *, state: str, public: bool = False, filled: bool = True) -> dict[str, Any]:
    """The variables of one document: its case's roots, 名单, 状态, what is made of them: 花名册表, 名单合计, 目录行.

    `filled` False empties 申报人, 单位 and 公示 (the blanks); `public` leaves out the phone and shows the ID number as
    the campaign chooses (masked where it has not chosen).
    """
    if case.campaign is None:
        return {"状态": state, **_own_roots(case)}
    review = _shared(_Identity(case.campaign), "评审")
    roster = case.roster if filled else ()
    known = {
        "状态": state,
        "评审": review,
        "名单": [_applicant_roots(member, public) for member in roster],
        **(_applicant_roots(case, public) if filled else _applicant_roots(Case(case.campaign), public)),
        ROSTER_SUMS: LazyDict(_ROSTER_SUMS, lambda part: roster_sums(case.campaign, roster)[part]),
    }
    # What is made of `known` stands beside it: a dict that held what refers to it would never be let go.
    made = {
        CATALOGUE: LazyList(lambda: catalogue_rows(known["申报人"]["材料"], known)),
        # What is printed of every official document is printed of the notice too.
        OFFICIAL: review[NOTICE],
        "条件": _record(case.criteria, Criteria, "条件"),
    }
    if not public:  # its columns are the campaign's, the phone among them
        rows = 0 if filled else _BLANK_ROSTER_ROWS
        made[ROSTER_TABLE] = LazyDict(_ROSTER_TABLE, lambda part: roster_table(known, blank_rows=rows)[part])
    return known | made


class _Identity:
    """A model as a key: the same object, whatever it says."""

    __slots__ = ("model",)

    def __init__(self, model: BaseModel):
        self.model = model

    def __hash__(self) -> int:
        return id(self.model)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and self.model is other.model


@lru_cache(maxsize=512)
def _shared(record: _Identity, path: str) -> dict[str, Any]:
    """The values of a record that many documents share, such as the campaign of a whole list."""
    return display(record.model, path)


def _own_roots(case: Case) -> dict[str, Any]:
    """The roots of what belongs to no campaign: review conditions, and a document with its facts and tables."""
    if case.document is None:
        return {"条件": _record(case.criteria, Criteria, "条件")}
    document = display(case.document, OFFICIAL)
    return {OFFICIAL: document, FACTS: document[FACTS], TABLES: document[TABLES]}


def _applicant_roots(case: Case, public: bool) -> dict[str, Any]:
    applicant = _shown(Applicant, case.applicant, "", without=LINKS + PUBLIC_WITHHELD if public else LINKS)
    if public:
        _show_id(applicant, case.campaign.publicity_rules.id_display or ID_MASKED)
    publicity = case.applicant.publicity if case.applicant else None
    return {"申报人": applicant, "单位": _unit(case.unit), "公示": _record(publicity, Publicity)}


def _unit(unit: Unit | None) -> dict[str, Any]:
    return blank(Unit) if unit is None else _shared(_Identity(unit), "")


def _show_id(applicant: dict[str, Any], id_display: str) -> None:
    """Makes the ID number what the public may see of it."""
    if id_display == ID_MASKED:
        applicant[_ID] = mask_id(applicant[_ID])
    elif id_display == ID_OMITTED:
        applicant[_ID] = ""


def _record(model: BaseModel | None, kind: type[BaseModel], path: str = "") -> dict[str, Any]:
    return blank(kind) if model is None else display(model, path)


def display(model: BaseModel, path: str = "") -> dict[str, Any]:
    """A model as display text under its Chinese names, computed fields included; `path` leads to it."""
    return _shown(type(model), model, path)


def blank(kind: type[BaseModel]) -> dict[str, Any]:
    """The same keys as `display` gives, with nothing in them."""
    return _shown(kind, None, "")


def _shown(kind: type[BaseModel], model: BaseModel | None, path: str, without: tuple[str, ...] = ()) -> LazyDict:
    table = _table(kind, without)

    def make(alias: str) -> Any:
        name, empty = table[alias]
        value = None if model is None else getattr(model, name)
        return empty() if value is None else _display(value, f"{path}.{alias}" if path else alias)

    return LazyDict(table, make)


def fields(kind: type[BaseModel]) -> Iterator[tuple[str, str, Any]]:
    """(English name, Chinese alias, type) of a model's fields and computed fields."""
    for name, field in kind.model_fields.items():
        yield name, field.alias or name, field.annotation
    for name, computed in kind.model_computed_fields.items():
        yield name, computed.alias or name, computed.return_type


@cache
def _table(kind: type[BaseModel], without: tuple[str, ...]) -> dict[str, tuple[str, Callable[[], Any]]]:
    """By Chinese name the English name of each field but some, and what stands for it where it has no value."""
    return {alias: (name, _empty(annotation)) for name, alias, annotation in fields(kind) if alias not in without}


def _empty(annotation: Any) -> Callable[[], Any]:
    record = record_type(annotation)
    if is_list(annotation):
        return list
    if is_mapping(annotation):
        return dict
    return partial(blank, record) if record else str


def _display(value: Any, path: str) -> Any:
    if type(value) is str:
        return value
    if isinstance(value, BaseModel):
        return display(value, path)
    if isinstance(value, OwnWords):
        return OwnWords.at(path, value)
    if isinstance(value, PartialDate):
        return chinese_date(value)
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, tuple | list):
        return [_display(item, f"{path}.第{number}项") for number, item in enumerate(value, start=1)]
    if isinstance(value, dict):
        return {key: _display(item, f"{path}.{key}") for key, item in value.items()}
    return "" if value is None else value


def record_type(annotation: Any) -> type[BaseModel] | None:
    """The model class that an annotation such as `Degree | None` or `tuple[Post, ...]` holds, if it holds one."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in get_args(annotation):
        if found := record_type(argument):
            return found
    return None


def is_list(annotation: Any) -> bool:
    """Whether an annotation is of a list of values (`tuple[...]`, possibly optional or annotated)."""
    origin = get_origin(annotation)
    if origin in (tuple, list) and annotation is not PartialDate:
        return True
    if origin in (Union, types.UnionType):
        return any(is_list(argument) for argument in get_args(annotation))
    return False


class blaming_own_words:  # noqa: N801 - read as a function: `with blaming_own_words():`
    """A fault in words that a data file brings is told by its field and line, for the caller to place in the file."""

    __slots__ = ()

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _traceback: object) -> None:
        if not isinstance(error, TemplateError):
            return
        findings = [in_own_words(finding) for finding in error.findings]
        if findings != list(error.findings):
            raise FindingsError(findings) from error


def in_own_words(finding: Finding) -> Finding:
    """The finding with the field (公文.正文.第5行) for its place, where that names words of a data file."""
    words = _WORDS_PLACE.fullmatch(str(finding.place))
    return replace(finding, field=f"{words[1]}.第{words[2]}行", place=Place()) if words else finding


def is_mapping(annotation: Any) -> bool:
    """Whether an annotation is of values by names of the writer's choice (`dict[...]`)."""
    return get_origin(annotation) is dict


def value_at(values: dict[str, Any], path: str) -> Any:
    """The value at a dotted path of Chinese names; raises KeyError where the path does not exist."""
    value: Any = values
    for key in path.split("."):
        if not isinstance(value, dict):
            raise KeyError(path)
        try:
            value = value[key]
        except KeyError:
            raise KeyError(path) from None
    return value


def paths_holding(values: Any, text: str, path: str = "") -> Iterator[str]:
    """The dotted paths (申报人.工作经历.第2项.单位) of the records' own values in which `text` occurs."""
    if isinstance(values, dict):
        for key, value in values.items():
            if key not in _DERIVED if path else key in (*ROOTS, _ROSTER):
                yield from paths_holding(value, text, f"{path}.{key}" if path else key)
    elif isinstance(values, list):
        for number, value in enumerate(values, start=1):
            yield from paths_holding(value, text, f"{path}.第{number}项")
    elif isinstance(values, str) and text in values:
        yield path


def roster_table(values: dict[str, Any], *, blank_rows: int) -> dict[str, Any]:
    """The roster's table as the campaign chooses its columns: 列宽, 表头 (one or two rows) and 行."""
    top, below = [], []
    columns = values["评审"]["花名册"]["列"]
    grouped = any(column["下级"] for column in columns)
    for column in columns:
        under = column["下级"]
        top.append({"文字": column["名称"], "跨列": max(len(under), 1), "竖并": "起" if grouped and not under else ""})
        below += [{"文字": leaf["名称"], "跨列": 1, "竖并": ""} for leaf in under]
        if not under:
            below.append({"文字": "", "跨列": 1, "竖并": "续"})
    leaves = dict(_leaves(columns))
    members = enumerate(values["名单"], start=1)
    rows = [_roster_row(leaves, {**values, **member, "序号": number}) for number, member in members]
    rows += [[""] * len(leaves) for _ in range(blank_rows)]
    widths = [leaf["宽"] or 4 for leaf in leaves.values()]
    return {"列宽": widths, "表头": [top, below] if grouped else [top], "行": rows}


def _leaves(columns: list[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """(path in the campaign, column) of each column that holds values."""
    for number, column in enumerate(columns, start=1):
        place = f"评审.花名册.列.第{number}项"
        if not column["下级"]:
            yield place, column
        for position, leaf in enumerate(column["下级"], start=1):
            yield f"{place}.下级.第{position}项", leaf


def _roster_row(columns: dict[str, dict[str, Any]], member: dict[str, Any]) -> list[str]:
    row, findings = [], []
    for place, column in columns.items():
        try:
            text = _cell(value_at(member, column["取值"])) if column["取值"] else ""
            row.append(text or column["空填"])
        except KeyError:
            message = f"花名册“{column['名称']}”一栏的取值“{column['取值']}”不是数据中的一项文字"
            remedy = "请对照 zhicheng template fields 列出的变量改正"
            findings.append(Finding("roster-column", "error", message, f"{place}.取值", remedy))
    if findings:
        raise FindingsError(findings)
    return row


def _cell(value: Any) -> str:
    items = value if isinstance(value, list) else [value]
    if any(isinstance(item, dict | list) for item in items):
        raise KeyError
    return "、".join(map(str, items))


def roster_sums(campaign: Campaign, roster: Sequence[Case]) -> dict[str, Any]:
    """What stands below the roster's table: people by level, and where fees are charged those of each unit, in 元."""
    units = fees_by_unit(campaign, roster) if campaign.fee.charged == CHARGED else []
    levels = people_by_level(campaign, roster).items()
    return {
        **_sum(UnitFees("", tuple(line for unit in units for line in unit.lines))),
        "人数": str(len(roster) or ""),
        "级别": [{"名称": level, "人数": str(people)} for level, people in levels],
        "收取": campaign.fee.charged,
        "单位": [{"名称": unit.name, "各项": list(map(_fee_line, unit.lines)), **_sum(unit)} for unit in units],
    }


def _fee_line(line: FeeLine) -> dict[str, str]:
    each = "" if line.each is None else grouped(line.each)
    sums = {"人数": str(line.people), "每人金额": each, "金额": grouped(line.amount)}
    return {"申报类型": line.track, "级别": line.level, **sums}


def _sum(fees: UnitFees) -> dict[str, str]:
    return {"人数": str(fees.people), "金额": grouped(fees.amount), "不明人数": str(fees.untold or "")}


def catalogue_rows(lines: Sequence[dict[str, Any]], values: dict[str, Any]) -> list[dict[str, Any]]:
    """The lines of the materials catalogue, numbered, and filled up with empty ones to the number that the form has."""
    rows = [{"序号": number, **line} for number, line in enumerate(lines, start=1)]
    wanted = values["评审"]["材料目录"]["行数"] or 0
    rows += [{"序号": number, "名称": "", "件数": ""} for number in range(len(rows) + 1, wanted + 1)]
    return rows
