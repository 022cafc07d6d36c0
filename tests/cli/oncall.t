$ wick oncall 2026-11-16..2026-11-22
on call on 7 days: 2026-11-16..2026-11-22
take it back with: wick undo
$ wick oncall 2026-11-09T18:00..2026-11-10T09:00
on call on 2 days: 2026-11-09T18:00..2026-11-10T09:00
take it back with: wick undo
$ wick show 2026-11-09..2026-11-10
Mon 9 Nov  on call
     2  Mon 9 Nov 18:00-9:00 oncall to Tue 10 Nov
Tue 10 Nov  on call
     2  Mon 9 Nov 18:00-9:00 oncall to Tue 10 Nov
$ wick oncall --clear 2026-11-18..2026-11-18
no longer on call on 1 day: 2026-11-18..2026-11-18
take it back with: wick undo
$ wick show 2026-11-17..2026-11-19
Tue 17 Nov  on call
     1  Mon 16 Nov 4:00-4:00 oncall to Wed 18 Nov
Thu 19 Nov  on call
     3  Thu 19 Nov 4:00-4:00 oncall to Mon 23 Nov
$ wick oncall yesterday --clear
no longer on call on 1 day: yesterday
take it back with: wick undo
$ wick undo
undone: clear on call 2026-11-19
;; a shift takes back what was said by hand before
$ rm -rf ~/.local; wick log --no-oncall >/dev/null; wick oncall today; wick show; wick undo; wick show
on call on 1 day: today
take it back with: wick undo
Fri 20 Nov  on call
     1  Fri 20 Nov 4:00-4:00 oncall to Sat 21 Nov
undone: on call 2026-11-20
Fri 20 Nov  not on call
