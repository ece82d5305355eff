"""PDF: its letters in rows and paragraphs, its ruled tables."""
