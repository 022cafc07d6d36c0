$ wick show
wick: nothing is logged yet (no ~/.local/share/wick/wick.db)
? 4
$ wick log 8h -s 7h -n 'a note' >/dev/null; wick log -2 9:00-17:00 >/dev/null; wick log -3 --leave holiday >/dev/null
$ wick show
Fri 20 Nov  work 8 h, sleep 7 h, note: a note
$ wick show --json
{"format":1,"days":[{"day":"2026-11-20","hours":8,"sleep":7,"wakes":null,"oncall":null,"leave":null,"energy":null,"stress":null,"mood":null,"note":"a note","events":[]}]}
$ wick show -3..today
Tue 17 Nov  leave holiday
Wed 18 Nov  work 8 h (9:00-17:00)
     1  Wed 18 Nov 9:00-17:00 work
Fri 20 Nov  work 8 h, sleep 7 h, note: a note
$ wick show wed --json
{"format":1,"days":[{"day":"2026-11-18","hours":8,"sleep":null,"wakes":null,"oncall":null,"leave":null,"energy":null,"stress":null,"mood":null,"note":null,"events":[{"id":1,"kind":"work","day":"2026-11-18","start":"2026-11-18T09:00:00+01:00","end":"2026-11-18T17:00:00+01:00","hours":null,"zone":"Europe/Berlin","source":"manual","title":null}]}]}
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
