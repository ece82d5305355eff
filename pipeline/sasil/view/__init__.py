"""The facts in their text: one view, as a page that a server gives and as a report in one file."""
