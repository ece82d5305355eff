"""HTML pages: what a page says of itself, its main text, its data in scripts."""
