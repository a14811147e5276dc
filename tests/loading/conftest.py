import pytest
import yaml

from generator.loading import yaml_reader
from generator.loading.record import known_keys


@pytest.fixture(params=["CBaseLoader", "BaseLoader"])
def either_parser(request, monkeypatch):
    """Runs the test with libyaml, and with PyYAML's own parser for machines that lack it."""
    if not hasattr(yaml, request.param):
        pytest.skip("this machine has no libyaml")
    monkeypatch.setattr(yaml_reader, "_LOADER", getattr(yaml, request.param))


@pytest.fixture(scope="session")
def read():
    """Reads YAML text as a data file named 张.yaml."""

    def read_text(text: str | bytes):
        content = text if isinstance(text, bytes) else text.encode("utf-8")
        return yaml_reader.read_yaml(content, "张.yaml", known_keys())

    return read_text
