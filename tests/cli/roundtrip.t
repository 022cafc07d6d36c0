;; Every story out as a table and as lines, and in again: the same series to the last digit,
;; the same export, and nothing new the second time.
$ for s in long-silence two-person-ops night-parent ingest-oncall comeback; do wick demo $s --write $s.db >/dev/null; wick --db $s.db series --format csv >$s.csv; wick --db $s.db export --format jsonl >$s.jsonl; done; ls *.db *.csv *.jsonl | wc -l
15
$ for s in *.csv; do wick --db t-$s.db import csv $s >/dev/null; wick --db t-$s.db series --format csv | cmp - $s && echo same; done
same
same
same
same
same
$ for s in *.jsonl; do wick --db l-$s.db import $s >/dev/null; wick --db l-$s.db export --format jsonl | cmp - $s && wick --db l-$s.db series --format csv | cmp - ${s%.jsonl}.csv && echo same; done
same
same
same
same
same
$ for s in *.jsonl; do (cat $s; echo) | wick --db l-$s.db import jsonl - | sed -n 2p | cut -d" " -f2-6; done
new 0  changed 0
new 0  changed 0
new 0  changed 0
new 0  changed 0
new 0  changed 0
$ for s in *.jsonl; do wick --db l-$s.db import undo 1 && wick --db l-$s.db export --format jsonl | wc -l; done
undone: import batch 1
0
undone: import batch 1
0
undone: import batch 1
0
undone: import batch 1
0
undone: import batch 1
0
;; wick's own tables of days: into the store they came from they change nothing, into an empty one no 0 becomes a fact
$ rm -rf .local; wick log -9 9:00-17:30 -s 23:10-6:40 --wakes 2 -e 3 -n note >/dev/null; wick page -9 3:12 sev2 45m --woke >/dev/null; wick page -9 15:00 --noise >/dev/null; wick page -9 19:30 10m --noise >/dev/null; wick oncall -9..-8 >/dev/null; wick log -6 --leave sick >/dev/null; wick log -2 7h >/dev/null
$ wick series >t.ser; wick export >t.jsonl; wick export --format csv >t.csv; for f in t.ser t.csv; do wick import csv $f | sed -n 2p; wick series | cmp - t.ser; wick export | cmp - t.jsonl; done; cat t.csv
 new 0  changed 0  unchanged 7  skipped 4 (nothing logged)  errors 0  conflicts 0
 new 0  changed 0  unchanged 7  skipped 0  errors 0  conflicts 0
date,hours,sleep,wakes,incidents,oncall,energy,stress,mood,short_rest,leave,note
2026-11-11,8.5,7.5,2,woke:2:45;business:::noise;off::10:noise,1,3,,,1,,note
2026-11-12,,,0,,1,,,,0,,
2026-11-14,0,,0,,0,,,,0,sick,
2026-11-18,7,,0,,0,,,,0,,
$ wick --db new.db import csv t.ser >/dev/null; wick --db new.db series | cmp - t.ser; wick --db new.db export | grep -v incident
{"kind":"day","day":"2026-11-11","hours":8.5,"sleep":7.5,"wakes":2,"short_rest":1,"oncall":1,"energy":3,"source":"csv"}
{"kind":"day","day":"2026-11-12","oncall":1,"source":"csv"}
{"kind":"day","day":"2026-11-14","hours":0,"source":"csv"}
{"kind":"day","day":"2026-11-18","hours":7,"source":"csv"}
;; what was changed in the table comes in, and the rest stays as it was
$ sed 's/^2026-11-18,7,/2026-11-18,8.5,/; s/;off::10:noise/;off::10:noise;off:1:20/' t.csv >edited.csv; wick import csv edited.csv | sed -n 2p; wick show -2; wick show -9
 new 1  changed 0  unchanged 7  skipped 0  errors 0  conflicts 1
Wed 18 Nov  work 7 h
Wed 11 Nov  work 8 h 30 (9:00-17:30), sleep 7 h 30 (23:10-6:40), wakes 2,
            4 pages, on call, energy 3, note: note
     7  Wed 11 Nov  page sev1 20 min  from csv
     2  Tue 10 Nov 23:10-6:40 sleep
     3  Wed 11 Nov 3:12 page sev2 45 min woke
     6  Wed 11 Nov 4:00-4:00 oncall to Fri 13 Nov
     1  Wed 11 Nov 9:00-17:30 work
     4  Wed 11 Nov 15:00 page noise
     5  Wed 11 Nov 19:30 page 10 min noise
