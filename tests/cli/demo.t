$ wick demo
$ wick demo ingest-oncall
$ wick demo night-parent | tail -1
$ wick demo comeback --write c.db
$ wick demo comeback --write c.db
$ wick --db c.db status
$ wick demo long-silense
$ ls -A
