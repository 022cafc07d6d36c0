# SPDX-License-Identifier: MIT
# Every kind of change, taken back and done again; the export must be the former one, and
# then the later one, byte for byte. Prints a line for each kind. Runs in an empty HOME.
set -u

# step NAME COMMAND...: one change, or as many as STEPS says
step() {
	name=$1
	shift
	wick export >before.jsonl 2>/dev/null || : >before.jsonl
	if ! "$@" >said 2>&1; then
		echo "$name: failed: $(cat said)"
		return
	fi
	wick export >after.jsonl 2>/dev/null || : >after.jsonl
	said=ok
	cmp -s before.jsonl after.jsonl && said="nothing changed"
	wick undo "${STEPS:-1}" >said 2>&1 || said="undo: $(cat said)"
	wick export >undone.jsonl 2>/dev/null || : >undone.jsonl
	cmp before.jsonl undone.jsonl || said="undo leaves something else"
	wick redo "${STEPS:-1}" >said 2>&1 || said="redo: $(cat said)"
	wick export >redone.jsonl 2>/dev/null || : >redone.jsonl
	cmp after.jsonl redone.jsonl || said="redo makes something else"
	wick doctor >said 2>&1 || said="doctor: $(cat said)"
	echo "$name: $said"
}

# The id of the first page that wick show lists on a day.
page_of() {
	wick show "$1" | awk '$1 ~ /^[0-9]+$/ && / page/ { print $1; exit }'
}

step "log, the first of all" wick log -9 8h -s 7h -e 3 -n first
step "log spans" wick log -8 9:00-12:00 13:00-17:00 -s 23:00-7:00 -s 14:00-14:30
step "log that merges" wick log -8 11:30-13:30
step "log a break" wick log -8 -b 15m
step "log that replaces" wick log -9 7h -s 6h --wakes 2 -e 1 --stress 5 --mood 1 -n second
step "log leave" wick log -7 --leave vacation
step "log on call" wick log -7 --oncall
step "log in another zone" wick log -6 9:00-17:00 --tz Asia/Tokyo
step "log --like" wick log -5 --like -8
step "log --clear" wick log -9 --clear work --clear note --clear energy
step "page" wick page -4 3:12 sev2 45m --woke -n outage
step "page, noise" wick page 25:30 -4 --noise
step "oncall" wick oncall -9..-3
step "oncall by time" wick oncall 2026-11-01T18:00..2026-11-02T09:00
step "oncall --clear" wick oncall --clear -6..-5
step "start" wick start -45m planning
step "stop" wick stop
step "start again" wick start
step "cancel" wick cancel
step "edit times" wick edit 1 9:30-12:15
step "edit a page" wick edit "$(page_of -4)" sev1 3:20
step "edit to another day" wick edit 1 -10
step "rm" wick rm 1

printf 'date,hours,sleep,note\n2026-10-01,8,7,one\n2026-10-02,9,6,two\n' >days.csv
printf 'date,hours,sleep,note\n2026-10-01,7,7,one\n2026-10-03,9,6,three\n' >more.csv
wick --db other.db log 2026-09-01 9:00-17:00 -s 7h >/dev/null
wick --db other.db page 2026-09-01 3:12 sev3 --woke -n 'from afar' >/dev/null
wick --db other.db export -o other.jsonl
step "import csv" wick import csv days.csv
step "import that changes" wick import csv more.csv
step "import jsonl" wick import jsonl other.jsonl
step "import undo" wick import undo 2
step "rm what was imported" wick rm "$(page_of 2026-09-01)"
STEPS=5 step "five at once" sh -c 'for d in 20 21 22 23 24; do wick log -$d 8h; done'

# From the first change to the last and back again.
wick export >all.jsonl
n=$(wick history 1000 | wc -l)
wick undo "$n" >/dev/null && wick export 2>&1
wick redo "$n" >/dev/null && wick export | cmp - all.jsonl && echo "all back, all forth: ok"
