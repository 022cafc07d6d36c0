#!/bin/sh
# SPDX-License-Identifier: MIT
# The logs the tests look at, made once in $base:
#   demo.db     long history, nothing wrong         strained.db  two rules are broken
#   short.db    five working days
log() { "$wick" --db "$base/$1.db" log "$2" "$3" -s "$4" >/dev/null; }

"$wick" demo ingest-oncall --write "$base/demo.db" >/dev/null

for d in 16 17 18 19; do log short 2026-11-$d 9:00-17:30 7h; done

# long days, and two short nights at the end; every seventh day is off
for d in 01 02 03 04 05 06 08 09 10 11 12 13 15 16 17 18 19; do
	log strained 2026-11-$d 8:00-20:30 5h20m
done
for d in 07 14; do "$wick" --db "$base/strained.db" log 2026-11-$d 0h -s 7h >/dev/null; done
log strained 2026-11-20 9:00-12:00 4h50m
