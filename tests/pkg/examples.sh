# SPDX-License-Identifier: MIT
# The examples of `wick help COMMAND` as somebody would type them. Read by run.sh.
HOURS='Day;Total\n17.11.2026;7,5\n18.11.2026;8,25\n'
TOGGL='User,Project,Start date,Start time,End date,End time,Duration
me,work,2026-09-30,09:00:00,2026-09-30,12:00:00,03:00:00\n'

# Eight weeks of days, a page with the number 1, and the files that the examples name.
example_home() {
	mkdir -p lived && cd lived || return 1
	printf "$HOURS" >hours.csv
	printf "$TOGGL" >toggl.csv
	{ echo date,hours,sleep,energy
	for d in $(seq 1 31); do printf '2026-10-%02d,%d,%d,3\n' $d $((8 + d % 3)) $((6 + d % 2)); done
	for d in $(seq 1 19); do printf '2026-11-%02d,%d,%d,3\n' $d $((8 + d % 3)) $((6 + d % 2)); done
	} >history.csv
	wick page 2026-11-18 03:00 sev2 20m --woke && wick import csv history.csv &&
		wick log -2 -n long && wick log -4 --stress 3 &&
		wick backup wick-copy.db
}
# What has to be so before each example of a command.
example_before() {
	case $1 in
	start) wick cancel ;;
	stop | cancel) wick cancel; wick start -1h ;;
	redo) wick undo ;;
	esac
}
one_example() {
	sh -c "$1" >out 2>&1 </dev/null
	rc=$?
	case $1:$rc in
	*:0 | 'wick check'*:3 | 'wick team'*:4) ;;      # 4: no hub to ask
	*) echo "$1: exit $rc"; cat out ;;
	esac
}
examples_of() {
	rm -rf "$HOME"
	cp -a "$tmp/lived" "$HOME" && cd "$HOME" || return 1
	wick help "$1" | sed -n '/^examples$/,/^$/s/^  //p' >lines
	[ -s lines ] || echo "wick help $1 has no example"
	while read -r line; do
		example_before "$1" >out 2>&1
		one_example "$line"
	done <lines
}
examples() {
	old=$HOME
	check 'a home for the examples' quiet example_home
	mkdir -p "$tmp/lived"
	cp -a "$old/." "$tmp/lived"
	cp "$old"/lived/* "$tmp/lived"
	for c in $(commands); do check "the examples of $c" examples_of "$c"; done
}
