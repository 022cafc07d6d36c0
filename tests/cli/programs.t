;; --json everywhere, and the status bar's line
$ sh "$CLI/programs.sh"
1
50 answers
;; a reader that leaves is no reason to complain
$ wick demo two-person-ops --write long.db >/dev/null; wick --db long.db series | wc -c | awk '{ print ($1 > 200000 ? "more than a pipe holds" : $1) }'
more than a pipe holds
$ (wick --db long.db series 2>err; echo "exit $?" >rc) | head -1 | cut -c1-10; cat err rc
date,hours
exit 1
$ { wick --help; } 2>&1 | head -1
usage: wick [OPTIONS] [COMMAND ...]
;; a full disk behind standard output is told
$ wick status >/dev/full
wick: cannot write standard output: No space left on device
? 1
$ wick export >/dev/full
wick: cannot write standard output: No space left on device
? 1
$ mkfifo pipe; cat pipe >got & wick report --week this -o pipe; wait; test -p pipe && head -1 got
wick report, week 2026-W47
$ mkdir folder; wick report --week this -o folder
wick: folder: Is a directory
? 1
$ wick backup pipe; test -p pipe && echo still a pipe
wick: pipe is not a regular file
still a pipe
$ wick help >/dev/full
wick: cannot write standard output: No space left on device
? 1
;; closed standard output
$ wick version >&-
wick: cannot write standard output: Bad file descriptor
? 1
