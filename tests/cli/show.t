$ wick show
$ wick log 8h -s 7h -n 'a note' >/dev/null; wick log -2 9:00-17:00 >/dev/null; wick log -3 --leave holiday >/dev/null
$ wick show
$ wick show --json
$ wick show -3..today
$ wick show wed --json
$ wick show 2026-01-01
$ wick show --missing
$ wick show -4..today --missing
$ wick show -2..today --missing --json
$ wick show today --missing
