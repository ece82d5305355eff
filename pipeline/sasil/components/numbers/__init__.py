"""The one reader of Korean numerals, under money, percentages, quantities and times alike."""

from sasil.components.numbers.finder import find_numbers, read_number
from sasil.components.numbers.number import Number

__all__ = ["Number", "find_numbers", "read_number"]
