# SPDX-License-Identifier: MIT
# Sourced by run.sh: sharing against a hub of our own, behind TLS and behind everything that
# may stand between; what is agreed to arrives, once, and nothing else does.

hub=
stop_hub() { [ -z "$hub" ] || { kill "$hub"; wait "$hub"; } 2>/dev/null; hub=; }
mode() { echo "$1" >"$tmp/h/mode.new"; mv "$tmp/h/mode.new" "$tmp/h/hub.mode"; }
# start_hub [CERT]
start_hub() {
	stop_hub
	rm -rf "$tmp/h"; mkdir "$tmp/h"; mode ok
	/usr/bin/env python3 "$here/hubd.py" "$tmp/h" "$@" 2>/dev/null & hub=$!
	n=0
	until [ -s "$tmp/h/hub.port" ]; do
		n=$((n + 1)); [ $n -lt 500 ] || { echo "no hub came up"; return 1; }
		/usr/bin/env python3 -c 'import time; time.sleep(.02)'
	done
}
invite=wki_IIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIII
digest() { wick share preview "$@" --json | sed 's/.*"sha256":"\([0-9a-f]*\)"}$/\1/'; }
# sharer URL: a person whose weeks from W40 on are granted to it, with their numbers; the token
# is as old as their day
terms='--since 2026-W40 --level indicators'
agree() { wick share grant $terms --yes "$(digest $terms)" >"$tmp/out"; touch -d 2026-11-20T12:00 "$HOME"/.local/share/wick/*.token; }
sharer() {
	person
	echo $invite | wick share enrol "$1" --name Sam >"$tmp/out" 2>&1 || { cat "$tmp/out"; return 1; }
	agree
}
asked() { cat "$tmp/h/hub.log" 2>/dev/null | grep -c "$1"; }
none_asked() { [ "$(asked "$1")" = 0 ]; }
held() { /usr/bin/env python3 -c 'import json, sys
print(sum(w["body"] is not None for w in json.load(open(sys.argv[1]))["weeks"].values()))' "$tmp/h/hub.json"; }
holds() { [ "$(held)" = "$1" ]; }

start_hub; sharer "http://127.0.0.1:$(cat "$tmp/h/hub.port")"
ok 'nothing left before sync' none_asked /weeks
ok 'a sync is silent' says 0 - wick sync
ok 'seven weeks are there' holds 7
ok 'and all of them in one batch' [ "$(asked POST./v1/people/me/batch)" = 1 ]
ok 'again is nothing' says 0 - wick sync
ok 'not a byte' [ "$(asked POST./v1/people/me/batch)" = 1 ]

start_hub; sharer "http://127.0.0.1:$(cat "$tmp/h/hub.port")"
mode html
ok 'a page is no answer' says 7 'not the hub that says' wick sync
mode ok
ok 'it goes at its time' says 0 - wick --now 2026-11-21T02:00 sync
ok 'and is there' holds 7

mkdir "$tmp/o"; echo ok >"$tmp/o/hub.mode"
/usr/bin/env python3 "$here/hubd.py" "$tmp/o" 2>/dev/null & other=$!
n=0; until [ -s "$tmp/o/hub.port" ] || [ $n -gt 500 ]; do n=$((n + 1)); /usr/bin/env python3 -c 'import time; time.sleep(.02)'; done
start_hub; sharer "http://127.0.0.1:$(cat "$tmp/h/hub.port")"
mode "redirect http://127.0.0.1:$(cat "$tmp/o/hub.port")/login"
ok 'a redirect stops it and is named' says 7 'sends elsewhere (302 to http://127.0.0.1' wick sync
ok 'nobody there was asked' [ ! -e "$tmp/o/hub.log" ]
ok 'nor an hour later' says 7 'not tried before' wick --now 2026-11-20T19:00 sync
mode ok
ok 'a day later it goes' says 0 - wick --now 2026-11-21T19:00 sync
kill "$other" 2>/dev/null; wait "$other" 2>/dev/null

start_hub; sharer "http://127.0.0.1:$(cat "$tmp/h/hub.port")"
mode 'status 429 7200'
ok 'a hub that asks for time' says 7 '429' wick sync
mode ok
ok 'gets it' says 7 'not tried before 2026-11-20 20:00' wick --now 2026-11-20T19:59 sync
ok 'and no more than that' says 0 - wick --now 2026-11-20T20:01 sync
ok 'all seven' holds 7

start_hub; sharer "http://127.0.0.1:$(cat "$tmp/h/hub.port")"
wick sync; mode 'poison 2026-W43 422'
for d in 09-30 10-07 10-14 10-21 10-28 11-04 11-11; do wick log 2026-$d 1h >/dev/null; done
ok 'a week that somebody always refuses' says 7 'W43\|week' wick sync
for h in 01 02 03 04 05 06 07 08 09 10 11 12; do wick --now 2026-12-${h}T08:00 sync >/dev/null 2>&1; done
ok 'is put aside alone' sh -c 'wick sync status | grep -q "2026-W43  put     rev 2  dead" && [ "$(wick sync status | grep -c dead)" = 1 ]'
ok 'the others are there in their second revision' /usr/bin/env python3 -c 'import json, sys
w = json.load(open(sys.argv[1]))["weeks"]
sys.exit(any(v["rev"] != 2 for k, v in w.items() if k not in ("2026-W43", "2026-W47")))' "$tmp/h/hub.json"

start_hub; sharer "http://127.0.0.1:$(cat "$tmp/h/hub.port")"
wick sync
mode down
wick share withdraw >/dev/null
ok 'a withdrawal that nobody answers' says 7 'hub: ' wick sync
mode ok
ok 'goes first thing' says 0 - wick --now 2026-11-21T02:00 sync
ok 'and takes all of it' holds 0

start_hub "$tmp/s/cert.pem"; person
port=$(cat "$tmp/h/hub.port")
ok 'a certificate nobody vouches for gets no invite' sh -c "echo $invite | wick share enrol https://localhost:$port --name S 2>&1 | grep -q 'certificate'"
ok 'not a request' [ ! -e "$tmp/h/hub.log" ]
wick config share.ca_file "$tmp/s/cert.pem" >/dev/null
ok 'a certificate of another name neither' sh -c "echo $invite | wick share enrol https://127.0.0.1:$port --name S 2>&1 | grep -q 'certificate'"
echo $invite | wick share enrol "https://localhost:$port" --name Sam >/dev/null
agree
ok 'over TLS it goes' says 0 - wick sync
ok 'all of it' holds 7
wick log 2026-11-11 1h >/dev/null; wick config share.ca_file - >/dev/null
before=$(wc -l <"$tmp/h/hub.log")
ok 'the wrong certificate stops it and says so' says 7 'certificate is not the right one' wick sync
ok 'the token stays here' [ "$(wc -l <"$tmp/h/hub.log")" = "$before" ]
ok 'the state names it' sh -c 'wick sync status | grep -q "stopped: its certificate"'
ok 'doctor names it' sh -c 'wick sync doctor 2>/dev/null | grep -q "tls *BAD"'

start_hub; sharer "http://127.0.0.1:$(cat "$tmp/h/hub.port")"
chmod 644 "$HOME"/.local/share/wick/*.token
ok 'a token that others can read' says 2 'can be read by others' wick sync
chmod 600 "$HOME"/.local/share/wick/*.token
rm "$HOME"/.local/share/wick/*.token
ok 'no token' says 2 'wick share enrol' wick sync
wick config share.token_command 'printf wk_TTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTT' >/dev/null
ok 'a command gives it' says 0 - wick sync
ok 'it is in no file of ours' sh -c '! grep -a -r -q wk_TTT "$HOME/.local"'

person; start_hub; mode hook
echo whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw | wick share enrol --kind webhook "http://127.0.0.1:$(cat "$tmp/h/hub.port")/hook" >/dev/null
wick share grant --yes "$(digest)" >/dev/null
ok 'a webhook gets its week' says 0 - wick sync
# signed TYPE: the last event is one, with the signature of the standard
signed() { /usr/bin/env python3 -c 'import base64, hashlib, hmac, json, sys
h = json.load(open(sys.argv[1])); head = {k.lower(): v for k, v in h["headers"].items()}
key = base64.b64decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
text = "%s.%s.%s" % (head["webhook-id"], head["webhook-timestamp"], h["body"])
want = "v1," + base64.b64encode(hmac.new(key, text.encode(), hashlib.sha256).digest()).decode()
sys.exit(head["webhook-signature"] != want or "authorization" in head or json.loads(h["body"])["type"] != sys.argv[2])' "$tmp/h/hub.hook" "$1"; }
ok 'signed as the standard says' signed week.updated
wick erase 2026-11-10 --yes >/dev/null; wick sync
ok 'a week that is taken back is an event' signed week.retracted
wick share withdraw >"$tmp/out"
ok 'nobody is promised that a receiver forgets' grep -q 'may keep what it has' "$tmp/out"
ok 'the end goes' says 0 - wick sync
ok 'and is an event' signed consent.withdrawn
person
echo | wick share enrol --kind influx "http://127.0.0.1:$(cat "$tmp/h/hub.port")/write" >/dev/null
wick share grant --yes "$(digest)" >/dev/null
ok 'a database gets its line' says 0 - wick sync
ok 'with no name in it' sh -c 'grep -q "wick_week,person=[a-z0-9_]* coverage" "$1"' sh "$tmp/h/hub.hook"
rm "$tmp/h/hub.hook"; wick erase 2026-11-10 --yes >/dev/null
ok 'of which nothing is taken back, and that is said' says 7 'week W46 stays in that database' wick sync
ok 'once' says 0 - wick sync
ok 'it says so at the end, too' sh -c 'wick share withdraw | grep -q "what the database has stays there"'
ok 'the end is nothing to it' says 0 - wick sync
ok 'and nothing was asked of it' [ ! -e "$tmp/h/hub.hook" ]
stop_hub

person
ok 'with sharing off no command opens a socket to anybody' sh -c '
	command -v strace >/dev/null || exit 0
	for c in status "log 8h" explain "report --week last" "sync" "share" "share preview" "export" "sync status" check; do
		strace -f -e trace=socket,connect -o "$1/trace" wick $c >/dev/null 2>&1
		! grep -v AF_UNIX "$1/trace" | grep -q "socket(\|connect(" || { echo "wick $c"; exit 1; }
	done' sh "$tmp"
ok 'wick is linked with no library of the network' sh -c '! ldd "$(command -v wick)" | grep -q -i "curl\|ssl\|gnutls\|event\|nghttp"'
ok '60 weeks through a bad line, killed 20 times' /usr/bin/env python3 "$here/storm.py" "$build" 60 20
