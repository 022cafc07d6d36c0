#!/bin/sh
# SPDX-License-Identifier: MIT
# Reports by mail against a real server on a port of its own, and what cron needs.
# usage: run.sh BUILD [files]      files: those of tests/net/files.sh alone
set -u
build=$(realpath "$1")
here=$(realpath "$(dirname "$0")")
tmp=$(mktemp -d)
server=
stop_server() { [ -z "$server" ] || { kill "$server"; wait "$server"; } 2>/dev/null; server=; }
stop_hub() { :; }
trap 'stop_server; stop_hub; rm -rf "$tmp"' EXIT
passed=0 failed=0
unset WICK_DB WICK_CONFIG XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME WICK_MAIL_PASSWORD
export PATH="$build:$PATH" TZ=Europe/Berlin WICK_NOW=2026-11-20T18:00 LC_ALL=C.UTF-8 TERM=dumb
umask 022

# ok NAME COMMAND...: the command has to succeed
ok() {
	name=$1; shift
	if "$@"; then passed=$((passed + 1)); else
		failed=$((failed + 1)); echo "FAILED $name"; cat "$tmp/out" 2>/dev/null
	fi
}
# says STATUS PATTERN COMMAND...: its status and, on stderr, one line with the pattern; - is silence
says() {
	want=$1 pattern=$2; shift 2
	"$@" >"$tmp/out" 2>&1; rc=$?
	if [ "$pattern" = - ]; then lines=0 pattern=; else lines=1; fi
	[ "$rc" = "$want" ] && [ "$(wc -l <"$tmp/out")" = "$lines" ] &&
		{ [ -z "$pattern" ] || grep -q -e "$pattern" "$tmp/out"; } && return 0
	echo "exit $rc, expected $want with \"$pattern\""; return 1
}
certificate() {
	openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 \
		-subj "/CN=$1" -addext "subjectAltName=$2" -keyout "$tmp/s/key.pem" \
		-out "$tmp/s/cert.pem" 2>/dev/null
}
start_server() {
	rm -f "$tmp/s/port"
	/usr/bin/env python3 "$here/smtpd.py" "$tmp/s" & server=$!
	n=0
	until [ -s "$tmp/s/port" ]; do
		n=$((n + 1)); [ $n -lt 500 ] || { echo "no mail server came up"; return 1; }
		/usr/bin/env python3 -c 'import time; time.sleep(.02)'
	done
	wick config mail.server "smtp://localhost:$(cat "$tmp/s/port")" >/dev/null
}
# A fresh person with a log to yesterday, settings for the server.
person() {
	export HOME="$tmp/home"
	rm -rf "$HOME"; mkdir -m 700 "$HOME"; mkdir -p "$HOME/.local/share/wick"
	wick demo long-silence --write "$HOME/.local/share/wick/wick.db" >/dev/null
	printf 's3cret\n' >"$HOME/secret"; chmod 600 "$HOME/secret"
	wick config mail.from 'Änne Müller 🕯 <ann@test.example>' >/dev/null
	wick config mail.user ann >/dev/null
	wick config mail.password_file "$HOME/secret" >/dev/null
	wick config mail.ca_file "$tmp/s/cert.pem" >/dev/null
	wick config mail.timeout_s 20 >/dev/null
	[ -s "$tmp/s/port" ] && wick config mail.server "smtp://localhost:$(cat "$tmp/s/port")" >/dev/null
	rm -f "$tmp"/s/mail.*; echo ok >"$tmp/s/mode"
}
mails() { [ "$(find "$tmp/s" -name 'mail.*' | wc -l)" = "$1" ]; }

mkdir "$tmp/s"
if ! command -v openssl >/dev/null; then
	echo "skipped: openssl is not installed"; echo "0 passed, 0 failed"; exit 0
fi
certificate localhost DNS:localhost
echo ok >"$tmp/s/mode"
person
start_server || exit 1
[ "${2:-}" = files ] || . "$here/mail.sh"
. "$here/files.sh"
[ "${2:-}" = files ] || . "$here/cron.sh"
[ "${2:-}" = files ] || . "$here/share.sh"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
