;; nobody is there to ask
$ wick survey
wick: nobody is there to ask; wick survey 3 2 4 - 1 2 gives six answers
? 2
$ wick survey --show
wick: nothing is logged yet (no ~/.local/share/wick/wick.db)
? 4
;; answers in order; the score is their mean, 0 for never to 100 for always
$ wick survey 3 2 4 - 1 2
November 2026   exhaustion 35.0 of 100 (none), 5 of 6 answered
$ wick survey --show
November 2026   exhaustion 35.0 of 100 (none), 5 of 6 answered
$ wick survey --show --json
{"format":1,"surveys":[{"month":"2026-11","day":"2026-11-20","items":[3,2,4,null,1,2],"score":35,"band":"none"}]}
;; a second one in the month takes its place
$ wick survey 5 4 4 4 3 4
November 2026   exhaustion 75.0 of 100 (high)
in place of the one this month had
$ wick survey --show
November 2026   exhaustion 75.0 of 100 (high)
;; under three answers there is no score
$ wick --now 2026-10-06T20:00 survey 3 - - 2 - - --json
{"format":1,"surveys":[{"month":"2026-10","day":"2026-10-06","items":[3,null,null,2,null,null],"score":null,"band":null}]}
;; a score of a questionnaire taken elsewhere
$ wick --now 2026-09-06T20:00 survey --score 62.5
September 2026  exhaustion 62.5 of 100 (moderate), typed in
$ wick survey --show
September 2026  exhaustion 62.5 of 100 (moderate), typed in
October 2026    not enough answers for a score (2 of 3)
November 2026   exhaustion 75.0 of 100 (high)
;; on a terminal one is asked after another; what is no answer is asked again
$ (printf '3\n9\n2\n\n4\nlong and longer and longer and longer and longer and longer and longer\n1\n2\n'; sleep 1) | script -qec "wick --now 2026-08-06T20:00 survey" /dev/null | grep -o 'exhaustion.*)\|[1-6] of 6  '
1 of 6  
2 of 6  
3 of 6  
4 of 6  
5 of 6  
6 of 6  
exhaustion 35.0 of 100 (none)
$ (printf '3\n2\nq\n'; sleep 1) | script -qec "wick --now 2026-07-06T20:00 survey" /dev/null | grep -o 'nothing is kept'
nothing is kept
$ wick survey --show | head -1
August 2026     exhaustion 35.0 of 100 (none), 5 of 6 answered
;; mistakes
$ wick survey 3 2 4
wick: 3 answers to six questions; - is for one that is left out
? 2
$ wick survey 3 2 4 6 1 2
wick: answer "6" is outside 1..5
? 2
$ wick survey 3 2 4 x 1 2
wick: answer "x" is outside 1..5
? 2
$ wick survey --score 101
wick: score "101" is outside 0..100
? 2
$ wick survey --score 50 1 2 3 4 5 1
wick: answers or a --score; one of them
? 2
$ wick survey --show 3
wick: --show stands alone
? 2
$ wick survey - - - - - -
wick: no question is answered
? 2
;; it is the indicator, for 45 days
$ wick log -1 8h -s 7h >/dev/null; wick log -30 8h >/dev/null; wick log -70 8h >/dev/null
$ wick explain exhaustion
Exhaustion (exhaustion), Thu 19 Nov 2026
  value   75 points
  state   over
  note    high, answered 2026-11-20
  limit   at most 50 points
  source  wick's own choice of questions; bands common with the CBI
  means   How worn out you said you were in the monthly check, from 0 never to
          100 always.
