"""People as records: a name with its last full title, its organisation and department."""
