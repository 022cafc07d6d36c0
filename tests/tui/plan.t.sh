# SPDX-License-Identifier: MIT
# Plan: days changed on the screen, where they lead, what-ifs, the question turned round.

# plan OPTIONS: the screen on long weeks; steps on standard input.
plan() {
	home_of strained
	{ printf '%s\n' 'wait [1 Home]' 'key 6' 'wait [6 Plan]'; cat; } >"$home/steps"
	drive "$@" -f "$home/steps" -- "$wick"
}

t_plan_golden() {
	for look in '' -ascii -mono; do
		for size in 40x12 80x24 120x40; do
			home_of strained
			case $look in
			-ascii) set -- --locale C -d expect-ascii ;;
			-mono) set -- -e NO_COLOR=1 -d expect-mono ;;
			*) set -- ;;
			esac
			name=plan-$size$look
			[ "$look" != -mono ] || name=plan-$size
			TERMSHOT_UPDATE=${UPDATE:-} drive -s $size "$@" -d 'wait [1 Home]' \
			    -k 6 -d 'wait [6 Plan]' -k 'j j - -' -d settle \
			    -d "expect-screen $here/golden/$name.txt" -- "$wick"
		done
	done
}
t_plan_begins_as_the_forecast_does() {
	plan <<-'.'
	expect as planned
	expect Next 14 days
	shot plan
	.
	"$wick" forecast --days 14 | tee "$home/forecast" | grep 'Fri 27 Nov'
	score=$(sed -n 's/^ *Fri 27 Nov *\([0-9]*\).*/\1/p' "$home/forecast")
	said=$(sed -n 's/.*Fri 27 .*[=▲!] *\([0-9]*\)\.\([0-9]\).*/\1/p' "$home/shot-plan.txt")
	[ "$said" = "$score" ] || [ "$said" = $((score - 1)) ] || fail "$said is not $score"
}
t_hours_change_the_line_at_once_and_x_puts_back() {
	plan <<-'.'
	shot before
	key j j
	shot day
	key + +
	expect what-if
	expect as changed here
	key - - - -
	expect-key-ms 60
	shot less
	key x
	wait everything is put back
	expect as planned
	key k k
	shot after
	.
	! cmp -s "$home/shot-day.txt" "$home/shot-less.txt"
	same before after
}
t_write_keeps_days_off_and_on_call_alone() {
	plan <<-'.'
	key j j Space
	expectre > Mon 23 +- .* off
	key j l l Space
	expectre > Tue 24 .* yes
	key j h h + + + +
	key w
	wait written: 2 days
	key Esc
	settle
	expect what-if
	key x
	expectre Mon 23 +- .* off
	expectre Tue 24 .* yes
	expect as planned
	key Q
	exit 0
	.
	"$wick" show 2026-11-23..2026-11-25 >"$home/told"
	grep -q 'Mon 23 Nov.*vacation' "$home/told"
	grep -q 'Tue 24 Nov.*on call' "$home/told"
	! grep -q 'Wed 25' "$home/told"
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 6
	wait [6 Plan]
	expectre Mon 23 +- .* off
	key u
	wait undone
	reject off ▲
	.
	! "$wick" show 2026-11-23..2026-11-25 2>&1 | grep vacation
}
t_write_without_days_says_so() {
	plan <<-'.'
	key + w
	wait nothing to write: only days off and on-call are kept
	.
}
t_a_what_if_is_taken_from_compare() {
	plan <<-'.'
	key Tab j
	expectre > two days off
	key Enter
	wait taken: two days off
	expect as changed here
	expect what-if
	expectre > as changed here
	key x
	wait put back
	.
}
t_ask_turns_the_question_round() {
	plan -s 120x40 <<-'.'
	key Tab Tab
	expect calm by Fri 18 Dec
	key + +
	expect strained by Fri 18 Dec
	key ]
	expect strained by Fri 15 Jan
	key [ [ [
	expect strained by Fri 27 Nov
	key ] ] j
	expectre > hours a week +[0-9.]+ at most
	key Enter
	wait taken: hours a week
	expect what-if
	.
}
t_plan_of_an_empty_and_of_a_short_log() {
	"$wick" log 2026-11-19 8h >"$home/out"
	"$wick" undo >"$home/out"
	for size in 40x12 80x24 120x40; do
		drive -s $size -d 'wait Nothing is logged' -k 6 -d 'wait [6 Plan]' \
		    -d 'expect Nothing is logged yet' -k 'j Space + w x Enter Tab ]' \
		    -d settle -k Q -d 'exit 0' -- "$wick"
	done
	home_of short
	drive -d 'wait [1 Home]' -k 6 -d 'wait Not enough is known' -d 'reject ┊' -- "$wick"
}
t_plan_without_numbers_has_words() {
	plan -s 120x40 <<-'.'
	key H
	settle
	expectre Mon 23 .* strained
	shot words
	.
	! grep -E '(▲|!!) +[0-9]' "$home/shot-words.txt"
}
t_one_panel_at_a_time_on_a_small_screen() {
	plan -s 40x12 <<-'.'
	expect strain
	key Tab
	wait peak
	key Tab
	wait days off first
	key Tab
	wait today
	key Tab
	wait hours sleep
	resize 80x24
	wait Compare
	.
}
t_plan_as_lines_of_words() {
	plan <<-'.'
	key v
	wait Next 14 days, as planned
	expectre Sat 21 Nov: .* on call: as lately, strain
	.
}
