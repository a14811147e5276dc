"""An official document (公文, GB/T 9704-2012): the parts that every one has, and one in an office's own words."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, computed_field

from generator.model.base import Date, Flag, Model, Number, Period, Text, TitleWording, Wording, refused
from generator.model.prescribed import Numbered, OpenQuestion, Texts

_PARTS = ("附件说明", "落款", "附注", "版记")


class Imprint(Model):
    """Who had the document printed, and when (GB/T 9704-2012, 7.4.3)."""

    office: Text = Field(alias="机关", description="印发机关，多为办公室", examples=["××局办公室"])
    dated: Date = Field(alias="日期", description="送印的日期", examples=["2021-8-18"])


class OfficialParts(Model):
    """The parts of an official document; heading body, signatory and receiver may be three different bodies."""

    letterhead: Texts = Field(
        (),
        alias="发文机关标志",
        description="红头上的字，照原样，多带“文件”二字，太长的在宜换行处写成两项；几个机关联合发文的，"
        "各机关一项，“文件”单独一项；没有红头不写",
        examples=[["××市人力资源和社会保障局文件"]],
    )
    number: Text | None = Field(
        None, alias="发文字号", description="没有文号不写", examples=["巴文体广旅发〔2021〕98号"]
    )
    addressees: Texts = Field(
        (), alias="主送", description="主送机关，依次写；没有不写", examples=[["各县（市）人力资源和社会保障局"]]
    )
    signatory: Texts = Field(
        (), alias="署名", description="落款机关，几个机关依次写；与标题上的机关可以不同；代章的写“××（代章）”"
    )
    dated: Date | None = Field(None, alias="成文日期", description="日未定的只写年月", examples=["2024-9-4", "2024-9"])
    sealed: Flag = Field(True, alias="用印", description="是否加盖印章，决定落款的位置")
    remark: Text | None = Field(
        None, alias="附注", description="日期下一行括号里的话，不写括号", examples=["联系人：张三，电话：0996-0000000"]
    )
    copied_to: Texts = Field(
        (), alias="抄送", description="抄送机关，依次写；没有不写", examples=[["各县市人力资源和社会保障局"]]
    )
    imprint: Imprint | None = Field(None, alias="印发", description="版记中的印发机关和印发日期；没有不写")

    @computed_field(alias="正文自排", description="正文自己排了的部分，如“落款”，不再另排", return_type=tuple[str, ...])
    @property
    def set_in_body(self) -> tuple[str, ...]:
        lines = str(getattr(self, "body", None) or "").splitlines()
        return tuple(name for name in _PARTS if any(line.startswith(f"::: {name}") for line in lines))


def _fact_name(name: str) -> str:
    if not name.isidentifier():
        raise refused(
            "fact_name", "“{name}”不能作名称", "名称只用汉字、字母和数字，不以数字开头，不带空格和标点", name=name
        )
    return name


FactName = Annotated[Text, AfterValidator(_fact_name)]
"""A name that a template's tag can say after a dot."""


class OwnTableCell(Model):
    """A cell of a table, with how many columns and rows it takes; of the wording's notation it knows only tags."""

    text: Wording = Field("", alias="文字", description="格内的文字，可用 {{ 事实.…… }} 引用")
    columns: Number = Field(1, alias="跨列", description="占几列")
    rows: Number = Field(1, alias="跨行", description="占几行")


def _cell(value: Any) -> Any:
    return {"文字": value} if isinstance(value, str) else {"文字": ""} if value is None else value


def _rows(value: Any) -> Any:
    if not isinstance(value, list | tuple):
        return value
    return [[_cell(cell) for cell in row] if isinstance(row, list | tuple) else row for row in value]


class OwnTable(Model):
    """A table of an official document; a cell that another one spans is left out of its row, as in HTML."""

    widths: tuple[Number, ...] = Field((), alias="列宽", description="各列几个汉字宽；不写则各列等宽")
    heading_rows: Number = Field(1, alias="表头行数", description="开头几行是表头，逐页重复")
    rows: Annotated[tuple[tuple[OwnTableCell, ...], ...], BeforeValidator(_rows)] = Field(
        alias="行", description="各行，每行是一个列表；并格的写 {文字: ……, 跨列: 2, 跨行: 1}"
    )


class Facts(Model):
    """What changes from year to year, each by a name of the office's own; the text says `{{ 事实.日期.名称 }}`."""

    years: dict[FactName, Number] = Field({}, alias="年度", description="年度，如申报年度")
    dates: dict[FactName, Date] = Field({}, alias="日期", description="单独的日期")
    periods: dict[FactName, Period] = Field({}, alias="期间", description="有起有止的时间")
    amounts: dict[FactName, Text] = Field({}, alias="金额", description="金额，只写数")
    durations: dict[FactName, Text] = Field({}, alias="期限", description="天数、年数等，连单位写")
    phones: dict[FactName, Text] = Field({}, alias="电话", description="电话号码")
    people: dict[FactName, Text] = Field({}, alias="人员", description="联系人姓名")
    numbers: dict[FactName, Text] = Field({}, alias="文号", description="所引文件的发文字号")
    urls: dict[FactName, Text] = Field({}, alias="网址", description="网址")


class OwnAttachment(Model):
    """An attachment of an official document: in the office's own words, made by a template, or only listed."""

    position: Number | None = Field(None, alias="序号", description="不写则按先后编号", examples=["1"])
    name: Text = Field(alias="名称", description="与附件说明一致", examples=["名额分配表"])
    kind: Text | None = Field(None, alias="文种", description="由哪个模板生成；写了正文的不写")
    body: Wording | None = Field(None, alias="正文", description="附件的全文，写法同公文的正文；只列名称的不写")
    landscape: Flag = Field(False, alias="横向", description="是否横排")


class OfficialDocument(OfficialParts):
    """An official document in an office's own words: 通知, 函, 方案, 公告, 公示, 情况说明 …"""

    record: Literal["公文"] = Field("公文", alias="类型", description="这份文件的类型，写“公文”")
    genre: Text = Field(
        "通知", alias="公文种类", description="通知、函、方案、公告、公示、情况说明等", examples=["通知", "方案"]
    )
    label: Text | None = Field(
        None, alias="附件标号", description="它是另一份公文的附件时，左上角印的字", examples=["附件1"]
    )
    title: TitleWording = Field(
        alias="标题", description="可用｜标出宜换行之处", examples=["关于做好2024年度｜职称评审工作的｜通知"]
    )
    facts: Facts = Field(Facts(), alias="事实", description="逐年会变的日期、金额、电话等，正文用 {{ 事实.…… }} 引用")
    body: Wording = Field(alias="正文", description="从导语到结尾；## 一级标题，### 二级标题，空一行另起一段")
    tables: dict[FactName, OwnTable] = Field({}, alias="表格", description="正文用 {{ 表格.名称|表格 }} 引用")
    attachments: Annotated[tuple[OwnAttachment, ...], Numbered] = Field((), alias="附件", description="依次写")
    open_questions: tuple[OpenQuestion, ...] = Field((), alias="存疑", description="需要核实的地方；检查时作为提示列出")
