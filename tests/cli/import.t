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
 error     line 1: the header (rubbish) has no columns wick knows (date and
           hours, sleep, ...; start, end): name them with --map start=COLUMN
wick: x.txt:1: the header (rubbish) has no columns wick knows (date and hours, sleep, ...; start, end): name them with --map start=COLUMN
? 2
$ wick import undo
wick: too little said; see wick help import
? 2
$ wick import a b c
wick: "a" is not a format; wick help import lists them
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
;; Timewarrior: its export, twice, then with an interval gone
$ printf '[{"id":2,"start":"20261116T080000Z","end":"20261116T120000Z","tags":["ops"]},{"id":1,"start":"20261116T130000Z","end":"20261116T170000Z","tags":["dev"]}]' >tw.json; wick --db tw.db import tw.json
timewarrior  tw.json   zone in file: UTC   batch 1
 new 2  changed 0  unchanged 0  skipped 0  errors 0  conflicts 0
 range 2026-11-16 .. 2026-11-16   work +8h00m   days touched 1
take it back with: wick import undo 1
$ wick --db tw.db import timewarrior tw.json | head -2
timewarrior  tw.json   zone in file: UTC   nothing to do
 new 0  changed 0  unchanged 2  skipped 0  errors 0  conflicts 0
$ printf '[{"id":1,"start":"20261116T080000Z","end":"20261116T123000Z","tags":["ops"]}]' >tw2.json; wick --db tw.db import timewarrior tw2.json
timewarrior  tw2.json   zone in file: UTC   batch 2
 new 0  changed 1  unchanged 0  skipped 0  errors 0  conflicts 0
 range 2026-11-16 .. 2026-11-16   work +0h30m   days touched 1
take it back with: wick import undo 2
$ wick --db tw.db show 2026-11-16
Mon 16 Nov  work 8 h 30 (9:00-13:30 14:00-18:00)
     1  Mon 16 Nov 9:00-13:30 work  from timewarrior
     2  Mon 16 Nov 14:00-18:00 work  from timewarrior
$ printf '[{"id":1,"start":"20261116T080000Z","end":"20261116T123000Z","tags":["ops"]},{"id":2,"start":"20261117T080000Z","end":"20261117T120000Z"}]' >tw3.json; wick --db tw.db import timewarrior tw3.json --prune
timewarrior  tw3.json   zone in file: UTC   batch 3
 new 1  changed 0  unchanged 1  skipped 0  errors 0  conflicts 0
 range 2026-11-16 .. 2026-11-17   days touched 2
 note      1 taken away: the file has them no more
take it back with: wick import undo 3
$ wick --db tw.db show 2026-11-16..2026-11-17
Mon 16 Nov  work 4 h 30 (9:00-13:30)
     1  Mon 16 Nov 9:00-13:30 work  from timewarrior
Tue 17 Nov  work 4 h (9:00-13:00)
     3  Tue 17 Nov 9:00-13:00 work  from timewarrior
$ wick --db tw.db undo; wick --db tw.db show 2026-11-16..2026-11-17
undone: import timewarrior tw3.json
Mon 16 Nov  work 8 h 30 (9:00-13:30 14:00-18:00)
     1  Mon 16 Nov 9:00-13:30 work  from timewarrior
     2  Mon 16 Nov 14:00-18:00 work  from timewarrior
;; the empty, the unreadable, the wrong one
$ : >empty.csv; wick --db e.db import csv empty.csv
csv  empty.csv   zone Europe/Berlin   nothing to do
 new 0  changed 0  unchanged 0  skipped 0  errors 1  conflicts 0
 error     line 1: the file is empty
wick: empty.csv:1: the file is empty
? 2
$ : >empty.csv; wick --db e.db import empty.csv
wick: empty.csv is empty
? 2
$ mkdir folder; wick --db e.db import csv folder
wick: folder is a folder, and not one in which timewarrior or watson keep their files
? 2
$ printf '{"kind":"work","start":"2026-11-16T09:00:00+01:00","end":"2026-11-16T08:00:00+01:00"}\n{"kind":"nap"}\nnot json\n' >bad.jsonl; wick --db e.db import bad.jsonl
jsonl  bad.jsonl   zone Europe/Berlin   nothing to do
 new 0  changed 0  unchanged 0  skipped 0  errors 3  conflicts 0
 error     line 1: end "2026-11-16T08:00:00+01:00" is before start
           "2026-11-16T09:00:00+01:00"
 error     line 2: kind "nap" is not work, sleep, incident, oncall, leave,
           meeting or day
 error     line 3: the line is not a JSON object
