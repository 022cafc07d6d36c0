#!/bin/sh
# SPDX-License-Identifier: MIT
# A PostgreSQL of its own around a command: an ordinary user's cluster in a temporary
# folder, on a unix socket alone, gone afterwards. WICK_HUB_PG names it.
# usage: pg.sh COMMAND...    Without PostgreSQL: 77, and with CI=true 1.
set -u
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
if [ -z "$bin" ] || ! command -v psql >/dev/null; then
	echo 'PostgreSQL is not installed'
	[ "${CI:-}" = true ] && exit 1
	exit 77
fi
dir=$(mktemp -d /tmp/wick-pg-XXXXXX)
as=
if [ "$(id -u)" = 0 ]; then
	as='setpriv --reuid=65534 --regid=65534 --clear-groups --'
	chown 65534:65534 "$dir"
fi
chmod 755 "$dir"
stop() {
	$as "$bin/pg_ctl" -D "$dir/data" -m immediate -w stop >/dev/null 2>&1
	rm -rf "$dir"
}
trap stop EXIT
trap 'exit 130' INT TERM HUP
cd "$dir" || exit 1
export LC_ALL=C
if ! $as "$bin/initdb" -D "$dir/data" -U hub -A trust -E UTF8 --locale=C.UTF-8 \
	-N >"$dir/log" 2>&1; then
	cat "$dir/log"
	exit 1
fi
if ! $as "$bin/pg_ctl" -D "$dir/data" -l "$dir/data/server.log" -w -o \
	"-c listen_addresses= -k $dir -c fsync=on -c max_connections=40 ${PG_OPTIONS:-}" \
	start >"$dir/log" 2>&1; then
	cat "$dir/log" "$dir/data/server.log"
	exit 1
fi
"$bin/createdb" -h "$dir" -U hub wick || exit 1
cd "$OLDPWD" || exit 1
WICK_HUB_PG="postgres://hub@/wick?host=$dir" WICK_HUB_PG_DIR=$dir "$@"
