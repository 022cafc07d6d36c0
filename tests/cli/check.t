;; nothing logged, nothing told
$ wick check
;; a launch goes wrong: each crossing is told once, and the month is walked day by day
$ wick demo long-silence --write story.db >/dev/null
$ for d in 20 21 22 23 24 25 26 27 28 29 30 31; do wick --db story.db --now 2026-03-${d}T18:00 check; done
act-today, crossed Sat 28 Mar: recovery is spent 2.82 times as fast as 12 weeks
  can bear, over 3 days (limit 2.8)
week_hours, crossed Sat 28 Mar: Hours in 7 days 61.0 h, over 55 (2003/88/EC art
  6 (48 h); WHO/ILO 2021 (55 h))
act-this-week, crossed Mon 30 Mar: recovery is spent 2.7 times as fast as 12
  weeks can bear, over 7 days (limit 2.4)
sleep_chronic, crossed Mon 30 Mar: Chronic sleep 5.95 h, under 6 (Soderstrom
  2012 (6 h); Ramakrishnan 2016 (memory))
$ wick --db story.db --now 2026-04-01T18:00 check --json
{"format":1,"alerts":[]}
;; in quiet hours nothing is said; the first check after them does
$ wick --db story.db --now 2026-04-05T23:30 check
$ wick --db story.db --now 2026-04-06T09:00 check
plan, crossed Sun 5 Apr: recovery is spent 1.6 times as fast as 12 weeks can
  bear, over 28 days (limit 1.5)
? 3
;; a rule alone
$ wick --db story.db --now 2026-05-04T18:00 check --rule week_hours
$ wick --db story.db --now 2026-05-04T18:00 check --rule structural
structural, crossed Sun 3 May: recovery is spent 1.9 times as fast as 12 weeks
  can bear, over 84 days (limit 1.0)
? 3
;; what is crossed while a rule sleeps is dropped
$ wick demo long-silence --write sleeps.db >/dev/null
$ wick --db sleeps.db --now 2026-03-20T18:00 snooze act-today 3w
act-today is silent until 2026-04-10 19:00; what it crosses till then is dropped
$ wick --db sleeps.db --now 2026-03-30T18:00 check
act-this-week, crossed Mon 30 Mar: recovery is spent 2.7 times as fast as 12
  weeks can bear, over 7 days (limit 2.4)
week_hours, crossed Sat 28 Mar: Hours in 7 days 61.0 h, over 55 (2003/88/EC art
  6 (48 h); WHO/ILO 2021 (55 h))
sleep_chronic, crossed Mon 30 Mar: Chronic sleep 5.95 h, under 6 (Soderstrom
  2012 (6 h); Ramakrishnan 2016 (memory))
? 3
$ wick --db sleeps.db --now 2026-05-01T18:00 check --rule act-today
;; mistakes
$ wick check --rule act-tody
wick: no rule "act-tody"; did you mean act-today?
? 2
$ wick snooze act-today
wick: too little said; usage: wick snooze RULE DURATION
? 2
$ wick snooze act-today soon
wick: "soon" is not a length of time; write 9h, 8h30m, 90m, 7.5h, 7:30, 3d or 2w
? 2
$ wick snooze nosuch 3d
wick: no rule "nosuch"; there are act-today, act-this-week, plan, structural, silence and those of alerts.thresholds
? 2
;; the rules are settings
$ wick config alerts.thresholds "week_hours 45"
alerts.thresholds = week_hours 45  in ~/.config/wick/config.ini
$ wick --db story.db --now 2026-05-04T18:00 check
$ wick config alerts.thresholds "nosuch 45"
wick: alerts.thresholds: no indicator "nosuch"
? 2
$ wick config alerts.thresholds "week_hours"
wick: alerts.thresholds: week_hours needs its limit, like week_hours 55, sleep_chronic 6
? 2
$ wick config alerts.thresholds -
alerts.thresholds = -  in ~/.config/wick/config.ini
$ wick config alerts.thresholds
-
