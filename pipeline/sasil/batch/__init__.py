"""Many articles: a plan of units of work, worker processes, and shards that a stop at any moment leaves whole."""
