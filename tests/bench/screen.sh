#!/bin/sh
# SPDX-License-Identifier: MIT
# The screens with ten years of data beside a bare program of screens, and beside htop, tig,
# btop and calcurse where they are installed. WICK_FLOOR="PROGRAM FILE" is a second bare one.
# usage: screen.sh BUILD      (make bench)
set -eu
build=$(realpath "$1")
here=$(realpath "$(dirname "$0")")
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
export HOME="$tmp/home" TZ=UTC WICK_NOW=2026-11-20T18:00 LC_ALL=C.UTF-8 TERM=xterm-256color
unset LINES COLUMNS NO_COLOR
mkdir -p "$HOME" "$tmp/log" "$tmp/repo" "$tmp/calcurse"
gcc -O2 -o "$tmp/floor" "$here/screen_floor.c" -lsqlite3 -lncursesw -ltinfo -lm
for years in 10 100; do
	gawk -v years=$years -v pages=3 -f "$here/history.awk" >"$tmp/$years.jsonl"
	"$build/wick" --db "$tmp/log/$years.db" import jsonl "$tmp/$years.jsonl" >/dev/null
done
# tig reads a history of its own, calcurse the same work as appointments
if command -v git >/dev/null; then
	git -C "$tmp/repo" init -q
	for n in $(seq 60); do
		git -C "$tmp/repo" -c user.name=a -c user.email=a@b.invalid commit -q \
		    --allow-empty -m "change $n of the history"
	done
fi
sed -n 's|^{"kind":"work","start":"\(....\)-\(..\)-\(..\)T\(..:..\):.*"end":"\(....\)-\(..\)-\(..\)T\(..:..\):.*|\2/\3/\1 @ \4 -> \6/\7/\5 @ \8\|work|p' \
    "$tmp/10.jsonl" >"$tmp/calcurse/apts"
touch "$tmp/calcurse/todo" "$tmp/calcurse/conf" "$tmp/calcurse/keys"
python3 "$here/screen.py" "$build/wick" "$tmp/floor" "$tmp"
