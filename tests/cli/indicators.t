$ wick indicators
wick: nothing is logged yet (no ~/.local/share/wick/wick.db)
? 4
$ for d in 1 2 3 4 5 6 7 8 9 10 11; do wick log -$d 9:00-18:30 -s 23:30-6:30 >/dev/null; done
$ wick indicators
Indicators, Thu 19 Nov
  id                     value  limit  state
  week_hours            66.5 h  ≤ 48   over   55 h or more
  avg48                      ?  ≤ 48   ?      not enough data (11 of 28 days)
  daily_rest            14.5 h  ≥ 11   ok     shortest 14 h 30 of 10 known
  rest_days                  ?  ≥ 2    ?      not enough data (11 of 14 days)
  sleep_last               7 h  ≥ 6    ok     below 7.25 h, where points begin
  sleep_chronic          7.2 h  ≥ 6    ok     below 7.25 h, where points begin
  sleep_debt14            14 h         ok     from 11 of 14 nights; 16.2 h
                                              awake beyond 15.84 a day
  sleep_regularity  100 points  ≥ 58   ok     28 days; the last 7 have 100,
                                              half of people are over 81
  social_jetlag              ?  ≤ 2    ?      not enough data (0 of 3 nights
                                              with times before free days)
  alertness         9.9 lapses         ok     most at 23:30, awake until the
                                              usual bed time
  pages                0 pages         ok     none in 28 days
  shift_load           0 pages  ≤ 2    ok
  oncall_share               ?  ≤ 25   ?      not enough data (11 of 14 days)
  ops_share                  ?  ≤ 50   ?      not enough data (11 of 14 days)
  load_ratio                 ?         ?      not enough data (11 of 20 days)
  monotony            10 times         ok     flat: every day like the other
  fatigue                    ?         ?      not enough data (11 of 56 days)
  budget                     ?  ≤ 100  ?      not enough data (11 of 14 days)
  exhaustion                 ?  ≤ 50   ?      not enough data (0 of 3 answers
                                              in 45 days)

What they are, and where the limits come from
  week_hours
    Hours in 7 days: Hours of the last 7 days; 48 a week is the European limit
    on average, from 55 the harm to health is documented. Source: 2003/88/EC
    art 6 (48 h); WHO/ILO 2021 (55 h).
  avg48
    17-week average: The average week of 17, with days of leave made up for by
    the days worked after them. Source: 2003/88/EC art 6, 16; UK SI 1998/1833
    reg 4(6).
  daily_rest
    Shortest rest: The shortest rest between two days of work in the last 14
    days. Source: 2003/88/EC art 3.
  rest_days
    Rest days in 14: Days of the last 14 with under an hour of work and no
    waking page. Source: 2003/88/EC art 5.
  sleep_last
    Sleep last night: Last night's sleep less the cost of its awakenings.
    Source: Soderstrom 2012 (6 h).
  sleep_chronic
    Chronic sleep: What the nights of the last weeks are worth together, with
    a memory of 7 days. Source: Soderstrom 2012 (6 h); Ramakrishnan 2016
    (memory).
  sleep_debt14
    Sleep debt, 14 d: What the last 14 nights lack together of the sleep you
    need; long nights pay nothing back. Source: information only; Van Dongen
    2003.
  sleep_regularity
    Sleep regularity: How alike the sleep of one day and the next is, by the
    clock: 100 is always the same, 0 is chance. Source: Phillips 2017; 58 is
    the 5th percentile of UK Biobank.
  social_jetlag
    Social jetlag: How far the middle of the night before free days lies from
    that before work, in 28 days. Source: Roenneberg (MCTQ).
  alertness
    Lapses at worst: Lapses of attention that a model expects in the worst
    hour after the last night, from bed and wake times. Source: information
    only; Ramakrishnan 2016 (UMP).
  pages
    Pages in 7 days: Incidents of the last 7 days, with those of the last 28
    beside them. Source: information only; categories after PagerDuty.
  shift_load
    Pages in a shift: The most pages within any 12 hours of the last 7 days.
    Source: Google SRE book, ch. 11.
  oncall_share
    On call: Share of the last 28 days on call. Source: Google SRE book, ch.
    11.
  ops_share
    Incident work: Minutes on incidents as a share of the minutes worked in 28
    days. Source: Google SRE book, ch. 5.
  load_ratio
    Load ratio: The hours of lately, as a multiple of what the weeks before
    made usual. Source: information only; Impellizzeri 2020 (no proof of
    harm).
  monotony
    Monotony: The mean of the hours of 7 days over how much they differ: the
    more alike the days, the higher. Source: information only; Foster 1998.
  fatigue
    Load over usual: Hours a day with a memory of 7 days less those with a
    memory of 42: above 0 more than you are used to. Source: information only;
    Foster 1998; Banister (7 and 42 days).
  budget
    Budget spent: Share of 84 days' budget of 25 points a day that the strain
    of these days has spent. Source: wick's own choice, after the SRE
    workbook, ch. 5.
  exhaustion
    Exhaustion: How worn out you said you were in the monthly check, from 0
    never to 100 always. Source: wick's own choice of questions; bands common
    with the CBI.
