$ wick edit 1 9:00-12:00
wick: nothing is logged yet (no ~/.local/share/wick/wick.db)
? 4
$ wick log 9:00-12:30 -s 23:00-7:00 >/dev/null; wick page 3:12 sev2 45m --woke >/dev/null; wick show
Fri 20 Nov  work 3 h 30 (9:00-12:30), sleep 8 h (23:00-7:00), 1 page
     2  Thu 19 Nov 23:00-7:00 sleep
     3  Fri 20 Nov 3:12 page sev2 45 min woke
     1  Fri 20 Nov 9:00-12:30 work
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
;; a sleep is of the day it ends on, also when it is moved
$ rm -rf ~/.local; wick log -s 23:00-7:00 >/dev/null; wick edit 1 -2; wick show -2
now Tue 17 Nov 23:00-7:00 sleep  id 1
take it back with: wick undo
Wed 18 Nov  sleep 8 h (23:00-7:00)
     1  Tue 17 Nov 23:00-7:00 sleep
$ wick edit 1 0:30; wick edit 1 22:00; wick show -2
now Wed 18 Nov 0:30-8:30 sleep  id 1
take it back with: wick undo
now Tue 17 Nov 22:00-6:00 sleep  id 1
take it back with: wick undo
Wed 18 Nov  sleep 8 h (22:00-6:00)
     1  Tue 17 Nov 22:00-6:00 sleep
$ wick edit 1 22:00-6:00 5:00
wick: a span and a time at once: give one of the two
? 2
;; seconds stay; a length given a time keeps its length, and leaves no trace on the day it was moved from
$ rm -rf ~/.local; wick --now 2026-11-20T09:00:40 start >/dev/null; wick --now 2026-11-20T10:00:10 stop >/dev/null; wick edit 1 -1 --json
{"format":1,"event":{"id":1,"kind":"work","day":"2026-11-19","start":"2026-11-19T09:00:40+01:00","end":"2026-11-19T10:00:10+01:00","hours":null,"zone":"Europe/Berlin","source":"manual","title":null}}
$ echo '{"kind":"work","day":"2026-11-20","dur":1200,"source":"x","id":"1"}' >d.jsonl; wick import d.jsonl >/dev/null; wick edit 2 -2; wick show; wick edit 2 9:00
now Wed 18 Nov 20m work  id 2
take it back with: wick undo
wick: nothing is logged there
now Wed 18 Nov 9:00-9:20 work  id 2
take it back with: wick undo
$ rm -rf ~/.local; wick page 3:12 sev2 45m --woke --noise >/dev/null; wick edit 1 --clear minutes; wick edit 1 --clear woke; wick edit 1 --clear noise; wick edit 1 --clear Severity; wick undo
now Fri 20 Nov 3:12 page sev2 woke noise  id 1
take it back with: wick undo
now Fri 20 Nov 3:12 page sev2 noise  id 1
take it back with: wick undo
now Fri 20 Nov 3:12 page sev2  id 1
take it back with: wick undo
now Fri 20 Nov 3:12 page  id 1
take it back with: wick undo
undone: edit Fri 20 Nov 3:12 page
$ wick edit 1 --clear title
wick: --clear "title" is none of severity, minutes, woke, noise
? 2
$ wick log 9:00-10:00 >/dev/null; wick edit 2 --clear minutes
wick: 2 is work, not a page: it has no severity, minutes, woke or noise
? 2
