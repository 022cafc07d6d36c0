$ wick explain
$ for d in 1 2 3 4 5 6 7 8 9; do wick log -$d 11h -s 6h >/dev/null; done
$ wick explain | sed '/^Constants/,$d'
$ wick explain -3 | head -4
$ wick explain 2026-01-01
$ wick explain --json | head -c 300
$ wick explain hours-week
$ wick explain nonsense
