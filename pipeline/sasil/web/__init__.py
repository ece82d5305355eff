"""The HTTP server: the page, and the API that it uses; articles are read in worker processes that can be given up."""
