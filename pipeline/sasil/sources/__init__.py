"""Where articles come from: files, folders, standard input, JSON lines, the web, and APIs."""
