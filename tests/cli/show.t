$ wick show
wick: nothing is logged yet (no ~/.local/share/wick/wick.db)
? 4
$ wick log 8h -s 7h -n 'a note' >/dev/null; wick log -2 9:00-17:00 >/dev/null; wick log -3 --leave holiday >/dev/null
$ wick show
Fri 20 Nov  work 8 h, sleep 7 h, note: a note
$ wick show --json
{"format":1,"days":[{"day":"2026-11-20","hours":8,"sleep":7,"wakes":null,"oncall":null,"leave":null,"energy":null,"stress":null,"mood":null,"note":"a note","events":[],"elsewhere":[]}]}
$ wick show -3..today
Tue 17 Nov  leave holiday
Wed 18 Nov  work 8 h (9:00-17:00)
     1  Wed 18 Nov 9:00-17:00 work
Fri 20 Nov  work 8 h, sleep 7 h, note: a note
$ wick show wed --json
{"format":1,"days":[{"day":"2026-11-18","hours":8,"sleep":null,"wakes":null,"oncall":null,"leave":null,"energy":null,"stress":null,"mood":null,"note":null,"events":[{"id":1,"kind":"work","day":"2026-11-18","start":"2026-11-18T09:00:00+01:00","end":"2026-11-18T17:00:00+01:00","hours":null,"zone":"Europe/Berlin","source":"manual","title":null}],"elsewhere":[]}]}
$ wick show 2026-01-01
wick: nothing is logged there
? 4
$ wick show --missing
Fri 6 Nov  no work, no sleep
Sat 7 Nov  no work, no sleep
Sun 8 Nov  no work, no sleep
Mon 9 Nov  no work, no sleep
Tue 10 Nov  no work, no sleep
Wed 11 Nov  no work, no sleep
Thu 12 Nov  no work, no sleep
Fri 13 Nov  no work, no sleep
Sat 14 Nov  no work, no sleep
Sun 15 Nov  no work, no sleep
Mon 16 Nov  no work, no sleep
Tue 17 Nov  no sleep
Wed 18 Nov  no sleep
Thu 19 Nov  no work, no sleep
$ wick show -4..today --missing
Mon 16 Nov  no work, no sleep
Tue 17 Nov  no sleep
Wed 18 Nov  no sleep
Thu 19 Nov  no work, no sleep
$ wick show -2..today --missing --json
{"format":1,"missing":[{"day":"2026-11-18","work":false,"sleep":true},{"day":"2026-11-19","work":true,"sleep":true}]}
$ wick show today --missing
every day there has work and sleep
;; pages stand under the day they count to, as status, reports and series count them; what
;; else bears the date is named with the day it counts to
$ wick page 2026-11-11 3:12 --woke >/dev/null; wick page 2026-11-10 23:50 --woke >/dev/null; wick page 2026-11-10 21:00 >/dev/null; wick page 2026-11-10 4:30 --woke >/dev/null; wick log 2026-11-11 -s 0:30-8:00 >/dev/null; wick log 2026-11-11 23:00-1:30 >/dev/null; wick log 2026-11-12 0:10-0:40 >/dev/null
$ wick show 2026-11-09..2026-11-12; wick series --from 2026-11-10 --to 2026-11-11 | cut -d, -f1,5
Tue 10 Nov  2 pages
     5  Tue 10 Nov 4:30 page woke
     4  Tue 10 Nov 21:00 page
     3  Tue 10 Nov 23:50 page woke  counts to Wed 11 Nov
Wed 11 Nov  work 2 h 30 (23:00-1:30), sleep 7 h 30 (0:30-8:00), 2 pages
     3  Tue 10 Nov 23:50 page woke
     6  Wed 11 Nov 0:30-8:00 sleep
     2  Wed 11 Nov 3:12 page woke
     7  Wed 11 Nov 23:00-1:30 work
date,incidents
2026-11-10,woke::;off::
2026-11-11,woke::;woke::
$ wick show 2026-11-10 --json | jq -c '.days[0].elsewhere,[.days[0].events[].start]'
[{"id":3,"kind":"incident","counts_to":"2026-11-11"}]
["2026-11-10T04:30:00+01:00","2026-11-10T21:00:00+01:00"]
