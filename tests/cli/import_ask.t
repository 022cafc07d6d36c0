;; a table of days at a terminal: what the preview says is what happens
$ wick page 2026-11-18 3:12 sev2 20m --woke >/dev/null; wick page 2026-11-17 14:00 sev3 >/dev/null
$ printf 'date,hours,incidents\n2026-11-18,8,woke:2:20\n2026-11-19,7.5,business:3:15\n' >days.csv
$ wick export >before.jsonl; python3 "$CLI/ask.py" '^C' wick import days.csv
csv  days.csv   zone Europe/Berlin   not applied
 new 3  changed 0  unchanged 1  skipped 0  errors 0  conflicts 0
 range 2026-11-18 .. 2026-11-19   work +15h30m   days touched 2
apply? [y/N] wick: interrupted: nothing was imported
? 130
$ wick export | cmp - before.jsonl; wick import log
wick: nothing was imported yet
? 4
$ python3 "$CLI/ask.py" 'y\n' wick import days.csv
csv  days.csv   zone Europe/Berlin   not applied
 new 3  changed 0  unchanged 1  skipped 0  errors 0  conflicts 0
 range 2026-11-18 .. 2026-11-19   work +15h30m   days touched 2
apply? [y/N] y
csv  days.csv   zone Europe/Berlin   batch 1
 new 3  changed 0  unchanged 1  skipped 0  errors 0  conflicts 0
 range 2026-11-18 .. 2026-11-19   work +15h30m   days touched 2
take it back with: wick import undo 1
$ wick import days.csv
csv  days.csv   zone Europe/Berlin   nothing to do
 new 0  changed 0  unchanged 4  skipped 0  errors 0  conflicts 0
 note      already imported as batch 1
$ printf 'date,incidents\n2026-11-18,woke:2:20\n2026-11-20,off:1:30\n' >more.csv; python3 "$CLI/ask.py" 'n\n' wick import more.csv
csv  more.csv   zone Europe/Berlin   not applied
 new 1  changed 0  unchanged 1  skipped 0  errors 0  conflicts 0
 range 2026-11-18 .. 2026-11-20   days touched 1
apply? [y/N] n
wick: nothing was imported
? 1
$ python3 "$CLI/ask.py" 'y\n' wick import more.csv
csv  more.csv   zone Europe/Berlin   not applied
 new 1  changed 0  unchanged 1  skipped 0  errors 0  conflicts 0
 range 2026-11-18 .. 2026-11-20   days touched 1
apply? [y/N] y
csv  more.csv   zone Europe/Berlin   batch 2
 new 1  changed 0  unchanged 1  skipped 0  errors 0  conflicts 0
 range 2026-11-18 .. 2026-11-20   days touched 1
take it back with: wick import undo 2
;; what the preview found in the store may be gone when the answer comes
$ printf 'date,hours\n2026-11-12,8\n2026-11-13,6\n' >two.csv; wick log 2026-11-12 8h >/dev/null; MEANWHILE='wick undo >/dev/null' python3 "$CLI/ask.py" 'y\n' wick import two.csv
csv  two.csv   zone Europe/Berlin   not applied
 new 1  changed 0  unchanged 1  skipped 0  errors 0  conflicts 0
 range 2026-11-12 .. 2026-11-13   work +6h00m   days touched 1
apply? [y/N] y
csv  two.csv   zone Europe/Berlin   batch 3
 new 2  changed 0  unchanged 0  skipped 0  errors 0  conflicts 0
 range 2026-11-12 .. 2026-11-13   work +14h00m   days touched 2
take it back with: wick import undo 3
$ wick show 2026-11-12 | head -2
Thu 12 Nov  work 8 h
