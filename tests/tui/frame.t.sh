# SPDX-License-Identifier: MIT
# Start, frame, help, the ':' line.

t_start_within_100_ms() {
	home_of demo
	thrice drive -d 'wait [1 Home]' -d 'expect-start-ms 100' -- "$wick"
}
t_start_within_100_ms_with_ten_years() {
	/usr/bin/python3 - >"$home/ten.csv" <<-'.'
	import datetime
	print("date,start,end,sleep,energy,stress,mood")
	for i in range(3650):
	    d = datetime.date(2026, 11, 19) - datetime.timedelta(i)
	    work = "8:%02d,%d:%02d" % (i * 7 % 60, 16 + i % 4, i * 3 % 50)
	    print("%s,%s,%.1f,%s" % (d, work if d.weekday() < 5 else ",", 5 + i % 30 / 10,
	        "3,2,4" if d.weekday() < 5 else ",,"))
	.
	"$wick" import csv "$home/ten.csv" --yes >/dev/null
	thrice drive -d 'wait [1 Home]' -d 'expect-start-ms 100' \
	    -d 'expect as lately, in 4 weeks' -- "$wick"
}
t_first_run_writes_nothing() {
	drive -f - -- "$wick" <<-'.'
	wait Welcome to wick
	expectre >Hours in a normal week
	expect ~/.local/share/wick/wick.db
	shot first
	key q
	exit 0
	expect-restored
	.
	# the cursor stands in the hours field, behind its 40
	line=$(grep -n 'Hours in a normal week' "$home/shot-first.txt" | cut -d: -f1)
	grep -q "\"y\": $((line - 1))," "$home/shot-first.json"
	grep -q '"visible": true' "$home/shot-first.json"
	rm "$home"/shot-first.*
	is "$(find "$home" -type f)" ''
}
t_first_run_in_small_terminals() {
	for size in 40x12 60x20 120x40 200x60; do
		drive -s $size -d 'wait Welcome to wick' -d 'expect part time is fine' \
		    -d 'expectre F1 help$' -k q -d 'exit 0' -d expect-restored -- "$wick"
	done
}
t_first_run_starts_empty() {
	drive -f - -- "$wick" <<-'.'
	wait Welcome to wick
	key C-u 3 2 Enter
	key Tab Enter
	wait [1 Home]
	key q
	exit 0
	.
	grep -q '^contract = 6.4 6.4 6.4 6.4 6.4 0 0' "$home/.config/wick/config.ini"
}
t_first_run_refuses_hours_that_are_none() {
	drive -f - -- "$wick" <<-'.'
	wait Welcome to wick
	key C-u 9 9 9 Tab Tab Enter
	expect 0 to 168, as 40 or 38.5
	key C-u 4 0 Tab Tab Enter
	wait [1 Home]
	.
}
t_first_run_demo_leaves_the_log_alone() {
	drive -f - -- "$wick" <<-'.'
	wait Welcome to wick
	key Tab Tab Tab Tab Enter
	wait made-up data
	wait [1 Home]
	key q
	exit 0
	expect-restored
	.
	is "$(find "$home" -name '*.db*')" ''
}
t_empty_log_says_so() {
	"$wick" log 2026-11-19 9:00-17:00 >/dev/null
	"$wick" undo >/dev/null
	for size in 40x12 80x24 120x40; do
		drive -s $size -f - -- "$wick" <<-'.'
		wait Nothing is logged yet.
		expectre ^[^\u2800-\u28ff]*$
		expectre (?s)\be\b.*\bb\b
		.
	done
	drive -f - -- "$wick" <<-'.'
	wait Nothing is logged yet.
	expectre (?s)\be .*\bb .*\bi .*\bD 
	shot
	.
	! grep -qP '[\x{2800}-\x{28ff}]' "$home/shot.txt"
}
t_help_is_last_to_go() {
	home_of demo
	for size in 40x12 80x24 120x40 200x60; do
		drive -s $size -d 'wait [1 Home]' -d 'expectre \? help$' -k 2 -d 'wait [2 Day]' \
		    -d 'expectre F1 help$' -- "$wick"
	done
}
t_help_names_every_key_of_the_footer() {
	home_of demo
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	shot before
	key ?
	wait Help: Home
	shot help
	key Esc
	wait ? help
	shot esc
	key ?
	wait Help: Home
	key q
	wait ? help
	shot q
	key ?
	wait Help: Home
	key ?
	wait ? help
	shot again
	.
	same before esc; same before q; same before again
	for word in 'log today' fill explain undo; do
		tail -1 "$home/shot-before.txt" | grep -q "$word"
		grep -v '? help$' "$home/shot-help.txt" | grep -q "$word"
	done
}
t_help_of_the_day() {
	home_of demo
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 2
	wait [2 Day]
	key F1
	wait Help: Day
	expect C-s
	key Esc
	gone Help: Day
	expect [2 Day]
	.
}
t_help_finds_a_word() {
	home_of demo
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key ? /
	type undo
	key Enter
	waitre (?i)>.*undo
	.
}
t_command_line_names_the_themes() {
	home_of demo
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key :
	type theme
	key Space Tab
	wait ember
	expect paper
	expect cividis
	expect contrast
	expect mono
	key Esc
	gone cividis
	expect [1 Home]
	.
}
t_command_line_refuses_an_unknown_name() {
	home_of demo
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key :
	type bogus
	key Enter
	wait no such command: bogus
	key j
	gone no such command
	expect [1 Home]
	.
}
t_command_line_runs_a_command_of_the_shell() {
	home_of short
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key :
	type log today 9:00-17:00
	key Enter
	wait 8.0
	.
	"$wick" show 2026-11-20 | grep -q '9:00'
}
t_unbound_key_is_told_once() {
	home_of demo
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key x
	wait "x" does nothing here
	key j
	gone does nothing here
	key x
	settle
	reject does nothing here
	.
}
