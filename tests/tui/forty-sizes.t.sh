# SPDX-License-Identifier: MIT
# Points 10 to 15: sizes and resizing. (forty.t.sh says what points are.)

t_point_10_forty_columns_tell_the_most_important() {
	home_of strained
	drive -s 40x12 -f - -- "$wick" <<-'.'
	wait [1 Home]
	expectre (?m)^ (▲ watch|▲▲ strained|!! severe)
	expectre (?s)✗.*✗
	expect today
	shot home
	.
	widest 40 "$home/shot-home.txt"
	nine 'shot nN' >"$home/steps"
	drive -s 40x12 -d 'wait [1 Home]' -f "$home/steps" -- "$wick"
	widest 40 "$home"/shot-n?.txt
}
t_point_11_a_smaller_one_is_refused_and_comes_back() {
	home_of parent
	for size in 39x12 40x11; do
		drive -s $size -f - -- "$wick" <<-.
		wait wick needs 40 x 12
		expect this terminal is ${size%x*} x ${size#*x}.
		shot before
		key j Enter e d ? :
		settle
		shot after
		key q
		exit 0
		expect-restored
		.
		same before after
		drive -f - -- "$wick" <<-.
		wait [1 Home]
		key 5
		wait [5 Incidents]
		key j
		settle
		shot before
		resize $size
		wait wick needs 40 x 12
		resize 80x24
		wait [5 Incidents]
		settle
		shot after
		.
		same before after
	done
}
t_point_11_q_keeps_what_was_typed_for_the_next_start() {
	home_of short
	drive -d 'wait [1 Home]' -k 'e 8 1 5' -d 'resize 30x8' -d 'wait wick needs' -k q \
	    -d 'exit 0' -d expect-restored -- "$wick"
	drive -d 'wait draft of Fri 20 restored' -d 'expectre Start +8?15' -- "$wick"
}
t_point_12_one_by_one_and_twenty_sizes() {
	home_of parent
	drive -d 'wait [1 Home]' -d settle -d 'shot want' -- "$wick"
	drive -s 1x1 -f - -- "$wick" <<-'.'
	settle
	resize 80x24
	wait [1 Home]
	settle
	shot got
	resize 1x1
	resize 3x90
	resize 200x60
	resize 2x2
	resize 177x1
	resize 40x12
	resize 41x11
	resize 120x40
	resize 111x33
	resize 1x60
	resize 200x2
	resize 79x24
	resize 80x23
	resize 110x34
	resize 7x7
	resize 60x20
	resize 39x60
	resize 150x12
	resize 40x60
	resize 1x1
	resize 80x24
	wait [1 Home]
	settle
	shot last
	key q
	exit 0
	expect-restored
	.
	same want got
	same want last
}
t_point_13_a_resized_form_keeps_its_texts() {
	home_of short
	for screen in '120x40 40x12' '40x12 200x60' '200x60 39x12' '80x24 1x1'; do
		first=${screen% *} then=${screen#* }
		drive -s $first -f - -- "$wick" <<-.
		wait [1 Home]
		key e
		wait [2 Day]
		type 7:45
		key Tab
		type 16:2
		settle
		shot before
		resize $then
		settle
		resize $first
		waitre >End +16:2\b
		settle
		shot after
		type 5
		key Tab
		expectre End +16:25
		expectre Start +0?7:45
		key Esc d
		wait [1 Home]
		.
		same before after
		is "$(sed -n '/"cursor"/,/}/p' "$home/shot-before.json")" \
		    "$(sed -n '/"cursor"/,/}/p' "$home/shot-after.json")"
	done
}
t_point_14_lines_and_columns_do_not_matter() {
	home_of parent
	drive -s 120x40 -d 'wait [1 Home]' -d settle -d 'shot want' -- "$wick"
	for pair in '24 80' '1 1' '500 500' 'x y'; do
		drive -e LINES=${pair% *} -e COLUMNS=${pair#* } -d 'wait [1 Home]' \
		    -d 'resize 120x40' -d 'wait sum' -d settle -d 'shot got' -- "$wick"
		same want got
	done
}
# column CHARS FILE: the last column in which one of the characters stands
column() {
	/usr/bin/python3 - "$1" "$2" <<-'.'
	import re, sys
	last = 0
	for line in open(sys.argv[2], encoding="utf-8"):
	    for m in re.finditer(sys.argv[1], line):
	        last = max(last, m.start() + 1)
	print(last)
	.
}
t_point_15_a_large_terminal_is_used() {
	home_of parent
	drive -s 200x60 -f - -- "$wick" <<-'.'
	wait [1 Home]
	settle
	shot home
	key 4
	wait [4 Trends]
	settle
	shot trends
	.
	[ "$(column '[⠁-⣿┈]' "$home/shot-home.txt")" -ge 197 ]
	home_of demo
	drive -s 200x60 -d 'wait [1 Home]' -k 5 -d 'wait [5 Incidents]' -d settle \
	    -d 'shot list' -- "$wick"
	# a month that begins there needs two rows
	sed -n 57,58p "$home/shot-list.txt" | grep -qE 'sev[0-5]|[A-Z][a-z]+ 20[0-9][0-9]'
}
