$ wick page 03:12 sev2 45m --woke
Fri 20 Nov 3:12 page sev2 45 min woke  id 1
take it back with: wick undo
$ wick page yesterday 14:05 sev3 --noise -n 'disk alert'
Thu 19 Nov 14:05 page sev3 noise disk alert  id 2
take it back with: wick undo
$ wick page 25:30 -2 10m
Thu 19 Nov 1:30 page 10 min  id 3
take it back with: wick undo
$ wick page sev1 1h30m 19:00
Thu 19 Nov 19:00 page sev1 1 h 30  id 4
take it back with: wick undo
$ wick page 3:40 --woke --noise -n 'checkout errors' --json
{"format":1,"event":{"id":5,"kind":"incident","day":"2026-11-20","start":"2026-11-20T03:40:00+01:00","end":null,"hours":null,"zone":"Europe/Berlin","source":"manual","title":"checkout errors","severity":null,"minutes":null,"woke":true,"noise":true}}
$ wick show
Fri 20 Nov  2 pages
     1  Fri 20 Nov 3:12 page sev2 45 min woke
     5  Fri 20 Nov 3:40 page woke noise checkout errors
$ wick show -1
Thu 19 Nov  3 pages
     3  Thu 19 Nov 1:30 page 10 min
     2  Thu 19 Nov 14:05 page sev3 noise disk alert
     4  Thu 19 Nov 19:00 page sev1 1 h 30
$ wick show -3..-1
Thu 19 Nov  3 pages
     3  Thu 19 Nov 1:30 page 10 min
     2  Thu 19 Nov 14:05 page sev3 noise disk alert
     4  Thu 19 Nov 19:00 page sev1 1 h 30
;; of another year, and one whose calendar day is not the day it counts to
$ wick page 2025-12-31 23:10
Wed 31 Dec 23:10 page, 2025  id 6
take it back with: wick undo
$ wick page 2026-11-12 23:10 --tz America/New_York; wick show 2026-11-12
Thu 12 Nov 23:10 page  id 7
take it back with: wick undo
Thu 12 Nov  nothing that counts to this day
     7  Thu 12 Nov 23:10 page  counts to Fri 13 Nov
$ wick show 2026-11-13
Fri 13 Nov  1 page
     7  Thu 12 Nov 23:10 page