wick: bad.jsonl:1: end "2026-11-16T08:00:00+01:00" is before start "2026-11-16T09:00:00+01:00"
? 2
$ wick --db e.db import - <tw.json --dry-run
timewarrior  standard input   zone in file: UTC   not applied
 new 2  changed 0  unchanged 0  skipped 0  errors 0  conflicts 0
 range 2026-11-16 .. 2026-11-16   work +8h00m   days touched 1
$ wick --db e.db import csv week.csv --map hours=nosuch
csv  week.csv   zone Europe/Berlin   nothing to do
 new 0  changed 0  unchanged 0  skipped 0  errors 1  conflicts 0
 error     line 1: --map: there is no column "nosuch" but date, hours, sleep,
           note
wick: week.csv:1: --map: there is no column "nosuch" but date, hours, sleep, note
? 2
$ ls e.db
ls: cannot access 'e.db': No such file or directory
? 2
;; columns by name
$ printf 'Day;Total;Slept\n16.11.2026;7,5;6,5\n' >de.csv; wick --db m.db import csv de.csv --map date=Day,hours=Total,sleep=Slept
csv  de.csv   zone Europe/Berlin   nothing to do
 new 0  changed 0  unchanged 0  skipped 0  errors 1  conflicts 0
 error     line 2: hours "7,5" has a decimal comma: write a point, or say --map
           decimal=comma
wick: de.csv:2: hours "7,5" has a decimal comma: write a point, or say --map decimal=comma
? 2
$ wick --db m2.db import de.csv --map date=Day,hours=Total,sleep=Slept,decimal=comma --dry-run
csv  de.csv   zone Europe/Berlin   not applied
 new 1  changed 0  unchanged 0  skipped 0  errors 0  conflicts 0
 range 2026-11-16 .. 2026-11-16   work +7h30m   sleep +6h30m   days touched 1
$ wick --db m.db import csv de.csv --map date=Day,hours=Total,sleep=Slept,decimal=comma; wick --db m.db show 2026-11-16
csv  de.csv   zone Europe/Berlin   batch 1
 new 1  changed 0  unchanged 0  skipped 0  errors 0  conflicts 0
 range 2026-11-16 .. 2026-11-16   work +7h30m   sleep +6h30m   days touched 1
take it back with: wick import undo 1
Mon 16 Nov  work 7 h 30, sleep 6 h 30
;; what began in another month's file is not taken away, though it reaches into this one's days
$ printf 'inc 20261030T090000Z - 20261030T120000Z\ninc 20261031T210000Z - 20261101T050000Z\n' >10.data; wick --db p.db import timewarrior 10.data >/dev/null
$ printf 'inc 20261031T233000Z - 20261031T234500Z\ninc 20261101T100000Z - 20261101T120000Z\ninc 20261101T130000Z - 20261101T140000Z\n' >11.data; wick --db p.db import timewarrior 11.data --prune; sed -i '$d' 11.data; wick --db p.db import timewarrior 11.data --prune; wick --db p.db show 2026-10-30..2026-11-01
timewarrior  11.data   zone in file: UTC   batch 2
 new 3  changed 0  unchanged 0  skipped 0  errors 0  conflicts 0
 range 2026-10-31 .. 2026-11-01   work +3h00m   days touched 2
 note      the new intervals add up to 3h15m: overlaps count once, breaks come
           off, a total you typed stands
take it back with: wick import undo 2
timewarrior  11.data   zone in file: UTC   batch 3
 new 0  changed 0  unchanged 2  skipped 0  errors 0  conflicts 0
 note      1 taken away: the file has them no more
take it back with: wick import undo 3
Fri 30 Oct  work 3 h (10:00-13:00)
     1  Fri 30 Oct 10:00-13:00 work  from timewarrior
Sat 31 Oct  work 6 h (22:00-6:00 0:30-0:45)
     2  Sat 31 Oct 22:00-6:00 work  from timewarrior
     3  Sun 1 Nov 0:30-0:45 work  from timewarrior
Sun 1 Nov  work 4 h (11:00-13:00)
     2  Sat 31 Oct 22:00-6:00 work  from timewarrior
     4  Sun 1 Nov 11:00-13:00 work  from timewarrior
     3  Sun 1 Nov 0:30-0:45 work  from timewarrior  counts to Sat 31 Oct
$ wick --db p.db import timewarrior 10.data --prune | tail -1
 note      already imported as batch 1
