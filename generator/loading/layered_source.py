"""The places of one record that several files or rows describe together."""

from collections.abc import Sequence

from generator.finding import Place
from generator.loading.source_map import Path, Source, field_path

Layer = tuple[Source, Path]
"""A source, and the path under which it holds the record."""


class LayeredSource:
    """A value's place is in the first of the sources that holds it."""

    def __init__(self, *layers: Layer):
        self.layers = layers
        self.file, self.manner = layers[0][0].file, layers[0][0].manner

    def place(self, path: Path | str) -> Place:
        """The place in the first source that has the value; else in the first of all."""
        if isinstance(path, str):
            path = field_path(path) if path else ()
        source, whole = self._holder(path)
        return source.place(whole)

    def key_place(self, path: Path) -> Place:
        """The same of a key."""
        source, whole = self._holder(path)
        return source.key_place(whole)

    def trace(self, steps: Sequence[str | int]) -> Path:
        """The steps that are in the source which has most of them."""
        traced = (source.trace((*above, *steps))[len(above) :] for source, above in self.layers)
        return max(traced, key=len)

    def has_key(self, path: Path) -> bool:
        """Whether any source has a place for it."""
        return any(source.has_key((*above, *path)) for source, above in self.layers)

    def label(self, path: Path) -> str:
        """As the first source names it."""
        source, above = self.layers[0]
        return source.label((*above, *path))

    def _holder(self, path: Path) -> tuple[Source, Path]:
        for source, above in self.layers:
            whole = (*above, *path)
            if source.trace(whole) == whole:
                return source, whole
        source, above = self.layers[0]
        return source, (*above, *path)
