"""QUANTITY: counts and measures."""
