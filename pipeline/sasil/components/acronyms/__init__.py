"""Acronyms: short forms, what they stand for, and coinages letter by letter."""