;; what cannot be read is not gone
$ printf 'inc 20261101T100000Z - 20261101T120000Z\ninc 20261031T23300Z - 20261031T234500Z\ninc 20261031T213000Z - 20261031T223000Z\n' >11.data; wick --db p.db import timewarrior 11.data --prune; wick --db p.db show 2026-11-01 | tail -2
timewarrior  11.data   zone in file: UTC   batch 4
 new 1  changed 0  unchanged 1  skipped 0  errors 1  conflicts 0
 range 2026-10-31 .. 2026-11-01   days touched 1
 error     line 2: "20261031T23300Z - 202610" is not a start like
           20260101T080000Z
 note      nothing taken away: some of the file is unreadable
 note      the new intervals add up to 1h: overlaps count once, breaks come off,
           a total you typed stands
take it back with: wick import undo 4
     4  Sun 1 Nov 11:00-13:00 work  from timewarrior
     3  Sun 1 Nov 0:30-0:45 work  from timewarrior  counts to Sat 31 Oct
;; a closed standard input is nobody's
$ wick --db p.db import timewarrior 10.data <&- | tail -1
 note      already imported as batch 1
;; no day has more than 24 hours; the line is the file's
$ printf '# x\ndate,duration,title\n2026-11-10,3h,a\n2026-11-11,30h,b\n' >long.csv; wick --db p.db import csv long.csv; printf '#\nkind,start,end\nsleep,2026-11-10 23:00,2026-11-12 07:00\n' | wick --db p.db import csv -
csv  long.csv   zone Europe/Berlin   batch 5
 new 1  changed 0  unchanged 0  skipped 0  errors 1  conflicts 0
 range 2026-11-10 .. 2026-11-10   work +3h00m   days touched 1
 error     line 4: duration "30h" is more than a day has
take it back with: wick import undo 5
csv  standard input   zone Europe/Berlin   nothing to do
 new 0  changed 0  unchanged 0  skipped 0  errors 1  conflicts 0
 error     line 3: a sleep of more than 24 hours
wick: standard input:3: a sleep of more than 24 hours
? 2
;; leave with work in it is told
$ printf '%s\n' 'date,leave,hours' 2026-03-02,vacation,8 2026-03-03,vacation, 2026-03-04,vacation,2 >leave.csv; wick --db leave.db import leave.csv; wick --db leave.db import leave.csv
csv  leave.csv   zone Europe/Berlin   batch 1
 new 3  changed 0  unchanged 0  skipped 0  errors 0  conflicts 0
 range 2026-03-02 .. 2026-03-04   work +10h00m   days touched 3
 note      worked on leave: Mon 2 Mar and 1 more day
take it back with: wick import undo 1
csv  leave.csv   zone Europe/Berlin   nothing to do
 new 0  changed 0  unchanged 3  skipped 0  errors 0  conflicts 0
 note      already imported as batch 1

;; Several files are one import, and a folder where a tool keeps its own
$ mkdir -p tw/data && printf 'inc 20261116T080000Z - 20261116T100000Z # a\n' >tw/data/2026-11.data && printf 'inc 20261016T080000Z - 20261016T100000Z # a\nrubbish\n' >tw/data/2026-10.data && : >tw/data/tags.data
$ wick --db f.db import tw
timewarrior  tw   zone in file: UTC   batch 1
 new 2  changed 0  unchanged 0  skipped 0  errors 1  conflicts 0
 range 2026-10-16 .. 2026-11-16   work +4h00m   days touched 2
 error     tw/data/2026-10.data line 2: "rubbish" is not an interval
take it back with: wick import undo 1
$ wick --db f.db import timewarrior tw/data/2026-10.data tw/data/2026-11.data
timewarrior  tw/data/2026-10.data and 1 more   zone in file: UTC   nothing to do
 new 0  changed 0  unchanged 2  skipped 0  errors 1  conflicts 0
 note      already imported as batch 1
 error     tw/data/2026-10.data line 2: "rubbish" is not an interval
$ wick --db f.db import timewarrior tw --strict
wick: tw/data/2026-10.data:2: "rubbish" is not an interval
? 2
$ printf 'date,hours\n2026-11-16,8\n' >one.csv; wick --db f.db import one.csv tw/data/2026-11.data
wick: one.csv is csv, and tw/data/2026-11.data is timewarrior: one import reads one format
? 2
$ wick --db g.db import csv one.csv one.csv
csv  one.csv and 1 more   zone Europe/Berlin   batch 1
 new 1  changed 0  unchanged 0  skipped 0  errors 0  conflicts 0
 range 2026-11-16 .. 2026-11-16   work +8h00m   days touched 1
take it back with: wick import undo 1
;; what comes through a pipe is called by what it is
$ wick import - </dev/null; printf 'x' | wick import -; printf '{"kind":"nap","day":"2026-11-19"}' | wick import - --strict
wick: standard input is empty
wick: standard input:1: no format that wick knows; of a table name the columns with --map
wick: standard input:1: kind "nap" is not work, sleep, incident, oncall, leave, meeting or day
? 2