$ wick indicators --json | grep -o '{"id":"exhaustion"[^}]*}'
{"id":"exhaustion","title":"Exhaustion","value":75,"unit":"points","state":"over","threshold":50,"source":"wick's own choice of questions; bands common with the CBI","note":"high, answered 2026-11-20","meaning":"How worn out you said you were in the monthly check, from 0 never to 100 always."}
$ wick report --week 2026-W47 --json | grep -o '{"id":"exhaustion"[^}]*}'
{"id":"exhaustion","value":75,"unit":"points","state":"over","threshold":50,"source":"wick's own choice of questions; bands common with the CBI","note":"high, answered 2026-11-20"}
$ wick indicators 2026-10-21 --json | grep -o '{"id":"exhaustion"[^}]*}'
{"id":"exhaustion","title":"Exhaustion","value":62.5,"unit":"points","state":"over","threshold":50,"source":"wick's own choice of questions; bands common with the CBI","note":"moderate, answered 2026-09-06","meaning":"How worn out you said you were in the monthly check, from 0 never to 100 always."}
$ wick indicators 2026-09-11 --json | grep -o '{"id":"exhaustion"[^}]*}'
{"id":"exhaustion","title":"Exhaustion","value":62.5,"unit":"points","state":"over","threshold":50,"source":"wick's own choice of questions; bands common with the CBI","note":"moderate, answered 2026-09-06","meaning":"How worn out you said you were in the monthly check, from 0 never to 100 always."}
$ wick report --week 2026-W37 --json | grep -o '{"id":"exhaustion"[^}]*}'
{"id":"exhaustion","value":62.5,"unit":"points","state":"over","threshold":50,"source":"wick's own choice of questions; bands common with the CBI","note":"moderate, answered 2026-09-06"}
;; a rule may watch it
$ wick config alerts.thresholds "exhaustion 70" >/dev/null; wick check --rule exhaustion; wick check --rule exhaustion
exhaustion, crossed Thu 19 Nov: Exhaustion 75.0 points, over 70 (wick's own
  choice of questions; bands common with the CBI)
;; out and in again
$ wick export | grep survey
{"survey":"2026-08","day":"2026-08-06","items":[3,2,null,4,1,2]}
{"survey":"2026-09","day":"2026-09-06","score":62.5}
{"survey":"2026-10","day":"2026-10-06","items":[3,null,null,2,null,null]}
{"survey":"2026-11","day":"2026-11-20","items":[5,4,4,4,3,4]}
$ wick export --redact | grep -c survey
0
? 1
$ wick export --from 2026-10-01 --to 2026-10-31 | grep survey
{"survey":"2026-10","day":"2026-10-06","items":[3,null,null,2,null,null]}
$ wick export >all.jsonl; wick --db second.db import jsonl all.jsonl | head -3; wick --db second.db survey --show; wick --db second.db export | cmp - all.jsonl
jsonl  all.jsonl   zone Europe/Berlin   batch 1
 new 7  changed 0  unchanged 0  skipped 0  errors 0  conflicts 0
 range 2026-09-11 .. 2026-11-19   work +24h00m   sleep +7h00m   days touched 3
August 2026     exhaustion 35.0 of 100 (none), 5 of 6 answered
September 2026  exhaustion 62.5 of 100 (moderate), typed in
October 2026    not enough answers for a score (2 of 3)
November 2026   exhaustion 75.0 of 100 (high)
$ wick --db second.db import jsonl all.jsonl | head -3
jsonl  all.jsonl   zone Europe/Berlin   nothing to do
 new 0  changed 0  unchanged 7  skipped 0  errors 0  conflicts 0
 note      already imported as batch 1
$ echo '{"survey":"2026-13","day":"2026-11-20","items":[1,2,3,4,5,1]}' | wick import jsonl - --strict
wick: standard input:1: survey "2026-13" is not a month (YYYY-MM)
? 2
$ echo '{"survey":"2026-11","day":"2026-10-20","items":[1,2,3,4,5,1]}' | wick import jsonl - --strict
wick: standard input:1: day 2026-10-20 is not in 2026-11
? 2
$ echo '{"survey":"2026-11","day":"2026-11-20","items":[1,2,3,4,5,9]}' | wick import jsonl - --strict
wick: standard input:1: items "[1,2,3,4,5,9]" is not six of 1 to 5 or null
? 2
$ echo '{"survey":"2026-11","day":"2026-11-20","items":[1,2,3]}' | wick import jsonl - --strict
wick: standard input:1: items "[1,2,3]" is not six of 1 to 5 or null
? 2
$ echo '{"survey":"2026-11","day":"2026-11-20"}' | wick import jsonl - --strict
wick: standard input:1: items is missing
? 2
;; the later answer of a month stands
$ echo '{"survey":"2026-11","day":"2026-11-02","items":[1,1,1,1,1,1]}' | wick import jsonl - >/dev/null; wick survey --show | head -3
August 2026     exhaustion 35.0 of 100 (none), 5 of 6 answered
September 2026  exhaustion 62.5 of 100 (moderate), typed in
October 2026    not enough answers for a score (2 of 3)
;; undo takes it back, redo brings it again
$ wick undo >/dev/null; wick survey --show | wc -l
4
$ wick erase --all --yes >/dev/null; wick survey --show
wick: no survey is answered yet
? 4
$ wick survey 1 1 1 1 1 1; wick erase --all --yes; wick survey --show
November 2026   exhaustion 0.0 of 100 (none)
erased for good: 1 row
wick: no survey is answered yet
? 4
;; imported answers are a batch like any other, and go with it or with their day
$ rm -rf ~/.local; printf '{"survey":"2026-11","day":"2026-11-19","items":[3,2,4,null,1,2]}\n{"survey":"2026-10","day":"2026-10-20","score":62.5}\n' >two.jsonl; wick import two.jsonl; wick import log; wick import two.jsonl | head -2
jsonl  two.jsonl   zone Europe/Berlin   batch 1
 new 2  changed 0  unchanged 0  skipped 0  errors 0  conflicts 0
   days touched 0
