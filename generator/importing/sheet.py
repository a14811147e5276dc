"""The lines of a data file being written, with the line of everything that is not sure."""

from generator.importing.yaml_lines import block, comment, scalar

_MARK = "# 待确认"


class Sheet:
    """Lines of YAML; `doubts` are the numbers (from 1) of doubtful lines, each with what is doubtful in it."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.doubts: list[tuple[int, str]] = []

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"

    def add(self, line: str, doubt: str = "") -> None:
        """A line of YAML, marked where there is a doubt about it."""
        self.lines.append(f"{line}  {_MARK}：{comment(doubt)}" if doubt else line)
        if doubt:
            self.doubts.append((len(self.lines), doubt))

    def value(self, key: str, text: str, doubt: str = "", *, indent: str = "") -> None:
        """A key with its text; nothing where there is none."""
        if text:
            self.add(f"{indent}{key}: {scalar(text)}", doubt)

    def values(self, key: str, texts: list[str], doubt: str = "") -> None:
        """A key with one text, or with a list of them; nothing where there is none."""
        if len(texts) < 2:
            self.value(key, "".join(texts), doubt)
            return
        self.add(f"{key}:", doubt)
        for text in texts:
            self.add(f"  - {scalar(text)}")

    def body(self, key: str, lines: list[str], doubts: list[tuple[int, str]], *, indent: str = "") -> None:
        """A key with lines of wording; `doubts` are numbers of these lines, from 0.

        A comment among the lines would be text, so the mark stands behind the key and says which lines it means.
        """
        first = len(self.lines) + 2
        named = "；".join(f"第{first + number}行{comment(doubt)}" for number, doubt in doubts)
        self.lines.append(f"{indent}{key}: |" + (f"  {_MARK}：{named}" if named else ""))
        self.doubts += [(first + number, doubt) for number, doubt in doubts]
        self.lines += block(lines, len(indent) + 2)
