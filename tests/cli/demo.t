$ wick demo
long-silence    a launch goes wrong, and the way back
                shows severe within five weeks, reserve near zero, a gap
two-person-ops  two people run a large site for four years
                shows calm for years with one bad week
night-parent    broken nights with a sick child, then a new rhythm
                shows sleep, not hours, is the cause; leave is not overload
ingest-oncall   one week in four on call for noisy pipelines
                shows on-call share, alert storms counted as one waking, noise
comeback        an extended absence, then back
                shows absence is no data; confidence rebuilds day by day

see one with: wick demo NAME
$ wick demo ingest-oncall
wick report, week 2026-W46
  Mon 9 Nov to Sun 15 Nov 2026; made 2026-11-20 18:00 by wick 0.1.0

In short
  - The strain index stands at 19.4 of 100 (calm), 6.5 lower than on Sun
    8 Nov.
  - Largest part: incidents (6.7 points): incident load 0.9, on call 0 of 7
    days. Moved most: rest -4.5, incidents -2.9, check-in +1.6.
  - Inside all 12 limits that could be worked out.
  - Nothing has to change: advice begins at watch.
  - Hours and sleep are known for every day; 1 of 19 indicators lacks data.

Strain index
  = calm, falling, 19.4 of 100 (range 19-20), reserve 72, to Sun 15 Nov
  Confidence high (0.99). Known of 7 days: hours 7, sleep 7, any entry 7.
  -6.5 points since Sun 8 Nov. What it is made of, in points:
  points  change  part       from
     6.7    -2.9  incidents  incident load 0.9, on call 0 of 7 days
     4.2    +1.6  check-in   check-in of the day, energy 3, stress 3, mood 4
     3.7    -0.6  hours      41.8 h in the last 7 days, 1.8 over 40
     3.0    -4.5  rest       4 rest days of 4 in 14 days, 0 short rests
     1.8    -0.1  sleep      chronic sleep 7.2 h, points begin below 7.25
    19.4    -6.5  together   the score

Hours
  41.8 h, known on 7 of 7 days. The four weeks before had 42.1 h each on
  average.
  Mon 9 Nov      8.1  ██████████████████████▌
  Tue 10 Nov     8.7  ████████████████████████▌
  Wed 11 Nov     8.5  ████████████████████████
  Thu 12 Nov     7.9  ██████████████████████
  Fri 13 Nov     8.6  ████████████████████████
  Sat 14 Nov     0.0
  Sun 15 Nov     0.0

Sleep
  Mean 7 h 14 a night, known for 7 of 7 nights; shortest 7 h 05; chronic sleep
  7.2 h.

Pages and on call
  No page on the 7 days with an entry. No on-call day is logged.

Rest
  - shortest rest between days of work 14 h 25; 11 h is the floor of
    2003/88/EC art 3
  - 2 rest days on the 7 days whose hours are known; 2 in 14 is the floor of
    2003/88/EC art 5

Indicators
  indicator               value  limit  state  note
  Hours in 7 days        41.8 h   ≤ 48  ok     mean of the 4 weeks before
                                               42.1 h
  17-week average        42.0 h   ≤ 48  ok
  Shortest rest          14.3 h   ≥ 11  ok     shortest 14 h 21 of 9 known, 1
                                               cut by a page
  Rest days in 14        4 days    ≥ 2  ok     longest run without one: 5
                                               days; the last is this day
  Sleep last night        7.2 h    ≥ 6  ok     below 7.25 h, where points
                                               begin
  Chronic sleep           7.2 h    ≥ 6  ok     below 7.25 h, where points
                                               begin
  Sleep regularity  98.2 points   ≥ 58  ok     28 days; the last 7 have 98,
                                               half of people are over 81
  Social jetlag           0.0 h    ≤ 2  ok     20 nights before work, 8 before
                                               free days
  Pages in a shift      0 pages    ≤ 2  ok
  On call                  25 %   ≤ 25  ok     7 of 28 known days
  Incident work           3.0 %   ≤ 50  ok     5.0 h of 167.9 h worked
  Budget spent           94.6 %  ≤ 100  ok     lately 0.6 times the even pace
  For information, without a limit:
  - Sleep debt, 14 d: 10.5 h; 12.7 h awake beyond 15.84 a day
  - Lapses at worst: 9.7 lapses; most at 23:35, awake until the usual bed time
  - Pages in 7 days: 0 pages; 18 in 28 days: 6 woke you, 298 min known, 72%
    needed no action
  - Load ratio: 0.7 times; lately 4.2 h a day, before 5.6 h
  - Monotony: 1.6 times
  - Load over usual: -0.8 h; weeks 5.1 h a day, months 5.8 h
  Not enough data: Exhaustion (0 of 3 answers in 45 days).

Not known
  - nothing: hours and sleep are logged for every day

How to read this
  The strain index is 0 where nothing weighs and 100 at most: calm below 25,
  watch from 25, strained from 50, severe from 75. It is the sum of its five
  parts. The range is where it may lie: days with nothing logged may have been
  rest, or more of the same.
  The reserve is what weeks of strain have left of 100; it comes back more
  slowly than it went. Chronic sleep is what the nights of the last weeks are
  worth together. A page is an alert that called for you; the incident load
  weighs each by its severity, length and time of day.
  This is a strain index, not a diagnosis and not a probability. It is only as
  good as its coverage, which stands beside it.

= calm ↓ 17.5 (17-18), reserve 73, confidence high, 7 of 7 days, to Thu 19 Nov
open its screens, in a terminal: wick demo ingest-oncall
$ wick demo night-parent | tail -2
= calm ↓ 16.2 (16-17), reserve 71, confidence high, 7 of 7 days, to Thu 19 Nov
open its screens, in a terminal: wick demo night-parent
$ wick demo comeback --write c.db
written to c.db
look at it with: wick --db c.db
$ wick demo comeback --write c.db
wick: c.db is there already; --write makes a new file
? 2
$ wick --db c.db status
= calm ↓ 21.3 (21-22), reserve 73, confidence high, 7 of 7 days, to Thu 19 Nov
$ wick demo long-silense
wick: no story "long-silense"; did you mean long-silence?
? 2
$ ls -A
c.db
c.db-journal
;; a story that is not there takes no store away, whatever its name
$ mkdir wick-demo-mine; wick --db ~/wick-demo-mine/wick.db log 8h >/dev/null; wick --db ~/wick-demo-mine/wick.db demo nosuch; TMPDIR=/nowhere wick --db ~/wick-demo-mine/wick.db demo comeback 2>/dev/null || ls wick-demo-mine
wick: no story "nosuch"; wick demo lists the five
wick.db
wick.db-journal
