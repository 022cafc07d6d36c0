$ wick forecast
wick: nothing is logged yet (no ~/.local/share/wick/wick.db)
? 4
$ for d in 1 2 3 4 5 6 7 8 9 10; do wick log -$d 10h -s 6h >/dev/null; done
$ wick forecast
wick: not enough known: hours on 10 of the last 28 days; from 14 on your usual week is a plan, until then say one with --plan
? 4
$ wick forecast --plan "40h 8h-sleep"
From Thu 19 Nov: ▲▲ strained 50.0 of 100 (range 50-50), reserve 87
Plan: a week of 40 h, sleep 8 h ("40h 8h-sleep", the rest as usual)
  to                score  range    reserve  band
  Thu 26 Nov         13.3  13-14         83  = calm
  Thu 3 Dec           7.6  7-8           85  = calm
  Thu 10 Dec          6.9  6-7           86  = calm
  Thu 17 Dec          6.2  6-7           88  = calm
calm on Sun 22 Nov, in 2 days
$ for d in 11 12 13 14; do wick log -$d 10h -s 6h >/dev/null; done
$ wick forecast
From Thu 19 Nov: ▲▲ strained 62.7 of 100 (range 62-63), reserve 75
Plan: a week of 70 h, sleep 6 h (your usual one, from 2 of the last 4)
  to                score  range    reserve  band
  Thu 26 Nov         69.5  69-70         61  ▲▲ strained
  Thu 3 Dec          75.0  75-75         50  !! severe
  Thu 10 Dec         79.5  79-80         41  !! severe
  Thu 17 Dec         83.3  83-84         33  !! severe
calm: not within 52 weeks with this plan
;; two weeks of silence: the confidence is stale, and a plan is no help
$ wick --now 2026-12-18T18:00 forecast --plan "40h 8h-sleep"
wick: not enough known to go on from: log a few more days first
? 4
;; a held score is told, and its range is no narrower
$ wick --now 2026-11-29T18:00 forecast
From Sat 28 Nov: ▲▲ strained 69.5 of 100 (range 28-72), reserve 61, held
Plan: a week of 70 h, sleep 6 h (your usual one, from 3 of the last 4)
  to                score  range    reserve  band
  Sat 5 Dec          75.0  33-77         50  !! severe
  Sat 12 Dec         79.5  38-82         41  !! severe
  Sat 19 Dec         83.3  41-85         33  !! severe
  Sat 26 Dec         86.3  44-88         27  !! severe
calm: not within 52 weeks with this plan
;; words that are none
$ wick forecast --plan "40h hello"
wick: "hello" is no part of a plan: 45h, 6.5h-sleep, 1-off, 2-pages or 10-rest
? 2
$ wick forecast --plan "100h 1-off"
wick: 100h do not fit into 4 working days
? 2
$ wick forecast --until severe
wick: --until "severe" is none of calm, watch, strained
? 2
$ wick forecast --solve sleep
wick: --solve "sleep" is neither hours nor rest
? 2
$ wick forecast --by 4w
wick: --by needs --solve hours or rest
? 2
$ wick forecast --until calm --solve hours
wick: --until and --solve: give one of them; --solve has its --goal
? 2
$ wick forecast --solve hours --by yesterday
wick: "yesterday" is not within a year from tomorrow on
? 2
$ wick forecast --solve hours --by 2028-01-01
wick: "2028-01-01" is not within a year from tomorrow on
? 2
$ wick forecast --solve hours --by soon
wick: "soon" is not a day to come: 2026-12-18, a weekday, 10d or 4w
? 2
$ wick forecast --days 0
wick: days "0" is not a whole number from 1 to 365
? 2
;; days to come
$ for d in fri sat 10d 4w 2026-12-18; do wick forecast --solve rest --by $d --json | jq -r .solve.by; done
2026-11-27
2026-11-21
2026-11-30
2026-12-18
2026-12-18
;; the five stories
$ for s in $(wick demo --json | jq -r '.stories[].name'); do wick demo $s --write $s.db >/dev/null; echo "== $s"; wick --db $s.db forecast; done
== long-silence
From Thu 19 Nov: = calm 16.2 of 100 (range 16-17), reserve 68
Plan: a week of 40 h, sleep 8.1 h (your usual one, from 4 of the last 4)
  to                score  range    reserve  band
  Thu 26 Nov         14.6  14-15         71  = calm
  Thu 3 Dec          13.2  13-14         74  = calm
  Thu 10 Dec         11.9  11-13         76  = calm
  Thu 17 Dec         10.8  10-12         78  = calm
