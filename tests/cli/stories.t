;; every story can be kept, is the same every time under one clock, and is sound
$ for s in $(wick demo --json | jq -r '.stories[].name'); do wick demo $s --write $s.db >/dev/null; wick demo $s --write $s.2.db >/dev/null; wick --db $s.db export >1; wick --db $s.2.db export >2; cmp 1 2; wick --db $s.db doctor | tail -1; wick demo $s >3; wick demo $s | cmp - 3; grep -c '^wick report' 3; done
every day adds up to its entries
1
every day adds up to its entries
1
every day adds up to its entries
1
every day adds up to its entries
1
every day adds up to its entries
1
$ for s in *-*.2.db; do wick --db $s series | awk -F, 'END { print (NR > 80 ? "a long history" : NR " rows") }'; done
a long history
a long history
a long history
a long history
$ wick --now 2027-03-01T08:00 demo comeback | tail -2 | grep -o 'to ... .. ...$'
to Sun 28 Feb
;; every line of every story's page fits
$ for s in $(wick demo --json | jq -r '.stories[].name'); do wick demo $s; wick --db $s.db explain; wick --db $s.db show -30..today; wick --db $s.db history; done | wc -L | awk '{ print ($1 <= 80 ? "fits" : $1) }'
fits
;; the real store is not there, and was not made
$ ls -A | grep -v 'db\|^[0-9]$'; ls -d "$TMPDIR"/wick-demo* 2>/dev/null || echo none
none
