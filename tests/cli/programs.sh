# SPDX-License-Identifier: MIT
# What programs read: every --json answer is one JSON object that begins with its format,
# and none of them is more than a line where it is to be one. Prints what is not.
set -u
answers=0
json() {
	if ! wick "$@" >out 2>err; then
		echo "exit $?: wick $* ($(cat err))"
	elif ! jq -es 'length == 1 and .[0].format == 1' out >/dev/null 2>err; then
		echo "not JSON of format 1: wick $*: $(cat err)"
	elif [ -s err ]; then
		echo "stderr: wick $*: $(cat err)"
	fi
	answers=$((answers + 1))
}
json version --json
json demo --json
json status --json
json config --json
json theme --json
for d in 1 2 3 4 5 6 7 8 9; do json log -$d 9:00-18:00 -s 7h --json; done
json log -n 'quotes " and \ and tab	 é' --json
json page -2 3:12 sev2 45m --woke -n 'it "broke"' --json
json page -3 14:00 --noise --json
json start -30m --json
json status --json
json stop --json
json start --json
json cancel --json
json show --json
json show -9..today --json
json show --missing --json
json edit 1 9:30-18:00 --json
json rm 1 --json
json undo --json
json redo --json
json undo 2 --json
json history --json
json explain --json
json explain -3 --json
json series --json
json series --format json --from -3
json report --json
json report --week this --json
json report --month 2026-11 --format json
json trend --json
json trend week_hours --json
json config ui.theme --json
json doctor --json
json demo comeback --json
printf 'date,hours,sleep\n2026-10-01,8,7\n2026-10-02,x,7\n' >days.csv
json import csv days.csv --dry-run --json
json import csv days.csv --json
json import csv days.csv --json
json import log --json
json import show 1 --json
json import undo 1 --json
json erase -9 --yes --json
wick status --waybar | jq -e '(.text | length > 0) and .tooltip and .class' >/dev/null || echo "waybar is not JSON"
wick status --waybar | wc -l
wick export | jq -es 'all(.[]; .kind)' >/dev/null || echo "export is not JSON Lines"
echo "$answers answers"
