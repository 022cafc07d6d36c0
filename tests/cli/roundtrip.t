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
