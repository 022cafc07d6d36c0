#!/bin/sh
# SPDX-License-Identifier: MIT
# The logs the tests look at, made once in $base:
#   demo.db     long history, nothing wrong         strained.db  two rules are broken
#   parent.db   ordinary days, short nights, leave
#   short.db    five working days
#   golden.db   six weeks with pages, on-call, a check-in, and what is not logged
log() { "$wick" --db "$base/$1.db" log "$2" "$3" -s "$4" >/dev/null; }

"$wick" demo night-parent --write "$base/parent.db" >/dev/null
"$wick" demo ingest-oncall --write "$base/demo.db" >/dev/null

for d in 16 17 18 19; do log short 2026-11-$d 9:00-17:30 7h; done

# long days, and two short nights at the end; every seventh day is off
for d in 01 02 03 04 05 06 08 09 10 11 12 13 15 16 17 18 19; do
	log strained 2026-11-$d 8:00-20:30 5h20m
done
for d in 07 14; do "$wick" --db "$base/strained.db" log 2026-11-$d 0h -s 7h >/dev/null; done
log strained 2026-11-20 9:00-12:00 4h50m

golden() { "$wick" --db "$base/golden.db" "$@" >/dev/null; }
for week in 10-12 10-19 10-26 11-02 11-09 11-16; do
	day=2026-$week
	for times in 9:00-17:30 8:45-18:00 9:10-18:40 9:00-19:20 9:00-16:30; do
		[ $day = 2026-11-20 ] || golden log $day $times -b 45m -s 7h
		day=$(date -d "$day + 1 day" +%F)
	done
	[ $week = 11-16 ] || golden log $day 0h -s 8h
done
golden oncall 2026-11-16..2026-11-19
golden page 2026-11-17 03:10 sev2 95m --woke -n 'checkout errors'
golden page 2026-11-17 04:25 sev4 70m --woke --noise -n 'disk 85 % on db-3'
golden page 2026-11-18 14:05 sev3 35m -n 'queue lag eu-west'
golden log 2026-11-17 -s 5h10m -e 2 --stress 4 --mood 3 -n 'long night'
golden log 2026-11-18 -s 5h50m
golden log 2026-11-16 --clear sleep
