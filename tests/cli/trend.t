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
2026-W43  81.5
2026-W44  80.3
2026-W45  74.9
2026-W46  64.8
2026-W47  61.3
$ wick --db demo.db trend -w 1 --json
{"format":1,"id":"score","title":"strain index","unit":"of 100","marks":[25,50,75],"values":[{"day":"2026-11-13","value":66.555766},{"day":"2026-11-14","value":65.652601},{"day":"2026-11-15","value":64.838944},{"day":"2026-11-16","value":64.103314},{"day":"2026-11-17","value":63.435754},{"day":"2026-11-18","value":62.827627},{"day":"2026-11-19","value":61.257253}]}
$ wick --db demo.db trend week_hours -w 8
Hours in 7 days, h, to Thu 19 Nov
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
