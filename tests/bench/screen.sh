#!/bin/sh
# SPDX-License-Identifier: MIT
# The screens with ten years of data beside a bare program of screens.
# usage: screen.sh BUILD      (make bench)
set -eu
build=$(realpath "$1")
here=$(realpath "$(dirname "$0")")
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
export HOME="$tmp/home" TZ=UTC WICK_NOW=2026-11-20T18:00 LC_ALL=C.UTF-8 TERM=xterm-256color
mkdir -p "$HOME" "$tmp/log"
gcc -O2 -o "$tmp/floor" "$here/screen_floor.c" -lsqlite3 -lncursesw -ltinfo -lm
gawk -v years=10 -v pages=3 -f "$here/history.awk" >"$tmp/10.jsonl"
"$build/wick" --db "$tmp/log/10.db" import jsonl "$tmp/10.jsonl" >/dev/null
python3 "$here/screen.py" "$build/wick" "$tmp/floor" "$tmp/log/10.db"
