$ wick doctor
wick: nothing is logged yet (no ~/.local/share/wick/wick.db)
? 4
$ wick backup copy.db
wick: nothing is logged yet (no ~/.local/share/wick/wick.db)
? 4
$ wick log 8h >/dev/null
$ wick backup copy.db && stat -c %a copy.db
copied to copy.db
600
$ wick log yesterday 9h >/dev/null
$ wick restore copy.db
restored from copy.db
what was there is kept as ~/.local/share/wick/wick.db.before-restore
$ wick show yesterday
wick: nothing is logged there
? 4
$ ls .local/share/wick
backups
wick.db
wick.db-journal
wick.db.before-restore
$ wick restore missing.db
wick: missing.db: No such file or directory
? 2
$ echo x >text; wick restore text
wick: text is no wick store; restore takes what backup wrote
? 6
$ wick doctor --json | sed 's/"bytes":[0-9]*/"bytes":N/'
{"format":1,"events":0,"days":1,"changes":1,"batches":0,"bytes":N,"wrong":0,"first_wrong":null,"fixed":false}
$ wick doctor --fix | sed 's/bytes [0-9]*/bytes N/'
the file is sound: entries 0, days 1, changes 1, imports 0, bytes N
every day adds up to its entries
$ wick backup
wick: too little said; usage: wick backup FILE
? 2