take it back with: wick import undo 1
    1  jsonl  two.jsonl   zone Europe/Berlin
       new 2  changed 0  unchanged 0  skipped 0  errors 0  conflicts 0
jsonl  two.jsonl   zone Europe/Berlin   nothing to do
 new 0  changed 0  unchanged 2  skipped 0  errors 0  conflicts 0
$ printf '{"survey":"2026-09","day":"2026-09-20","score":10}\n{"kind":"work","day":"2026-09-20","dur":3600}\n' >mixed.jsonl; wick import mixed.jsonl
jsonl  mixed.jsonl   zone Europe/Berlin   batch 2
 new 2  changed 0  unchanged 0  skipped 0  errors 0  conflicts 0
 range 2026-09-20 .. 2026-09-20   work +1h00m   days touched 1
take it back with: wick import undo 2
$ wick erase yesterday --yes; wick export
erased for good: 1 row
{"kind":"work","day":"2026-09-20","dur":3600,"source":"jsonl","id":"h:44bcec95650fe95b0e973fa9861fd1ce"}
{"survey":"2026-09","day":"2026-09-20","score":10}
{"survey":"2026-10","day":"2026-10-20","score":62.5}
;; undo, redo and import undo leave nothing and lose nothing
$ rm -rf ~/.local; wick survey 1 2 3 4 5 1 >/dev/null; wick survey 5 5 5 5 5 5 >/dev/null; wick history | sed 's/^.*  //'
survey
survey
$ wick undo >/dev/null; wick survey --show; wick undo >/dev/null; wick survey --show; wick redo >/dev/null; wick redo >/dev/null; wick survey --show
November 2026   exhaustion 41.7 of 100 (none)
wick: no survey is answered yet
November 2026   exhaustion 100.0 of 100 (severe)
$ rm -rf ~/.local; wick import two.jsonl >/dev/null; wick import undo 1; wick survey --show; wick export; wick import two.jsonl | head -2; wick survey --show | wc -l
undone: import batch 1
wick: no survey is answered yet
jsonl  two.jsonl   zone Europe/Berlin   batch 2
 new 2  changed 0  unchanged 0  skipped 0  errors 0  conflicts 0
2
$ wick survey 1 1 1 1 1 1 >/dev/null; wick import undo 2
wick: import 2 stays: Thu 19 Nov was changed since by "survey"; undo that first
? 5
$ wick erase today --yes; wick erase yesterday --yes; wick history; wick survey --show; python3 -c 'import os, sqlite3; print(sqlite3.connect(os.path.expanduser("~/.local/share/wick/wick.db")).execute("SELECT count(*) FROM change WHERE d = 20777 OR d_last = 20777").fetchone()[0])'; wick doctor | head -1
erased for good: 1 row
there was nothing to erase
    3  2026-11-20 18:00  import jsonl two.jsonl
    2  2026-11-20 18:00  import undo 1
    1  2026-11-20 18:00  import jsonl two.jsonl
October 2026    exhaustion 62.5 of 100 (moderate), typed in
0
the file is sound: entries 0, days 0, changes 3, imports 2, bytes 98304
