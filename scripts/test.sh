#!/bin/sh
# Install Sasil with its test tools into .venv and run the tests; arguments go to pytest.
# EXTRAS=dev,spark installs PySpark as well (450 MB), whose tests are skipped without it.
. "$(dirname "$0")/venv.sh"
install --editable ".[${EXTRAS:-dev}]"
exec .venv/bin/python -m pytest -n auto "$@"
