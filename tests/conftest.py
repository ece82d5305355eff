"""What all tests share: one pipeline for the whole run, for Kiwi takes seconds to load."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from web_server import Web

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def nlp() -> Language:
    from sasil.extraction import _default

    return _default()


@pytest.fixture(scope="session")
def samples() -> Path:
    return ROOT / "corpus" / "samples"


@pytest.fixture
def web() -> Iterator[Web]:
    server = Web()
    yield server
    server.close()
