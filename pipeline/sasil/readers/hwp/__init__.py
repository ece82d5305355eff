"""HWP 5: the OLE file, its records, its paragraphs."""
