# SPDX-License-Identifier: MIT
# Sourced by run.sh: what arrives, what is refused, what is tried again, and never twice.

person
ok 'a report is delivered, and nothing is said' says 0 - wick report --brief --ask 'Überstunden 🕯 = nötig' --mail boss@test.example
ok 'it is there once' mails 1
ok 'it is a mail' /usr/bin/env python3 "$here/parse.py" "$tmp/s/mail.0" "$(wick report --brief | head -1)"
ok 'the lock is in the state folder' test -f "$HOME/.local/state/wick/report.lock"
ok 'nothing is left of its text in the file' sh -c \
	'! grep -a -q "Content-Transfer" "$HOME/.local/share/wick/wick.db"'

person
ok 'TLS from the first byte' says 0 - sh -c \
	'wick config mail.server "smtps://localhost:$1" >/dev/null; wick report --mail boss@test.example' sh "$(cat "$tmp/s/tls-port")"
ok 'carries it too' mails 1
ok 'the same week is not mailed twice' says 0 - wick --now 2026-11-20T19:00 report --mail boss@test.example
ok 'not even later' says 0 - wick --now 2026-11-22T19:00 report --mail boss@test.example
ok 'still one' mails 1
ok 'unless somebody asks for it' says 0 - wick report --mail boss@test.example --again
ok 'then it goes' mails 2
ok 'a week that goes on is another each time' says 0 - wick report --week this --mail boss@test.example
ok 'the next day' says 0 - wick --now 2026-11-21T18:00 report --week this --mail boss@test.example
ok 'both' mails 4
wick config mail.server "smtps://127.0.0.1:$(cat "$tmp/s/tls-port")" >/dev/null
ok 'a certificate of another name there' says 7 'W46 to ann' wick report --mail ann@test.example
ok 'gets nothing from it' mails 4
wick config mail.server "smtps://localhost:$(cat "$tmp/s/port")" >/dev/null
ok 'a server without TLS there' says 7 'W46 to eve' wick report --mail eve@test.example
wick config mail.server "smtps://localhost:$(cat "$tmp/s/tls-port")" >/dev/null
ok 'all that waited goes in its time' says 0 - wick --now 2026-11-20T19:00 report --mail ann@test.example
ok 'each once' mails 6

person
ok 'nothing is in the outbox' says 4 'nothing was mailed yet' wick report --outbox
ok 'the server is gone' says 7 'boss@test.example: ' sh -c \
	'wick config mail.server smtp://localhost:9 >/dev/null; wick report --mail boss@test.example'
wick config mail.server "smtp://localhost:$(cat "$tmp/s/port")" >/dev/null
ok 'it waits with its reason' sh -c 'wick report --outbox | grep -q "2026-W46 to boss@test.example: waits after 1 try, next from 2026-11-20 18:01: .*onnect"'
ok 'also for programs' sh -c 'wick report --outbox --json | jq -e ".mails | length == 1 and .[0].state == \"pending\" and .[0].attempts == 1 and (.[0].reason | length > 9)" >/dev/null'
ok 'it is not tried before its time' says 7 'W46 to boss' wick report --mail boss@test.example
ok 'nothing arrived' mails 0
ok 'after the wait it goes' says 0 - wick --now 2026-11-20T18:02 report --mail boss@test.example
ok 'and once' mails 1
ok 'which it says' sh -c 'wick report --outbox | grep -q "2026-W46 to boss@test.example: sent$"'
ok 'the missed weeks send nothing twice' says 0 - wick --now 2026-11-20T20:00 report --missed --mail ann@test.example
ok 'one more' mails 2
ok 'again is nothing' says 0 - wick --now 2026-11-20T22:00 report --missed --mail ann@test.example
ok 'still two' mails 2
wick log 2026-11-24 9:00-17:00 --now 2026-11-24T20:00 >/dev/null
ok 'a laptop that slept for two weeks' says 0 - wick --now 2026-12-03T07:00 report --missed --mail ann@test.example
ok 'catches up' mails 4

person
printf 'wrong\n' >"$HOME/secret"
ok 'a wrong password' says 7 '535\|denied' wick report --mail boss@test.example
printf 's3cret\n' >"$HOME/secret"
ok 'is tried again when it is right' says 0 - wick --now 2026-11-20T18:05 report --missed --mail boss@test.example
ok 'the report came, once' mails 1

