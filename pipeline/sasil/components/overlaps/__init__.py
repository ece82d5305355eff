"""Spans made flat: of two that overlap, the longer stays."""
