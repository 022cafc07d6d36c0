$ wick edit 1 9:00-12:00
$ wick log 9:00-12:30 -s 23:00-7:00 >/dev/null; wick page 3:12 sev2 45m --woke >/dev/null; wick show
$ wick edit 1 9:30-12:30
$ wick edit 3 3:20 sev1 30m --no-woke --noise -n 'queue lag'
$ wick edit 3 yesterday
$ wick edit 3 --no-noise -n '' --json
$ wick edit 1 sev2
$ wick edit 3 9:00-10:00
$ wick edit 2 22:30-6:30
$ wick edit 1
$ wick edit 99 9:00-10:00
$ wick rm 2
$ wick rm 2
$ wick rm 3 --json
$ wick show -1..today
$ wick undo 2
$ wick show -1..today
