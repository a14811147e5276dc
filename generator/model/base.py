"""The field types and the base class that every model shares.

A field has an English name in code and a Chinese alias in data, both declared here and nowhere else. Values come from
the loader as text, lists and mappings; the types below convert them and say in Chinese what is wrong.
"""

from typing import Annotated, Any, ClassVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainValidator,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.text import OwnWords, PartialDate, parse_date

YES, NO = "是", "否"
UNTIL_NOW = "至今"

_DATE_REMEDY = "请写成 2024-9-5、2024年9月5日、2024-9 或 2024年9月"
_MOST_DIGITS = 12


class Model(BaseModel):
    """A frozen record that refuses keys it does not know. A key with nothing after it counts as not written."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)

    aliases: ClassVar[frozenset[str]] = frozenset()

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        cls.aliases = frozenset(field.alias or name for name, field in cls.model_fields.items())

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        return {key: value for key, value in data.items() if value is not None or key not in cls.aliases}


def refused(kind: str, message: str, remedy: str | None = None, **context: str) -> PydanticCustomError:
    """What a converter raises: `message` says in Chinese what is wrong, `remedy` what to do about it."""
    return PydanticCustomError(kind, message, {**context, "remedy": remedy})


def _text(value: Any) -> str:
    if value is None:
        raise refused("empty", "这里没有填写")
    if not isinstance(value, str):
        raise refused("not_text", "这里应填文字，不能是列表或下一级内容")
    return value


def _date(value: Any) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    try:
        return parse_date(_text(value))
    except ValueError as error:
        raise refused("not_date", "{reason}", _DATE_REMEDY, reason=str(error)) from None


def _day(value: Any) -> PartialDate:
    date = _date(value)
    if date.day is None:
        raise refused("not_day", "“{value}”没有写到日", "请写到日，例如 2024-9-5", value=str(value))
    return date


def _open_date(value: Any) -> PartialDate | str:
    return UNTIL_NOW if isinstance(value, str) and value.strip() == UNTIL_NOW else _date(value)


def _number(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    text = _text(value).strip()
    if not text.isdecimal() or len(text) > _MOST_DIGITS:
        raise refused("not_number", "“{value}”不是整数", "请只写阿拉伯数字，不带单位，例如 30", value=text)
    return int(text)


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = _text(value).strip()
    if text not in (YES, NO):
        raise refused("not_flag", "“{value}”不能用在这里", "请写“是”或“否”", value=text)
    return text == YES


def _strip_suffix(suffix: str):
    def strip(value: Any) -> str:
        text = _text(value)
        return text.removesuffix(suffix) or text

    return BeforeValidator(strip)


_TEXT_SCHEMA = {"type": ["string", "number"]}
_DATE_SCHEMA = {"type": ["string", "number"], "examples": ["2024-9-5", "2024年9月5日", "2024-9", "2024年9月"]}

Text = Annotated[str, PlainValidator(_text), WithJsonSchema(_TEXT_SCHEMA)]
"""Text exactly as written: an ID number of 18 digits and `no` stay text."""

Wording = Annotated[OwnWords, PlainValidator(lambda value: OwnWords(_text(value))), WithJsonSchema({"type": "string"})]
"""Words of the office's own in light Markdown, with values of the same file as `{{ … }}`; a block of YAML (`|`)."""

TitleWording = Annotated[
    OwnWords,
    PlainValidator(lambda value: OwnWords("｜".join(_text(value).split("\n")))),
    WithJsonSchema({"type": "string"}),
]
"""A title in the same notation; ｜ or the end of a line is a place where its line may end."""

Date = Annotated[PartialDate, PlainValidator(_date), WithJsonSchema(_DATE_SCHEMA)]
"""A date known to the year, the month or the day, as `generator.text.parse_date` reads it."""

Day = Annotated[PartialDate, PlainValidator(_day), WithJsonSchema(_DATE_SCHEMA)]
"""A date that must name its day."""

OpenDate = Annotated[PartialDate | str, PlainValidator(_open_date), WithJsonSchema(_DATE_SCHEMA)]
"""A date, or 至今 for what still goes on."""

Number = Annotated[int, PlainValidator(_number), WithJsonSchema({"type": ["integer", "string"]})]
"""A whole number of at least 0."""

Flag = Annotated[bool, PlainValidator(_flag), WithJsonSchema({"enum": [YES, NO]})]
"""是 or 否."""

SeriesName = Annotated[str, _strip_suffix("系列"), WithJsonSchema({"type": "string", "examples": ["档案"]})]
"""A title series without the word 系列, which the templates add."""

OfficeName = Annotated[str, _strip_suffix("办公室"), WithJsonSchema({"type": "string", "examples": ["人事"]})]
"""An office without the word 办公室, which the templates add."""

SpecialtyName = Annotated[str, _strip_suffix("专业"), WithJsonSchema({"type": "string", "examples": ["档案"]})]
"""A specialty without the word 专业, which the templates add."""


class _OneOrMore:
    """One item where a list is expected counts as a list of one."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_as_list, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        several = handler(schema)
        return {"anyOf": [several, several["items"]]}


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str | dict) else value


OneOrMore = _OneOrMore()


class Period(Model):
    """From one day to another, both included."""

    start: Day = Field(alias="起", description="第一天", examples=["2024-9-5"])
    end: Day = Field(alias="止", description="最后一天（含当天）", examples=["2024-9-30"])
