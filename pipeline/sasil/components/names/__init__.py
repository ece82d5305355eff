"""Names of people, organisations and places: rules over word lists, with Kiwi's tags as one sign among others."""

from sasil.components.names.finder import find_names

__all__ = ["find_names"]
