$ wick export
$ wick log 9:00-17:00 -s 7h -n '=cmd()' >/dev/null; wick page 3:12 sev2 45m --woke -n 'title' >/dev/null
$ wick export
$ wick export --redact
$ wick export --kinds incident
$ wick export --kinds day --from today --to today
$ wick export --format csv
$ wick export --format csv --excel-safe --bom | head -c 3 | od -An -tx1
$ wick export --from yesterday --to yesterday
$ wick export -o out.jsonl && wick --db two.db import jsonl out.jsonl && wick --db two.db export | cmp - out.jsonl
$ wick export --format prometheus
$ wick export >/dev/full
$ wick export | true
