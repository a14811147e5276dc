"""Which documents exist, and which template file wins: the user's own folder before the package's."""

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

import yaml
from jinja2 import BaseLoader, FileSystemLoader
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from generator.errors import TemplateError, UsageError
from generator.pack_templates import folder_of
from generator.resources import templates_folder

Format = Literal["docx", "pdf", "html", "xlsx"]
FORMATS: tuple[str, ...] = get_args(Format)
APPLICANT, ROSTER, CAMPAIGN, OFFICIAL, CRITERIA = "申报人", "名单", "年度评审", "公文", "评审条件"
PAGES = "附页"  # what comes only as pages of another document: an attachment in an office's own words, a 版记
DESCRIPTION, WORDING, FORM_DOCX, FORM_HTML = "document.yaml", "wording.md", "form.docx", "form.html"
REQUIRED, OPTIONAL = "必填", "可空"


def _either(choices: dict[str, bool]) -> BeforeValidator:
    def chosen(value: Any) -> bool:
        if not isinstance(value, str) or value not in choices:
            raise ValueError(f"只能写“{'”或“'.join(choices)}”")
        return choices[value]

    return BeforeValidator(chosen)


def _bare(name: str) -> str:
    if name.strip(" .") != name or not name or set(name) & set('/\\:*?"<>|'):
        raise ValueError("只写名称，例如 letter，不能带文件夹")
    return name


_YesNo = Annotated[bool, _either({"是": True, "否": False})]
_Landscape = Annotated[bool, _either({"横向": True, "纵向": False})]
_BareName = Annotated[str, AfterValidator(_bare)]


class Premise(BaseModel):
    """A condition (a Jinja expression over the values) that a filled paper must meet; `field` is what it is on."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    condition: str = Field(alias="条件")
    message: str = Field(alias="说明")
    field: str | None = Field(None, alias="项目")


class Description(BaseModel):
    """What `document.yaml` says of one kind of document."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(alias="名称")
    about: str = Field(alias="说明")
    data: Literal["申报人", "名单", "年度评审", "公文", "评审条件", "附页"] = Field(alias="数据")
    genres: tuple[str, ...] = Field((), alias="公文种类")
    public: _YesNo = Field(False, alias="公开")
    frame: _BareName = Field(alias="版式")
    landscape: _Landscape = Field(False, alias="方向")
    numbered: _YesNo = Field(False, alias="页码")
    formats: tuple[Format, ...] = Field(alias="格式")
    file_name: str = Field(alias="文件名")
    fields: dict[str, Literal["必填", "可空"]] = Field({}, alias="字段")
    applies: str | None = Field(None, alias="适用")
    not_applicable: str | None = Field(None, alias="不适用说明")
    premises: tuple[Premise, ...] = Field((), alias="前提")
    attached: str | None = Field(None, alias="随附")
    source: str = Field(alias="来源")
    handling: tuple[str, ...] = Field((), alias="办理")
    locked: str | None = Field(None, alias="不得改动")


class Document(Description):
    """One kind of document: its description, and the name of the folder it stands in."""

    kind: str

    @property
    def folder(self) -> str:
        return f"{'pages' if self.data == PAGES else 'documents'}/{self.kind}"

    @cached_property
    def prescribed(self) -> tuple[str, ...]:
        """The groups of a campaign's rules (评审.公示规定) without which the document has nothing to say."""
        groups = (path.rpartition(".")[0] for path, need in self.fields.items() if need == REQUIRED)
        return tuple(dict.fromkeys(group for group in groups if group.startswith("评审.")))

    def template(self, name: str) -> str:
        """The template's name for loaders: documents/<kind>/<name>, or pages/<kind>/<name>."""
        return f"{self.folder}/{name}"


