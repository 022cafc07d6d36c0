;; off by default: nothing is sent, and nothing fails
$ wick share; wick sync; wick sync --json; wick sync status; wick team
sharing is off: nobody gets anything
{"format":1,"sent":0,"refused":0,"waiting":0,"notes":[]}
sharing is off: nobody gets anything
wick: no hub to ask: wick share enrol URL
? 4
$ wick share preview
wick: sharing is off: nobody is to get anything (wick share enrol URL)
? 4
$ wick demo comeback --write wick.db >/dev/null; mkdir -p .local/share/wick; chmod 700 .local/share/wick; mv wick.db .local/share/wick; wick share
sharing is off: nobody gets anything
$ wick share preview
nothing is sent now: nothing was agreed to yet
to      https://HUB (hub)
level   band, from hours, rest and incidents alone
seen by no team yet (--team)
from    week 2026-W46, each one after it is over, until 2027-02-18
fields  schema rev source consent_gen level band basis coverage
never   days, times of day, sleep, feelings, notes, titles, names of machines

PUT https://HUB/v1/people/me/consent
{"gen":1,"level":"band","basis":"work","expires":"2027-02-18","teams":[]}

PUT https://HUB/v1/people/me/weeks/2026-W46
{"schema":"wick.week/1","rev":1,"source":"xxxxxxxxxxxxxxxx","consent_gen":1,"level":"band","band":"calm","basis":"work","coverage":7}
  133 bytes, sha256 de4b077fa26145ca979324b7a875af536fa0d064752bf31ed47e7967e58ec2ce
  not sent before

with each: Authorization: Bearer wk_..., from its own file
nobody is to get this yet: wick share enrol URL
$ wick share grant
wick: nobody is there to agree: look at wick share preview, then add --yes with its digest
? 2
$ wick share grant --yes 00
wick: there is nobody to share with yet: wick share enrol URL comes first
? 4
$ wick share withdraw; wick share pause; wick share log
wick: sharing is off: nobody is to get anything (wick share enrol URL)
wick: sharing is off: nobody is to get anything (wick share enrol URL)
wick: nothing has left this machine
? 4
$ wick share banish
wick: "banish" is none of preview, enrol, grant, pause, withdraw, log
? 2
$ wick share preview --level fine; wick share preview --days 91; wick share preview --team 'A B'; wick share preview --basis sleep; wick share preview --visibility all; wick share preview --to nobody
wick: level "fine" is neither band nor indicators
wick: days "91" is not a whole number from 1 to 90
wick: "A" is no name of a team
wick: basis "sleep" is neither work nor all
wick: visibility "all" is neither aggregate nor individual
wick: sharing is off: nobody is to get anything (wick share enrol URL)
? 4
$ wick sync fly; wick sync doctor; wick sync resolve 2026-W40; wick sync --bogus
wick: "fly" is none of status, doctor, resolve
wick: sharing is off: nobody is to get anything (wick share enrol URL)
wick: say --take (ours goes there) or --give (theirs stays)
wick: unknown option --bogus; see wick help sync
? 2
;; an invite is read from standard input, an address is https:// or this machine
$ wick share enrol https://hub.example.org </dev/null
wick: the invite is read from standard input, and there was none
? 2
$ echo wki_x | wick share enrol ftp://hub.example.org; echo wki_x | wick share enrol http://hub.example.org; echo wki_x | wick share enrol https://a:b@hub.example.org; echo wki_x | wick share enrol https://hub.example.org/?token=1
wick: "ftp://hub.example.org" is no https:// address
wick: http://hub.example.org is without TLS, and on another machine (share.allow_http lets it)
wick: an address has no user or password in it here
wick: a hub's address ends before ? and #
? 2
$ echo wki_x | wick share enrol http://127.0.0.1:1 2>&1 | sed 's/ (.*/ (...)/'
wick: http://127.0.0.1:1: nothing answers there (...)
;; a hub of our own on a port of its own
$ mkdir hub; echo ok >hub/hub.mode; python3 "$CLI/../net/hubd.py" hub >/dev/null 2>&1 & echo $! >hub/pid; n=0; until [ -s hub/hub.port ] || [ $((n += 1)) -gt 500 ]; do python3 -c 'import time; time.sleep(.02)'; done
$ echo wki_IIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIII | wick share enrol http://127.0.0.1:$(cat hub/hub.port)/ --name Sam | sed 's/1:[0-9]*/1:PORT/'
http://127.0.0.1:PORT knows you as p_test000000, shown as Sam
nothing is shared yet: wick share preview, then wick share grant
$ stat -c '%a %n' .local/share/wick/*.token; grep -c wk_ .local/share/wick/wick.db
600 .local/share/wick/wick.db.hub.token
0
? 1
$ wick share preview --team core --level indicators | sed 's/1:[0-9][0-9]*/1:PORT/; s/"source":"[a-z0-9]*"/"source":"SOURCE"/; s/[0-9a-f]\{64\}/SHA256/'
nothing is sent now: nothing was agreed to yet
to      http://127.0.0.1:PORT (hub), as p_test000000
level   indicators, from hours, rest and incidents alone
seen by core, as part of a sum of 5 people or more
from    week 2026-W46, each one after it is over, until 2027-02-18
fields  schema rev source consent_gen level band basis coverage work_min after_hours_min weekend_min streak_days min_rest_min rest_days oncall_days wakings pages night_pages load_ratio
never   days, times of day, sleep, feelings, notes, titles, names of machines

