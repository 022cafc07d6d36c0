$ wick import log
$ printf 'date,hours,sleep,note\n2026-11-16,8,7.5,first\n2026-11-17,9.5,6,\n2026-13-01,8,7,\n' >week.csv
$ wick import csv week.csv --dry-run
$ ls .local
$ wick import csv week.csv --strict
$ wick import week.csv
$ wick import week.csv
$ wick import log
$ wick import show 1
$ wick import show 7
$ wick show 2026-11-16..2026-11-17
$ wick import undo 1
$ wick show 2026-11-16..2026-11-17
$ wick import csv - --json <week.csv
$ wick import csv missing.csv
$ echo rubbish >x.txt; wick import csv x.txt
$ wick import undo
$ wick import a b c
$ wick log 2026-11-17 7h >/dev/null; sed 's/9.5/9/' week.csv >changed.csv; wick import csv changed.csv
$ wick history
