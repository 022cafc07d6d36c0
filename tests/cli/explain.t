$ wick explain
wick: nothing is logged yet (no ~/.local/share/wick/wick.db)
? 4
$ for d in 1 2 3 4 5 6 7 8 9; do wick log -$d 11h -s 6h >/dev/null; done
$ wick explain | sed '/^Constants/,$d'
Strain index, Thu 19 Nov 2026
  ▲ watch 49.1 of 100 (range 49 to 50), reserve 87
  confidence medium (0.54); of the last 7 days known: hours 7, sleep 7, any 7

Points
   34.9  hours      77.0 h in the last 7 days, 37.0 over 40
    8.5  sleep      chronic sleep 6.6 h, points begin below 7.25
    5.7  rest       2 rest days of 4 in 14 days (9 known), 0 short rests
    0.0  incidents  incident load 0.0, on call 0 of 7 days
    0.0  checkin    no check-in yet
   49.1  together   the score

Change since Wed 18 Nov
   +1.2  sleep      slept 6.0 h, chronic 6.6 h
   +0.7  hours      earlier hours add up
   +0.1  rest       past days off missed add up
   +2.0  together

How a point comes about: 0.5 of the fast half (days) and 0.5 of the slow half
(weeks to months)
  part          raw    fast    slow  points
  hours        60.0    60.0     9.8    34.9
  rest         10.0    10.0     1.5     5.7
  sleep        15.3    15.3     1.5     8.5
  incidents     0.0     0.0     0.0     0.0
  checkin       0.0     0.0     0.0     0.0
  together     85.3    85.3    12.8    49.1
  reserve = 100 - slow
$ wick explain -3 | head -4
Strain index, Tue 17 Nov 2026
  ▲ watch 45.0 of 100 (range 45 to 45), reserve 91
  confidence low (0.46); of the last 7 days known: hours 7, sleep 7, any 7
$ wick explain 2026-01-01
wick: 2026-01-01 is outside what is logged
? 4
$ wick explain --json | head -c 300
{"format":1,"day":"2026-11-19","score":49.1,"band":"watch","known":true,"reserve":87.2,"confidence":0.544,"confidence_word":"medium","low":49.1,"high":49.1,"coverage":{"hours":7,"sleep":7,"days":7,"of":7},"held":false,"held_since":null,"contributions":{"hours":{"points":34.9,"raw":60,"fast":60,"slow
$ wick explain week_hours
Hours in 7 days (week_hours), Thu 19 Nov 2026
  value   77 h
  state   over
  note    55 h or more
  limit   at most 48 h
  source  2003/88/EC art 6 (48 h); WHO/ILO 2021 (55 h)
  means   Hours of the last 7 days; 48 a week is the European limit on
          average, from 55 the harm to health is documented.
$ wick explain nonsense
wick: "nonsense" is neither a day nor an indicator; see wick help explain
? 2
;; which signal led how one felt: a table, or how many days there are
$ wick explain --personal
0 of 60 days with a check-in: from 60 on this says which signal led how you felt
$ wick demo night-parent --write parent.db >/dev/null
$ wick --db parent.db explain --personal
Which signal led how you felt, to Thu 19 Nov
  144 days with a check-in

  signal           lag  felt      rho     n
? awakenings         0  mood    -0.87   144  more awakenings, lower mood
? awakenings         0  energy  -0.84   144  more awakenings, lower energy
? awakenings         0  stress  +0.83   144  more awakenings, higher stress
? sleep              4  energy  +0.81   141  longer nights, higher energy
? sleep              1  mood    +0.78   143  longer nights, higher mood
? sleep              0  stress  -0.77   144  longer nights, lower stress
? week_hours         8  energy  +0.35   139  longer weeks, higher energy

lag: so many days later; of 0 to 21 the one that shows most. rho: rank correlation
within your own days (Spearman 1904), of n pairs of days. What chance would show
as well is left out.
?: such days come in runs, and two things that do may look like this by chance.
This never changes the score. What goes together need not be the cause.
$ wick --db parent.db explain --personal --json | head -c 200
{"format":1,"day":"2026-11-19","checkins":144,"needed":60,"personal":[{"input":"awakenings","item":"mood","lag":0,"rho":-0.86515,"n":144,"clear":false},{"input":"awakenings","item":"energy","lag":0,"r
$ wick explain --personal week_hours
wick: --personal looks at all signals, not at week_hours alone
? 2
$ for d in 10 20 30 40 50 60; do wick log -$d -e 3 >/dev/null; done; wick explain --personal; wick explain --personal --json
6 of 60 days with a check-in: from 60 on this says which signal led how you felt
{"format":1,"day":"2026-11-19","checkins":6,"needed":60,"personal":[]}
;; a level that changed
$ wick --db parent.db explain 2026-08-01 | sed -n '/^Changes/,/^$/p'
Changes in level, against your own eight weeks before
  your nights shortened by 1.3 h in week 28
$ wick --db parent.db report --week 2026-W30 | sed -n '/^Changes/,/^$/p'
Changes in level
  Against your own eight weeks before:
  - your nights shortened by 1.3 h in week 28
$ wick --db parent.db report --week 2026-W30 --format md | sed -n '/^## Changes/,/^## [^C]/p'
## Changes in level

Against your own eight weeks before:

- your nights shortened by 1.3 h in week 28

## Hours
$ wick --db parent.db report --week 2026-W30 --json | grep -o '"changes":.*'
"changes":[{"what":"sleep","since":"2026-07-06","before":7.642857,"after":6.321429,"text":"your nights shortened by 1.3 h in week 28"}]}
$ wick --db parent.db report --week 2026-W40 --json | grep -o '"changes":.*'
"changes":[]}
