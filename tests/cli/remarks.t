;; a sleep that ends after 18:00 counts to the next day, and that is told
$ wick log yesterday -s 17:00-19:00
Fri 20 Nov  sleep 2 h (17:00-19:00)
the sleep 17:00-19:00 ends after 18:00, so it counts to Fri 20 Nov 2026
take it back with: wick undo
$ wick log yesterday 8h -s 17:30-18:30 | tail -2
the sleep 17:30-18:30 ends after 18:00, so it counts to Fri 20 Nov 2026
take it back with: wick undo
$ wick log yesterday -s 16:00-18:00 | tail -2
Thu 19 Nov  work 8 h, sleep 2 h (16:00-18:00)
take it back with: wick undo
$ wick show -3..today | grep sleep
Thu 19 Nov  work 8 h, sleep 2 h (16:00-18:00)
     3  Thu 19 Nov 16:00-18:00 sleep
;; a local time that is not there, or twice: the day and what was taken
$ wick log 2026-03-29 2:30-5:00
Sat 28 Mar  work 30 min (3:30-5:00)
Sun 29 Mar 2026 has no 2:30, the clocks go forward: taken as 3:30
take it back with: wick undo
$ wick log 2026-10-25 2:30-5:00
Sat 24 Oct  work 2 h 30 (2:30-5:00)
Sun 25 Oct 2026 has 2:30 twice, the clocks go back: the first is taken
take it back with: wick undo
$ wick log 2026-10-24 -s 22:00-2:15; wick log 2026-10-25 -s 22:00-2:15
Sat 24 Oct  work 2 h 30 (2:30-5:00), sleep 4 h 15 (22:00-2:15)
take it back with: wick undo
Sun 25 Oct  work 1 h, sleep 4 h 15 (22:00-2:15)
Sun 25 Oct 2026 has 2:15 twice, the clocks go back: the first is taken
take it back with: wick undo
$ wick page 2026-03-29 2:30 sev2
Sun 29 Mar 3:30 page sev2  id 8
Sun 29 Mar 2026 has no 2:30, the clocks go forward: taken as 3:30
take it back with: wick undo
$ wick page 2026-10-25 2:30 sev2 --json | tail -1
{"format":1,"event":{"id":9,"kind":"incident","day":"2026-10-25","start":"2026-10-25T02:30:00+02:00","end":null,"hours":null,"zone":"Europe/Berlin","source":"manual","title":null,"severity":2,"minutes":null,"woke":null,"noise":null}}
$ wick page 2026-10-24 26:30
Sun 25 Oct 2:30 page  id 10
Sun 25 Oct 2026 has 2:30 twice, the clocks go back: the first is taken
take it back with: wick undo
$ wick --now 2026-03-29T10:00 page 2:45; wick --now 2026-10-25T10:00 page 2:45
Sun 29 Mar 3:45 page  id 11
Sun 29 Mar 2026 has no 2:45, the clocks go forward: taken as 3:45
take it back with: wick undo
Sun 25 Oct 2:45 page  id 12
Sun 25 Oct 2026 has 2:45 twice, the clocks go back: the first is taken
take it back with: wick undo
$ wick --now 2026-10-25T10:00 --db c.db start 2:15; wick --now 2026-10-25T10:00 --db c.db stop 9:00
the clock runs since 2:15, 8 h 45 ago; end it with: wick stop
Sun 25 Oct 2026 has 2:15 twice, the clocks go back: the first is taken
stopped after 7 h 45
Sat 24 Oct  work 2 h 45 (2:15-9:00)
take it back with: wick undo
$ wick page 2026-06-01 3:00 | tail -1; wick edit 12 2026-03-29 2:30
take it back with: wick undo
now Sun 29 Mar 3:30 page  id 12
Sun 29 Mar 2026 has no 2:30, the clocks go forward: taken as 3:30
take it back with: wick undo
$ wick log 2026-10-26 2:30-5:00
Sun 25 Oct  work 2 h 30 (2:30-5:00), sleep 4 h 15 (22:00-2:15)
take it back with: wick undo
