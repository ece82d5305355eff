"""Where the weights that come with Sasil lie, and the tagger of a folder, read once a process."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sasil.tagger.model import Tagger

_PACKAGE = Path(__file__).parent.parent


def folder() -> Path:
    """Return the folder of the weights that come with Sasil: in the package, or beside it in the repository."""
    packed = _PACKAGE / "models" / "names"
    return packed if packed.is_dir() else _PACKAGE.parent.parent / "models" / "names"


@lru_cache(maxsize=4)
def tagger(model: str = "") -> Tagger:
    """Return the tagger of a folder of weights, "" for the one that comes with Sasil; raise ModelError."""
    from sasil.tagger.model import Tagger

    return Tagger.load(Path(model) if model else folder())
