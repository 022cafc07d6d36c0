$ wick trend
wick: nothing is logged yet (no ~/.local/share/wick/wick.db)
? 4
$ wick demo long-silence --write demo.db
written to demo.db; look at it with: wick --db demo.db
$ wick --db demo.db trend
strain index, of 100, to Thu 19 Nov
  100 ┤
      │
   75 ┤········································································
      │
   50 ┤········································································
      │
      │
   25 ┤········································································
      │
    0 ┤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⢄⡠⣀⣀⣀⣀⣀⢄⣀⣀⠤⠤⢄⡠⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀
          Sep                       Oct                        Nov
$ LC_ALL=C wick --db demo.db trend -w 4
strain index, of 100, to Thu 19 Nov
  100 +
      |
   75 +........................................................................
      |
   50 +........................................................................
      |
      |
   25 +........................................................................
      |
    0 +************************************************************************
                               Nov
$ wick --db demo.db --plain trend -w 4
strain index, of 100, to Thu 19 Nov
2026-W43  1.5
2026-W44  1.0
2026-W45  0.9
2026-W46  0.8
2026-W47  0.9
$ wick --db demo.db trend -w 1 --json
{"format":1,"id":"score","title":"strain index","unit":"of 100","marks":[25,50,75],"values":[{"day":"2026-11-13","value":0.834788},{"day":"2026-11-14","value":0.822947},{"day":"2026-11-15","value":0.811274},{"day":"2026-11-16","value":0.884282},{"day":"2026-11-17","value":0.789588},{"day":"2026-11-18","value":1.031934},{"day":"2026-11-19","value":0.855359}]}
$ wick --db demo.db trend week_hours -w 8
wick: no indicator "week_hours"; wick report lists them
? 2
