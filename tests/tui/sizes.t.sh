# SPDX-License-Identifier: MIT
# Sizes: small ones, refused ones, and changes in the middle of anything.

t_compact_home_tells_what_is_wrong() {
	home_of strained
	drive -s 40x12 -f - -- "$wick" <<-'.'
	wait [1 Home]
	expectre ▲ (watch|strained|severe)|!! severe
	expect ✗
	expect today
	shot
	.
	[ "$(grep -c '✗' "$home/shot.txt")" -ge 2 ]
	widest 40 "$home/shot.txt"
}
t_too_small_says_both_sizes() {
	home_of demo
	for size in 39x12 40x11; do
		drive -s $size -f - -- "$wick" <<-.
		wait wick needs 40 x 12
		expect this terminal is $(echo $size | sed 's/x/ x /').
		shot before
		key j Enter e
		shot after
		resize 80x24
		wait [1 Home]
		resize $size
		wait wick needs
		key q
		exit 0
		expect-restored
		.
		same before after
	done
}
t_too_small_and_back_shows_the_former_screen() {
	home_of demo
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 2
	wait [2 Day]
	shot before
	resize 20x5
	wait wick needs 40 x 12
	resize 80x24
	wait [2 Day]
	settle
	shot after
	.
	same before after
}
t_one_by_one_grows() {
	home_of demo
	drive -d 'wait [1 Home]' -d 'shot want' -- "$wick"
	drive -s 1x1 -d settle -d 'resize 80x24' -d 'wait [1 Home]' -d settle -d 'shot got' \
	    -- "$wick"
	same want got
}
t_twenty_resizes() {
	home_of demo
	drive -d 'wait [1 Home]' -d 'shot want' -- "$wick"
	{
		echo 'wait [1 Home]'
		for size in 1x1 200x60 2x1 1x2 40x12 39x12 120x40 80x24 79x24 80x23 1x60 \
		    200x1 110x34 109x34 111x33 200x60 41x13 3x3 199x59 1x1; do
			echo "resize $size"
		done
		printf '%s\n' 'resize 80x24' 'wait [1 Home]' settle 'shot got' 'key q' 'exit 0' \
		    expect-restored
	} >"$home/steps"
	drive -f "$home/steps" -- "$wick"
	same want got
}
t_resizes_in_a_burst() {
	home_of demo
	drive -d 'wait [1 Home]' -d 'shot want' -- "$wick"
	drive --settle 0 --settle-max 0 -f - -- "$wick" <<-'.'
	wait [1 Home]
	resize 1x1
	resize 200x60
	resize 40x12
	resize 100x50
	resize 5x5
	resize 80x24
	wait [1 Home]
	settle
	shot got
	.
	same want got
}
t_resize_keeps_the_form() {
	home_of short
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key e
	wait [2 Day]
	type 910
	key Tab
	type 18
	expectre Start +09:10
	expectre End +18\b
	shot before
	resize 40x12
	waitre >End +18\b
	resize 10x3
	wait wick needs
	resize 200x60
	waitre >End +18\b
	resize 80x24
	waitre >End +18\b
	settle
	shot after
	type 40
	key Tab
	expectre End +18:40
	expectre Start +09:10
	.
	same before after
	is "$(sed -n '/"cursor"/,/}/p' "$home/shot-before.json")" \
	    "$(sed -n '/"cursor"/,/}/p' "$home/shot-after.json")"
}
t_exported_lines_and_columns_are_ignored() {
	home_of demo
	drive -s 120x40 -d 'wait [1 Home]' -d settle -d 'shot want' -- "$wick"
	drive -e LINES=24 -e COLUMNS=80 -d 'wait [1 Home]' -d 'resize 120x40' -d 'wait sum' \
	    -d settle -d 'shot got' -- "$wick"
	same want got
}
t_nothing_is_wider_than_the_terminal() {
	home_of strained
	for size in 40x12 57x17 80x24 97x33 120x40 200x60; do
		drive -s $size -f - -- "$wick" <<-'.'
		wait [1 Home]
		shot home
		key 2
		wait [2 Day]
		shot day
		key F1
		wait Help: Day
		shot help
		.
		for s in home day help; do
			widest "${size%x*}" "$home/shot-$s.txt"
			is "$(wc -l <"$home/shot-$s.txt")" "${size#*x}"
		done
	done
}
t_compact_form_reaches_every_field() {
	home_of short
	drive -s 40x12 -f - -- "$wick" <<-'.'
	wait [1 Home]
	key e
	waitre >Start
	key Tab
	waitre >End
	key Tab
	waitre >Breaks
	key Up Up Up
	waitre >Kind
	key Up
	wait Cancel
	.
}
