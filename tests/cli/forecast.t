$ wick forecast
wick: nothing is logged yet (no ~/.local/share/wick/wick.db)
? 4
$ for d in $(seq 1 30); do echo "$(date -d "2026-11-20 -$d days" +%F),9,7"; done | sed '1i date,hours,sleep' >days.csv; wick import csv days.csv >/dev/null; wick forecast --days 14
From Thu 19 Nov: ▲▲ strained 53.5 of 100 (range 53-54), reserve 64
Plan: a week of 63 h, sleep 7 h (your usual one, from 4 of the last 4)
  to                score  range    reserve  band
  Thu 26 Nov         56.8  56-57         58  ▲▲ strained
  Thu 3 Dec          59.5  59-60         52  ▲▲ strained
calm: not within 52 weeks with this plan
$ wick forecast --plan 'nonsense'
wick: "nonsense" is no part of a plan: 45h, 6.5h-sleep, 1-off, 2-pages or 10-rest
? 2
$ wick forecast --json | jq -c .format
1
