"""Events: the names of gatherings, and a record of each with its day, place and host."""
