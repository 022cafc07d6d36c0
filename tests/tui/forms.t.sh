# SPDX-License-Identifier: MIT
# The Day form: what may be typed, errors, drafts, undo, and how many keys a day costs.

# form STEPS: the Day form of today, on a log of four days; steps on standard input.
form() {
	home_of short
	rm -rf "$home/.local/state"
	{ printf '%s\n' 'wait [1 Home]' 'key e' 'wait [2 Day]'; cat; } >"$home/steps"
	drive "$@" -f "$home/steps" -- "$wick"
}
# day: one line of what is stored of today
day() { "$wick" show 2026-11-20; }

t_end_before_the_start_is_offered_better() {
	form <<-'.'
	type 840
	key Tab
	type 8:10
	key Tab
	expect before the start 08:40
	expectre >End +8:10
	expect 18:10
	key C-s
	expectre ! End: before the start
	expectre >End +8:10
	key Enter
	expectre End +18:10
	expectre Worked +9:30
	reject before the start
	.
}
t_c_s_names_the_field_that_is_wrong() {
	form <<-'.'
	type 99:99
	key C-s
	expectre ! Start: not a time
	expectre >Start +99:99
	.
	! day 2>&1 | grep -q work
}
t_times_are_shown_in_order() {
	for pair in 840=08:40 8:40=08:40 8.40=08:40 8=08:00 0=00:00 now=18:00 08:40=08:40; do
		form <<-.
		type ${pair%=*}
		key Tab
		expectre Start +${pair#*=}
		expectre >End
		.
	done
	for pair in +9h=19:40 9h=19:40 26:00=26:00 1810=18:10 18.10=18:10 now=18:00 \
	    +30m=11:10 2400=24:00; do
		form <<-.
		type 1040
		key Tab
		type ${pair%=*}
		key Tab
		expectre End +${pair#*=}
		expectre >Breaks
		.
	done
}
t_wrong_times_are_refused_with_the_forms() {
	for text in 99:99 8:61 abc 8:40x -5; do
		form <<-.
		type $text
		key Tab
		expectre >Start +$text
		expect not a time: 8:40, 840, 8.40 or now
		.
	done
	for text in 99:99 9x; do
		form <<-.
		type 840
		key Tab
		type $text
		key Tab
		expectre >End +$text
		expect not a time: 18:10, 1810, 9h, +30m
		.
	done
}
t_worked_follows_at_once() {
	form <<-'.'
	type 9
	key Tab
	type 17:30
	expectre Worked +8:30
	key Tab
	type 45
	expectre Worked +7:45
	key Tab
	expectre Breaks +0:45
	.
}
t_saved_form_keeps_what_is_empty_unknown() {
	form <<-'.'
	type 9
	key Tab
	type 17
	key C-s
	wait saved: Fri 20
	key Esc
	wait [1 Home]
	expectre work .* 8\.0
	expectre sleep .*7\.0 +\?
	.
}
t_sleep_of_zero_is_zero() {
	for pair in 0=0.0 7:10=7.2 7.2=7.2 23:30-6:40=7.2; do
		form <<-.
		key Down*6
		waitre >Slept
		type ${pair%=*}
		key C-s
		wait saved
		key Esc
		wait [1 Home]
		expectre sleep .*7\.0 +${pair#*=}
		.
	done
}
t_dash_is_not_logged() {
	form <<-'.'
	key Down*6
	waitre >Slept
	type -
	key Tab
	reject not sleep
	key C-s
	settle
	key Esc
	wait [1 Home]
	expectre sleep .*7\.0 +\?
	.
}
t_leaving_a_changed_form_asks() {
	form <<-'.'
	type 9
	key Esc
	wait s save, d drop, Esc stay
	key Enter
	expect s save, d drop, Esc stay
	key Esc
	gone s save, d drop
	expectre >Start +9\b
	key Esc d
	wait [1 Home]
	key q
	exit 0
	.
	! day 2>&1 | grep -q '9:00'
}
t_question_saves_with_s() {
	form <<-'.'
	type 9
	key Tab
	type 17
	key Esc s
	wait [1 Home]
	expectre work .* 8\.0
	.
	day | grep -q '9:00-17:00'
}
t_c_c_in_a_changed_form_asks_once() {
	form <<-'.'
	type 9
	key C-c
	wait s save, d drop, Esc stay
	key d
	exit 130
	expect-restored
	.
}
t_other_day_asks_too() {
	form <<-'.'
	type 9
	key PgUp
	wait s save, d drop, Esc stay
	key d
	wait Thu 19 November
	expectre Start +09:00
	key PgDn
	wait Fri 20 November
	.
}
t_unchanged_form_does_not_ask() {
	form <<-'.'
	type 9
	key BSpace
	key Esc
	wait [1 Home]
	.
}
t_killed_form_comes_back_as_a_draft() {
	for sig in TERM HUP; do
		form <<-.
		type 9:10
		key Tab
		type 18
		signal $sig
		exit 0
		expect-restored
		.
		drive -f - -- "$wick" <<-'.'
		wait draft of Fri 20
		expect restored
		expectre Start +0?9:10
		expectre End +18
		expect * unsaved
		key C-s
		wait saved
		key Esc q
		exit 0
		.
		day | grep -q '9:10-18:00'
		drive -d 'wait [1 Home]' -d 'reject draft' -- "$wick"
	done
}
t_undo_redo_and_after_a_restart() {
	form <<-'.'
	type 9
	key Tab
	type 17
	key C-s
	wait saved: Fri 20
	key Esc
	wait [1 Home]
	expectre work .* 8\.0
	key u
	wait undone
	expectre work .* 8\.5 +\?
	key C-r
	wait redone
	expectre work .* 8\.0
	key q
	exit 0
	.
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key u
	wait undone
	expectre undone:.*Fri 20|undone:.*2026-11-20
	expectre work .* 8\.5 +\?
	.
}
t_every_field_is_kept() {
	form -s 120x40 <<-'.'
	type 9:10
	key Tab
	type 18:40
	key Tab
	type 45
	key Down
	waitre >Worked
	key Down
	waitre >On call
	type y
	key Down Down
	waitre >Slept
	type 23:50-6:40
	key C-s
	wait saved
	key Esc
	wait [1 Home]
	key e
	wait [2 Day]
	expectre Start +09:10
	expectre End +18:40
	expectre Breaks +0:45
	expectre Worked +8:45
	expectre Slept +23:50-6:40
	expect ✓ saved
	.
	day | grep -q '9:10-18:40'
	day | grep -q '23:50-6:40'
}
t_c_y_takes_the_times_of_the_last_day() {
	form <<-'.'
	key C-y
	expectre Start +09:00
	expectre End +17:30
	expect * unsaved
	key C-s
	wait saved
	.
	day | grep -q '9:00-17:30'
}
t_kinds_are_different_things() {
	for kind in leave=vacation sick=sick holiday=holiday; do
		form <<-.
		key Up
		waitre >Kind
		type $(echo ${kind%=*} | cut -c1)
		key C-s
		wait saved
		.
		day | grep -qi "${kind#*=}"
	done
}
t_future_days_are_refused() {
	form <<-'.'
	key PgDn
	wait still to come
	expect Fri 20 November
	.
}
t_fill_types_letters_and_saves() {
	home_of short
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key b
	wait Fill what is missing
	type 7h30m
	key Down
	type 7h
	key Down
	key BTab
	type 9-17:30
	key Tab
	type 23:30-6:00
	key Down
	type 8h30
	key C-s
	wait "8h30" is neither
	expectre > *Thu 12 Nov
	key BSpace*4
	type 8.5h
	key C-s
	wait filled 4 days
	.
	"$wick" show 2026-11-13 | grep -q 'work 8 h 30.*sleep 6 h 30'
	"$wick" show 2026-11-12 | grep -q 'sleep 8 h 30'
	"$wick" show 2026-11-14 | grep -q 'sleep 7 h'
}
# What the Day form takes for work and sleep, and a nap beside the night.
t_fill_takes_the_words_of_the_day() {
	home_of short
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key b
	wait Fill what is missing
	type 7.5
	key Tab
	type 7h+1h
	key Down
	type 23-6+13-14
	key Down
	type 7:10
	key BTab
	type 8h 1h
	key C-s
	wait two lengths of work: give their sum
	key BSpace*3
	key Tab
	type +23-6
	key BTab
	key C-s
	wait sleep as times and as a length at once
	key BSpace*5
	key C-s
	wait filled 4 days
	.
	"$wick" show 2026-11-15 | grep -q 'sleep 7 h 30'
	"$wick" show 2026-11-14 | grep -q 'sleep 8 h'
	"$wick" show 2026-11-13 | grep -q 'sleep 8 h'
	"$wick" show 2026-11-12 | grep -q 'work 8 h.*sleep 7 h 10'
}
# A whole day, key by key, from Home to saved: every typed character is a key.
t_day_in_at_most_25_keys() {
	home_of short
	keys='e 9 1 0 Tab 1 8 4 0 Tab 4 5 Tab Tab 2 3 5 0 - 6 4 0 Tab 3 C-s'
	[ "$(echo "$keys" | wc -w)" -le 25 ]
	drive -d 'wait [1 Home]' -k "$keys" -d 'wait saved: Fri 20' -k 'Esc q' -d 'exit 0' -- "$wick"
	day | tee "$home/day"
	for what in '9:10-18:40' '23:50-6:40' 'break 45 min' 'energy 3'; do
		grep -q "$what" "$home/day"
	done
}
t_fill_asks_before_typed_text_is_lost() {
	home_of short
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key b
	wait Fill what is missing
	key Esc
	gone Fill what is missing
	reject Unsaved
	key b
	wait Fill what is missing
	type 7h30m
	key Esc
	wait Unsaved lines:  s save, d drop, Esc stay
	key Enter b Esc
	gone Unsaved
	expect 7h30m
	type x
	key Esc s
	wait "7h30mx" is neither
	key BSpace Esc s
	wait filled 1 day
	gone Fill what is missing
	key b
	wait Fill what is missing
	type 6h
	key C-c
	wait Unsaved lines
	key Esc Esc
	wait Unsaved lines
	key d
	gone Fill what is missing
	key b
	wait Fill what is missing
	type 6h
	key C-c
	wait Unsaved lines
	key d
	exit 130
	expect-restored
	.
	"$wick" history | grep -c log | grep -qx 5
}
t_errors_are_whole_at_40_columns() {
	home_of short
	drive -s 40x12 -f - -- "$wick" <<-'.'
	wait [1 Home]
	key e
	type 8:99
	key Tab
	wait not a time: 8:40, 840, 8.40 or now
	key C-u
	type 9
	key Tab
	type 8
	key Tab
	wait before the start 09:00
	expect 18:00? Enter takes it
	key C-u
	type 9x
	key Tab
	wait not a time: 18:10, 1810, 9h, +30m
	key C-u
	type 17
	key Tab
	type nine
	key Tab
	wait not a break: 0:45, 45 or 45m
	key C-u Tab Down Down
	type 9-9
	key Tab
	waitre not a night of at most 16 h:\s+23:30-6:40, 2330-640
	shot night
	.
}
# A clock's seconds, decimals and a note longer than its field are not in the texts.
t_what_is_not_typed_stays_as_it_is() {
	home_of short
	rm -rf "$home/.local/state"
	note=$(printf 'n%.0s' $(seq 500))
	for at in 09:00:20-12:10:50 13:00:05-17:00:40; do
		WICK_NOW=2026-11-20T${at%-*} "$wick" start >"$home/out"
		WICK_NOW=2026-11-20T${at#*-} "$wick" stop >"$home/out"
	done
	printf '{"kind":"day","day":"2026-11-20","sleep":7.51}\n' >"$home/day.jsonl"
	"$wick" import "$home/day.jsonl" >"$home/out"
	"$wick" log 2026-11-20 -n "$note" >"$home/out"
	"$wick" export | sed 's/"mood":[0-9],//; s/"locked":[0-9]*//' >"$home/before"
	drive -d 'wait [1 Home]' -k 'e Tab Tab Tab Tab Tab 3 C-s' -d 'wait saved: Fri 20' \
	    -k 'Esc q' -d 'exit 0' -- "$wick"
	"$wick" export | sed 's/"energy":3,//; s/"mood":[0-9],//; s/"locked":[0-9]*//' \
	    >"$home/after"
	cmp "$home/before" "$home/after"
	day | grep -q 'energy 3'
}
