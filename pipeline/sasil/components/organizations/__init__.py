"""Organisations as records: one for each body, by its full form, with the short forms that the text uses."""
