#!/bin/sh
# SPDX-License-Identifier: MIT
# The long form of storm.t.sh: many seeds of random sizes and keys, then random bytes.
# usage: storm.sh BUILD SEEDS SECONDS
set -eu
wick=$(realpath "$1/wick") here=$(realpath "$(dirname "$0")")
base=$(mktemp -d)
trap 'chmod -R u+rwx "$base"; rm -rf "$base"' EXIT
unset WICK_DB WICK_CONFIG XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME LINES COLUMNS
export HOME="$base" TZ=Europe/Berlin WICK_NOW=2026-11-20T18:00 LC_ALL=C.UTF-8 TERM=xterm-256color
cd "$base"
seed=1
while [ $seed -le "$2" ]; do
	"$wick" demo night-parent --write "$base/log-$seed.db" >/dev/null
	/usr/bin/python3 "$here/storm.py" sizes "$wick" "$base/log-$seed.db" 2000 $seed
	rm -rf "$base/.local"
	seed=$((seed + 1))
done
echo "sizes and keys: $2 seeds of 2000"
"$wick" demo ingest-oncall --write "$base/bytes.db" >/dev/null
/usr/bin/python3 "$here/storm.py" bytes "$wick" "$base/bytes.db" "$3" 1
