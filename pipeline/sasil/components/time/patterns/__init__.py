"""What expressions of time look like, as data: verbose regular expressions, and what may follow what."""
