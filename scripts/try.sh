#!/bin/sh
# Install Sasil into .venv and read the sample corpus: one JSON record an article into records.jsonl.
. "$(dirname "$0")/venv.sh"
install .
.venv/bin/sasil extract corpus/samples --output records.jsonl
echo "records.jsonl: $(wc -l < records.jsonl) records"
