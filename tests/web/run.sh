#!/bin/sh
# SPDX-License-Identifier: MIT
# The HTML reports as a browser and a validator see them. Wants tidy, and for the browser
# chromium, node and the modules axe-core and playwright-core (NODE_PATH names their folder).
# PICTURES names a folder for pictures and the printed page. usage: run.sh BUILD
set -u
build=$(realpath "$1")
here=$(realpath "$(dirname "$0")")
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
unset WICK_DB WICK_CONFIG XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME
export PATH="$build:$PATH" HOME="$tmp/home" TZ=Europe/Berlin WICK_NOW=2026-11-20T18:00
export LC_ALL=C.UTF-8 TERM=dumb TMPDIR="$tmp"
mkdir -m 700 "$HOME" && cd "$HOME" || exit 1
passed=0 failed=0

# check NAME COMMAND...: silence and 0 are good
check() {
	name=$1; shift
	if "$@" >"$tmp/said" 2>&1 && [ ! -s "$tmp/said" ]; then passed=$((passed + 1)); else
		failed=$((failed + 1)); cat "$tmp/said"; echo "FAILED $name"
	fi
}

# ---- the pages: five stories, a severe week, a month, ten months, a brief one, hostile text
stories=$(wick demo --json | jq -r '.stories[].name')
for s in $stories; do
	wick demo "$s" --write "$s.db" >/dev/null
	wick --db "$s.db" report --format html -o "$s.html"
done
long='wick --db long-silence.db'
$long report --week 2026-W20 --format html -o severe.html
$long report --month 2026-08 --format html -o gap.html
$long report --from 2026-01-01 --to 2026-11-19 --format html -o range.html
$long report --week 2026-W20 --brief --ask '<b>one</b> week in "six" & more' --format html -o brief.html
wick --db note.db log yesterday 9h -s 7h -n '<script>alert(1)</script> & "x" </title> 🕯 Überstunden' >/dev/null
wick --db note.db report --week this --format html -o note.html
wick --db one.db log yesterday 9h >/dev/null
wick --db one.db report --week this --format html -o unknown.html

check 'no script, nothing from elsewhere' sh -c \
	'! grep -l -i -E "<script|<link|<img|<iframe|url\(|@import|(src|href)=|[hH][tT][tT][pP]s?://" *.html'
if command -v tidy >/dev/null; then
	for f in *.html; do check "tidy: $f" tidy -q -e "$f"; done
else
	echo 'skipped: tidy is not installed'
fi
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [ -z "$browser" ] || ! node -e 'require("playwright-core"); require("axe-core")' 2>/dev/null; then
	echo 'skipped: a browser run needs chromium, node, and NODE_PATH with axe-core and playwright-core'
else
	check 'axe, 320 pixels, nothing fetched' node "$here/page.js" "$browser" "${PICTURES:--}" *.html
fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
