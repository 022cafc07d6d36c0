$ wick report
wick: nothing is logged yet (no ~/.local/share/wick/wick.db)
? 4
$ for d in 1 2 3 4 5 6 7 8 9 10 11; do wick log -$d 9:00-18:30 -s 23:30-6:30 >/dev/null; done
$ wick page 2026-11-11 3:12 sev2 45m --woke >/dev/null; wick log 2026-11-12 -n 'quiet day' >/dev/null
$ wick report
wick report, week 2026-W46
  Mon 9 Nov to Sun 15 Nov 2026; made 2026-11-20 18:00 by wick 0.1.0

In short
  - The strain index stands at 37.2 of 100 (watch), with no earlier day to
    compare with.
  - Alert since Sat 14 Nov: Hours in 7 days 57.0 h, over 55 (2003/88/EC art 6
    (48 h); WHO/ILO 2021 (55 h)).
  - Largest part: hours (28.3 points): 66.5 h in the last 7 days, 26.5 over
    40.
  - Past a limit: Hours in 7 days (66.5 h, limit 48), Shortest rest (5.0 h,
    limit 11).
  - No change that wick can work out would help within 14 days.
  - Hours and sleep are known for every day; 10 of 19 indicators lack data.

Strain index
  ▲ watch, 37.2 of 100 (range 37-38), reserve 95, to Sun 15 Nov
  Confidence low (0.46). Known of 7 days: hours 7, sleep 7, any entry 7.
  No earlier score to compare with.
  points  change  part       from
    28.3          hours      66.5 h in the last 7 days, 26.5 over 40
     6.3          rest       2 rest days of 4 in 14 days (7 known), 1 short
                             rest
     2.6          incidents  incident load 4.1, on call 0 of 7 days
     0.0          sleep      chronic sleep 7.3 h, points begin below 7.25
     0.0          check-in   no check-in yet
    37.2          together   the score

Alerts
  - Sat 14 Nov: week_hours, Hours in 7 days 57.0 h, over 55 (2003/88/EC art 6
    (48 h); WHO/ILO 2021 (55 h))

Hours
  66.5 h, known on 7 of 7 days.
  Mon 9 Nov      9.5  ██████████████████████████▌
  Tue 10 Nov     9.5  ██████████████████████████▌
  Wed 11 Nov     9.5  ██████████████████████████▌   1 page
  Thu 12 Nov     9.5  ██████████████████████████▌
  Fri 13 Nov     9.5  ██████████████████████████▌
  Sat 14 Nov     9.5  ██████████████████████████▌
  Sun 15 Nov     9.5  ██████████████████████████▌

Sleep
  Mean 7 h a night, known for 7 of 7 nights; shortest 7 h; chronic sleep
  7.3 h.

Pages and on call
  1 page: 1 woke you; 45 min of your time logged. No on-call day is logged.

Rest
  - 1 rest under 11 h between days of work, shortest 5 h 03; 2003/88/EC art 3
  - 0 rest days on the 7 days whose hours are known; 2 in 14 is the floor of
    2003/88/EC art 5

Indicators
  indicator               value  limit  state  note
  Hours in 7 days        66.5 h   ≤ 48  over   55 h or more; 2003/88/EC art 6
                                               (48 h); WHO/ILO 2021 (55 h)
  Shortest rest           5.0 h   ≥ 11  under  1 rest under 11 h, shortest
                                               5 h 03, 1 cut by a page;
                                               2003/88/EC art 3
  Sleep last night          7 h    ≥ 6  ok     below 7.25 h, where points
                                               begin
  Chronic sleep           7.3 h    ≥ 6  ok
  Sleep regularity   100 points   ≥ 58  ok     28 days; the last 7 have 100,
                                               half of people are over 81
  Pages in a shift       1 page    ≤ 2  ok
  For information, without a limit:
  - Lapses at worst: 9.7 lapses; most at 23:30, awake until the usual bed time
  - Pages in 7 days: 1 page; 1 in 28 days: 1 woke you, 45 min known, 0% needed
    no action
  - Monotony: 10 times; flat: every day like the other
  Not enough data: 17-week average (7 of 28 days), Rest days in 14 (7 of 14
  days), Sleep debt, 14 d (7 of 10 nights), Social jetlag (0 of 3 nights with
  times before free days), On call (7 of 14 days), Incident work (7 of 14
  days), Load ratio (7 of 20 days), Load over usual (7 of 56 days), Budget
  spent (7 of 14 days), Exhaustion (0 of 3 answers in 45 days).

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
$ wick report --week this | head -3
wick report, week 2026-W47
  Mon 16 Nov to Sun 22 Nov 2026; made 2026-11-20 18:00 by wick 0.1.0
