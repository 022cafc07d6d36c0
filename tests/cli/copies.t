;; a copy is the store as it was, history too; restore keeps what it replaces
$ wick log -3 9:00-17:00 -s 7h -n 'before' >/dev/null; wick page -3 3:12 sev2 --woke >/dev/null; wick log -2 8h >/dev/null; wick undo >/dev/null
$ wick export >then.jsonl; wick history >then.txt; wick backup copy.db
copied to copy.db
$ wick log -1 8h >/dev/null; wick rm 1 >/dev/null; wick export | cmp -s - then.jsonl
? 1
$ wick export >later.jsonl; wick restore copy.db
restored from copy.db
what was there is kept as ~/.local/share/wick/wick.db.before-restore
$ wick export | cmp - then.jsonl; wick history | cmp - then.txt; wick redo
done again: log Wed 18 Nov
$ wick --db .local/share/wick/wick.db.before-restore export | cmp - later.jsonl
$ wick doctor | sed 's/bytes [0-9]*/bytes N/'
the file is sound: entries 2, days 2, changes 3, imports 0, bytes N
every day adds up to its entries
$ wick --db copy.db doctor | sed 's/bytes [0-9]*/bytes N/'
the file is sound: entries 2, days 1, changes 3, imports 0, bytes N
every day adds up to its entries
;; the same file twice, over an old one, and onto itself
$ wick export >now.jsonl; wick backup copy.db && wick --db copy.db export | cmp - now.jsonl
copied to copy.db
$ wick --db copy.db backup copy.db && wick --db copy.db doctor | tail -1
copied to copy.db
every day adds up to its entries
$ wick backup nowhere/copy.db
wick: cannot write nowhere/copy.db: No such file or directory
? 2
;; what is no store is not restored, and what is there stays
$ echo text >notes.txt; wick restore notes.txt
wick: notes.txt is no wick store; restore takes what backup wrote
? 6
$ head -c 5000 copy.db >cut.db; wick restore cut.db
wick: cut.db is damaged; wick restore COPY brings a copy back
? 6
$ mkdir folder; wick restore folder
wick: folder is not a regular file
? 6
$ wick restore nosuch.db
wick: nosuch.db: No such file or directory
? 2
$ wick export | cmp - now.jsonl; ls
copy.db
cut.db
folder
later.jsonl
notes.txt
now.jsonl
then.jsonl
then.txt
;; a damaged store says so, and does not get worse
$ cp copy.db bad.db; for p in 1 2 3 4 5; do yes | dd of=bad.db bs=4096 count=1 seek=$p conv=notrunc 2>/dev/null; done; sha256sum bad.db >sum; wick --db bad.db doctor >out 2>&1; echo $?; grep -c '^wick: bad.db is damaged' out; sha256sum -c --quiet sum
6
1
$ echo junk >junk.db; wick --db junk.db status
wick: junk.db is not a wick diary (not an SQLite file); name another with --db
? 6
$ wick --db folder status
wick: folder is not a regular file
? 6
$ touch empty.db; wick --db empty.db status
nothing is logged yet
;; a store of tomorrow
$ cp copy.db new.db; python3 -c "import sqlite3; c = sqlite3.connect('new.db'); c.execute('PRAGMA user_version = 99'); c.commit()"; wick --db new.db status
wick: new.db is of version 99, newer than this wick's 2; use a newer wick
? 6
$ wick --db new.db log 8h
wick: new.db is of version 99, newer than this wick's 2; use a newer wick
? 6
;; a store that may not be written
$ wick --db /proc/wick.db log 8h 2>err; echo $?; grep -c '^wick: /proc/wick.db cannot be made: No such file\|^wick: cannot write /proc/wick.db: its folder: Permission denied' err
6
1
;; lossless: JSON Lines out and in, and a spreadsheet of days out and in
$ wick demo ingest-oncall --write demo.db >/dev/null; wick --db demo.db export -o demo.jsonl; wick --db again.db import jsonl demo.jsonl --json | jq -c '[.changed, .skipped, (.errors | length)]'
[0,0,0]
$ wick --db again.db export | cmp - demo.jsonl
$ wick --db demo.db series >a.csv; wick --db again.db series | cmp - a.csv
$ wick --db days.db import csv a.csv --json | jq -c '[(.new > 90), .skipped, (.errors | length)]'
[true,0,0]
$ wick --db days.db series | cut -d, -f1-4,6-9 >b; cut -d, -f1-4,6-9 a.csv | cmp - b
;; a copy never takes the place of somebody's work; an empty file is nobody's
$ echo 'my only copy' >report.txt; wick backup report.txt; cat report.txt
wick: report.txt is no wick store and is not overwritten; name another file
my only copy
$ python3 -c "import sqlite3; c = sqlite3.connect('other.db'); c.execute('CREATE TABLE t (x)'); c.commit()"; sha256sum other.db >sum; wick backup other.db; sha256sum -c --quiet sum
wick: other.db is the database of another program and is not overwritten; name another file
$ printf x >x; wick backup x; cat x; rm x
wick: x is no wick store and is not overwritten; name another file
x
$ : >empty; wick backup empty && wick --db empty doctor | tail -1; rm empty
copied to empty
every day adds up to its entries
$ wick restore other.db
wick: other.db is the database of another program; restore takes what backup wrote
? 6
;; what a restore replaces is kept, each time
$ ls .local/share/wick; wick restore copy.db | tail -1; wick restore copy.db | tail -1; ls .local/share/wick
backups
wick.db
wick.db-journal
wick.db.before-restore
what was there is kept as ~/.local/share/wick/wick.db.before-restore-2
what was there is kept as ~/.local/share/wick/wick.db.before-restore-3
backups
wick.db
wick.db-journal
wick.db.before-restore
wick.db.before-restore-2
wick.db.before-restore-3
$ wick erase --all --yes; ls .local/share/wick
erased for good: 4 rows
wick.db
wick.db-journal
