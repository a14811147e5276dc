"""HTML of one or several parts, from frames and form fragments; the PDF is made of the same page."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import BaseLoader
from markupsafe import Markup, escape

from generator.rendering.environment import Space, make_environment, render
from generator.rendering.faults import blaming
from generator.text import blank_space

PAGE = "frames/page.html"
STYLESHEET = "frames/print.css"

# A name's middle dot must neither begin nor end a line; the year and the number of a document stand in one.
_TOGETHER = re.compile(r"\w(?:·\w)+|〔\d{4}〕\d+号")
# White space that HTML would drop or shorten: more than one, or at a line's beginning or end.
_SPACES = re.compile(r"[ \t]{2,}|\t|^ | $", re.MULTILINE)
# White space to write on sticks to the character before it unless it is a box of its own.
_BLANK = re.compile("\u3000{2,}")


@dataclass(frozen=True)
class Part:
    """One paper on the page: its content, and the classes that choose its page (横向, 无页码 …).

    A `draft` says 草稿 at the head of each of its pages.
    """

    content: Markup
    classes: tuple[str, ...] = ()
    draft: bool = False

    def as_context(self) -> dict[str, Any]:
        return {"内容": self.content, "类": " ".join(self.classes), "草稿": self.draft}


def render_fragment(name: str, values: dict[str, Any], loader: BaseLoader) -> Markup:
    """The fragment that the template `name` becomes. Raises TemplateError naming its line."""
    with blaming(name):
        return Markup(render(_environment(loader).get_template(name), values))


def render_page(title: str, parts: list[Part], loader: BaseLoader, *, remark: str = "") -> str:
    """A whole HTML page of these parts; it needs no other file. `remark` goes into its properties, and a PDF's."""
    values = {
        "文件标题": Markup(escape(" ".join(title.split()))),  # in <title> every tag would show as text
        "备注": Markup(escape(" ".join(remark.split()))),
        "样式表": Markup(loader.get_source(_environment(loader), STYLESHEET)[0]),
        "各部分": [part.as_context() for part in parts],
    }
    return str(render_fragment(PAGE, values, loader))


@cache
def _environment(loader: BaseLoader):
    return make_environment(_encode, loader, trim=True)


def _encode(value: Any) -> Markup:
    if isinstance(value, Space):
        return Markup(f'<span class="{"填空" if value.ruled else "留空"}">{blank_space(value.width)}</span>')
    text = str(escape(value)).replace("\r\n", "\n").replace("\r", "\n")
    text = _TOGETHER.sub(r'<span class="不断">\g<0></span>', text)
    text = _SPACES.sub(r'<span class="原样">\g<0></span>', text)
    text = _BLANK.sub(r'<span class="留空">\g<0></span>', text)
    return Markup(text.replace("\n", "<br>"))
