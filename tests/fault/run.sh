#!/bin/sh
# SPDX-License-Identifier: MIT
# When the machine lets wick down: killed, no room, no right to write, a file that is not
# what it should be. Each case: a sentence on stderr, exit 6, nothing lost.
# usage: run.sh BUILD      ROUNDS=300 for the long form of kill -9
set -u
build=$(realpath "$1")
here=$(realpath "$(dirname "$0")")
wick=$build/wick
tmp=$(mktemp -d)
passed=0 failed=0
mounted=
trap '[ -z "$mounted" ] || umount "$mounted"; chmod -R u+rwx "$tmp"; rm -rf "$tmp"' EXIT
chmod 755 "$tmp"
unset WICK_DB WICK_CONFIG XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME
export TZ=UTC WICK_NOW=2026-11-20T18:00 HOME="$tmp/home" LC_ALL=C.UTF-8
mkdir -m 700 "$HOME"

ok() { passed=$((passed + 1)); }
bad() { failed=$((failed + 1)); echo "FAILED $1"; }
# refused NAME PATTERN COMMAND...: exit 6, one line on stderr that matches, nothing on stdout
refused() {
	name=$1 pattern=$2; shift 2
	"$@" >"$tmp/out" 2>"$tmp/err"; rc=$?
	if [ $rc = 6 ] && [ "$(wc -l <"$tmp/err")" = 1 ] && grep -Eq "$pattern" "$tmp/err" &&
	    [ ! -s "$tmp/out" ]; then ok; else
		bad "$name: exit $rc: $(cat "$tmp/err")"; fi
}
same() { if cmp -s "$2" "$3"; then ok; else bad "$1: the file changed"; fi; }
# as an ordinary user, also when root runs the tests in a folder of its own
cp "$wick" "$tmp/wick"
mkdir -m 777 "$tmp/gcov"
plain() {
	# what a coverage build counts goes where this user may write
	set -- env GCOV_PREFIX="$tmp/gcov" "$@"
	if [ "$(id -u)" = 0 ]; then
		setpriv --reuid 65534 --regid 65534 --clear-groups "$@"
	else "$@"; fi
}

# a store with something to lose
"$wick" log 9:00-17:00 -s 23:00-7:00 -e 3 >/dev/null || bad 'a first log'
db=$HOME/.local/share/wick/wick.db
[ "$(stat -c %a "$db")" = 600 ] && [ "$(stat -c %a "$(dirname "$db")")" = 700 ] && ok || bad 'modes 0600, 0700'

echo 'dear diary' >"$tmp/text.db"; cp "$tmp/text.db" "$tmp/text.before"
for c in status 'log 8h' export; do
	refused "text file: $c" 'text\.db' "$wick" --db "$tmp/text.db" $c
done
same 'text file' "$tmp/text.db" "$tmp/text.before"

cp "$db" "$tmp/new.db"
python3 -c 'import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute("PRAGMA user_version=99"); c.commit()' "$tmp/new.db"
cp "$tmp/new.db" "$tmp/new.before"
for c in status 'log 8h'; do
	refused "version 99: $c" 'newer|99' "$wick" --db "$tmp/new.db" $c
done
same 'version 99' "$tmp/new.db" "$tmp/new.before"

cp "$db" "$tmp/torn.db"; printf 'rubbish rubbish rubbish' | dd of="$tmp/torn.db" bs=1 seek=4096 conv=notrunc 2>/dev/null
head -c 8192 "$tmp/torn.db" >"$tmp/cut.db"
refused 'a torn file' 'torn\.db.*damaged' "$wick" --db "$tmp/torn.db" log 8h
refused 'a cut file' 'cut\.db.*damaged' "$wick" --db "$tmp/cut.db" log 8h

refused 'no HOME' 'HOME' env -u HOME "$wick" status
refused 'a relative HOME' 'HOME' env HOME=here "$wick" log 8h
if [ "$(id -u)" = 0 ]; then
	mkdir "$tmp/theirs"; chown 65534 "$tmp/theirs"
	refused "somebody else's HOME" 'HOME|owner|belongs' env HOME="$tmp/theirs" "$wick" log 8h
	[ -z "$(ls -A "$tmp/theirs")" ] && ok || bad "wrote into somebody else's HOME"
else echo "skipped: somebody else's HOME (needs root)"; fi

mkdir "$tmp/ro"; cp "$db" "$tmp/ro/wick.db"; chmod 644 "$tmp/ro/wick.db"; chmod 555 "$tmp/ro"
[ "$(id -u)" != 0 ] || chown -R 65534 "$tmp/ro"
cp "$tmp/ro/wick.db" "$tmp/ro.before"
mkdir -m 700 "$tmp/plainhome"; [ "$(id -u)" != 0 ] || chown 65534 "$tmp/plainhome"
refused 'a read-only folder' 'ro' plain env HOME="$tmp/plainhome" "$tmp/wick" --db "$tmp/ro/wick.db" log 8h
refused 'a read-only folder, new file' 'ro' plain env HOME="$tmp/plainhome" "$tmp/wick" --db "$tmp/ro/new.db" log 8h
same 'a read-only folder' "$tmp/ro/wick.db" "$tmp/ro.before"
if plain env HOME="$tmp/plainhome" "$tmp/wick" --db "$tmp/ro/wick.db" status >"$tmp/out" 2>&1; then ok; else
	bad "reading in a read-only folder: $(cat "$tmp/out")"; fi

mkdir "$tmp/closed"; [ "$(id -u)" != 0 ] || chown 65534 "$tmp/closed"; chmod 555 "$tmp/closed"
for c in 'log 8h' start 'page 3:12' 'oncall today..today' 'snooze week_hours 2d' 'theme paper'; do
	refused "a closed home: $c" 'closed/\.(local|config).*Permission denied' plain env HOME="$tmp/closed" "$tmp/wick" $c
done

mkdir "$tmp/small"
if mount -t tmpfs -o size=1m,mode=700 tmpfs "$tmp/small" 2>/dev/null; then
	mounted=$tmp/small
	cp "$db" "$tmp/small/wick.db"
	"$wick" --db "$tmp/small/wick.db" export >"$tmp/full.before"
	dd if=/dev/zero of="$tmp/small/fill" bs=1k 2>/dev/null
	refused 'a full disk' 'small|disk|room|full' "$wick" --db "$tmp/small/wick.db" log 2026-11-19 8h -n "$(head -c 3000 /dev/zero | tr '\0' x)"
	refused 'a full disk, new file' 'small|disk|room|full' "$wick" --db "$tmp/small/new.db" log 8h
	rm "$tmp/small/fill"
	"$wick" --db "$tmp/small/wick.db" export >"$tmp/full.after"
	same 'a full disk: nothing lost' "$tmp/full.before" "$tmp/full.after"
	if "$wick" --db "$tmp/small/wick.db" log 2026-11-19 8h >/dev/null; then ok; else bad 'after a full disk'; fi
else echo 'skipped: a full disk (needs the right to mount)'; fi

if python3 "$here/kill9.py" "$wick" "${ROUNDS:-30}"; then ok; else bad 'kill -9'; fi
if python3 "$here/imports.py" "$build" "${ROUNDS:-10}"; then ok; else bad 'imports'; fi
if python3 "$here/foreign.py" "$build"; then ok; else bad 'foreign text'; fi
if python3 "$here/hostile.py" "$build" "${MEGABYTES:-64}"; then ok; else bad 'hostile files'; fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