class Library:
    """The templates in force: `own` (the user's folder or 评审包, if any) before the package's templates.

    Which files there are is looked up once; a file put there or taken away afterwards needs another library.
    """

    def __init__(self, own: Path | None = None):
        own = folder_of(own) if own else None
        if own is not None and not own.is_dir():
            raise UsageError(f"{own}：没有这个模板文件夹，请用 zhicheng template copy 先复制一份")
        self.folders = [folder for folder in (own, templates_folder()) if folder is not None]
        self._documents: dict[str, Document] = {}
        self._found: dict[str, Path | None] = {}

    @cached_property
    def loader(self) -> BaseLoader:
        return FileSystemLoader(self.folders, encoding="utf-8-sig")  # Notepad may write a byte order mark

    @cached_property
    def kinds(self) -> list[str]:
        """The folder name of every kind of document."""
        descriptions = [path for folder in self.folders for path in folder.glob(f"documents/*/{DESCRIPTION}")]
        return sorted({path.parent.name for path in descriptions})

    @property
    def documents(self) -> dict[str, Document]:
        """Every kind of document, by folder name. Raises TemplateError where two have the same name."""
        documents = {kind: self._read(kind) for kind in self.kinds}
        first: dict[str, Document] = {}
        for document in documents.values():
            same = first.setdefault(document.name, document)
            if same is not document:
                places = [str(self.find(one.template(DESCRIPTION))) for one in (document, same)]
                message = f"“名称”和 {places[1]} 的相同，都是“{document.name}”"
                raise TemplateError(places[0], message, "请改其中一个，文件夹名可以不改")
        return documents

    def document(self, name: str) -> Document:
        """The document of this folder name or Chinese name. Raises UsageError naming what there is."""
        if name in self.kinds:
            return self._read(name)
        for document in self.documents.values():
            if name == document.name:
                return document
        known = "、".join(f"{document.kind}（{document.name}）" for document in self.documents.values())
        raise UsageError(f"没有“{name}”这种文件，可选：{known}")

    @property
    def pages(self) -> list[Document]:
        """What comes only as pages of other documents."""
        found = [path for folder in self.folders for path in folder.glob(f"pages/*/{DESCRIPTION}")]
        return [self.page(kind) for kind in sorted({path.parent.name for path in found})]

    def page(self, kind: str) -> Document:
        """The description of the pages of this folder name."""
        return self._read(kind, "pages")

    def of_genre(self, genre: str) -> Document:
        """The document that an official document of this genre becomes: its own kind, or the general one."""
        official = [document for document in self.documents.values() if document.data == OFFICIAL]
        own = [document for document in official if genre in document.genres]
        return (own or [document for document in official if not document.genres])[0]

    def considered(self, name: str) -> Iterator[tuple[Path, bool]]:
        """Every place where the template `name` could stand, first choice first, and whether it stands there."""
        for folder in self.folders:
            yield folder / name, (folder / name).is_file()

    def own_sources(self, kind: str) -> list[Path]:
        """The user's own files that a document of this kind is made of."""
        document = self.document(kind)
        winners = [self.find(name) for name in (document.template(DESCRIPTION), *self.sources(document))]
        return [path for path in winners if path and not path.is_relative_to(self.folders[-1])]

    def find(self, name: str) -> Path | None:
        """The template file that wins, or None where there is none of this name."""
        if name not in self._found:
            self._found[name] = next((path for path, stands in self.considered(name) if stands), None)
        return self._found[name]

    def sources(self, document: Document) -> list[str]:
        """The template files a document is made of, by name: wording and frames, or the form's two files."""
        if self.find(document.template(WORDING)):
            return [document.template(WORDING), f"frames/{document.frame}.docx", f"frames/{document.frame}.html"]
        return [document.template(FORM_DOCX), document.template(FORM_HTML)]

    def missing(self, document: Document) -> list[str]:
        """Those of them that a format of the document asks for and nobody has."""
        endings = {".html" if format == "pdf" else f".{format}" for format in document.formats}
        return [name for name in self.sources(document) if Path(name).suffix in endings and not self.find(name)]

    def _read(self, kind: str, folder: str = "documents") -> Document:
        name = f"{folder}/{kind}"
        if name not in self._documents:
            self._documents[name] = self._read_description(kind, self.find(f"{name}/{DESCRIPTION}"))
        return self._documents[name]

    def _read_description(self, kind: str, path: Path) -> Document:
        try:
            content = yaml.load(path.read_text("utf-8"), Loader=_LOADER)
            Description.model_validate(content)  # where `kind` is no key
            return Document(kind=kind, **content)
        except ValidationError as error:
            fault = _described(error) if isinstance(content, dict) else _NO_YAML
            raise TemplateError(str(path), fault, _REMEDY) from error
        except yaml.MarkedYAMLError as error:
            line = f":{error.problem_mark.line + 1}" if error.problem_mark else ""
            raise TemplateError(f"{path}{line}", _NO_YAML, _REMEDY) from error
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            raise TemplateError(str(path), _NO_YAML, _REMEDY) from error


_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NO_YAML = "不是完好的 YAML 文件"
_REMEDY = "请对照其他文件夹里的 document.yaml"
_FAULTS = {"missing": "没有写", "extra_forbidden": "没有这一项", "tuple_type": "应是列表，例如 [docx, pdf]"}
_QUOTED = re.compile("'([^']+)'")


def _described(error: ValidationError) -> str:
    """What is wrong with the description, in Chinese, every fault with its key."""
    return "；".join(f"“{'.'.join(map(str, item['loc']))}”{_fault(item)}" for item in error.errors())


def _fault(item: Any) -> str:
    if item["type"] == "literal_error":
        return f"只能写“{'”“'.join(_QUOTED.findall(item['ctx']['expected']))}”"
    if item["type"] == "value_error":
        return str(item["ctx"]["error"])
    return _FAULTS.get(item["type"], "写法不对")
