"""A wording (light Markdown with Jinja) becomes blocks.

Notation: `#` title, `##` to `#####` headings of the four levels, which number themselves (`headings`), `｜` in a title
a place where its line may end, `**…**` at the beginning of a paragraph or heading a run-in heading, a blank line ends a
paragraph, `\\` before a mark prints the mark. `::: 名` … `:::` is a
container each of whose lines is one block of that style (主送, 附件说明, 落款, 签字, 签章, 说明, 附件号, 居中, 联系,
发文机关标志, 发文字号, 附注); 版记, 换页 and 书写格 are one block.

Texts that differ only in the values printed in them are parsed once (`printed`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from jinja2 import BaseLoader, Environment
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_cjk_friendly import cjk_friendly
from mdit_py_plugins.container import container_plugin

from generator.rendering import printed
from generator.rendering.blocks import Block
from generator.rendering.containers import CONTAINERS, FencePlaces, without_marks
from generator.rendering.environment import make_environment, render
from generator.rendering.faults import blaming
from generator.rendering.paragraphs import Blocks

_MOST_TEXTS = 256
_MOST_LOADERS = 8


@dataclass(frozen=True)
class Worded:
    """A wording with the values of one document: `text` has a mark for each of `values`; `file` is where it stands."""

    file: str
    text: str
    values: Sequence[Any]

    @cached_property
    def blocks(self) -> list[Block]:
        """What it says. Raises TemplateError."""
        return self.blocks_with(Blocks(self.values))

    def blocks_with(self, blocks: Blocks) -> list[Block]:
        """The blocks that `blocks` makes of the text, whose values may be others than this document's."""
        with blaming(self.file):
            return list(blocks.of(_tokens(self.text, self.file)))


def worded(name: str, values: dict[str, Any], loader: BaseLoader) -> Worded:
    """The wording `name` with these values. Raises TemplateError naming the wording's line."""
    with blaming(name):
        template = _environment(loader).get_template(name)
    file = name if template.filename.startswith("<") else template.filename  # a template that stands in no file
    with blaming(file), printed.printing() as found:
        return Worded(file, render(template, values), found)


def render_blocks(name: str, values: dict[str, Any], loader: BaseLoader) -> list[Block]:
    """The blocks of the wording `name` for these values. Raises TemplateError naming the wording's line."""
    return worded(name, values, loader).blocks


@lru_cache(maxsize=_MOST_LOADERS)
def _environment(loader: BaseLoader) -> Environment:
    environment = make_environment(printed.encode, loader, trim=True, own_wordings=True)
    environment.add_extension(FencePlaces)
    environment.auto_reload = False  # a loader's templates are those that were there when they were first asked for
    return environment


@lru_cache(maxsize=_MOST_TEXTS)
def _tokens(text: str, file: str) -> tuple[Token, ...]:
    """The tokens of a text, which nobody changes."""
    plain, places = without_marks(text, file)
    tokens = _markdown().parse(plain)
    for token in tokens:
        if token.type.startswith("container_") and token.nesting == 1:
            token.meta["place"] = places[token.map[0]]
    return tuple(tokens)


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("zero").enable(["heading", "emphasis", "newline", "escape"])
    markdown.use(cjk_friendly)
    for name in CONTAINERS:
        markdown.use(container_plugin, name)
    return markdown
