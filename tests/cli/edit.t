$ wick edit 1 9:00-12:00
wick: nothing is logged yet (no ~/.local/share/wick/wick.db)
? 4
$ wick log 9:00-12:30 -s 23:00-7:00 >/dev/null; wick page 3:12 sev2 45m --woke >/dev/null; wick show
Fri 20 Nov  work 3 h 30 (9:00-12:30), sleep 8 h (23:00-7:00), 1 page
     2  Thu 19 Nov 23:00-7:00 sleep
     1  Fri 20 Nov 9:00-12:30 work
     3  Fri 20 Nov 3:12 page sev2 45 min woke
$ wick edit 1 9:30-12:30
now Fri 20 Nov 9:30-12:30 work  id 1
take it back with: wick undo
$ wick edit 3 3:20 sev1 30m --no-woke --noise -n 'queue lag'
now Fri 20 Nov 3:20 page sev1 30 min noise queue lag  id 3
take it back with: wick undo
$ wick edit 3 yesterday
now Thu 19 Nov 3:20 page sev1 30 min noise queue lag  id 3
take it back with: wick undo
$ wick edit 3 --no-noise -n '' --json
{"format":1,"event":{"id":3,"kind":"incident","day":"2026-11-19","start":"2026-11-19T03:20:00+01:00","end":null,"hours":null,"zone":"Europe/Berlin","source":"manual","title":null,"severity":1,"minutes":30,"woke":false,"noise":false}}
$ wick edit 1 sev2
wick: 1 is work, not a page: it has no severity, minutes, woke or noise
? 2
$ wick edit 3 9:00-10:00
wick: 3 is a page: give one time, not a span
? 2
$ wick edit 2 22:30-6:30
now Thu 19 Nov 22:30-6:30 sleep  id 2
take it back with: wick undo
$ wick edit 1
wick: nothing to change on 1; see wick help edit
? 2
$ wick edit 99 9:00-10:00
wick: no entry 99; wick show lists the ids
? 4
$ wick rm 2
removed Thu 19 Nov 22:30-6:30 sleep  id 2
take it back with: wick undo
$ wick rm 2
wick: no entry 2; wick show lists the ids
? 4
$ wick rm 3 --json
{"format":1,"event":{"id":3,"kind":"incident","day":"2026-11-19","start":"2026-11-19T03:20:00+01:00","end":null,"hours":null,"zone":"Europe/Berlin","source":"manual","title":null,"severity":1,"minutes":30,"woke":false,"noise":false}}
$ wick show -1..today
Fri 20 Nov  work 3 h (9:30-12:30)
     1  Fri 20 Nov 9:30-12:30 work
$ wick undo 2
undone: rm Thu 19 Nov 3:20 page sev1 30 min
undone: rm Thu 19 Nov 22:30-6:30 sleep
$ wick show -1..today
Thu 19 Nov  1 page
     3  Thu 19 Nov 3:20 page sev1 30 min
Fri 20 Nov  work 3 h (9:30-12:30), sleep 8 h (22:30-6:30)
     2  Thu 19 Nov 22:30-6:30 sleep
     1  Fri 20 Nov 9:30-12:30 work
