# SPDX-License-Identifier: MIT
# Each command that wick help lists has, in some .t, a line that succeeds and one that
# fails. Prints what is missing.
set -u
wick help | sed -n '/Commands:$/,/^$/s/^  \([a-z]*\) .*/\1/p' >commands
cat "$CLI"/*.t | awk '
	function done() { if (cmd != "") print cmd, rc; cmd = "" }
	/^\$ / { done(); rc = 0; $1 = ""; cmd = $0 }
	/^\? [0-9]+$/ && cmd != "" { rc = $2 }
	END { done() }' >lines
while read -r c; do
	grep -q "wick\( --*[a-z]* [^ ]*\)* $c\>.* 0\$" lines || echo "$c: nothing that succeeds"
	grep -q "wick\( --*[a-z]* [^ ]*\)* $c\>.* [1-9][0-9]*\$" lines || echo "$c: nothing that fails"
done <commands