$ wick report --week 2026-W46 | head -3
wick report, week 2026-W46
  Mon 9 Nov to Sun 15 Nov 2026; made 2026-11-20 18:00 by wick 0.1.0
$ wick report --week -1 --format md
# wick report, week 2026-W46

Mon 9 Nov to Sun 15 Nov 2026; made 2026-11-20 18:00 by wick 0.1.0

## In short

- The strain index stands at 37.2 of 100 (watch), with no earlier day to compare with.
- Alert since Sat 14 Nov: Hours in 7 days 57.0 h, over 55 (2003/88/EC art 6 (48 h); WHO/ILO 2021 (55 h)).
- Largest part: hours (28.3 points): 66.5 h in the last 7 days, 26.5 over 40.
- Past a limit: Hours in 7 days (66.5 h, limit 48), Shortest rest (5.0 h, limit 11).
- No change that wick can work out would help within 14 days.
- Hours and sleep are known for every day; 10 of 19 indicators lack data.

## Strain index

**▲ watch**, 37.2 of 100 (range 37-38), reserve 95, to Sun 15 Nov

Confidence low (0.46). Known of 7 days: hours 7, sleep 7, any entry 7.

No earlier score to compare with.

| points | change | part | from |
| ---: | ---: | --- | --- |
| 28.3 | | hours | 66.5 h in the last 7 days, 26.5 over 40 |
| 6.3 | | rest | 2 rest days of 4 in 14 days (7 known), 1 short rest |
| 2.6 | | incidents | incident load 4.1, on call 0 of 7 days |
| 0.0 | | sleep | chronic sleep 7.3 h, points begin below 7.25 |
| 0.0 | | check-in | no check-in yet |
| 37.2 | | together | the score |

## Alerts

- Sat 14 Nov: week_hours, Hours in 7 days 57.0 h, over 55 (2003/88/EC art 6 (48 h); WHO/ILO 2021 (55 h))

## Hours

66.5 h, known on 7 of 7 days.

| day | hours |  |  |
| --- | ---: | --- | --- |
| Mon 9 Nov | 9.5 | ██████████████████████████▌ | |
| Tue 10 Nov | 9.5 | ██████████████████████████▌ | |
| Wed 11 Nov | 9.5 | ██████████████████████████▌ | 1 page |
| Thu 12 Nov | 9.5 | ██████████████████████████▌ | |
| Fri 13 Nov | 9.5 | ██████████████████████████▌ | |
| Sat 14 Nov | 9.5 | ██████████████████████████▌ | |
| Sun 15 Nov | 9.5 | ██████████████████████████▌ | |

## Sleep

Mean 7 h a night, known for 7 of 7 nights; shortest 7 h; chronic sleep 7.3 h.

## Pages and on call

1 page: 1 woke you; 45 min of your time logged. No on-call day is logged.

## Rest

- 1 rest under 11 h between days of work, shortest 5 h 03; 2003/88/EC art 3
- 0 rest days on the 7 days whose hours are known; 2 in 14 is the floor of 2003/88/EC art 5

## Indicators

| indicator | value | limit | state | note |
| --- | ---: | ---: | --- | --- |
| Hours in 7 days | 66.5 h | ≤ 48 | over | 55 h or more; 2003/88/EC art 6 (48 h); WHO/ILO 2021 (55 h) |
| Shortest rest | 5.0 h | ≥ 11 | under | 1 rest under 11 h, shortest 5 h 03, 1 cut by a page; 2003/88/EC art 3 |
| Sleep last night | 7 h | ≥ 6 | ok | below 7.25 h, where points begin |
| Chronic sleep | 7.3 h | ≥ 6 | ok | |
| Sleep regularity | 100 points | ≥ 58 | ok | 28 days; the last 7 have 100, half of people are over 81 |
| Pages in a shift | 1 page | ≤ 2 | ok | |

For information, without a limit:

- Lapses at worst: 9.7 lapses; most at 23:30, awake until the usual bed time
- Pages in 7 days: 1 page; 1 in 28 days: 1 woke you, 45 min known, 0% needed no action
- Monotony: 10 times; flat: every day like the other

