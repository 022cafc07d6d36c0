#!/bin/sh
# SPDX-License-Identifier: MIT
# From the first invite to the withdrawal, with the real hub: six engineers and their lead.
# usage: e2e.t.sh BUILD
set -u
build=$(realpath "$1")
here=$(realpath "$(dirname "$0")")
tmp=$(mktemp -d)
hub=
stop_hub() { [ -z "$hub" ] || { kill "$hub"; wait "$hub"; } 2>/dev/null; hub=; }
trap 'stop_hub; rm -rf "$tmp"' EXIT
passed=0 failed=0
. "$here/people.sh"
store="sqlite:$tmp/hub.db"

ok() {
	name=$1; shift
	if "$@" >"$tmp/out" 2>&1; then passed=$((passed + 1)); else
		failed=$((failed + 1)); echo "FAILED $name"; cat "$tmp/out"
	fi
}
says() { grep -q -e "$1" "$tmp/said" || { cat "$tmp/said"; return 1; }; }
start_hub() {
	: >"$tmp/hub.out"              # what the one before said is not read
	wick-hub serve --listen 127.0.0.1:0 --store "$store" >"$tmp/hub.out" 2>&1 & hub=$!
	n=0
	until url=http://$(sed -n 's/^listening on //p' "$tmp/hub.out") && [ -n "${url#http://}" ]; do
		n=$((n + 1)); [ $n -lt 500 ] || { echo "no hub came up"; cat "$tmp/hub.out"; return 1; }
		python3 -c 'import time; time.sleep(.02)'
	done
}
# moved: another port, and the same hub for us
moved() {
	python3 -c 'import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute("UPDATE sync_dest SET url = ?", (sys.argv[2],)); c.commit()' \
		"$HOME/.local/share/wick/wick.db" "$url"
}

# invites and the team are made on the store, before the hub has it
wick-hub admin team core Core --store "$store" >/dev/null
for who in lead ann bob cid dan eve fay; do
	wick-hub admin invite --role engineer --store "$store" >"$tmp/$who.invite" 2>&1
	role=; [ $who != lead ] || role=--manager
	wick-hub admin member core "$(word p_ "$tmp/$who.invite")" $role --store "$store" >/dev/null
done
start_hub || { echo "0 passed, 1 failed"; exit 1; }

hours=8
for who in ann bob cid dan eve fay; do
	as $who
	weeks $hours; hours=$((hours + 1))
	ok "$who enrols" sh -c "echo $(word wki_ "$tmp/$who.invite") | wick share enrol $url --name $who"
	how=aggregate; [ $who != fay ] || how=individual
	wick share preview --team core --visibility $how >"$tmp/said"
	ok "$who sees what would leave" says "\"band\":"
	ok "$who agrees" wick share grant --team core --visibility $how --yes "$(digest --team core --visibility $how)"
	ok "$who sends" wick sync
	ok "$who sends nothing twice" sh -c 'wick sync --json | grep -q "\"sent\":0"'
done
as other
ok 'what is wrong with a request is said' sh -c "echo wki_x | wick share enrol $url 2>&1 | grep -q '422 invalid-member /invite: no invite'"
ok 'an invite is used once' sh -c "echo $(word wki_ "$tmp/ann.invite") | wick share enrol $url 2>&1 | grep -q '410 invite-used'"
as ann
wick sync doctor >"$tmp/said" 2>&1
ok 'doctor finds nothing' sh -c '[ "$(grep -c " ok " "$1")" = 6 ]' sh "$tmp/said"

as lead
ok 'the lead enrols' sh -c "echo $(word wki_ "$tmp/lead.invite") | wick share enrol $url --name Lead"
wick team core >"$tmp/said" 2>&1
ok 'the sum of six is shown' says "^$last  [<>=0-9-]* *%"
ok 'who chose so, by name' says '^fay '
ok 'nobody else' sh -c '! grep -q "^ann\|^bob" "$1"' sh "$tmp/said"

as fay
was=$(wick share preview --json)
weeks 1
ok 'an edit goes as a new revision' sh -c 'wick sync --json | grep -q "\"sent\":[1-9]"'
stop_hub
wick share withdraw >/dev/null
ok 'a hub that is away: it waits' sh -c 'wick sync; [ $? = 7 ]'
start_hub
export WICK_NOW="$(date -u -d '+1 hour' +%Y-%m-%dT%H:%M)"
moved
ok 'then it goes' wick sync
unset WICK_NOW
ok 'again is nothing' sh -c 'wick sync --json | grep -q "\"sent\":0"'
as lead
moved
wick team core >"$tmp/said" 2>&1
ok 'fay is gone from the page' sh -c '! grep -q "^fay" "$1"' sh "$tmp/said"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
