"""Two servers for the whole run, for a worker takes seconds to load: one as it comes, one with narrow bounds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sasil_server import SasilServer

TOKEN = "hush-hush"


@pytest.fixture(scope="session")
def server() -> Iterator[SasilServer]:
    server = SasilServer("--workers", "1", "--max-bytes", str(4 * 2**20))
    yield server
    assert (server.stop(), [line for line in server.told if "오류" in line or "Traceback" in line]) == (0, [])


@pytest.fixture(scope="session")
def narrow() -> Iterator[SasilServer]:
    """One worker and one place to wait, five seconds, URLs of any address, a token."""
    bounds = ("--workers", "1", "--queue", "1", "--timeout", "5", "--max-bytes", "2000000")
    server = SasilServer(*bounds, "--allow-urls", "--allow-private", SASIL_TOKEN=TOKEN)
    server.client.headers["Authorization"] = f"Bearer {TOKEN}"
    yield server
    assert (server.stop(), [line for line in server.told if "오류" in line or "Traceback" in line]) == (0, [])