person
ok 'a refused recipient' says 7 'nobody@test.example: .*550' wick report --mail nobody@test.example
ok 'is tried again later, and the others go' says 7 'nobody@test.example: .*550' wick --now 2026-11-21T18:00 report --mail boss@test.example
ok 'they are there' mails 1
echo open >"$tmp/s/mode"
ok 'the mailbox was opened' says 0 - wick --now 2026-11-21T22:00 report --mail boss@test.example
ok 'it came, once' mails 2
person
ok 'a recipient that is refused for five days' says 7 '550' wick report --mail nobody@test.example
ok 'is given up' says 7 '550' wick --now 2026-11-25T18:10 report --mail nobody@test.example
ok 'and told when it is asked for' says 7 '550' wick --now 2026-11-25T20:00 report --mail nobody@test.example
ok 'the others do not wait for it' says 0 - wick --now 2026-11-25T20:00 report --mail boss@test.example
ok 'it says so' sh -c 'wick report --outbox | grep -q "nobody@test.example: given up: .*550"'

person
echo busy >"$tmp/s/mode"
ok 'a busy server' says 7 451 wick report --mail boss@test.example
echo ok >"$tmp/s/mode"
ok 'is asked again' says 0 - wick --now 2026-11-20T18:10 report --mail boss@test.example
ok 'it came' mails 1

person
echo hang >"$tmp/s/mode"
wick config mail.timeout_s 5 >/dev/null
ok 'a server that falls silent with the whole text' says 7 'may have arrived' wick report --mail boss@test.example
wick config mail.timeout_s 20 >/dev/null
echo ok >"$tmp/s/mode"
ok 'does not get it twice' says 0 - wick --now 2026-11-20T20:00 report --missed --mail other@test.example
ok 'one each' mails 2

person
echo plain >"$tmp/s/mode"
ok 'without STARTTLS nothing goes' says 7 'W46' wick report --mail boss@test.example
ok 'not a byte' mails 0

person
wick config mail.server "smtp://127.0.0.1:$(cat "$tmp/s/port")" >/dev/null
ok 'a certificate of another name' says 7 'W46' wick report --mail boss@test.example
ok 'gets nothing' mails 0
wick config mail.server "smtp://localhost:$(cat "$tmp/s/port")" >/dev/null
ok 'until its name is right' says 0 - wick --now 2026-11-20T18:03 report --mail boss@test.example
ok 'then once' mails 1

person
chmod 644 "$HOME/secret"
ok 'a password that others can read' says 2 'can be read by others' wick report --mail boss@test.example
wick config mail.password_file - >/dev/null
ok 'no password' says 2 'has no password' wick report --mail boss@test.example
wick config mail.password_command 'printf s3cret' >/dev/null
ok 'a command gives it' says 0 - wick report --mail boss@test.example
wick config mail.password_command - >/dev/null
ok 'the environment gives it' says 0 - env WICK_MAIL_PASSWORD=s3cret wick report --mail ann@test.example
ok 'both came' mails 2
ok 'no address' says 2 'no address' wick report --mail boss
ok 'no way out' says 2 'mail.server' sh -c 'wick config mail.server - >/dev/null; wick report --mail a@b.example'

person
printf '#!/bin/sh\n[ -z "${WICK_MAIL_PASSWORD:-}" ] || exit 9\n[ "$*" = "-i -t" ] && cat >"%s/s/mail.9"\n' "$tmp" >"$tmp/sendmail"
chmod 755 "$tmp/sendmail"
wick config mail.sendmail "$tmp/sendmail" >/dev/null
ok 'the local sendmail' says 0 - env WICK_MAIL_PASSWORD=x wick report --mail boss@test.example
ok 'takes it' grep -q '^To: boss@test.example$' "$tmp/s/mail.9"

# A row that was being sent when wick was stopped: told once, not sent.
person
ok 'waits' says 7 'W46' sh -c 'wick config mail.server smtp://localhost:9 >/dev/null; wick report --mail boss@test.example'
/usr/bin/env python3 - "$HOME/.local/share/wick/wick.db" <<'PY'
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
db.execute("UPDATE mail_out SET state = 1")
db.commit()
PY
wick config mail.server "smtp://localhost:$(cat "$tmp/s/port")" >/dev/null
ok 'an interrupted one is told' says 7 'was stopped' wick report --missed --mail ann@test.example
ok 'and not sent' sh -c '! grep -q "^To: boss" "$1"/mail.* 2>/dev/null' sh "$tmp/s"
