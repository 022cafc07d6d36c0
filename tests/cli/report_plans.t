;; plans are in no sum: leave ahead, a month to come
$ for i in $(seq 0 40); do echo "$(date -u -d "2026-10-10 +$i day" +%F),9,7"; done | sed '1i date,hours,sleep' >x.csv; wick import csv x.csv >/dev/null; wick log 2026-12-21 --leave vacation >/dev/null; wick log 2026-11-22 --leave vacation >/dev/null
$ wick report --week this | sed -n '/^Strain/,+3p;/^Hours/,/^Pages/p'
Strain index
  ▲▲ strained, rising, 59.2 of 100 (range 59-60), reserve 53, to Thu 19 Nov
  Confidence high (0.90). Known of 5 days: hours 4, sleep 4, any entry 4.
  +1.5 points since Sun 15 Nov. What it is made of, in points:
Hours
  36.0 h, known on 4 of 5 days. The four weeks before had 63.0 h each on
  average.
  Mon 16 Nov     9.0  █████████████████████████
  Tue 17 Nov     9.0  █████████████████████████
  Wed 18 Nov     9.0  █████████████████████████
  Thu 19 Nov     9.0  █████████████████████████
  Fri 20 Nov       ?                                not logged
  Sat 21 Nov to Sun 22 Nov are still to come.

Sleep
  Mean 7 h a night, known for 4 of 5 nights; shortest 7 h; chronic sleep
  7.0 h.

Pages and on call
$ wick report --month 2026-12
wick: nothing is logged in 2026-12
? 4
$ wick --now 2026-12-02T10:00 report --month 2026-12
wick: nothing is logged in 2026-12
? 4
$ wick --now 2026-12-03T10:00 log 2026-12-01 8h >/dev/null; wick --now 2026-12-03T10:00 report --month 2026-12 | sed -n '/^Strain/,+2p;/^Hours/,/^Sleep/p'
Strain index
  ▲▲ strained, steady, 56.9 of 100 (range 33-61), reserve 51, to Tue 1 Dec
  Confidence low (0.37). Known of 3 days: hours 1, sleep 0, any entry 1.
Hours
  8.0 h, known on 1 of 3 days. The four weeks before had 60.0 h each on
  average.
  Tue 1 Dec      8.0  ██████████████████████▌
  Wed 2 Dec        ?                                not logged
  Thu 3 Dec        ?                                not logged
  Fri 4 Dec to Thu 31 Dec are still to come.

Sleep
$ wick --now 2026-12-03T10:00 report --month 2026-12 --json | jq -c '[.coverage,.hours.total,.hours.by_day[18:23]]'
[{"hours":1,"sleep":0,"days":1},8,[null,null,null,null,null]]
;; today, begun and not over: in the sums, not yet in the score
$ wick log today -e 3 --stress 2 >/dev/null; wick report --week this | sed -n '/^Strain/,+4p;/^Hours/,/come/p'
Strain index
  ▲▲ strained, rising, 59.2 of 100 (range 59-60), reserve 53, to Thu 19 Nov
  Confidence high (0.90). Known of 5 days: hours 4, sleep 4, any entry 5. Fri
  20 Nov is not over: what it has is counted here, and not yet in the score.
  +1.5 points since Sun 15 Nov. What it is made of, in points:
Hours
  36.0 h, known on 4 of 5 days. The four weeks before had 63.0 h each on
  average.
  Mon 16 Nov     9.0  █████████████████████████
  Tue 17 Nov     9.0  █████████████████████████
  Wed 18 Nov     9.0  █████████████████████████
  Thu 19 Nov     9.0  █████████████████████████
  Fri 20 Nov       ?                                not logged yet
  Sat 21 Nov to Sun 22 Nov are still to come.
$ wick log today 4h >/dev/null; wick report --week this | sed -n '/^Strain/,+4p;/^Hours/,/come/p'
Strain index
  ▲▲ strained, rising, 59.2 of 100 (range 59-60), reserve 53, to Thu 19 Nov
  Confidence high (0.90). Known of 5 days: hours 5, sleep 4, any entry 5. Fri
  20 Nov is not over: what it has is counted here, and not yet in the score.
  +1.5 points since Sun 15 Nov. What it is made of, in points:
Hours
  40.0 h, known on 5 of 5 days. The four weeks before had 63.0 h each on
  average.
  Mon 16 Nov     9.0  █████████████████████████
  Tue 17 Nov     9.0  █████████████████████████
  Wed 18 Nov     9.0  █████████████████████████
  Thu 19 Nov     9.0  █████████████████████████
  Fri 20 Nov     4.0  ███████████
  Sat 21 Nov to Sun 22 Nov are still to come.
$ wick log today -s 7h >/dev/null; wick report --week this | sed -n '/^Strain/,+3p'
Strain index
  ▲▲ strained, falling, 54.4 of 100 (range 54-55), reserve 53, to Fri 20 Nov
  Confidence high (0.90). Known of 5 days: hours 5, sleep 5, any entry 5.
  -3.3 points since Sun 15 Nov. What it is made of, in points:
