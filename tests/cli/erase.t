$ wick erase today --yes
$ wick log 8h -n secret >/dev/null; wick log yesterday 9h >/dev/null; wick log -5 9:00-17:00 >/dev/null
$ wick erase yesterday
$ wick erase yesterday --yes
$ wick show yesterday
$ wick erase -5..-2 --yes --json
$ wick show -9..today
$ wick erase --all --yes
$ wick show
$ wick history
$ grep -c secret .local/share/wick/wick.db
