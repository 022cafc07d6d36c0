$ wick import log
wick: nothing is logged yet (no ~/.local/share/wick/wick.db)
? 4
$ printf 'date,hours,sleep,note\n2026-11-16,8,7.5,first\n2026-11-17,9.5,6,\n2026-13-01,8,7,\n' >week.csv
$ wick import csv week.csv --dry-run
wick: cannot run /tmp/wb/wick-port
? 1
$ ls .local
ls: cannot access '.local': No such file or directory
? 2
$ wick import csv week.csv --strict
wick: cannot run /tmp/wb/wick-port
? 1
$ wick import week.csv
wick: cannot run /tmp/wb/wick-port
? 1
$ wick import week.csv
wick: cannot run /tmp/wb/wick-port
? 1
$ wick import log
wick: nothing is logged yet (no ~/.local/share/wick/wick.db)
? 4
$ wick import show 1
wick: nothing is logged yet (no ~/.local/share/wick/wick.db)
? 4
$ wick import show 7
wick: nothing is logged yet (no ~/.local/share/wick/wick.db)
? 4
$ wick show 2026-11-16..2026-11-17
wick: nothing is logged yet (no ~/.local/share/wick/wick.db)
? 4
$ wick import undo 1
wick: nothing is logged yet (no ~/.local/share/wick/wick.db)
? 4
$ wick show 2026-11-16..2026-11-17
wick: nothing is logged yet (no ~/.local/share/wick/wick.db)
? 4
$ wick import csv - --json <week.csv
wick: cannot run /tmp/wb/wick-port
? 1
$ wick import csv missing.csv
wick: missing.csv: No such file or directory
? 2
$ echo rubbish >x.txt; wick import csv x.txt
wick: cannot run /tmp/wb/wick-port
? 1
$ wick import undo
wick: too little said; usage: wick import [FORMAT] FILE|- [--dry-run] [--yes] [--tz ZONE] [--strict] [--map SPEC] [--prune] | import log | import show ID | import undo ID
? 2
$ wick import a b c
wick: what is "c"? usage: wick import [FORMAT] FILE|- [--dry-run] [--yes] [--tz ZONE] [--strict] [--map SPEC] [--prune] | import log | import show ID | import undo ID
? 2
$ wick log 2026-11-17 7h >/dev/null; sed 's/9.5/9/' week.csv >changed.csv; wick import csv changed.csv
wick: cannot run /tmp/wb/wick-port
? 1
$ wick history
    1  2026-11-20 18:00  log Tue 17 Nov
