;; the exit statuses of the manual, one command each and more than one way to get there
$ st() { "$@" >out 2>err; echo "$? $(wc -l <err) $*" | cut -c1-70; }; st wick log yesterday 9h -s 7h; st wick status; st wick report --week this; st wick help; st wick check
0 0 wick log yesterday 9h -s 7h
0 0 wick status
0 0 wick report --week this
0 0 wick help
0 0 wick check
$ st() { "$@" >out 2>err; echo "$? $(wc -l <err) $*" | cut -c1-70; }; st wick status --nonsense; st wick nonsense; st wick log 9; st wick report --format pdf; st wick report --mail a@b.example; st wick --config nosuch.ini status; st wick
2 1 wick status --nonsense
2 1 wick nonsense
2 1 wick log 9
2 1 wick report --format pdf
2 1 wick report --mail a@b.example
2 1 wick --config nosuch.ini status
2 1 wick
$ st() { "$@" >out 2>err; echo "$? $(wc -l <err) $*" | cut -c1-70; }; st wick report -o nosuch/r.txt --week this; st wick export -o nosuch/x; wick report --brief --week this >b; sed -i 's/9/8/' b; st wick report --verify b
2 1 wick report -o nosuch/r.txt --week this
2 1 wick export -o nosuch/x
1 1 wick report --verify b
$ st() { "$@" >out 2>err; echo "$? $(wc -l <err) $*" | cut -c1-70; }; st wick report --week 2020-W10; st wick show 2020-03-02; st wick edit 999 --noise; st wick rm 999; st wick redo; st wick report --outbox; st wick --db none.db report
4 1 wick report --week 2020-W10
4 1 wick show 2020-03-02
4 1 wick edit 999 --noise
4 1 wick rm 999
4 1 wick redo
4 1 wick report --outbox
4 1 wick --db none.db report
$ st() { "$@" >out 2>err; echo "$? $(wc -l <err) $*" | cut -c1-70; }; echo rubbish >bad.db; st wick --db bad.db status; st wick --db /dev/null/x.db log 8h; sqlite3 new.db 'PRAGMA user_version = 9999' 2>/dev/null || python3 -c 'import sqlite3; c = sqlite3.connect("new.db"); c.execute("PRAGMA user_version = 9999"); c.execute("CREATE TABLE t (a)")'; st wick --db new.db status
6 1 wick --db bad.db status
6 1 wick --db /dev/null/x.db log 8h
6 1 wick --db new.db status
;; 3: a rule was crossed and told, once; 7: a mail that cannot go
$ st() { "$@" >out 2>err; echo "$? $(wc -l <err) $*" | cut -c1-70; }; wick demo long-silence --write s.db >/dev/null; st wick --db s.db --now 2026-03-30T20:00 check; st wick --db s.db --now 2026-03-30T20:00 check
3 0 wick --db s.db --now 2026-03-30T20:00 check
0 0 wick --db s.db --now 2026-03-30T20:00 check
$ st() { "$@" >out 2>err; echo "$? $(wc -l <err) $*" | cut -c1-70; }; wick config mail.server smtp://127.0.0.1:9 >/dev/null; wick config mail.from a@b.example >/dev/null; st wick report --week this --mail c@d.example
7 1 wick report --week this --mail c@d.example
