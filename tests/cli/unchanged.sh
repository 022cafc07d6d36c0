# SPDX-License-Identifier: MIT
# Each line of the input is a wick command that must be refused: exit 2, one line on
# stderr, nothing on stdout, and the store's bytes and its export as before.
set -u
db=.local/share/wick/wick.db
sum() { sha256sum "$db"; ls -A .local/share/wick .config 2>&1; wick export; }

while read -r line; do
	sum >before
	eval "wick $line" >out 2>err </dev/null
	rc=$?
	sum >after
	cmp -s before after || echo "changed something: wick $line"
	[ "$rc" = 2 ] || echo "exit $rc: wick $line"
	[ -s out ] && echo "prints: wick $line"
	[ "$(wc -l <err)" = 1 ] || echo "not one line: wick $line"
	[ "$(wc -m <err)" -le 81 ] || echo "longer than 80: wick $line"
	cat err
done
