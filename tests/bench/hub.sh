#!/bin/sh
# SPDX-License-Identifier: MIT
# What the hub bears, on loopback: durable writes, with 5 ms on every fsync, replays, a
# grid; beside them libevent and SQLite with nothing between. SQLite, then PostgreSQL where
# it is installed. usage: hub.sh BUILD   SECONDS each (5)
set -u
build=$(realpath "$1")
here=$(realpath "$(dirname "$0")")
top=$(realpath "$here/../..")
seconds=${SECONDS_EACH:-5}
tmp=$(mktemp -d /tmp/wick-hub-bench-XXXXXX)
pid=
stop() {
	[ -z "$pid" ] || { kill "$pid"; wait "$pid"; } 2>/dev/null
	pid=
}
trap 'stop; rm -rf "$tmp"' EXIT
trap 'exit 130' INT TERM HUP

cc="gcc -std=gnu17 -D_GNU_SOURCE -I$top/include -O2 -Wall -Wextra"
$cc -o "$tmp/load" "$here/hub_load.c" "$build/libhub.a" "$build/libconf.a" \
	"$build/libcore.a" "$build/libbase.a" -lpq -lsqlite3 -lmd -lm -pthread || exit 1
$cc -o "$tmp/floor" "$here/hub_floor.c" -levent -lsqlite3 || exit 1
$cc -shared -fPIC -o "$tmp/slowsync.so" "$here/slowsync.c" -ldl || exit 1

# start PRELOAD COMMAND...: waits for its port
start() {
	preload=$1; shift
	: >"$tmp/out"
	LD_PRELOAD=$preload "$@" >"$tmp/out" 2>"$tmp/err" & pid=$!
	n=0
	until grep -q '^listening' "$tmp/out"; do
		n=$((n + 1)); [ $n -lt 1000 ] || { cat "$tmp/err"; exit 1; }
		sleep 0.01
	done
	port=$(sed -n 's/^listening on .*://p' "$tmp/out")
}
hub() {
	preload=$1 dsn=$2
	start "$preload" "$build/wick-hub" serve --config "$tmp/conf" --store "$dsn" --listen 127.0.0.1:0
}
cat >"$tmp/conf" <<'E2'
[hub]
access_log = off
[limits]
connections_per_address = 1024
lifetime_s = 3600
idle_s = 3600
push_per_min = 100000000
push_burst = 100000000
read_per_min = 100000000
read_burst = 100000000
E2
ticks() { awk '{ print $14 + $15 }' "/proc/$pid/stat"; }
# row NAME MODE RATE [PATH]: at 64 connections. The processor time of each request is the
# fairer number on a machine that others use.
row() {
	printf '%-34s' "$1"
	before=$(ticks)
	"$tmp/load" "$2" "$port" "${CONNECTIONS:-64}" "$3" "$seconds" "$tmp/tokens" \
		${4:+"$4"} >"$tmp/said" || exit 1
	after=$(ticks)
	awk -v t="$((after - before))" -v hz="$(getconf CLK_TCK)" '{ n = $1
		sub(/^[0-9]+ answered/, "")
		printf "%s  %.0f us of processor each\n", $0, t / hz * 1e6 / n }' "$tmp/said"
}
peak() { sed -n 's/^VmHWM:[ \t]*\([0-9]*\) kB/resident at most \1 kB/p' "/proc/$pid/status"; }
table() {
	echo "== $1"
	"$tmp/load" prepare "$2" 1000 >"$tmp/tokens" || exit 1
	hub '' "$2"
	row 'durable writes, 5000/s asked' put 5000
	row 'durable writes, all it takes' put 100000
	row 'replays, 10000/s asked' replay 10000
	CONNECTIONS=1 row 'grid of 12 x 12, 50/s asked' get 50 '/v1/teams/load/grid?from=2024-W01&to=2024-W12'
	peak
	stop
	hub "$tmp/slowsync.so" "$2"
	row '5 ms on each fsync, 3000/s asked' put 3000
	stop
}
table SQLite "sqlite:$tmp/hub.db"
echo '== libevent and SQLite alone'
start '' "$tmp/floor" "$tmp/floor.db"
row 'durable writes, 5000/s asked' put 5000
row 'durable writes, all it takes' put 100000
stop
start "$tmp/slowsync.so" "$tmp/floor" "$tmp/floor.db"
row '5 ms on each fsync, 3000/s asked' put 3000
stop
if [ -n "${WICK_HUB_PG:-}" ]; then table PostgreSQL "$WICK_HUB_PG"; else
	echo 'PostgreSQL: skipped; sh tests/hub/pg.sh sh tests/bench/hub.sh BUILD runs it'
fi