Not enough data: 17-week average (7 of 28 days), Rest days in 14 (7 of 14 days), Sleep debt, 14 d (7 of 10 nights), Social jetlag (0 of 3 nights with times before free days), On call (7 of 14 days), Incident work (7 of 14 days), Load ratio (7 of 20 days), Load over usual (7 of 56 days), Budget spent (7 of 14 days), Exhaustion (0 of 3 answers in 45 days).

## Not known

- nothing: hours and sleep are logged for every day

## How to read this

The strain index is 0 where nothing weighs and 100 at most: calm below 25, watch from 25, strained from 50, severe from 75. It is the sum of its five parts. The range is where it may lie: days with nothing logged may have been rest, or more of the same.

The reserve is what weeks of strain have left of 100; it comes back more slowly than it went. Chronic sleep is what the nights of the last weeks are worth together. A page is an alert that called for you; the incident load weighs each by its severity, length and time of day.

This is a strain index, not a diagnosis and not a probability. It is only as good as its coverage, which stands beside it.
$ wick report --month 2026-11 | head -3
wick report, month 2026-11
  Sun 1 Nov to Mon 30 Nov 2026; made 2026-11-20 18:00 by wick 0.1.0
$ wick report --from -4 --to -2 | head -3
wick report, range 2026-11-16..2026-11-18
  Mon 16 Nov to Wed 18 Nov 2026; made 2026-11-20 18:00 by wick 0.1.0
