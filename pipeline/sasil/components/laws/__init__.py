"""Laws: their names, and the article that is cited."""
