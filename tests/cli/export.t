$ wick export
wick: nothing is logged yet (no ~/.local/share/wick/wick.db)
? 4
$ wick log 9:00-17:00 -s 7h -n '=cmd()' >/dev/null; wick page 3:12 sev2 45m --woke -n 'title' >/dev/null
$ wick export
{"kind":"day","day":"2026-11-20","sleep":7,"note":"=cmd()","source":"manual","locked":258}
{"kind":"incident","start":"2026-11-20T03:12:00+01:00","tz":"Europe/Berlin","source":"manual","id":"fa82f3e500a2fee5","severity":2,"minutes":45,"woke":true,"title":"title"}
{"kind":"work","start":"2026-11-20T09:00:00+01:00","end":"2026-11-20T17:00:00+01:00","tz":"Europe/Berlin","source":"manual","id":"08210c3563067b81"}
$ wick export --redact
{"kind":"day","day":"2026-11-20","sleep":7,"source":"manual","locked":258}
{"kind":"incident","start":"2026-11-20T03:12:00+01:00","tz":"Europe/Berlin","source":"manual","id":"fa82f3e500a2fee5","severity":2,"minutes":45,"woke":true}
{"kind":"work","start":"2026-11-20T09:00:00+01:00","end":"2026-11-20T17:00:00+01:00","tz":"Europe/Berlin","source":"manual","id":"08210c3563067b81"}
$ wick export --kinds incident
{"kind":"incident","start":"2026-11-20T03:12:00+01:00","tz":"Europe/Berlin","source":"manual","id":"fa82f3e500a2fee5","severity":2,"minutes":45,"woke":true,"title":"title"}
$ wick export --kinds day --from today --to today
{"kind":"day","day":"2026-11-20","sleep":7,"note":"=cmd()","source":"manual","locked":258}
$ wick export --format csv
date,hours,sleep,wakes,incidents,oncall,energy,stress,mood,short_rest,leave,note
2026-11-20,8,7,0,woke:2:45,0,,,,1,,=cmd()
$ wick export --format csv --excel-safe --bom | head -c 3 | od -An -tx1
 ef bb bf
$ wick export --from yesterday --to yesterday
{"kind":"incident","start":"2026-11-20T03:12:00+01:00","tz":"Europe/Berlin","source":"manual","id":"fa82f3e500a2fee5","severity":2,"minutes":45,"woke":true,"title":"title"}
$ wick export -o out.jsonl && wick --db two.db import jsonl out.jsonl && wick --db two.db export | cmp - out.jsonl
jsonl  out.jsonl   zone Europe/Berlin   batch 1
 new 3  changed 0  unchanged 0  skipped 0  errors 0  conflicts 0
 range 2026-11-19 .. 2026-11-20   work +8h00m   sleep +7h00m   days touched 2
take it back with: wick import undo 1
$ wick export --format prometheus
wick: format "prometheus" is none of jsonl|csv
? 2
$ wick export >/dev/full
wick: cannot write standard output: No space left on device
? 1
$ wick export | true