calm now, and for 52 weeks with this plan
== two-person-ops
From Thu 19 Nov: = calm 3.1 of 100 (range 3-4), reserve 96
Plan: a week of 38 h, sleep 7.9 h, pages worth 0.6 points, on call 50 % of
      days (your usual one, from 4 of the last 4)
  to                score  range    reserve  band
  Thu 26 Nov          3.2  3-4           96  = calm
  Thu 3 Dec           3.6  3-4           96  = calm
  Thu 10 Dec          3.2  3-4           96  = calm
  Thu 17 Dec          3.5  3-4           97  = calm
calm now, and for 52 weeks with this plan
== night-parent
From Thu 19 Nov: = calm 16.2 of 100 (range 16-17), reserve 71
Plan: a week of 38 h, sleep 7.4 h (your usual one, from 4 of the last 4)
  to                score  range    reserve  band
  Thu 26 Nov         15.2  14-16         74  = calm
  Thu 3 Dec          14.2  13-15         76  = calm
  Thu 10 Dec         13.3  12-14         78  = calm
  Thu 17 Dec         12.4  11-13         79  = calm
calm now, and for 52 weeks with this plan
== ingest-oncall
From Thu 19 Nov: = calm 17.5 of 100 (range 17-18), reserve 73
Plan: a week of 42.3 h, sleep 7.3 h, pages worth 15.9 points, on call 25 % of
      days (your usual one, from 4 of the last 4)
  to                score  range    reserve  band
  Thu 26 Nov         21.9  20-23         74  = calm
  Thu 3 Dec          27.2  25-29         74  ▲ watch
  Thu 10 Dec         27.1  25-29         74  ▲ watch
  Thu 17 Dec         26.4  24-28         74  ▲ watch
calm until Sat 28 Nov with this plan, not for good
== comeback
From Thu 19 Nov: = calm 21.3 of 100 (range 21-22), reserve 73
Plan: a week of 43 h, sleep 7.3 h, pages worth 3.7 points, on call 25 % of
      days (your usual one, from 4 of the last 4)
  to                score  range    reserve  band
  Thu 26 Nov         21.9  21-23         74  = calm
  Thu 3 Dec          22.7  21-25         75  = calm
  Thu 10 Dec         21.9  21-24         75  = calm
  Thu 17 Dec         18.7  17-21         76  = calm