$ wick report --json
{"format":1,"kind":"week","period":"2026-W46","from":"2026-11-09","to":"2026-11-15","generated":"2026-11-20T18:00:00+01:00","coverage":{"hours":7,"sleep":7,"days":7},"score":{"value":37.2,"band":"watch","reserve":94.8,"confidence":0.468,"low":37.2,"high":37.2,"change":null,"contributions":{"hours":28.3,"rest":6.3,"sleep":0,"incidents":2.6,"checkin":0},"known":true},"hours":{"total":66.5,"mean4":null,"by_day":[9.5,9.5,9.5,9.5,9.5,9.5,9.5]},"sleep":{"mean":7,"min":7,"chronic":7.330291,"by_day":[7,7,7,7,7,7,7]},"incidents":{"count":1,"woke":1,"noise":0,"minutes":45,"by_category":{"business":0,"off":0,"sleep":0,"woke":1}},"rest":{"days":0,"short":1,"shortest":5.05,"oncall_days":0,"leave_days":0,"worked_on_leave":0},"indicators":[{"id":"week_hours","value":66.5,"unit":"h","state":"over","threshold":48,"source":"2003/88/EC art 6 (48 h); WHO/ILO 2021 (55 h)","note":"55 h or more"},{"id":"avg48","value":null,"unit":"h","state":"insufficient","threshold":48,"source":"2003/88/EC art 6, 16; UK SI 1998/1833 reg 4(6)","note":"not enough data (7 of 28 days)"},{"id":"daily_rest","value":5.05,"unit":"h","state":"over","threshold":11,"source":"2003/88/EC art 3","note":"1 rest under 11 h, shortest 5 h 03, 1 cut by a page"},{"id":"rest_days","value":null,"unit":"days","state":"insufficient","threshold":2,"source":"2003/88/EC art 5","note":"not enough data (7 of 14 days)"},{"id":"sleep_last","value":7,"unit":"h","state":"ok","threshold":6,"source":"Soderstrom 2012 (6 h)","note":"below 7.25 h, where points begin"},{"id":"sleep_chronic","value":7.330291,"unit":"h","state":"ok","threshold":6,"source":"Soderstrom 2012 (6 h); Ramakrishnan 2016 (memory)","note":""},{"id":"sleep_debt14","value":null,"unit":"h","state":"insufficient","threshold":null,"source":"information only; Van Dongen 2003","note":"not enough data (7 of 10 nights)"},{"id":"sleep_regularity","value":100,"unit":"points","state":"ok","threshold":58,"source":"Phillips 2017; 58 is the 5th percentile of UK Biobank","note":"28 days; the last 7 have 100, half of people are over 81"},{"id":"social_jetlag","value":null,"unit":"h","state":"insufficient","threshold":2,"source":"Roenneberg (MCTQ)","note":"not enough data (0 of 3 nights with times before free days)"},{"id":"alertness","value":9.704413,"unit":"lapses","state":"ok","threshold":null,"source":"information only; Ramakrishnan 2016 (UMP)","note":"most at 23:30, awake until the usual bed time"},{"id":"pages","value":1,"unit":"pages","state":"ok","threshold":null,"source":"information only; categories after PagerDuty","note":"1 in 28 days: 1 woke you, 45 min known, 0% needed no action"},{"id":"shift_load","value":1,"unit":"pages","state":"ok","threshold":2,"source":"Google SRE book, ch. 11","note":""},{"id":"oncall_share","value":null,"unit":"%","state":"insufficient","threshold":25,"source":"Google SRE book, ch. 11","note":"not enough data (7 of 14 days)"},{"id":"ops_share","value":null,"unit":"%","state":"insufficient","threshold":50,"source":"Google SRE book, ch. 5","note":"not enough data (7 of 14 days)"},{"id":"load_ratio","value":null,"unit":"times","state":"insufficient","threshold":null,"source":"information only; Impellizzeri 2020 (no proof of harm)","note":"not enough data (7 of 20 days)"},{"id":"monotony","value":10,"unit":"times","state":"ok","threshold":null,"source":"information only; Foster 1998","note":"flat: every day like the other"},{"id":"fatigue","value":null,"unit":"h","state":"insufficient","threshold":null,"source":"information only; Foster 1998; Banister (7 and 42 days)","note":"not enough data (7 of 56 days)"},{"id":"budget","value":null,"unit":"%","state":"insufficient","threshold":100,"source":"wick's own choice, after the SRE workbook, ch. 5","note":"not enough data (7 of 14 days)"},{"id":"exhaustion","value":null,"unit":"points","state":"insufficient","threshold":50,"source":"wick's own choice of questions; bands common with the CBI","note":"not enough data (0 of 3 answers in 45 days)"}],"advice":[],"alerts":[{"rule":"week_hours","since":"2026-11-14","text":"Hours in 7 days 57.0 h, over 55 (2003/88/EC art 6 (48 h); WHO/ILO 2021 (55 h))"}],"changes":[]}
$ wick report --format csv
id,value,unit,state,threshold,source
week_hours,66.5,h,over,48,2003/88/EC art 6 (48 h); WHO/ILO 2021 (55 h)
avg48,,h,insufficient,48,"2003/88/EC art 6, 16; UK SI 1998/1833 reg 4(6)"
daily_rest,5.05,h,over,11,2003/88/EC art 3
rest_days,,days,insufficient,2,2003/88/EC art 5
sleep_last,7,h,ok,6,Soderstrom 2012 (6 h)
sleep_chronic,7.330291,h,ok,6,Soderstrom 2012 (6 h); Ramakrishnan 2016 (memory)
sleep_debt14,,h,insufficient,,information only; Van Dongen 2003
sleep_regularity,100,points,ok,58,Phillips 2017; 58 is the 5th percentile of UK Biobank
social_jetlag,,h,insufficient,2,Roenneberg (MCTQ)
alertness,9.704413,lapses,ok,,information only; Ramakrishnan 2016 (UMP)
pages,1,pages,ok,,information only; categories after PagerDuty
shift_load,1,pages,ok,2,"Google SRE book, ch. 11"
oncall_share,,%,insufficient,25,"Google SRE book, ch. 11"
ops_share,,%,insufficient,50,"Google SRE book, ch. 5"
load_ratio,,times,insufficient,,information only; Impellizzeri 2020 (no proof of harm)
monotony,10,times,ok,,information only; Foster 1998
fatigue,,h,insufficient,,information only; Foster 1998; Banister (7 and 42 days)
budget,,%,insufficient,100,"wick's own choice, after the SRE workbook, ch. 5"
exhaustion,,points,insufficient,50,wick's own choice of questions; bands common with the CBI
$ wick report -o out.md --format md && stat -c %a out.md && head -1 out.md
600
# wick report, week 2026-W46
$ wick report -o nowhere/out.md
wick: nowhere/out.md: No such file or directory
? 2
$ wick report --week 2020-W10
wick: nothing is logged in 2020-W10
? 4
$ wick --color always report -o plain.txt && grep -c "$(printf '\033')" plain.txt
0
? 1
;; one HTML file: nothing fetched, no script
$ wick report --week this --format html -o out.html; grep -c '<script' out.html
0
? 1
$ grep -oE '(src=|href|url\(|@import|https?:)[^ ]*' out.html
? 1
$ grep -c '<svg class="bar"' out.html; grep -c 'role="img"' out.html; head -3 out.html
4
2
<!DOCTYPE html>
<html lang="en">
<head>
$ for t in main ul table tbody thead div figure svg p h2 li tr; do echo $t $(grep -oE "<$t[ >]" out.html | wc -l) $(grep -o "</$t>" out.html | wc -l); done | awk '$2 != $3'
;; brief: work facts alone, sealed
$ wick report --week last --brief --ask 'one on-call week in four' --ask 'no <b>meetings</b> before ten' -o brief.md --format md; cat brief.md
# Work, week 2026-W46

