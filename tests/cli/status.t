$ wick status
nothing is logged yet
$ wick status --json
{"format":1,"day":null,"score":null,"band":null,"known":false,"reserve":null,"confidence":null,"confidence_word":"stale","low":null,"high":null,"held":false,"trend":null,"days_logged":0,"coverage":{"hours":0,"sleep":0,"days":0,"of":0},"running":null}
$ wick status --waybar
{"text":"?","tooltip":"nothing is logged yet","class":"unknown"}
$ wick status --format '%s %b %d'
? not enough known 0
$ for d in 1 2 3 4 5 6 7 8 9; do wick log -$d 9h -s 7h >/dev/null; done
$ wick status
▲ watch ↑ 32.1 (32-33), reserve 92, confidence medium, 7 of 7 days, to Thu 19 Nov
$ wick --color always status
[33m▲ watch[0m ↑ 32.1 (32-33), reserve 92, confidence medium, 7 of 7 days, to Thu 19 Nov
$ NO_COLOR=1 wick --color always status
[33m▲ watch[0m ↑ 32.1 (32-33), reserve 92, confidence medium, 7 of 7 days, to Thu 19 Nov
$ NO_COLOR=1 wick status --plain
watch, rising, 32.1 (32-33), reserve 92, confidence medium, 7 of 7 days, to Thu 19 Nov
$ wick status --format 's=%s b=%b r=%r c=%c t=%t d=%d %%'
s=32.1 b=watch r=92 c=medium t=↑ d=7 %
$ wick status --waybar
{"text":"▲ 32","tooltip":"▲ watch ↑ 32.1 (32-33), reserve 92, confidence medium, 7 of 7 days, to Thu 19 Nov","class":"watch","percentage":32}
$ wick status --json
{"format":1,"day":"2026-11-19","score":32.1,"band":"watch","known":true,"reserve":91.7,"confidence":0.544,"confidence_word":"medium","low":32.1,"high":32.1,"held":false,"trend":"rising","days_logged":7,"coverage":{"hours":7,"sleep":7,"days":7,"of":7},"running":null}
$ wick --now 2027-02-01T09:00 status
? not enough known: 0 of 7 days, held, to Thu 19 Nov
$ WICK_NOW=2026-11-19T12:00 wick status
▲ watch ↑ 32.1 (32-33), reserve 92, confidence medium, 7 of 7 days, to Thu 19 Nov
$ wick --db other.db status
nothing is logged yet
$ WICK_DB=other.db wick status
nothing is logged yet
$ ls other.db
ls: cannot access 'other.db': No such file or directory
? 2
;; for screen readers: words instead of signs, numbers instead of bars and charts
$ wick --plain status
watch, rising, 32.1 (32-33), reserve 92, confidence medium, 7 of 7 days, to Thu 19 Nov
$ wick report --week -1 --plain | sed -n '/^Strain index/{p;n;p};/^Hours/,/Sat/p'
Strain index
  watch, 27.3 of 100 (range 27-28), reserve 97, to Sun 15 Nov
Hours
  45.0 h, known on 5 of 7 days.
  Mon 9 Nov        ?                                not logged
  Tue 10 Nov       ?                                not logged
  Wed 11 Nov     9.0
  Thu 12 Nov     9.0
  Fri 13 Nov     9.0
  Sat 14 Nov     9.0
$ wick --plain explain | sed -n 1,3p
Strain index, Thu 19 Nov 2026
  watch 32.1 of 100 (range 32 to 33), reserve 92
  confidence medium (0.54); of the last 7 days known: hours 7, sleep 7, any 7
$ for c in status report explain 'trend -w 2' 'show -3..today' 'demo comeback' history; do wick --color always --plain $c; done | grep -cP '[▲█▌↑↓⠤│]|\x1b'
0
? 1