calm now, and for 52 weeks with this plan
$ wick --db long-silence.db --now 2026-06-20T09:00 forecast --plan '35h 8h-sleep 0-pages' --until watch --days 120
From Sat 20 Jun: !! severe 95.9 of 100 (range 95-96), reserve 8
Plan: a week of 35 h, sleep 8 h, on call 100 % of days ("35h 8h-sleep
      0-pages", the rest as usual)
  to                score  range    reserve  band
  Sat 18 Jul         47.8  47-48         16  ▲ watch
  Sat 15 Aug         35.6  35-36         40  ▲ watch
  Sat 12 Sep         27.5  27-28         56  ▲ watch
  Sat 10 Oct         22.1  22-23         67  = calm
  Sun 18 Oct         20.9  20-21         69  = calm
watch or below on Fri 17 Jul, in 4 weeks
$ wick --db long-silence.db --now 2026-06-20T09:00 --plain forecast --plan '35h 8h-sleep 0-pages' --days 14
From Sat 20 Jun: severe 95.9 of 100 (range 95 to 96), reserve 8
Plan: a week of 35 h, sleep 8 h, on call 100 % of days ("35h 8h-sleep
      0-pages", the rest as usual)
to Sat 27 Jun: score 88.1, range 87 to 89, reserve 7, severe
to Sat 4 Jul: score 77.9, range 77 to 78, reserve 9, severe
calm on Thu 24 Sep, in 14 weeks
$ wick --db night-parent.db --now 2026-08-17T09:00 forecast --solve hours
From Mon 17 Aug: ▲ watch 48.2 of 100 (range 48-49), reserve 62
Plan: a week of 40.1 h, sleep 6.4 h (your usual one, from 4 of the last 4)
  to                score  range    reserve  band
  Mon 24 Aug         50.9  50-52         58  ▲▲ strained
  Mon 31 Aug         52.7  51-54         55  ▲▲ strained
  Mon 7 Sep          54.2  53-56         52  ▲▲ strained
  Mon 14 Sep         45.5  44-47         51  ▲ watch
not calm on Mon 14 Sep, not even with 0 h a week: 45.3
$ wick --db comeback.db --now 2026-04-03T09:00 forecast --solve rest --by 12w
From Fri 3 Apr: ▲▲ strained 63.9 of 100 (range 63-64), reserve 44
Plan: a week of 49.9 h, sleep 6.7 h, pages worth 11.4 points, on call 43 % of
      days, after 82 days off ("82-rest", the rest as usual)
  to                score  range    reserve  band
  Fri 10 Apr         44.9  44-46         45  ▲ watch
  Fri 17 Apr         41.4  41-43         47  ▲ watch
  Fri 24 Apr         40.0  39-41         49  ▲ watch
  Fri 1 May          30.0  29-31         52  ▲ watch
calm on Fri 26 Jun after 82 days off from Sat 4 Apr on, then the plan: 24.7
as a plan: --plan "82-rest"
$ wick --db comeback.db --now 2026-04-03T09:00 forecast --solve hours --plan "1-off 8h-sleep" --days 7 --json
{"format":1,"day":"2026-04-03","score":63.860259,"band":"strained","known":true,"reserve":44.4,"confidence":0.99,"confidence_word":"high","low":63.9,"high":63.9,"plan":{"words":"1-off 8h-sleep","hours":[10.125,9.791667,10,9.916667,0,0,0],"sleep":[8,8,8,8,8,8,8],"load":[4.60625,0.3125,0,5.94375,0,0.5,0],"wakes":0,"woken":0.142857,"oncall_share":0.428571,"short_rest_share":0.071429,"off":1,"rest_days":0,"weeks_known":4},"days":[{"day":"2026-04-04","score":60.503725,"low":60.503725,"high":60.566458,"reserve":44.141489,"band":"strained"},{"day":"2026-04-05","score":57.390779,"low":57.20258,"high":57.791862,"reserve":44.057535,"band":"strained"},{"day":"2026-04-06","score":57.150367,"low":56.771064,"high":57.739905,"reserve":43.991353,"band":"strained"},{"day":"2026-04-07","score":54.278591,"low":53.837913,"high":54.868903,"reserve":44.039745,"band":"strained"},{"day":"2026-04-08","score":52.295444,"low":52.021195,"high":52.541771,"reserve":44.142256,"band":"strained"},{"day":"2026-04-09","score":54.231004,"low":53.784522,"high":54.669907,"reserve":44.187758,"band":"strained"},{"day":"2026-04-10","score":42.834435,"low":42.805043,"high":43.10931,"reserve":44.550768,"band":"watch"}],"goal":"calm","until":{"day":"2026-05-29","in_days":56},"solve":{"for":"hours","by":"2026-05-01","answer":null,"any":false,"score":29.526972,"plan":null}}
;; the answer fed back meets the goal, and a step beyond does not
$ sh "$CLI/forecast.sh"
answers hold
;; advice
$ wick --db comeback.db --now 2026-04-03T09:00 explain | sed -n '/^What would/,$p'
What would lower it, beside weeks like your last four
  weeks of 40 h: 11.7 points lower in 14 days
  an hour more sleep: 8.8 points lower in 14 days
  no on-call: 6.6 points lower in 14 days

This is a strain index, not a diagnosis and not a probability. It is only as
good as its coverage.
$ wick --db comeback.db report --week 2026-W13 --format md | sed -n '/^## What would/,/^## How/p'
## What would lower it

Beside weeks like your last four, from Sun 29 Mar on:

- weeks of 40 h: 11.6 points lower in 14 days
- an hour more sleep: 8.5 points lower in 14 days
- no on-call: 5.5 points lower in 14 days

## How to read this
$ wick --db comeback.db report --week 2026-W13 --json | jq -c .advice
[{"text":"weeks of 40 h: 11.6 points lower in 14 days","points":11.6},{"text":"an hour more sleep: 8.5 points lower in 14 days","points":8.5},{"text":"no on-call: 5.5 points lower in 14 days","points":5.5}]
$ wick --db long-silence.db explain 2026-06-20 | sed -n '/^What would/,/^$/p'
What would lower it, beside weeks like your last four
  weeks of 40 h, an hour more sleep, no on-call: 9.3 points lower in 14 days
