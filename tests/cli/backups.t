;; a copy a day, before its first write; the first day of all has nothing to copy
$ wick log 8h >/dev/null; ls .local/share/wick
wick.db
wick.db-journal
$ export WICK_NOW=2026-11-21T09:00; wick status >/dev/null; ls .local/share/wick; wick log 7h -n secret >/dev/null; wick log 7h30m >/dev/null; ls .local/share/wick/backups; stat -c '%a %n' .local/share/wick/backups .local/share/wick/backups/*
wick.db
wick.db-journal
wick.db.daily-2026-11-21
700 .local/share/wick/backups
600 .local/share/wick/backups/wick.db.daily-2026-11-21
$ wick --db .local/share/wick/backups/wick.db.daily-2026-11-21 show 2026-11-20..2026-11-21
Fri 20 Nov  work 8 h
;; sixty days: seven daily ones and four weekly ones stay, and each can be read
$ i=1; while [ $i -le 60 ]; do d=$(date -u -d "2026-11-21 +$i day" +%F); WICK_NOW=${d}T20:00 wick log 8h -n "day $d" >/dev/null || echo failed; i=$((i+1)); done; ls .local/share/wick/backups
wick.db.daily-2027-01-14
wick.db.daily-2027-01-15
wick.db.daily-2027-01-16
wick.db.daily-2027-01-17
wick.db.daily-2027-01-18
wick.db.daily-2027-01-19
wick.db.daily-2027-01-20
wick.db.weekly-2026-W52
wick.db.weekly-2026-W53
wick.db.weekly-2027-W01
wick.db.weekly-2027-W02
$ for f in .local/share/wick/backups/*; do wick --db $f doctor | tail -1; done | sort | uniq -c | sed 's/^ *//'
11 every day adds up to its entries
$ wick --db .local/share/wick/backups/wick.db.weekly-2026-W52 series --from 2026-12-20 | cut -d, -f1,2 | tail -2
2026-12-25,8.000000
2026-12-26,8.000000
;; half a copy that a killed wick left goes with the next one
$ touch .local/share/wick/backups/wick.db.daily-2026-12-20.AbCdEf; WICK_NOW=2027-01-21T20:00 wick log 8h >/dev/null; ls .local/share/wick/backups | grep -c AbCdEf
0
? 1
;; a clock that went back pushes nothing out
$ ls .local/share/wick/backups >then; WICK_NOW=2026-11-01T20:00 wick log 8h >/dev/null; ls .local/share/wick/backups | diff then -
;; a copy is taken as the store
$ wick restore .local/share/wick/backups/wick.db.daily-2027-01-15 | sed 1d; wick show 2027-01-14..2027-01-15
what was there is kept as ~/.local/share/wick/wick.db.before-restore
Thu 14 Jan 2027  work 8 h, note: day 2027-01-14
;; what is erased goes out of every copy; the other days stay in it
$ cat .local/share/wick/backups/* | grep -ac 'day 2027-01-10'; wick --now 2027-01-22T09:00 erase 2027-01-10 --yes; cat .local/share/wick/* .local/share/wick/backups/* 2>/dev/null | grep -ac 'day 2027-01-10'; ls .local/share/wick/backups | wc -l
8
erased for good: 1 row
0
11
$ wick --db .local/share/wick/backups/wick.db.daily-2027-01-21 show 2027-01-09..2027-01-11
Sat 9 Jan 2027  work 8 h, note: day 2027-01-09
Mon 11 Jan 2027  work 8 h, note: day 2027-01-11
$ wick erase --all --yes >/dev/null; ls .local/share/wick; cat .local/share/wick/* | grep -ac 'day 20'
wick.db
wick.db-journal
0
? 1
;; beside another file, and only its own go with it
$ mkdir -m 700 d; for db in a b; do wick --db d/$db.db log 8h >/dev/null; WICK_NOW=2026-11-21T09:00 wick --db d/$db.db log 8h >/dev/null; done; ls d/backups; wick --db d/a.db erase --all --yes; ls d d/backups
a.db.daily-2026-11-21
b.db.daily-2026-11-21
erased for good: 2 rows
d:
a.db
a.db-journal
b.db
b.db-journal
backups

d/backups:
b.db.daily-2026-11-21
;; nor does a store whose name begins like it lose its copies
$ wick --db d/a.db log 8h >/dev/null; for day in 21 22; do WICK_NOW=2026-11-${day}T09:00 wick --db d/a.db.old log 8h >/dev/null; WICK_NOW=2026-11-${day}T09:00 wick --db d/a.db log 8h >/dev/null; done; wick --db d/a.db erase 2026-11-21 --yes >/dev/null; wick --db d/a.db erase --all --yes >/dev/null; ls d/backups; rm d/a.db.old*
a.db.old.daily-2026-11-22
b.db.daily-2026-11-21
;; a copy that cannot be kept is told, and the day is logged all the same
$ rm -rf d/backups; touch d/backups; WICK_NOW=2026-11-21T09:00 wick --db d/b.db log 6h; echo $?
Sat 21 Nov  work 6 h
take it back with: wick undo
wick: no copy was kept today: cannot write d/backups/b.db.daily-2026-11-21: Not a directory
0
$ WICK_NOW=2026-11-21T09:00 wick --db d/b.db status >/dev/null
;; the demos are thrown away whole
$ wick demo >/dev/null; ls d
a.db
a.db-journal
b.db
b.db-journal
backups
