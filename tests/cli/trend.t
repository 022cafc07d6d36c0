$ wick trend
wick: nothing is logged yet (no ~/.local/share/wick/wick.db)
? 4
$ for i in $(seq 0 90); do echo "$(date -d "2026-08-21 +$i days" +%F),$((12 - i / 15)),$((5 + i / 40))"; done | sed '1i date,hours,sleep' >days.csv
$ wick --db demo.db import csv days.csv
csv  days.csv   zone Europe/Berlin   batch 1
 new 91  changed 0  unchanged 0  skipped 0  errors 0  conflicts 0
 range 2026-08-21 .. 2026-11-19   work +861h00m   sleep +517h00m   days touched 91
take it back with: wick import undo 1
$ wick --db demo.db trend
strain index, of 100, to Thu 19 Nov
  61.3 strained now; 4.5 higher than on Fri 28 Aug; highest 87.6 on Sat 10 Oct;
  lowest 56.7 on Fri 28 Aug
  100 ┤
      │                        ⣀⣀⣀⣀⡠⠤⠤⠤⠤⠔⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠤⠤⢄⣀⡀
   75 ┤···········⣀⣀⣀⠤⠤⠤⠒⠒⠒⠊⠉⠉⠉··························⠈⠉⠉⠉⠉⠉⠉⠉⠉⠒⠒⠢⢄⡀········
      │  ⢀⣀⡠⠤⠤⠒⠊⠉⠉                                                    ⠈⠉⠒⠒⠢⠤⠤⠤⣀
   50 ┤⠒⠉⠁·····································································
      │
      │
   25 ┤········································································
      │
    0 ┤
          Sep                       Oct                        Nov
$ LC_ALL=C wick --db demo.db trend -w 4
strain index, of 100, to Thu 19 Nov
  61.3 strained now; 22.3 lower than on Fri 23 Oct; highest 83.5 on Fri 23 Oct;
  lowest 61.3 on Thu 19 Nov
  100 +
      |***
   75 +...********************************************.........................
      |                                               *************************
   50 +........................................................................
      |
      |
   25 +........................................................................
      |
    0 +
                               Nov
$ wick --db demo.db --plain trend -w 4
strain index, of 100, to Thu 19 Nov
  61.3 strained now; 22.3 lower than on Fri 23 Oct; highest 83.5 on Fri 23 Oct;
  lowest 61.3 on Thu 19 Nov
2026-W43  81.5
2026-W44  80.3
2026-W45  74.9
2026-W46  64.8
2026-W47  61.3
$ wick --db demo.db trend -w 1 --json
{"format":1,"id":"score","title":"strain index","unit":"of 100","marks":[25,50,75],"values":[{"day":"2026-11-13","value":66.555766},{"day":"2026-11-14","value":65.652601},{"day":"2026-11-15","value":64.838944},{"day":"2026-11-16","value":64.103314},{"day":"2026-11-17","value":63.435754},{"day":"2026-11-18","value":62.827627},{"day":"2026-11-19","value":61.257253}]}
$ wick --db demo.db trend week_hours -w 8
Hours in 7 days, h, to Thu 19 Nov
  48 h now; 23 h lower than on Fri 25 Sep; highest 71 h on Fri 25 Sep;
  lowest 48 h on Thu 19 Nov; limit 48 h, crossed on 55 of 56 days
   71 ┤⠉⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠤⠤⢄⣀⣀
      │                   ⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠒⠒⠢⠤⣀⣀⡀
      │                                      ⠈⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠑⠒⠒⠤⠤⢄⣀
   48 ┤··························································⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠒
      │
      │
      │
      │
      │
    0 ┤
               Oct                                     Nov

;; a range without a single value says what it lacks, and draws nothing
$ wick --db lack.db log 8h >/dev/null && wick --db lack.db trend week_hours
Hours in 7 days, h, to Fri 20 Nov
  not enough data (1 of 4 days)

;; three years with a quarter missing say years below, and how much is not known
$ for i in $(seq 0 1000); do [ $i -gt 500 -a $i -lt 600 ] || echo "$(date -d "2024-02-22 +$i days" +%F),8"; done | sed '1i date,hours' >years.csv
$ wick --db years.db import csv years.csv >/dev/null && wick --db years.db trend -w 140 week_hours
Hours in 7 days, h, to Wed 18 Nov
  56 h now; the same as on Thu 14 Mar 2024; highest 56 h on Thu 14 Mar 2024;
  lowest 40 h on Fri 17 Oct 2025; limit 48 h, crossed on 879 of 881 days;
  99 days not known
   56 ┤⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠁      ⢸⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉
   48 ┤··········································⢸·····························
      │                                          ⢸
      │
      │
      │
      │
      │
      │
    0 ┤
                            2025                       2026
$ script -qec 'stty cols 40; wick --db years.db trend -w 140 week_hours' /dev/null </dev/null | tr -d '\r'
Hours in 7 days, h, to Wed 18 Nov
  56 h now;
  the same as on Thu 14 Mar 2024;
  highest 56 h on Thu 14 Mar 2024;
  lowest 40 h on Fri 17 Oct 2025;
  limit 48 h, crossed on 879 of 881 days;
  99 days not known
   56 ┤⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉   ⡏⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉
   48 ┤···················⡇············
      │                  ⢰⠁
      │
      │
      │
      │
      │
      │
    0 ┤
                2025        2026
