# SPDX-License-Identifier: MIT
# People with a wick of their own, for the tests that go from the invite to the withdrawal.
# The file that reads this has $build and $tmp.
unset WICK_NOW WICK_DB WICK_CONFIG XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME
export PATH="$build:$PATH" TZ=UTC LC_ALL=C.UTF-8 TERM=dumb TMPDIR="$tmp"
umask 077
# the hub has a clock of its own: everybody lives on the day of today, which begins at four
today=$(date -u -d '4 hours ago' +%F)
last=$(date -u -d "$today - $(($(date -u -d "$today" +%u) + 6)) days" +%G-W%V)

as() { export HOME="$tmp/$1"; mkdir -p "$HOME"; }
word() { grep -o "$1[A-Za-z0-9_-]*" "$2" | head -1; }
digest() { wick share preview "$@" --json | sed 's/.*"sha256":"\([0-9a-f]*\)"}$/\1/'; }
# weeks HOURS: eight of them, to the last complete one, with so many on each working day
weeks() {
	python3 -c 'import datetime, sys
day = datetime.date.fromisoformat(sys.argv[2])
sunday = day - datetime.timedelta(days=day.isoweekday())
print("date,hours")
for back in range(56):
    d = sunday - datetime.timedelta(days=back)
    print("%s,%s" % (d, sys.argv[1] if d.weekday() < 5 else 0))' "$1" "$today" | wick import csv - >/dev/null
}
