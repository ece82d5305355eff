# Make .venv in the repository with Python 3.11 or later, for the scripts beside this file to source.
# Debian's and Ubuntu's own Python is externally managed and may lack venv: then it is installed first.
set -eu
cd "$(dirname "$0")/.."

recent='import sys; sys.exit(sys.version_info < (3, 11))'

find_python() {
    for name in "${PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11; do
        if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && "$name" -c "$recent" 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    echo "Python 3.11 or later is needed: apt-get install python3, or set PYTHON" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

if ! [ -x .venv/bin/python ] || ! .venv/bin/python -c "$recent" || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    python=$(find_python)
    rm -rf .venv
    if ! "$python" -m venv .venv >/dev/null 2>&1; then
        echo "installing the venv module of $python" >&2
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        as_root apt-get update -q
        as_root apt-get install -y -q "python$version-venv" || as_root apt-get install -y -q python3-venv
        rm -rf .venv
        "$python" -m venv .venv
    fi
fi

install() {
    .venv/bin/python -m pip install --quiet --disable-pip-version-check "$@"
}
