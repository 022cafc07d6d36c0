$ wick series
$ wick log -9 9:00-17:00 -s 7h -e 3 >/dev/null; wick log -8 10h >/dev/null; wick page -8 23:30 sev2 20m >/dev/null; wick log -5 8h --oncall >/dev/null
$ wick series
$ wick series --from -8 --to -7
$ wick series --from -8 --to -8 --json
$ wick series --from today
$ wick series --from today --to -9
