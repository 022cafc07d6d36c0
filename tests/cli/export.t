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
$ wick export --format pdf
wick: "pdf" is not an export format: jsonl, csv, ics, timewarrior, prometheus or influx
? 2
$ wick export >/dev/full
wick: cannot write standard output: No space left on device
? 1
$ wick export | true
;; a calendar: private, the same names each time, folded lines, leave and on-call by day
$ wick log 9:00-17:00 -n 'a note' >/dev/null; wick log 2026-11-25 --leave vacation >/dev/null; wick oncall 2026-11-23..2026-11-24 >/dev/null; printf '%s\n' '{"kind":"work","start":"2026-11-18T09:00:00+01:00","end":"2026-11-18T10:00:00+01:00","id":"1","title":"Größe, und; so \\\\ weiter: eine Zeile, die länger ist als fünfundsiebzig Oktette","tags":["a b","x"]}' '{"kind":"work","start":"2026-11-18T09:30:00+01:00","end":"2026-11-18T11:00:00+01:00","id":"2","tags":["it \"is\"","\u00fc"]}' '{"kind":"work","start":"2026-11-17T09:00:00+01:00","end":"2026-11-17T12:00:00+01:00","id":"3"}' '{"kind":"day","day":"2026-11-17","hours":8}' '{"kind":"work","start":"2026-11-16T22:00:00+01:00","end":"2026-11-17T06:00:00+01:00","id":"4"}' >in.jsonl; wick import in.jsonl >/dev/null; wick export --format ics | tr -d '\r'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//wick//wick 0.1.0//EN
CALSCALE:GREGORIAN
BEGIN:VEVENT
UID:0ba8ec3bc5cfed5eafdf867ffa6b123b@wick
DTSTAMP:20261120T170000Z
DTSTART:20261116T210000Z
DTEND:20261117T050000Z
SUMMARY:work
CATEGORIES:work
CLASS:PRIVATE
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
UID:d955aa0e06958ca376a65b9123b7cb21@wick
DTSTAMP:20261120T170000Z
DTSTART:20261117T080000Z
DTEND:20261117T110000Z
SUMMARY:work
CATEGORIES:work
CLASS:PRIVATE
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
UID:d8dff7e72b2473b5fbc7200be4a91541@wick
DTSTAMP:20261120T170000Z
DTSTART:20261118T080000Z
DTEND:20261118T090000Z
SUMMARY:Größe\, und\; so \\\\ weiter: eine Zeile\, die länger ist als f
 ünfundsiebzig Oktette
CATEGORIES:work
CLASS:PRIVATE
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
UID:d79ab4817110cfdaafffa7d0269b2cc6@wick
DTSTAMP:20261120T170000Z
DTSTART:20261118T083000Z
DTEND:20261118T100000Z
SUMMARY:work
CATEGORIES:work
CLASS:PRIVATE
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
UID:b264ecfa0868bf098a9e60b3128ab587@wick
DTSTAMP:20261120T170000Z
DTSTART:20261120T080000Z
DTEND:20261120T160000Z
SUMMARY:work
CATEGORIES:work
CLASS:PRIVATE
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
UID:fd9eadb8c82a3fc46fc9aede48756f7a@wick
DTSTAMP:20261120T170000Z
DTSTART:20261123T030000Z
DTEND:20261125T030000Z
SUMMARY:oncall
CATEGORIES:oncall
CLASS:PRIVATE
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
UID:leave-2026-11-25@wick
DTSTAMP:20261120T170000Z
DTSTART;VALUE=DATE:20261125
DTEND;VALUE=DATE:20261126
SUMMARY:vacation
CATEGORIES:leave
CLASS:PRIVATE
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
$ wick export --format ics | grep -c "$(printf '\r')$"; wick export --format ics | awk 'length($0) > 76' | wc -l
76
0
$ wick export --format ics --redact --kinds work | grep SUMMARY | sort | uniq -c | tr -d '\r'
      5 SUMMARY:work
$ wick export --format ics --kinds day
wick: ics cannot hold all of these kinds
? 2
;; timewarrior: what counts, in order, none over another; a total has made-up times and says so
$ wick export --format timewarrior
inc 20261116T210000Z - 20261117T030000Z
inc 20261117T070000Z - 20261117T150000Z # # "a day's total, its times are not known"
inc 20261118T080000Z - 20261118T090000Z # "a b" x # "Größe, und; so \\ weiter: eine Zeile, die länger ist als fünfundsiebzig Oktette"
inc 20261118T090000Z - 20261118T100000Z # "it \"is\"" ü
inc 20261120T080000Z - 20261120T160000Z
$ wick series --format csv | awk -F, 'NR > 1 { s += $2 } END { print s }'; wick export --format timewarrior | tr -d 'TZ' | awk '{ print $2, $4 }' | while read a b; do echo $(( $(date -ud "$(echo $a | sed 's/\(....\)\(..\)\(..\)\(..\)\(..\)\(..\)/\1-\2-\3 \4:\5:\6/')" +%s) )) $(( $(date -ud "$(echo $b | sed 's/\(....\)\(..\)\(..\)\(..\)\(..\)\(..\)/\1-\2-\3 \4:\5:\6/')" +%s) )); done | awk '{ s += $2 - $1 } END { print s / 3600 }'
24
24
$ wick export --format timewarrior >own.data; wick --db three.db import own.data | head -2; wick --db three.db export --format timewarrior | cmp - own.data
timewarrior  own.data   zone in file: UTC   batch 1
 new 5  changed 0  unchanged 0  skipped 0  errors 0  conflicts 0
$ wick export --format timewarrior --kinds sleep
wick: timewarrior cannot hold all of these kinds
? 2
;; collectors get nothing of health unless it is asked for
$ wick log -s 7h30m -e 4 --stress 2 >/dev/null; wick page 3:12 sev2 --woke >/dev/null; wick export --format prometheus | grep -v '^#'
wick_work_seconds_7d 86400
wick_work_known_ratio_7d 0.571
wick_pages_7d 2
wick_pages_night_7d 2
wick_oncall_ratio_7d 0
wick_last_import_timestamp_seconds{source="jsonl"} 1795194000
$ wick export --format prometheus --kinds sleep,day | grep -v '^#' | grep 'sleep\|strain\|energy\|stress\|mood'
wick_sleep_seconds_last_night 27000
wick_strain_confidence 0.201
wick_energy 4
wick_stress 2
$ wick export --format prometheus | grep -c '^# HELP'; wick export --format prometheus | sed -n 's/^# HELP \([^ ]*\).*/\1/p' | sort | uniq -d
6
$ wick export --format influx
wick_day,source=merged work_s=21600i 1794787200000000000
wick_day,source=merged work_s=28800i,rest_h=3 1794873600000000000
wick_day,source=merged work_s=7200i,rest_h=21 1794960000000000000
wick_day,source=merged rest_h=40.2 1795046400000000000
wick_day,source=merged work_s=28800i,pages=2i,rest_h=5.05 1795132800000000000
wick_day,source=merged oncall=true 1795392000000000000
wick_day,source=merged oncall=true 1795478400000000000
wick_day,source=merged work_s=0i,leave=true 1795564800000000000
$ wick export --format influx --kinds sleep --from today
wick_day,source=merged work_s=28800i,pages=2i,rest_h=5.05,sleep_s=27000i 1795132800000000000
wick_day,source=merged oncall=true 1795392000000000000
wick_day,source=merged oncall=true 1795478400000000000
wick_day,source=merged work_s=0i,leave=true 1795564800000000000
$ wick export --format influx --kinds work
wick: influx cannot hold all of these kinds
? 2
