;; every kind of change: undo gives the former export byte for byte, redo the later one
$ sh "$CLI/undo_all.sh"
log, the first of all: ok
log spans: ok
log that merges: ok
log a break: ok
log that replaces: ok
log leave: ok
log on call: ok
log in another zone: ok
log --like: ok
log --clear: ok
page: ok
page, noise: ok
oncall: ok
oncall by time: ok
oncall --clear: ok
start: ok
stop: ok
start again: ok
cancel: ok
edit times: ok
edit a page: ok
edit to another day: ok
rm: ok
import csv: ok
import that changes: ok
import jsonl: ok
import undo: ok
rm what was imported: ok
five at once: ok
all back, all forth: ok
