$ wick doctor
$ wick backup copy.db
$ wick log 8h >/dev/null
$ wick backup copy.db && stat -c %a copy.db
$ wick log yesterday 9h >/dev/null
$ wick restore copy.db
$ wick show yesterday
$ ls .local/share/wick
$ wick restore missing.db
$ echo x >text; wick restore text
$ wick doctor --json | sed 's/"bytes":[0-9]*/"bytes":N/'
$ wick doctor --fix | sed 's/[0-9]* bytes/N bytes/'
$ wick backup
