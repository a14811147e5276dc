"""The plain part of YAML, read line by line: what most lists are written in, several times faster than the parser.

Block mappings and lists, one-line mappings in braces, and values of one line without anything that has a meaning of its
own in YAML. Of such text this gives exactly what `yaml_reader` gives; of any other it gives None, and so of any text
that `yaml_reader` has something to say about. A test holds the two together.
"""

import re
from typing import Any

# No colon and no number sign: with a space beside them they would end the value. No full-width colon in a list of texts:
# there it may be a slip.
_LINE = re.compile(
    r"""( *)(?:(-\ +)?(?:(\w+):(?:\ +(?:([^\s\-?:,\[\]{}#&*!|>'"%@`][^\n:#]*)|"([^"\\\n]*)"|'([^'\n]*)'|\{([^\n{}]*)\}))?"""
    r"""|(?<=-\ )([^\s\-?:,\[\]{}#&*!|>'"%@`：][^\n:#：]*)|(?<=-\ )\{([^\n{}]*)\})\ *)?(?:(?:(?<=[\ \n])|^)\#(?:\ [^\n]*)?)?\n""",
    re.VERBOSE | re.MULTILINE,
)
_PAIR = re.compile(r""" *(\w+): +([^\s\-?:\[\]#&*!|>'"%@`][^?:\[\]#"]*)""")
_DEEPEST = 16


def read_plain(text: str) -> dict[str, Any] | None:
    """What one document of plain YAML holds, every value the text that was typed; None of any other text.

    `text` has no marker of a document's beginning, ends with a newline, and holds no invisible characters.
    """
    if "\t" in text:
        return None
    root: dict[str, Any] = {}
    open_nodes: list[tuple[int, Any]] = [(0, root)]
    waiting: tuple[dict[str, Any], str, int] | None = None
    at = 0
    for match in _LINE.finditer(text):
        if match.start() != at:
            return None
        at = match.end()
        indent, dash, key, plain, double, single, braces, item, item_braces = match.groups()
        if key is None and item is None and item_braces is None:
            continue
        column = len(indent)
        if waiting is not None and not _open_below(open_nodes, waiting, column, dash):
            waiting = None
        node = _node_at(open_nodes, column, dash)
        waiting = None
        if node is None:
            return None
        if dash:
            if key is None:
                value = item.rstrip(" ") if item is not None else _pairs(item_braces)
                if value is None:
                    return None
                node.append(value)
                continue
            node.append({})
            node = node[-1]
            column += len(dash)
            open_nodes.append((column, node))
        if key in node:
            return None
        value = plain.rstrip(" ") if plain is not None else double if double is not None else single
        if braces is not None:
            value = _pairs(braces)
            if value is None:
                return None
        node[key] = value
        if value is None:
            waiting = (node, key, column)
    return root if at == len(text) and root else None
