$ wick status
$ wick status --json
$ wick status --waybar
$ wick status --format '%s %b %d'
$ for d in 1 2 3 4 5 6 7 8 9; do wick log -$d 9h -s 7h >/dev/null; done
$ wick status
$ wick --color always status
$ NO_COLOR=1 wick --color always status
$ NO_COLOR=1 wick status --plain
$ wick status --format 's=%s b=%b r=%r c=%c t=%t d=%d %%'
$ wick status --waybar
$ wick status --json
$ wick --now 2027-02-01T09:00 status
$ WICK_NOW=2026-11-19T12:00 wick status
$ wick --db other.db status
$ WICK_DB=other.db wick status
$ ls other.db
