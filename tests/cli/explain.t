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
   +0.7  hours      the weeks before add up
   +0.1  rest       the weeks before add up
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
