"""The garbage collector of a process that does nothing but read articles."""

from __future__ import annotations

import gc

_THRESHOLDS = (50_000, 20, 100)
"""A text makes some thousand objects, nearly all freed by their counts: a walk for each 700 of them finds nothing."""


def spare_loaded() -> None:
    """Leave all that is loaded by now out of the collector's walks, and let it walk the rest seldom.

    For processes of Sasil's own, best once the pipeline has read a text: lexicons and libraries are never garbage,
    and after a fork their pages stay shared. ``sasil.load`` does not do it: a library leaves its host alone.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