Mon 9 Nov to Sun 15 Nov 2026; made 2026-11-20 18:00 by wick 0.1.0

## Hours

66.5 h, known on 7 of 7 days.

| day | hours |  |  |
| --- | ---: | --- | --- |
| Mon 9 Nov | 9.5 | ██████████████████████████▌ | |
| Tue 10 Nov | 9.5 | ██████████████████████████▌ | |
| Wed 11 Nov | 9.5 | ██████████████████████████▌ | 1 page |
| Thu 12 Nov | 9.5 | ██████████████████████████▌ | |
| Fri 13 Nov | 9.5 | ██████████████████████████▌ | |
| Sat 14 Nov | 9.5 | ██████████████████████████▌ | |
| Sun 15 Nov | 9.5 | ██████████████████████████▌ | |

## Pages and on call

1 page: 1 at night; 45 min of your time logged. No on-call day is logged.

## Rest

- 1 rest under 11 h between days of work, shortest 5 h 03; 2003/88/EC art 3
- 0 rest days on the 7 days whose hours are known; 2 in 14 is the floor of 2003/88/EC art 5

## Against the limits

| indicator | value | limit | state | note |
| --- | ---: | ---: | --- | --- |
| Hours in 7 days | 66.5 h | ≤ 48 | over | 55 h or more; 2003/88/EC art 6 (48 h); WHO/ILO 2021 (55 h) |
| Shortest rest | 5.0 h | ≥ 11 | under | 1 rest under 11 h, shortest 5 h 03, 1 cut by a page; 2003/88/EC art 3 |
| Pages in a shift | 1 page | ≤ 2 | ok | |

## What I ask for

- one on-call week in four
- no \<b\>meetings\</b\> before ten

## What this is

Hours, pages, on-call and rest of one person, from their own log. Sleep, mood and scores are not in it. Days that were not logged are not counted as free.

sha256 54c28efca74558755c2693fe729a9a6c100d36b48ce2c111b01e0f003efc81b8
$ wick report --verify brief.md; sed 's/9\.5/8.5/' brief.md >other.md; wick report --verify other.md
brief.md is as it was written
wick: other.md was changed after it was written
? 1
$ wick report --brief | grep -ic 'sleep hours\|slept\|woke\|energy\|strain'; wick report --brief >b.txt; wick report --verify b.txt; wick report --brief --format html >b.html; wick report --verify b.html; grep -c '<main>' b.html
0
b.txt is as it was written
b.html is as it was written
1
$ wick report --verify out.html
wick: out.html has no line with its sha256, as wick report --brief writes it
? 2
;; what stands beside the seal on its line is not under it
$ for f in b.txt b.html; do sed '$s/^/it was worse /' $f >c; wick report --verify c; sed '$s/$/ it was worse/' $f >c; wick report --verify c; done
wick: c has no line with its sha256, as wick report --brief writes it
wick: c has no line with its sha256, as wick report --brief writes it
wick: c has no line with its sha256, as wick report --brief writes it
wick: c has no line with its sha256, as wick report --brief writes it
? 2
$ wick report --verify nosuch
wick: nosuch: No such file or directory
? 2
$ wick report --brief --json
wick: --brief is a page: text, md or html, not json
? 2
$ wick report --ask more
wick: --ask goes with --brief
? 2
$ wick report --verify b.txt --brief
wick: --verify stands alone, without --brief
? 2
;; the outbox
$ wick report --outbox
wick: nothing was mailed yet
? 4
$ wick report --outbox --json
{"format":1,"mails":[]}
$ wick report --outbox --brief
wick: --outbox stands alone, without --brief
? 2
$ wick report --again
wick: --again goes with --mail
? 2
