;; options before and after the command, in every spelling
$ wick --db a.db log -e3 8h
$ wick log --db a.db --energy=4
$ wick --db=a.db log yesterday 7h -b0m
$ wick --db a.db log -- -2 8h
$ wick --now 2026-11-22T10:00:30 --db a.db show -2
$ wick --db a.db --json show
$ wick --db a.db show --json --json | head -c 20
$ wick --db a.db log --note=-x --mood 3
