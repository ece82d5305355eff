"""A failure that may pass by itself: worth another try."""

from __future__ import annotations

from sasil.errors import SourceError


class PassingError(SourceError):
    """A server that is away or busy, a connection that broke: asking again may help."""
