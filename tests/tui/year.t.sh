# SPDX-License-Identifier: MIT
# Year: the map of 53 weeks, the day in words, the weeks, and the years before.

# heat SIZE NAME OPTIONS...: the screen after the options' steps
heat() {
	size=$1 name=$2; shift 2
	whole "year-$size$name" -s $size "$@" -d 'wait [1 Home]' -k 3 -d 'wait [3 Year]' \
	    -k 'h k k k'
}
t_year_golden_screens() {
	home_of golden
	for size in 40x12 80x24 120x40; do heat $size ''; done
}
t_year_is_the_same_without_colour() {
	home_of golden
	for size in 40x12 80x24 120x40; do heat $size '' -e NO_COLOR=1; done
}
t_year_in_ascii() {
	home_of golden
	for size in 40x12 80x24 120x40; do heat $size -ascii --locale C; done
	drive --locale C -s 120x40 -d 'wait [1 Home]' -k 3 -d 'wait [3 Year]' -d expect-ascii \
	    -- "$wick"
}
t_year_empty_log_has_no_map() {
	"$wick" log 2026-11-19 8h >/dev/null
	"$wick" undo >/dev/null
	drive -d 'wait Nothing is logged' -k 3 -d 'wait [3 Year]' -d 'expect Nothing is logged' \
	    -d 'reject Mon' -k 'm h j Enter [ Tab' -d 'expect [3 Year]' -- "$wick"
}
t_year_cursor_tells_the_day_in_words() {
	home_of golden
	drive -s 120x40 -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 3
	wait [3 Year]
	expect not logged
	key k k k
	waitre Tue 17 Nov ─
	expectre worked +[0-9.]+ h
	expectre slept +5\.2 h!
	expectre pages +2, 2 woke
	expectre on call +yes
	expect 3:10 checkout errors
	expect disk 85 % on db-3
	expect energy 2, stress 4, mood 3
	expect long night
	key l
	waitre Fri 20 Nov ─
	key h g
	waitre Mon 17 Nov ─
	expect not logged
	key t
	waitre Fri 20 Nov ─
	.
}
t_year_enter_opens_the_day() {
	home_of golden
	drive -d 'wait [1 Home]' -k '3 h k Enter' -d 'wait [2 Day]' -d 'expect Thu 12 Nov' \
	    -- "$wick"
}
t_year_measures_go_round() {
	home_of golden
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 3
	wait Strain by day
	expectre calm .* watch .* strained .* severe
	key m
	wait Hours by day
	expect to 7 h
	key m
	wait Sleep by day
	expect under 6
	key m
	wait Pages by day
	expect none
	key m
	wait Strain by day
	.
}
t_year_signs_of_what_is_not_a_level() {
	home_of golden
	drive -d 'wait [1 Home]' -k 3 -d 'wait [3 Year]' -d 'shot map' -- "$wick"
	grep -q '^│ Fri ·*[░▒▓█]* *·' "$home/shot-map.txt"   # today is not logged
	grep -q '^│ Sat ·*-*\. ' "$home/shot-map.txt"         # off, and to come
}
t_year_goes_back_only_as_far_as_the_log() {
	"$wick" log 2026-11-19 8h -s 7h >/dev/null
	for d in 03 04 05 06 07 08; do
		"$wick" log 2024-06-$d 11h -s 5h >/dev/null
	done
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 3
	wait to 20 Nov 2026
	key [
	wait to 23 Nov 2025
	key [
	wait to 24 Nov 2024
	expectre highest +week 23
	key [
	settle
	expect to 24 Nov 2024
	key ] ]
	wait to 20 Nov 2026
	key g h
	wait to 23 Nov 2025
	key t
	wait to 20 Nov 2026
	.
}
t_year_that_is_past_has_the_scores_of_the_log() {
	"$wick" demo two-person-ops --write "$home/log.db" >/dev/null
	mkdir -p "$home/.local/share/wick"
	chmod 700 "$home/.local/share/wick"
	mv "$home/log.db" "$home/.local/share/wick/wick.db"
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 3
	wait [3 Year]
	key [ [
	wait to 24 Nov 2024
	settle
	shot past
	.
	score=$("$wick" series --from 2024-11-22 --to 2024-11-22 | tail -1 | cut -d, -f11)
	grep -q "strain  *[=▲!]* $(printf %.1f "$score")" "$home/shot-past.txt" || fail "not $score"
}
t_year_hides_numbers() {
	home_of golden
	for size in 40x12 80x24 120x40; do
		drive -s $size -d 'wait [1 Home]' -k '3 h k k k H' -d settle -d 'shot words' \
		    -- "$wick"
		! tail -n +2 "$home/shot-words.txt" | sed 's/53 weeks to 20 Nov 2026//
		    s/These 53 weeks//; s/Tue 1[0-9] Nov//; s/[> ]*[0-9]* *[0-9]* [A-Z][a-z][a-z] //
		    s/│[> ]*[0-9][0-9]* / /; s/week [0-9]*,//; s/db-3//; s/85 %//' | grep '[0-9]'
	done
}
t_year_table_and_panels() {
	home_of golden
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 3 Tab j j
	waitre >\s+45
	key G
	waitre Fri 21 Nov|Mon 17 Nov
	.
	drive -s 40x12 -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 3
	wait Strain, Fri 20 Nov: not logged
	key Space
	wait not logged
	key Space
	wait sleep page
	key Space
	wait These 53 weeks
	key Space
	wait Strain, Fri
	.
}
t_year_takes_the_mouse() {
	home_of golden
	drive -d 'wait [1 Home]' -k 3 -d 'wait [3 Year]' -d 'click 58,5' \
	    -d 'waitre 18 Nov' -d 'click 10,16' -d 'waitre 4 Nov|> 45' -- "$wick" --mouse on
}
t_on_call_is_no_only_where_somebody_said_so() {
	home_of short
	"$wick" oncall 2026-11-18 >/dev/null
	"$wick" log 2026-11-17 --no-oncall >/dev/null
	drive -f - -- "$wick" <<-.
	wait [1 Home]
	key 3
	wait [3 Year]
	key k
	expectre Thu 19 Nov
	expectre on call +\?
	key k
	expectre Wed 18 Nov
	expectre on call +yes
	key k
	expectre Tue 17 Nov
	expectre on call +no
	reject note
	.
}
