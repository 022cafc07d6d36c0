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
{"format":1,"rows":1}
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
