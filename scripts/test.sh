#!/bin/sh
# Install Sasil with its test tools into .venv and run the tests; arguments go to pytest.
. "$(dirname "$0")/venv.sh"
install --editable '.[dev]'
exec .venv/bin/python -m pytest -n auto "$@"
