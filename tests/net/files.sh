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
mkdir "$HOME/k"
rewrites() {
	/usr/bin/env python3 "$here/rewrite.py" "$build/wick" "$HOME/k" "${REWRITES:-60}" >"$tmp/out" 2>&1 || return 1
	[ -z "${REWRITES:-}" ] || cat "$tmp/out"
}
ok 'no reader saw half a report' rewrites

# A full disk: a small file system of its own, nobody else sees it.
full='
	mount -t tmpfs -o size=64k none "$HOME/full" || exit 77
	cd "$HOME/full"
	wick report --week 2026-W45 --format html -o r.html && cp r.html "$1" || exit 1
	head -c 65536 /dev/zero >filler 2>/dev/null
	wick report --week 2026-W46 --format html -o r.html 2>"$2"; rc=$?
	[ "$rc" = 1 ] && grep -q "o space left" "$2" && [ "$(wc -l <"$2")" = 1 ] || { echo "exit $rc"; cat "$2"; exit 1; }
	cmp r.html "$1" && [ "$(ls | wc -l)" = 2 ] || exit 1
	rm filler
	wick report --week 2026-W46 --format html -o r.html && ! cmp -s r.html "$1"'
mkdir "$HOME/full"
if [ "$(id -u)" = 0 ] && unshare -m true 2>/dev/null; then
	ok 'a full disk leaves the old report' unshare -m sh -c "$full" sh "$tmp/old.html" "$tmp/out"
else
	echo 'skipped: a full disk needs root and a mount of its own'
fi
