import pytest

from tests.documents.hostile import HOSTILE
from tests.documents.papers import PAPERS, Paper


@pytest.fixture(scope="session", params=PAPERS)
def paper(request) -> Paper:
    """Every paper in turn; of session scope, so that all tests of one paper run together and make it once."""
    return PAPERS[request.param]


@pytest.fixture(scope="session", params=HOSTILE)
def hostile(request) -> Paper:
    """Every paper of hostile values in turn."""
    return HOSTILE[request.param]
