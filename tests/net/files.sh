# SPDX-License-Identifier: MIT
# Sourced by run.sh: reports as files, as cron writes them.

person
mkdir "$HOME/r"
ok 'a file named after its week' says 0 - wick report -o "$HOME/r/{period}.txt"
ok 'has that name' test -s "$HOME/r/2026-W46.txt"
ok 'missed weeks need a name each' says 2 'needs {period}' wick report --missed -o "$HOME/r/x"
ok 'the first time is the last week' says 0 - wick report --missed -o "$HOME/r/m-{period}.html" --format html
ok 'which is there' test -s "$HOME/r/m-2026-W46.html"
rm "$HOME/r"/*
ok 'made is made' says 0 - wick report --missed -o "$HOME/r/m-{period}.html" --format html
ok 'no file' test -z "$(ls "$HOME/r")"
ok 'a second one does not wait for ever' says 5 'another wick report' flock "$HOME/.local/state/wick/report.lock" \
	wick report --missed -o "$HOME/r/m-{period}.html"

# kill -9 of what rewrites a file: a reader sees one whole report or the other.
f=$HOME/r/report.txt
wick report --week 2026-W45 >"$tmp/old"; wick report --week 2026-W46 >"$tmp/new"
wick report --week 2026-W45 -o "$f"
whole() {
	cp "$f" "$tmp/seen" && { cmp -s "$tmp/seen" "$tmp/old" || cmp -s "$tmp/seen" "$tmp/new"; }
}
torn=0 round=0
while [ $round -lt 60 ]; do
	wick report --week 2026-W4$((5 + round % 2)) -o "$f" & job=$!
	[ $((round % 3)) = 0 ] || whole || torn=$((torn + 1))
	kill -9 $job 2>/dev/null
	wait $job 2>/dev/null
	whole || torn=$((torn + 1))
	round=$((round + 1))
done
ok 'no reader saw half a report' test $torn = 0