PUT http://127.0.0.1:PORT/v1/people/me/consent
{"gen":1,"level":"indicators","basis":"work","expires":"2027-02-18","teams":[{"team":"core","visibility":"aggregate"}]}

PUT http://127.0.0.1:PORT/v1/people/me/weeks/2026-W46
{"schema":"wick.week/1","rev":1,"source":"SOURCE","consent_gen":1,"level":"indicators","band":"calm","basis":"work","coverage":7,"indicators":{"work_min":2580,"after_hours_min":90,"weekend_min":0,"streak_days":0,"min_rest_min":870,"rest_days":4,"oncall_days":0,"wakings":0,"pages":0,"night_pages":0,"load_ratio":0.7}}
  327 bytes, sha256 SHA256
  not sent before

with each: Authorization: Bearer wk_..., from its own file
to agree: wick share grant --yes SHA256
$ wick share grant --team core --yes 0000
wick: what would be sent is no longer what was agreed to: look at wick share preview again
? 5
$ wick share grant --team core --yes $(wick share preview --team core --json | sed 's/.*"sha256":"\([0-9a-f]*\)"}$/\1/')
shared until 2027-02-18; wick sync sends it, wick share withdraw ends it
$ wick share grant
wick: nobody is there to agree: look at wick share preview, then add --yes with its digest
? 2
$ wick sync
$ wick sync --json
{"format":1,"sent":0,"refused":0,"waiting":0,"notes":[]}
$ wick sync status | sed 's/1:[0-9]*/1:PORT/'
hub  http://127.0.0.1:PORT
  active: level band, basis work, core, aggregate, until 2027-02-18
  waiting 0, refused 0, arrived 1; last answer Fri 20 Nov 18:00
