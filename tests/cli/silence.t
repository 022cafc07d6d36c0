;; silence after the last entry: the day shown and its score stay, what is known of it ages
$ for i in $(seq 0 29); do echo "$(date -u -d "2026-10-01 +$i day" +%F),9,7"; done | sed '1i date,hours,sleep' >x.csv; wick import csv x.csv >/dev/null
$ for d in 2026-10-31 2026-11-01 2026-11-03 2026-11-08 2026-11-20 2028-11-20; do wick --now ${d}T10:00 status; done
▲▲ strained ↑ 53.9 (53-54), reserve 63, confidence high, 7 of 7 days, to Fri 30 Oct
▲▲ strained ↑ 53.9 (49-56), reserve 63, confidence medium, 6 of 7 days, to Fri 30 Oct
▲▲ strained ↑ 53.9 (41-59), reserve 63, confidence medium, 4 of 7 days, to Fri 30 Oct
▲▲ strained ↑ 53.9 (29-65), reserve 63, confidence low, 0 of 7 days, held, to Fri 30 Oct
? not enough known: 0 of 7 days, held, to Fri 30 Oct
? not enough known: 0 of 7 days, held, to Fri 30 Oct
$ for d in 2026-10-31 2026-11-01 2026-11-08 2026-11-20; do wick --now ${d}T10:00 explain | sed -n '3,5p'; done
  confidence high (0.85); of the last 7 days known: hours 7, sleep 7, any 7

Points
  confidence medium (0.76); of the last 7 days known: hours 6, sleep 6, any 6
  nothing logged since Sat 31 Oct 2026; the range shows what that may hide

  confidence low (0.38); of the last 7 days known: hours 0, sleep 0, any 0
  held since Sat 7 Nov 2026: the score stands still until a day is logged

  53.9 of 100 (range 18 to 73), reserve 63
  confidence stale (0.16); of the last 7 days known: hours 0, sleep 0, any 0
  held since Sat 7 Nov 2026: the score stands still until a day is logged
$ wick --now 2026-11-09T10:00 status --json | jq -c '[.day,.score,.held,.known,.confidence,.low,.high,.coverage]'
["2026-10-30",53.9,true,true,0.354,28.1,65.2,{"hours":0,"sleep":0,"days":0,"of":7}]
$ wick --now 2026-11-09T10:00 explain --json | jq -c '[.day,.score,.held,.held_since,.known,.confidence]'
["2026-10-30",53.9,true,"2026-11-07",true,0.354]
;; asked for a day, it is told as it was known then; and the series stays what it is
$ wick --now 2026-11-20T10:00 explain 2026-10-30 | sed -n '2,4p'; wick --now 2026-11-20T10:00 series | tail -1 | cut -d, -f11,15
  ▲▲ strained 53.9 of 100 (range 53 to 54), reserve 63
  confidence high (0.85); of the last 7 days known: hours 7, sleep 7, any 7

53.888092,0.854734
;; leave is an entry: a plan for next week is no silence, a week of leave that is over is none
$ wick --now 2026-10-31T10:00 log 2026-10-31 --leave vacation >/dev/null; wick --now 2026-11-01T10:00 status
▲ watch ↓ 42.6 (42-43), reserve 63, confidence high, 7 of 7 days, to Sat 31 Oct
;; a collector is told the same
$ for d in 2026-10-31 2026-11-09 2026-11-20; do wick --now ${d}T10:00 export --format prometheus --kinds day | grep '^wick_strain'; wick --now ${d}T10:00 status --json | jq -c '[.score,.confidence]'; done
wick_strain_score 53.888
wick_strain_confidence 0.855
[53.9,0.855]
wick_strain_score 42.572
wick_strain_confidence 0.374
[42.6,0.374]
wick_strain_confidence 0.17
[42.6,0.17]
;; a score that moves in a silence says that nothing was logged, and that it is no more than that
$ wick undo >/dev/null; for i in 40 41 42 43 44; do echo "$(date -u -d "2026-10-01 +$i day" +%F),9,7"; done | sed '1i date,hours,sleep' >y.csv; wick import csv y.csv >/dev/null
$ wick --now 2026-11-20T10:00 explain 2026-11-03 | sed -n '4,5p'; wick --now 2026-11-20T10:00 explain 2026-11-09 | sed -n '4,5p'
  nothing logged since Sat 31 Oct 2026; the range shows what that may hide
  +1.9 since Fri 30 Oct only by days not logged, which count as usual ones
  held since Sat 7 Nov 2026: the score stands still until a day is logged
  +3.2 since Fri 30 Oct only by days not logged, which count as usual ones
$ wick --now 2026-11-11T10:00 status; wick --now 2026-11-11T10:00 status --plain
▲▲ strained ↑ 57.9 (35-65), reserve 56, confidence low, 2 of 7 days, to Wed 11 Nov, risen only by days not logged
strained, rising, 57.9 (35-65), reserve 56, confidence low, 2 of 7 days, to Wed 11 Nov, risen only by days not logged
