"""Accuracy: the gold set, its markup, and the scores of records against it."""
