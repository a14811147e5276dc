"""What stands where in the workbooks that people are given to fill in: taken from the model and the campaign."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args, get_origin

from generator.loading.tables.fields import Kind, Leaf, Names, groups, leaves, unit_leaves
from generator.loading.tables.headings import DEGREE_LIST, ID, NAME, UNIT, label
from generator.model.base import NO, YES
from generator.model.campaign import Campaign

BASICS, REST = "基本情况", "其他"
MORE, BY_YEAR = "补充情况", "考核和继续教育"
_ASSESSMENT, _TRAINING, _APPLICATION, _PRESENT = "年度考核", "继续教育", "申报", "现职称"
_IN_THE_LIST = (_PRESENT, _APPLICATION)
_OF_YEARS = (_ASSESSMENT, _TRAINING)
_ON_A_SHEET_OF_THEIR_OWN = frozenset((("思想政治表现",), ("工作表现",), ("廉洁自律",), ("退休时间",), ("免学理由",)))
_CAMPAIGN, _NOTE = ("评审",), ("备注",)
_FOR_CRITERIA = frozenset(("对应条件", "特殊成果", "刊物级别", "本人字数"))
_LONG = frozenset(
    ("内容", "本人贡献", "主要工作", "说明", "思想政治表现", "工作表现", "廉洁自律", "免学理由", "异议", "题目")
)
_DEGREES, _LEVELS = ("中专", "大专", "本科", "研究生"), ("初级", "中级", "副高级", "正高级")


@dataclass(frozen=True)
class Cell:
    """One column, or one label with its answer: the heading, the field, and what may be chosen."""

    heading: str
    names: Names
    leaf: Leaf
    choices: tuple[str, ...] = ()
    must_choose: bool = False
    required: bool = False
    fixed: tuple[tuple[str, str], ...] = ()

    @property
    def is_long(self) -> bool:
        """Whether it holds sentences."""
        return self.names[-1] in _LONG


@dataclass(frozen=True)
class Block:
    """Columns under one upper heading, one list, or the fields of one group."""

    name: str
    cells: tuple[Cell, ...]


def list_blocks(campaign: Campaign) -> tuple[Block, ...]:
    """The columns of the list itself, under their upper headings."""
    own = [leaf for names, leaf in leaves().items() if len(names) == 1 and _is_own(leaf)]
    basics = [_cell(leaf, campaign) for leaf in own if leaf.names != _NOTE]
    unit = _cell(leaves()[UNIT, "名称"], campaign)
    phone = next(number for number, cell in enumerate(basics) if cell.leaf.kind is Kind.PHONE)
    return (
        Block(BASICS, (*basics[: phone + 1], unit, *basics[phone + 1 :])),
        Block(_PRESENT, tuple(_children(_PRESENT, campaign))),
        Block(_APPLICATION, tuple(_children(_APPLICATION, campaign))),
        Block(REST, (_cell(leaves()[_NOTE], campaign),)),
    )


def item_blocks(campaign: Campaign) -> tuple[Block, ...]:
    """The lists that have a sheet, or a small table, of their own."""
    return tuple(
        Block(group.name, tuple(_children(group.name, campaign)))
        for group in groups().values()
        if group.is_list and group.name not in _OF_YEARS
    )


def group_blocks(campaign: Campaign) -> tuple[Block, ...]:
    """What is given once for each person and would make the list too wide: the years, some groups, longer texts."""
    more = [leaf for names, leaf in leaves().items() if names in _ON_A_SHEET_OF_THEIR_OWN]
    years = (*_assessments(campaign), *_trainings(campaign))
    return (
        *((Block(BY_YEAR, years),) if years else ()),
        *(
            Block(group.name, tuple(_children(group.name, campaign)))
            for group in groups().values()
            if not group.is_list and group.name not in (*_IN_THE_LIST, UNIT)
        ),
        Block(MORE, tuple(_cell(leaf, campaign) for leaf in more)),
    )


def unit_block() -> Block:
    """The fields of a unit."""
    cells = (Cell(names[-1], names, leaf, _named_choices(leaf)) for names, leaf in unit_leaves().items())
    return Block(UNIT, tuple(cells))


def key_cells(campaign: Campaign) -> tuple[Cell, Cell]:
    """Name and ID number, by which the rows of other sheets are matched with the list."""
    return _cell(leaves()[NAME], campaign), _cell(leaves()[ID], campaign)


def _is_own(leaf: Leaf) -> bool:
    return leaf.names not in (_CAMPAIGN, *_ON_A_SHEET_OF_THEIR_OWN) and leaf.kind is not Kind.MAPPING


def _children(group: str, campaign: Campaign) -> Iterator[Cell]:
    only = {
        (_APPLICATION, "系列"): not campaign.other_series,
        (_APPLICATION, "专业"): len(campaign.specialties) == 1,
        (_APPLICATION, "申报类型"): len(campaign.tracks) == 1,
    }
    for names, leaf in leaves().items():
        for_criteria = names[-1] in _FOR_CRITERIA and campaign.conditions.criteria is None
        if names[0] == group and leaf.kind is not Kind.MAPPING and not (for_criteria or only.get(names)):
            yield _cell(leaf, campaign, names[-1])


def _cell(leaf: Leaf, campaign: Campaign, heading: str | None = None) -> Cell:
    offered = {
        (_APPLICATION, "系列"): (campaign.series, *campaign.other_series),
        (_APPLICATION, "专业"): campaign.specialties,
        (_APPLICATION, "级别"): campaign.levels,
        (_APPLICATION, "申报类型"): tuple(track.name for track in campaign.tracks),
    }.get(leaf.names, ())
    group = groups().get(leaf.names[0])
    in_required = group is None or group.is_list or leaf.names[0] == _APPLICATION
    return Cell(
        heading or label(leaf.names),
        leaf.names,
        leaf,
        tuple(offered) or _named_choices(leaf),
        bool(offered or literals_of(leaf)),
        leaf.names == ID or in_required and leaf.field.is_required(),
    )


def _named_choices(leaf: Leaf) -> tuple[str, ...]:
    """What the model, or usage, lets a person choose from."""
    if leaf.kind is Kind.FLAG:
        return (YES, NO)
    if words := literals_of(leaf):
        return words
    usual = {
        ("性别",): ("男", "女"),
        (DEGREE_LIST, "学历"): _DEGREES,
        (_PRESENT, "级别"): _LEVELS,
        (_ASSESSMENT, "等次"): leaf.field.examples,
    }
    usual |= dict.fromkeys(((DEGREE_LIST, "学习形式"), ("人员身份",), ("性质",), ("层级",)), leaf.field.examples)
    return tuple(usual.get(leaf.names) or ())


def literals_of(leaf: Leaf) -> tuple[str, ...]:
    """The words that the field takes, where the model allows no others."""
    return tuple(_literals(leaf.field.annotation))


def _literals(annotation: object) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
        return
    for part in get_args(annotation):
        yield from _literals(part)


def _assessments(campaign: Campaign) -> Iterator[Cell]:
    grade = leaves()[_ASSESSMENT, "等次"]
    for year in campaign.assessment_years:
        fixed = (("年度", str(year)),)
        yield Cell(f"{year}年考核", grade.names, grade, _named_choices(grade), fixed=fixed)


def _trainings(campaign: Campaign) -> Iterator[Cell]:
    hours = leaves()[_TRAINING, "学时"]
    spans = campaign.training_years
    years = {"公需科目": {year for span in spans for year in span.general}}
    years["专业科目"] = {year for span in spans for year in span.special}
    for kind, wanted in years.items():
        for year in sorted(wanted):
            fixed = (("年度", str(year)), ("科目", kind))
            yield Cell(f"{year}年{kind[:2]}学时", hours.names, hours, fixed=fixed)
