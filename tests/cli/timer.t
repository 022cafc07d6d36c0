$ wick stop
wick: no clock is running; wick start begins one
? 4
$ wick start
the clock runs since 18:00; end it with: wick stop
$ wick start
wick: a clock has been running since 18:00; wick stop or wick cancel first
? 5
$ wick status
nothing is logged yet; clock since 18:00
$ wick cancel
the clock is gone, 0 min not counted
take it back with: wick undo
$ wick start -45m 'design review'
the clock runs since 17:15, 45 min ago; end it with: wick stop
$ wick start 9:00
wick: a clock has been running since 17:15; wick stop or wick cancel first
? 5
$ wick status --json
{"format":1,"day":null,"score":null,"band":null,"known":false,"reserve":null,"confidence":null,"confidence_word":"stale","low":null,"high":null,"held":false,"trend":null,"days_logged":0,"coverage":{"hours":0,"sleep":0,"days":0,"of":0},"running":"clock since 17:15"}
$ wick stop
stopped after 45 min
Fri 20 Nov  work 45 min (17:15-18:00)
take it back with: wick undo
$ wick start 9:10
the clock runs since 9:10, 8 h 50 ago; end it with: wick stop
$ wick stop 9:05
wick: the clock began at or after that time; wick cancel drops it
? 2
$ wick stop 12:30
stopped after 3 h 20
Fri 20 Nov  work 4 h 05 (9:10-12:30 17:15-18:00)
take it back with: wick undo
$ wick start 13:00 --json
{"format":1,"clock":"running","minutes":300,"event":{"id":4,"kind":"work","day":"2026-11-20","start":"2026-11-20T13:00:00+01:00","end":null,"hours":null,"zone":"Europe/Berlin","source":"manual","title":null}}
$ wick stop -15m --json
{"format":1,"clock":"stopped","minutes":285,"event":{"id":4,"kind":"work","day":"2026-11-20","start":"2026-11-20T13:00:00+01:00","end":"2026-11-20T17:45:00+01:00","hours":null,"zone":"Europe/Berlin","source":"manual","title":null}}
$ wick --now 2026-11-21T19:00 start -17h
wick: -17h is more than 16 h ago
? 2
$ wick --now 2026-11-19T22:00 start
the clock runs since 22:00; end it with: wick stop
$ wick stop
wick: the clock has run for 20 h; say when work ended: wick stop 18:00
? 2
$ wick stop 1:00
stopped after 3 h
Thu 19 Nov  work 3 h (22:00-1:00)
take it back with: wick undo
$ wick cancel
wick: no clock is running; wick start begins one
? 4
$ wick start nine
the clock runs since 18:00; end it with: wick stop
$ wick show yesterday
Thu 19 Nov  work 3 h (22:00-1:00)
     5  Thu 19 Nov 22:00-1:00 work
;; a running clock is shown, and counts nothing; ending none makes no store
$ wick cancel >/dev/null; wick start -2h; wick show; wick log -9 -b 15m
the clock runs since 16:00, 2 h ago; end it with: wick stop
Fri 20 Nov  work 8 h 20 (9:10-12:30 13:00-17:45 17:15-18:00)
     3  Fri 20 Nov 9:10-12:30 work
     4  Fri 20 Nov 13:00-17:45 work
     7  Fri 20 Nov 16:00- work  the clock runs
     2  Fri 20 Nov 17:15-18:00 work design review
Wed 11 Nov  break 15 min
take it back with: wick undo
$ wick --db none.db stop
wick: no clock is running; wick start begins one
? 4
$ wick --db none.db cancel
wick: no clock is running; wick start begins one
? 4
$ ls none.db
ls: cannot access 'none.db': No such file or directory
? 2
;; a clock forgotten over the night that has 23 hours
$ wick --db dst.db --now 2026-03-28T20:00 start >/dev/null; wick --db dst.db --now 2026-03-29T23:00 stop 22:00
stopped after 2 h
Sat 28 Mar  work 2 h (20:00-22:00)
take it back with: wick undo
;; notes of clocks that become one entry are kept
$ wick --db t.db start -5h design >/dev/null; wick --db t.db stop -4h >/dev/null; wick --db t.db start -30m review >/dev/null; wick --db t.db stop >/dev/null; wick --db t.db log 13:00-18:00 >/dev/null; wick --db t.db show
Fri 20 Nov  work 5 h (13:00-18:00)
     1  Fri 20 Nov 13:00-18:00 work design, review