$ wick indicators -3 | sed -n 1,4p
Indicators, Tue 17 Nov
  id                     value  limit  state
  week_hours            66.5 h  ≤ 48   over   55 h or more
  avg48                      ?  ≤ 48   ?      not enough data (9 of 28 days)
$ wick indicators --json | sed -n 1,3p
{"format":1,"day":"2026-11-19","indicators":[
{"id":"week_hours","title":"Hours in 7 days","value":66.5,"unit":"h","state":"over","threshold":48,"source":"2003/88/EC art 6 (48 h); WHO/ILO 2021 (55 h)","note":"55 h or more","meaning":"Hours of the last 7 days; 48 a week is the European limit on average, from 55 the harm to health is documented."},
{"id":"avg48","title":"17-week average","value":null,"unit":"h","state":"insufficient","threshold":48,"source":"2003/88/EC art 6, 16; UK SI 1998/1833 reg 4(6)","note":"not enough data (11 of 28 days)","meaning":"The average week of 17, with days of leave made up for by the days worked after them."},
;; as many as the table has, each with every key
$ wick indicators --json | grep -c '"id":.*"title":.*"value":.*"unit":.*"state":.*"threshold":.*"source":.*"note":.*"meaning":'
19
$ wick indicators --from -1
date,id,value,unit,state
2026-11-19,week_hours,66.5,h,over
2026-11-19,avg48,,h,insufficient
2026-11-19,daily_rest,14.5,h,ok
2026-11-19,rest_days,,days,insufficient
2026-11-19,sleep_last,7,h,ok
2026-11-19,sleep_chronic,7.207748,h,ok
2026-11-19,sleep_debt14,14,h,ok
2026-11-19,sleep_regularity,100,points,ok
2026-11-19,social_jetlag,,h,insufficient
2026-11-19,alertness,9.883207,lapses,ok
2026-11-19,pages,0,pages,ok
2026-11-19,shift_load,0,pages,ok
2026-11-19,oncall_share,,%,insufficient
2026-11-19,ops_share,,%,insufficient
2026-11-19,load_ratio,,times,insufficient
2026-11-19,monotony,10,times,ok
2026-11-19,fatigue,,h,insufficient
2026-11-19,budget,,%,insufficient
2026-11-19,exhaustion,,points,insufficient
$ wick indicators --from -3 --to -2 --format csv | cut -d, -f1 | sort | uniq -c
     19 2026-11-17
     19 2026-11-18
      1 date
$ wick indicators -11 --format csv | wc -l
20
$ wick indicators --from 2026-01-01 | wc -l
210
;; what cannot be
$ wick indicators 2026-01-01
wick: 2026-01-01 is outside what is logged
? 4
$ wick indicators --from today
wick: nothing is logged in that range
? 4
$ wick indicators --from -1 --to -3
wick: --to is before --from
? 2
$ wick indicators -1 --from -3
wick: "-1" and a range; either a day, or --from and --to
? 2
$ wick indicators --from -3 --json
wick: --from and --to print csv; text and json are of one day
? 2
$ wick indicators --format xml
wick: format "xml" is none of text|json|csv
? 2
$ wick indicators nonsense
wick: "nonsense" is not a day: today, yesterday, a weekday, -3 or 2026-11-20
? 2
$ wick indicators -1 -2
wick: what is "-2"? see wick help indicators
? 2
;; each explains itself
$ for id in $(wick indicators --format csv | sed 1d | cut -d, -f2); do wick explain $id | head -1; done
Hours in 7 days (week_hours), Thu 19 Nov 2026
17-week average (avg48), Thu 19 Nov 2026
Shortest rest (daily_rest), Thu 19 Nov 2026
Rest days in 14 (rest_days), Thu 19 Nov 2026
Sleep last night (sleep_last), Thu 19 Nov 2026
Chronic sleep (sleep_chronic), Thu 19 Nov 2026
Sleep debt, 14 d (sleep_debt14), Thu 19 Nov 2026
Sleep regularity (sleep_regularity), Thu 19 Nov 2026
Social jetlag (social_jetlag), Thu 19 Nov 2026
Lapses at worst (alertness), Thu 19 Nov 2026
Pages in 7 days (pages), Thu 19 Nov 2026
Pages in a shift (shift_load), Thu 19 Nov 2026
On call (oncall_share), Thu 19 Nov 2026
Incident work (ops_share), Thu 19 Nov 2026
Load ratio (load_ratio), Thu 19 Nov 2026
Monotony (monotony), Thu 19 Nov 2026
Load over usual (fatigue), Thu 19 Nov 2026
Budget spent (budget), Thu 19 Nov 2026
Exhaustion (exhaustion), Thu 19 Nov 2026
$ wick explain avg48
17-week average (avg48), Thu 19 Nov 2026
  value   not known
  state   not enough known
  note    not enough data (11 of 28 days)
  limit   at most 48 h
  source  2003/88/EC art 6, 16; UK SI 1998/1833 reg 4(6)
  means   The average week of 17, with days of leave made up for by the days
          worked after them.
$ wick explain monotony
Monotony (monotony), Thu 19 Nov 2026
  value   10 times
  state   ok
  note    flat: every day like the other
  limit   none, information only
  source  information only; Foster 1998
  means   The mean of the hours of 7 days over how much they differ: the more
          alike the days, the higher.
