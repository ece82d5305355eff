#!/bin/sh
# Install what some tests ask of the system and pip cannot bring: a Chromium for the page, a Java for Spark.
# Tests that miss one of them are skipped and say so; CI runs this first so that none is.
set -eu

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

missing=
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 \
    || command -v google-chrome >/dev/null 2>&1 || missing="$missing chromium fonts-noto-cjk"
command -v java >/dev/null 2>&1 || missing="$missing default-jre-headless"
[ -n "$missing" ] || exit 0

as_root apt-get update -q
# shellcheck disable=SC2086 -- the names are words of their own
as_root apt-get install -y -q --no-install-recommends $missing
