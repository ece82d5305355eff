"""The web: pages, feeds and sitemaps, asked for politely, within bounds, and kept."""
