"""Organisations as records: one for each body, by its full form, with the short forms that the text uses."""

from __future__ import annotations

from sasil.components.organizations.finder import find_organizations

__all__ = ["find_organizations"]
