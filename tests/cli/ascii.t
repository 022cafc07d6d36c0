;; without UTF-8 wick's own signs are ASCII, the user's letters are theirs
$ for i in $(seq 0 40); do echo "$(date -u -d "2026-10-10 +$i day" +%F),9,7"; done | sed '1i date,hours,sleep' >x.csv; wick import csv x.csv >/dev/null; wick log yesterday -n 'Köln' >/dev/null
$ LC_ALL=C wick status; LC_ALL= LC_CTYPE= LANG=C wick status; LC_ALL=de_DE.UTF-8 wick status
^^ strained / 59.2 (59-60), reserve 53, confidence high, 7 of 7 days, to Thu 19 Nov
^^ strained / 59.2 (59-60), reserve 53, confidence high, 7 of 7 days, to Thu 19 Nov
▲▲ strained ↑ 59.2 (59-60), reserve 53, confidence high, 7 of 7 days, to Thu 19 Nov
$ for c in status report explain indicators trend forecast 'log -3 8h' 'report --month 2026-10' 'help' 'demo'; do LC_ALL=C wick $c | LC_ALL=C grep -n '[^ -~]'; done
? 1
$ LC_ALL=C wick report | sed -n '/^Hours/,/^Sleep/p'
Hours
  63.0 h, known on 7 of 7 days. The four weeks before had 63.0 h each on
  average.
  Mon 9 Nov      9.0  #########################
  Tue 10 Nov     9.0  #########################
  Wed 11 Nov     9.0  #########################
  Thu 12 Nov     9.0  #########################
  Fri 13 Nov     9.0  #########################
  Sat 14 Nov     9.0  #########################
  Sun 15 Nov     9.0  #########################

Sleep
$ LC_ALL=C wick report | grep 'Rest days in 14'; wick report | grep 'Rest days in 14'
  - Past a limit: Hours in 7 days (63 h, limit 48), Rest days in 14 (0 days,
  Rest days in 14        0 days    >=2  under  none since the log began;
  - Past a limit: Hours in 7 days (63 h, limit 48), Rest days in 14 (0 days,
  Rest days in 14        0 days    ≥ 2  under  none since the log began;
$ LC_ALL=C wick show yesterday
Thu 19 Nov  work 9 h, sleep 7 h, note: Köln
$ LC_ALL=C wick export | grep -c 'Köln'
1
$ wick --version; wick version; wick help | tail -2
wick 0.1.0
wick 0.1.0
          4 nothing found, 5 conflict, 6 store not usable,
          7 not sent, 130 interrupted
;; one's own themes are listed beside the five
$ mkdir -p .config/wick/themes; printf '[theme]\ninherit = paper\n' >.config/wick/themes/mine.ini; touch .config/wick/themes/paper.ini .config/wick/themes/notes.txt; wick theme mine; wick theme; wick theme --json
ui.theme = mine  in ~/.config/wick/config.ini
  auto  by the terminal's background
  cividis
  contrast
  ember
  mono
  paper
* mine
{"format":1,"theme":"mine","themes":["cividis","contrast","ember","mono","paper","mine"]}
;; what a program reads or a seal covers keeps its bytes
$ for f in md html json csv; do LC_ALL=C wick report --format $f >c.$f; wick report --format $f | cmp - c.$f; done
$ LC_ALL=C wick report --brief >c.txt; wick report --verify c.txt
c.txt is as it was written
