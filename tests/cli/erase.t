$ wick erase today --yes
wick: nothing is logged yet (no ~/.local/share/wick/wick.db)
? 4
$ wick log 8h -n secret >/dev/null; wick log yesterday 9h >/dev/null; wick log -5 9:00-17:00 >/dev/null
$ wick erase yesterday
wick: erase cannot be undone and nobody is there to ask; add --yes
? 2
$ wick erase yesterday --yes
erased for good: 1 row
$ wick show yesterday
wick: nothing is logged there
? 4
$ wick erase -5..-2 --yes --json
{"format":1,"rows":1,"weeks_taken_back":0,"withdrawn":false}
$ wick show -9..today
Fri 20 Nov  work 8 h, note: secret
$ wick erase --all --yes
erased for good: 1 row
$ wick show
wick: nothing is logged there
? 4
$ wick history
wick: nothing was changed yet
? 4
$ grep -c secret .local/share/wick/wick.db
0
? 1
;; what is erased does not come back: not by undo, not by redo, not from our copies
$ wick log -2 8h -n hidden >/dev/null; wick log -1 9h -n kept >/dev/null; wick log -2 -n 'hidden too' >/dev/null; wick backup mine.db; wick restore mine.db
copied to mine.db
restored from mine.db
what was there is kept as ~/.local/share/wick/wick.db.before-restore
$ wick erase -2 --yes
erased for good: 1 row
$ ls .local/share/wick; cat .local/share/wick/* .local/share/wick/backups/* 2>/dev/null | grep -ac hidden
backups
wick.db
wick.db-journal
0
? 1
$ wick history
    2  2026-11-20 18:00  log Thu 19 Nov
$ wick undo 9
undone: log Thu 19 Nov
wick: nothing to undo
? 4
$ wick redo 9
done again: log Thu 19 Nov
wick: nothing to redo
? 4
$ wick export
{"kind":"day","day":"2026-11-19","hours":9,"note":"kept","source":"manual","locked":257}
;; a day of an import, and an import with nothing left
$ printf 'date,hours,note\n2026-10-01,8,one\n2026-10-02,9,two\n' >days.csv; wick import days.csv >/dev/null; wick erase 2026-10-01 --yes; wick export --from 2026-10-01 --to 2026-10-31
erased for good: 1 row
{"kind":"day","day":"2026-10-02","hours":9,"note":"two","source":"csv"}
$ wick import days.csv
csv  days.csv   zone Europe/Berlin   batch 2
 new 1  changed 0  unchanged 1  skipped 0  errors 0  conflicts 0
 range 2026-10-01 .. 2026-10-02   work +8h00m   days touched 1
 note      already imported as batch 1
take it back with: wick import undo 2
$ wick erase 2026-10-01..2026-10-31 --yes; wick import undo 1; wick export --from 2026-10-01 --to 2026-10-31
erased for good: 2 rows
undone: import batch 1
;; the form that was kept for the next start may quote the day
$ wick log -5 8h >/dev/null; mkdir -p ~/.local/state/wick; printf 'log %s\nday 2026-11-15\n9 secret\n' ~/.local/share/wick/wick.db >~/.local/state/wick/draft; wick erase -6 --yes; ls ~/.local/state/wick; wick --db other.db log -5 8h >/dev/null; wick --db other.db erase --all --yes; ls ~/.local/state/wick; wick erase -5 --yes; ls ~/.local/state/wick
there was nothing to erase
draft
erased for good: 1 row
draft
erased for good: 1 row
;; another beginning of the day: entries are found, cleared and erased by the day they count to now
$ rm -rf ~/.local ~/.config; wick log yesterday 1:00-3:00 >/dev/null; wick log -4 2:00-4:00 >/dev/null; wick config work.day_start 00:00 >/dev/null; wick erase yesterday --yes; wick show -9..today; wick log -4 --clear work; wick undo; wick show -9..today; wick doctor | tail -1
erased for good: 1 row
Mon 16 Nov  work 2 h (2:00-4:00)
     2  Mon 16 Nov 2:00-4:00 work
Mon 16 Nov  nothing logged
take it back with: wick undo
undone: log Mon 16 Nov
Mon 16 Nov  work 2 h (2:00-4:00)
     2  Mon 16 Nov 2:00-4:00 work
every day adds up to its entries

;; a page of the small hours goes with its date, and stays when the day before goes
$ wick --db night.db page 2026-11-18 2:18 -n secret >/dev/null && wick --db night.db log 2026-11-17 8h >/dev/null
$ wick --db night.db erase 2026-11-17 --yes && wick --db night.db show 2026-11-18
erased for good: 1 row
Wed 18 Nov  1 page
     1  Wed 18 Nov 2:18 page secret
$ wick --db night.db erase 2026-11-18 --yes && grep -c secret night.db
erased for good: 1 row
0
? 1
