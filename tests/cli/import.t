$ wick import log
wick: nothing is logged yet (no ~/.local/share/wick/wick.db)
? 4
$ printf 'date,hours,sleep,note\n2026-11-16,8,7.5,first\n2026-11-17,9.5,6,\n2026-13-01,8,7,\n' >week.csv
$ wick import csv week.csv --dry-run
csv  week.csv   zone Europe/Berlin   not applied
 new 2  changed 0  unchanged 0  skipped 0  errors 1  conflicts 0
 range 2026-11-16 .. 2026-11-17   work +17h30m   sleep +13h30m   days touched 2
 error     line 4: date "2026-13-01" is not a date like 2026-11-20
$ ls .local
ls: cannot access '.local': No such file or directory
? 2
$ wick import csv week.csv --strict
wick: week.csv:4: date "2026-13-01" is not a date like 2026-11-20
? 2
$ wick import week.csv
csv  week.csv   zone Europe/Berlin   batch 1
 new 2  changed 0  unchanged 0  skipped 0  errors 1  conflicts 0
 range 2026-11-16 .. 2026-11-17   work +17h30m   sleep +13h30m   days touched 2
 error     line 4: date "2026-13-01" is not a date like 2026-11-20
take it back with: wick import undo 1
$ wick import week.csv
csv  week.csv   zone Europe/Berlin   nothing to do
 new 0  changed 0  unchanged 2  skipped 0  errors 1  conflicts 0
 note      already imported as batch 1
 error     line 4: date "2026-13-01" is not a date like 2026-11-20
$ wick import log
    1  csv  week.csv   zone Europe/Berlin
       new 2  changed 0  unchanged 0  skipped 0  errors 1  conflicts 0
$ wick import show 1
csv  week.csv   zone Europe/Berlin   batch 1
 new 2  changed 0  unchanged 0  skipped 0  errors 1  conflicts 0
$ wick import show 7
wick: no import 7; wick import log lists them
? 4
$ wick show 2026-11-16..2026-11-17
Mon 16 Nov  work 8 h, sleep 7 h 30, note: first
Tue 17 Nov  work 9 h 30, sleep 6 h
$ wick import undo 1
undone: import batch 1
$ wick show 2026-11-16..2026-11-17
wick: nothing is logged there
? 4
$ wick import csv - --json <week.csv
{"format":1,"batch":2,"importer":"csv","path":"-","zone":"Europe/Berlin","new":2,"changed":0,"unchanged":0,"skipped":0,"from":"2026-11-16","to":"2026-11-17","errors":[{"line":4,"why":"date \"2026-13-01\" is not a date like 2026-11-20"}],"conflicts":[],"work_s":63000,"sleep_s":48600}
$ wick import csv missing.csv
wick: missing.csv: No such file or directory
? 2
$ echo rubbish >x.txt; wick import csv x.txt
csv  x.txt   zone Europe/Berlin   nothing to do
 new 0  changed 0  unchanged 0  skipped 0  errors 1  conflicts 0
 error     line 1: the header has no columns wick knows (date and hours, sleep,
           ...; start, end): name them with --map start=COLUMN,...
wick: x.txt has nothing that csv can read
? 2
$ wick import undo
wick: too little said; see wick help import
? 2
$ wick import a b c
wick: what is "c"? see wick help import
? 2
$ wick log 2026-11-17 7h >/dev/null; sed 's/9.5/9/' week.csv >changed.csv; wick import csv changed.csv
csv  changed.csv   zone Europe/Berlin   nothing to do
 new 0  changed 0  unchanged 2  skipped 0  errors 1  conflicts 1
 error     line 4: date "2026-13-01" is not a date like 2026-11-20
 conflict  2026-11-17  hours: kept yours "7", source has "9"
$ wick history
    4  2026-11-20 18:00  log Tue 17 Nov
    3  2026-11-20 18:00  import csv -
    2  2026-11-20 18:00  import undo 1
    1  2026-11-20 18:00  import csv week.csv
