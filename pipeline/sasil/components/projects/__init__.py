"""Projects: their names in the text, and one record for each."""
