#!/bin/sh
# SPDX-License-Identifier: MIT
# The hub: its forty promises on each store, hostile requests, proxies in front, the pages in
# a browser, the contract through a proxy that checks it. usage: run.sh BUILD [SUITE...]
# SUITES: checks hostile pages proxies contract unit kills. PICTURES names a folder for
# pictures, KILLS says how often a hub is killed (10).
set -u
build=$(realpath "$1")
here=$(realpath "$(dirname "$0")")
shift
suites=${*:-checks hostile pages proxies contract unit kills}
tmp=$(mktemp -d /tmp/wick-hub-XXXXXX)  # short: sockets are in it
trap 'pg_stop; rm -rf "$tmp"' EXIT
unset WICK_DB WICK_CONFIG NOTIFY_SOCKET STATE_DIRECTORY
export LC_ALL=C.UTF-8 TZ=UTC TMPDIR="$tmp"
passed=0 failed=0

# run NAME COMMAND...: shows it, adds the numbers of its last line
run() {
	name=$1; shift
	"$@" >"$tmp/said" 2>&1
	grep -v '^[0-9]* passed, [0-9]* failed$' "$tmp/said"
	set -- $(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$tmp/said" | tail -1)
	[ $# -eq 2 ] || { echo "FAILED $name: it did not end"; set -- 0 1; }
	passed=$((passed + $1)) failed=$((failed + $2))
}

# A PostgreSQL of its own, on a socket in the temporary folder.
pg_start() {
	bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)
	[ -x "$bin/initdb" ] || return 1
	mkdir "$tmp/pg" && chmod 755 "$tmp"
	as=
	if [ "$(id -u)" = 0 ]; then chown postgres "$tmp/pg"; as='setpriv --reuid postgres --regid postgres --clear-groups'; fi
	(cd "$tmp/pg" && $as "$bin/initdb" -A trust -U wick -D "$tmp/pg/data" >/dev/null 2>&1 &&
		$as "$bin/pg_ctl" -w -D "$tmp/pg/data" -l "$tmp/pg/log" \
			-o "-c listen_addresses= -k $tmp/pg" start >/dev/null 2>&1)
}
pg_stop() {
	[ -d "$tmp/pg/data" ] && (cd "$tmp/pg" && $as "$bin/pg_ctl" -D "$tmp/pg/data" -m immediate stop >/dev/null 2>&1)
}

# pg_dsn: of that PostgreSQL, started if it is not
pg_dsn() {
	[ -d "$tmp/pg" ] || pg_start || return 1
	dsn="postgres:///postgres?host=$tmp/pg&user=wick"
}

kills() {
	run 'sqlite kills' python3 "$here/kills.py" "$build" sqlite:TMP/hub.db "${KILLS:-10}"
	if pg_dsn; then run 'postgres kills' python3 "$here/kills.py" "$build" "$dsn" "${KILLS:-10}"; fi
}

checks() {
	run memory python3 "$here/checks.py" "$build" memory:
	mkdir -m 700 "$tmp/lite"
	run sqlite python3 "$here/checks.py" "$build" "sqlite:$tmp/lite/hub.db"
	if pg_dsn; then
		run postgres python3 "$here/checks.py" "$build" "$dsn"
	else
		echo 'FAILED postgres: it is not installed, and the store cannot be tried'
		failed=$((failed + 1))
	fi
}

for suite in $suites; do
	case $suite in
	checks) checks ;;
	hostile) run hostile python3 "$here/hostile.py" "$build" ;;
	pages) run pages python3 "$here/pages.py" "$build" ${PICTURES:-} ;;
	proxies) run proxies python3 "$here/proxies.py" "$build" ;;
	contract) run contract python3 "$here/contract.py" "$build" ;;
	kills) kills ;;
	unit) run unit python3 "$here/service.py" "$build" ;;
	esac
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