$ wick share log | sed 's/[0-9a-f]\{12\}/SHA256/'
Fri 20 Nov 18:00  hub      put      2026-W46 rev 1    133 bytes  SHA256  201
Fri 20 Nov 18:00  hub      consent           rev 1    113 bytes  SHA256  201
Fri 20 Nov 17:30  hub      looked   Mara ?[31mL: the team's page, 2026-W35 to 2026-W46
Thu 19 Nov 09:05  hub      looked   Mara ?[31mL: a week, 2026-W46
$ python3 -c 'import json; w = json.load(open("hub/hub.json"))["weeks"]; print({k: (v["rev"], v["body"]["band"], v["body"]["coverage"]) for k, v in w.items()})'
{'2026-W46': (1, 'calm', 7)}
;; an edit that changes nothing in the summary sends nothing; one that does, a new rev
$ wick log 2026-11-12 -n 'a note' >/dev/null; wick sync --json
{"format":1,"sent":0,"refused":0,"waiting":0,"notes":[]}
$ wick erase 2026-11-14..2026-11-15 --yes | tail -1; wick sync --json
1 shared week is taken back: wick sync erases it there
{"format":1,"sent":1,"refused":0,"waiting":0,"notes":[]}
$ python3 -c 'import json; print({k: (v["rev"], v["body"]) for k, v in json.load(open("hub/hub.json"))["weeks"].items()})'
{'2026-W46': (2, None)}
$ wick sync resolve 2026-W46 --take; wick sync --json; python3 -c 'import json; print({k: v["rev"] for k, v in json.load(open("hub/hub.json"))["weeks"].items()})'
goes with the next wick sync
{"format":1,"sent":1,"refused":0,"waiting":0,"notes":[]}
{'2026-W46': 3}
$ wick sync resolve 2026-W46 --give
wick: week 2026-W46 is done: there is nothing to settle
? 5
;; a team's weeks, for its lead
$ wick team
team core
week      strained or severe  pages  at night  busiest fifth
2026-W46  20-40 %             3-5    1-2       30-50
2026-W45  hidden: fewer than 5 gave

who shares by name   45  46
Sam ?[31m<b>         ▲▲  ·
Ännchen              =   ?
= calm  ▲ watch  ▲▲ strained  !! severe  ? too little known  · nothing came

no ranking and no measure of performance; those shown can read that you looked
$ wick team other 2026-W40; wick team 'core/..'
wick: no team of yours to lead there
wick: "core/.." is no name of a team
? 2
$ wick team --json | python3 -c 'import json, sys; print(sorted(json.load(sys.stdin)))'
['aggregate', 'format', 'grid', 'team']
$ wick sync doctor | sed 's/1:[0-9]*/1:PORT/'
name     ok   http://127.0.0.1:PORT
tls      ok   none, on this machine alone
hub      ok   answers
token    ok   p_test000000
consent  ok   band, work
clock    ok   0 s from the hub's
;; paused, an erased day's week is taken back all the same, and nothing else goes
$ wick log 2026-11-12 1h >/dev/null; wick share pause; wick sync --json; wick erase 2026-11-12 --yes --json; wick sync --json; wick sync --json
paused: nothing is sent until wick share grant; what was sent stays there
{"format":1,"sent":0,"refused":0,"waiting":0,"notes":[]}
{"format":1,"rows":4,"weeks_taken_back":1,"withdrawn":false}
{"format":1,"sent":1,"refused":0,"waiting":0,"notes":[]}
{"format":1,"sent":0,"refused":0,"waiting":0,"notes":[]}
$ python3 -c 'import json; print({k: (v["rev"], v["body"]) for k, v in json.load(open("hub/hub.json"))["weeks"].items()})'
{'2026-W46': (4, None)}
$ wick share grant --yes $(wick share preview --json | sed 's/.*"sha256":"\([0-9a-f]*\)"}$/\1/'); wick sync resolve 2026-W46 --take; wick sync
shared until 2027-02-18; wick sync sends it, wick share withdraw ends it
goes with the next wick sync
;; paused: nothing; granted again: it goes on; withdrawn: all of it is gone there
$ wick share pause; wick sync --json; wick share | sed 's/1:[0-9]*/1:PORT/'
paused: nothing is sent until wick share grant; what was sent stays there
{"format":1,"sent":0,"refused":0,"waiting":0,"notes":[]}
hub  http://127.0.0.1:PORT
  paused: level band, basis work, core, aggregate, until 2027-02-18
  waiting 0, refused 0, arrived 1; last answer Fri 20 Nov 18:00
$ wick share grant --yes $(wick share preview --json | sed 's/.*"sha256":"\([0-9a-f]*\)"}$/\1/'); wick sync --json
shared until 2027-02-18; wick sync sends it, wick share withdraw ends it
{"format":1,"sent":0,"refused":0,"waiting":0,"notes":[]}
$ wick share withdraw; wick sync --json; wick sync --json; python3 -c 'import json; h = json.load(open("hub/hub.json")); print(h["consent"]["level"], [v["body"] for v in h["weeks"].values()])'
withdrawn: what was waiting is gone; wick sync erases what was sent
{"format":1,"sent":1,"refused":0,"waiting":0,"notes":[]}
{"format":1,"sent":0,"refused":0,"waiting":0,"notes":[]}
none [None]
$ wick share | sed 's/1:[0-9]*/1:PORT/'
hub  http://127.0.0.1:PORT
  withdrawn: level band, basis work, core, aggregate, until 2027-02-18
  waiting 0, refused 0, arrived 0; last answer Fri 20 Nov 18:00
;; the ledger has the withdrawal, and after an erase no digest that could be guessed
$ wick share log --json | python3 -c 'import json, sys; print([(x["op"], x["status"]) for x in json.load(sys.stdin)["sent"]])'
[('withdraw', 200), ('consent', 200), ('put', 200), ('consent', 200), ('retract', 204), ('put', 200), ('retract', 204), ('put', 201), ('consent', 201)]
$ wick share log --json | python3 -c 'import json, sys; print([x["sha256"] for x in json.load(sys.stdin)["sent"] if x["week"] and x["rev"] == 1])'
[None]
$ kill $(cat hub/pid)
