#!/bin/sh
# SPDX-License-Identifier: MIT
# All of it with real parts: six people enrol, see what would leave, agree and send it
# through a proxy with TLS; their lead reads it in a browser with the keyboard alone; those
# looked at read that; one takes everything back, and no file has it any more, nor has a
# backup that is put back. SQLite behind Caddy, PostgreSQL behind nginx.
# usage: whole.t.sh BUILD [sqlite|postgres]    PICTURES names a folder for pictures
set -u
here=$(realpath "$(dirname "$0")")
build=$(realpath "$1")

add() { sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$1" | tail -1; }
if [ $# = 1 ]; then
	log=$(mktemp); passed=0 failed=0
	trap 'rm -f "$log"' EXIT
	for store in sqlite postgres; do
		around=; [ $store = sqlite ] || around="sh $here/pg.sh"
		$around sh "$0" "$build" $store >"$log" 2>&1; rc=$?
		grep -v '^[0-9]* passed, [0-9]* failed$' "$log"
		[ $rc != 77 ] || continue
		set -- $(add "$log")
		[ $# = 2 ] || { echo "FAILED whole $store: it did not end"; set -- 0 1; }
		passed=$((passed + $1)) failed=$((failed + $2))
	done
	echo "$passed passed, $failed failed"
	[ $failed = 0 ]; exit
fi
kind=$2
missing() { echo "skipped: whole $kind: $1"; echo '0 passed, 0 failed'; exit 0; }
proxy=caddy; [ $kind = sqlite ] || proxy=nginx
for program in $proxy openssl python3 curl; do
	command -v $program >/dev/null || missing "$program is not installed"
done

tmp=$(mktemp -d)
chmod 755 "$tmp"
hub= front=
stop() { [ -z "$1" ] || { kill "$1"; wait "$1"; } 2>/dev/null; }
trap 'stop "$hub"; exec 3>&-; rm -rf "$tmp"' EXIT
passed=0 failed=0
. "$here/people.sh"
mkdir "$tmp/data" "$tmp/old" "$tmp/backups"
if [ $kind = sqlite ]; then store="sqlite:$tmp/data/hub.db"; else store=$WICK_HUB_PG; fi
printf '[hub]\nstore = %s\ntrusted_proxy = 127.0.0.1\naccess_log = off\nwithdrawals = %s\n' \
	"$store" "$tmp/data/withdrawals.log" >"$tmp/conf"
name='Zoë Brückner 美咲'

ok() {
	what=$1; shift
	if "$@" >"$tmp/out" 2>&1; then passed=$((passed + 1)); else
		failed=$((failed + 1)); echo "FAILED whole $kind: $what"; cat "$tmp/out"
	fi
}
admin() { what=$1; shift; wick-hub admin "$what" "$@" --config "$tmp/conf"; }
poll() {
	n=0
	until "$@"; do
		n=$((n + 1)); [ $n -lt 500 ] || return 1
		python3 -c 'import time; time.sleep(.02)'
	done
}
start_hub() {
	: >"$tmp/hub.out"              # what the one before said is not read
	wick-hub serve --config "$tmp/conf" --listen "127.0.0.1:$1" >"$tmp/hub.out" 2>&1 & hub=$!
	poll grep -q '^listening' "$tmp/hub.out" || { cat "$tmp/hub.out"; exit 1; }
	port=$(sed -n 's/^listening on .*://p' "$tmp/hub.out")
}

# ---- an authority of our own, a hub, a proxy ----
cd "$tmp" || exit 1
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj '/CN=Test authority' \
	-keyout ca.key -out ca.pem 2>/dev/null
openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=localhost -keyout wick.key -out wick.csr 2>/dev/null
printf 'subjectAltName=DNS:localhost\nbasicConstraints=CA:FALSE\n' >ext
openssl x509 -req -in wick.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile ext -out wick.pem 2>/dev/null
spki=$(openssl x509 -in wick.pem -pubkey -noout | openssl pkey -pubin -outform der | openssl dgst -sha256 -binary | base64)
mkdir -m 755 proxy; mkfifo hold
admin team core 'Core & Ledger' >/dev/null
for who in lead zoe bob cid dan eve; do
	admin invite --role engineer >"$tmp/$who.invite"
	role=; [ $who != lead ] || role=--manager
	admin member core "$(word p_ "$tmp/$who.invite")" $role >/dev/null
done
start_hub 0
python3 "$here/fronts.py" $proxy "$port" "$tmp/wick.pem" "$tmp/wick.key" "$tmp/proxy" <hold >front.port 2>proxy/said &
exec 3>hold
poll test -s front.port || { cat proxy/*; exit 1; }
url=https://localhost:$(cat front.port)

# ---- six send, one of them by name and with numbers ----
hours=8
for who in zoe bob cid dan eve; do
	as $who
	wick config share.ca_file "$tmp/ca.pem" >/dev/null
	weeks $hours; hours=$((hours + 1))
	shown=$who terms='--team core'
	[ $who != zoe ] || { shown=$name terms='--team core --visibility individual --level indicators --since '$last; }
	ok "$who enrols" sh -c "echo $(word wki_ "$tmp/$who.invite") | wick share enrol $url --name '$shown'"
	wick share preview $terms >"$tmp/said"
	ok "$who sees the bytes" grep -q '"coverage":' "$tmp/said"
	ok "$who agrees" wick share grant $terms --yes "$(digest $terms)"
	ok "$who sends it" wick sync
done
as zoe
ok 'what was sent is what was shown' sh -c "wick share log | grep -q 'put.*$last.*201'"
ok 'nobody has looked yet' sh -c '! wick share log | grep -q looked'

# ---- the lead's browser ----
as lead
wick config share.ca_file "$tmp/ca.pem" >/dev/null
ok 'the lead enrols' sh -c "echo $(word wki_ "$tmp/lead.invite") | wick share enrol $url --name 'Mara Lindqvist'"
ok 'the grid in a terminal' sh -c "wick team core | grep -q '^Zo'"
looks=1
if command -v node >/dev/null && command -v chromium >/dev/null &&
	node -e 'require("playwright-core"); require("axe-core")' 2>/dev/null; then
	HOME="$tmp" node "$here/whole.js" "$(command -v chromium)" "$url" "$(cat "$HOME"/.local/share/wick/*.token)" \
		"$spki" 'Core & Ledger' "$name" "$last" ${PICTURES:-} >"$tmp/browser" 2>&1
	grep -v '^[0-9]* passed' "$tmp/browser"
	set -- $(add "$tmp/browser")
	[ $# = 2 ] || set -- 0 1
	passed=$((passed + $1)) failed=$((failed + $2)) looks=3
else
	echo "skipped: whole $kind: the browser needs chromium, node, and NODE_PATH with axe-core and playwright-core"
fi
as zoe
ok 'a sync brings the list of who looked' wick sync
wick share log >"$tmp/said"
seen=$(grep -c 'looked   Mara Lindqvist: ' "$tmp/said")
ok "each of the $looks visits is in the log of whom it was about: $seen" [ "$seen" = $looks ]

# ---- all of it taken back ----
keep() {
	if [ $kind = sqlite ]; then wick-hub backup "$1" --config "$tmp/conf"
	else pg_dump -Fp "$WICK_HUB_PG" >"$1"; fi
}
# has WORDS...: the files that have one of them, as text or in what PostgreSQL writes of bytes
has() {
	[ $kind = sqlite ] || pg_dump "$WICK_HUB_PG" >"$tmp/data/dump.sql"
	python3 -c 'import os, sys
words = [w.encode() for w in sys.argv[2:]]
for top in sys.argv[1].split():
    for folder, _, names in os.walk(top):
        for n in names:
            data = open(os.path.join(folder, n), "rb").read()
            for w in words:
                if n != "withdrawals.log" and (w in data or w.hex().encode() in data):
                    print(n, w.decode()); sys.exit(0)
sys.exit(1)' "$tmp/data $tmp/backups" "$@"
}
hasnt() { ! has "$@"; }
secret=$(python3 -c 'import json, sqlite3, sys
c = sqlite3.connect(sys.argv[1]); b = json.loads(c.execute("SELECT sent FROM outbox WHERE sent IS NOT NULL").fetchone()[0])
print(b["source"])' "$HOME/.local/share/wick/wick.db")
ok 'a backup of before' keep "$tmp/old/hub.backup"
ok 'while it is shared the files have it' has "$secret"
ok 'and its numbers' has work_min
wick share withdraw >/dev/null
ok 'it is taken back' sh -c 'wick sync --json | grep -q "\"sent\":1"'
ok 'a backup of after' keep "$tmp/backups/hub.backup"
ok 'no file has its source any more' hasnt "$secret"
ok 'nor its numbers' hasnt work_min
as lead
ok 'nor has the page' sh -c '! wick team core | grep -q "^Zo"'

# ---- the account, too ----
as zoe
ok 'the account is erased' sh -c "[ \$(curl -s -o /dev/null -w '%{http_code}' --cacert '$tmp/ca.pem' -X DELETE \
	-H 'Authorization: Bearer $(cat "$HOME"/.local/share/wick/*.token)' $url/v1/people/me) = 204 ]"
keep "$tmp/backups/hub.backup" >/dev/null
ok 'no file has the name any more' hasnt "$name"

# ---- the older backup ----
stop "$hub"; hub=
if [ $kind = sqlite ]; then ok 'the older backup is put back' wick-hub restore "$tmp/old/hub.backup" --config "$tmp/conf"
else
	psql -q "$WICK_HUB_PG" -c 'DROP SCHEMA public CASCADE; CREATE SCHEMA public' >/dev/null 2>&1
	ok 'the older backup is put back' psql -q -v ON_ERROR_STOP=1 -f "$tmp/old/hub.backup" "$WICK_HUB_PG"
fi
rm -rf "$tmp/backups"/*
start_hub "$port"
for what in "$secret" work_min "$name"; do ok "$what does not come back" hasnt "$what"; done
as bob
ok 'the others are there' sh -c 'wick sync --json | grep -q "\"refused\":0"'
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
