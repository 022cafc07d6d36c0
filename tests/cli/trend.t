$ wick trend
$ wick demo long-silence --write demo.db
$ wick --db demo.db trend
$ LC_ALL=C wick --db demo.db trend -w 4
$ wick --db demo.db --plain trend -w 4
$ wick --db demo.db trend -w 1 --json
$ wick --db demo.db trend hours-week -w 8
