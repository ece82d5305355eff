"""One kind of fact, one room: patterns (data), a finder (a pure function), and its spaCy component."""
