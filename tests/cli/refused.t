;; what looks like a time is no note, and what is no time is refused with the forms there are
$ wick start 8.40
wick: "8.40" is not a time: 8:40, up to 29:59 for the night after
? 2
$ wick start 9am
wick: "9am" is not a time: 8:40, up to 29:59 for the night after
? 2
$ wick start 840
wick: "840" is not a time: 8:40, up to 29:59 for the night after
? 2
$ wick start 2fa && wick cancel | head -1; wick start '3rd review' && wick cancel | head -1
the clock runs since 18:00; end it with: wick stop
the clock is gone, 0 min not counted
the clock runs since 18:00; end it with: wick stop
the clock is gone, 0 min not counted
$ for a in 9-17 9am-5pm 9.00-17.30 9 8.5 9:00- 20.11.2026 11/20/2026 2026-02-29 2026-13-01 2026-2-3; do wick log $a; done
wick: "9-17" is neither a length (8h30m, 7.5h) nor a span (9:00-17:30)
wick: "9am-5pm" is neither a length (8h30m, 7.5h) nor a span (9:00-17:30)
wick: "9.00-17.30" is neither a length (8h30m, 7.5h) nor a span (9:00-17:30)
wick: "9" is neither a length (8h30m, 7.5h) nor a span (9:00-17:30)
wick: "8.5" is neither a length (8h30m, 7.5h) nor a span (9:00-17:30)
wick: "9:00-" is not a span: 9:00-17:30
wick: "20.11.2026" is not a day: a date is written 2026-11-20
wick: "11/20/2026" is not a day: a date is written 2026-11-20
wick: there is no 2026-02-29 in the calendar
wick: there is no 2026-13-01 in the calendar
wick: "2026-2-3" is not a day: today, yesterday, a weekday, -3 or 2026-11-20
? 2
$ wick log -s 23-7
wick: "23-7" is neither a length (8h30m, 7.5h) nor a span (23:30-7:00)
? 2
$ wick log 20.11.2026 8h
wick: "20.11.2026" is not a day: a date is written 2026-11-20
? 2
;; a fact far ahead is a slip; plans may be far
$ wick log 2030-01-01 8h
wick: 2030-01-01 is more than a year ahead; only leave and on-call are planned so far
? 2
$ wick page 2030-01-01 3:12
wick: 2030-01-01 is more than a year ahead; only leave and on-call are planned so far
? 2
$ wick log 2030-01-01 --leave parental -n later; wick oncall 2030-02-01..2030-02-02 | head -1
Tue 1 Jan 2030  leave parental, note: later
take it back with: wick undo
on call on 2 days: 2030-02-01..2030-02-02
$ wick log yesterday 9:00-10:00 >/dev/null; wick edit $(wick show yesterday | sed -n "2s, *\([0-9]*\) .*,\1,p") 2029-01-01
wick: 2029-01-01 is more than a year ahead; only leave and on-call are planned so far
? 2
;; history and undo name the year of another year
$ wick log 2025-03-01 8h >/dev/null; wick page 2025-03-02 3:12 -n 'disk full' >/dev/null; wick history 2; wick undo 2
    9  2026-11-20 18:00  Sun 2 Mar 3:12 page disk full, 2025
    8  2026-11-20 18:00  log Sat 1 Mar 2025
undone: Sun 2 Mar 3:12 page disk full, 2025
undone: log Sat 1 Mar 2025
;; long notes of pages are broken between words
$ wick page 3:12 sev2 45m --woke -n 'the primary went away and took with it the replica, the backup of the replica and my weekend'; wick show today
Fri 20 Nov 3:12 page sev2 45 min woke the primary went away and took with it the
  replica, the backup of the replica and my weekend  id 6
take it back with: wick undo
Fri 20 Nov  1 page
     6  Fri 20 Nov 3:12 page sev2 45 min woke the primary went away and took
        with it the replica, the backup of the replica and my weekend
