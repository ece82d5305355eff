"""Quotes: the words between marks, and who said them."""
