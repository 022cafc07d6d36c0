$ wick stop
$ wick start
$ wick start
$ wick status
$ wick cancel
$ wick start -45m 'design review'
$ wick start 9:00
$ wick status --json
$ wick stop
$ wick start 9:10
$ wick stop 9:05
$ wick stop 12:30
$ wick start 13:00 --json
$ wick stop -15m --json
$ wick --now 2026-11-21T19:00 start -17h
$ wick --now 2026-11-19T22:00 start
$ wick stop
$ wick stop 1:00
$ wick cancel
$ wick start nine
$ wick show yesterday
