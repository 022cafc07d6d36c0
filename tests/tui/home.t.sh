# SPDX-License-Identifier: MIT
# Home's panels: what is ahead, the rules, what is left to do, and without numbers.

t_ahead_tells_where_the_weeks_lead() {
	home_of strained
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	expect Ahead
	expectre as lately, in 4 weeks: (=|▲|▲▲|!!) [a-z]+ [0-9]+
	expectre -[0-9.]+ +an hour more sleep
	reject To do
	key S-Tab Enter
	wait Plan: a week of
	expectre Fri 18 Dec +[0-9.]+
	expect --solve hours
	key Esc
	.
	"$wick" forecast --days 28 | grep 'Fri 18 Dec'
}
t_ahead_agrees_with_the_forecast() {
	home_of strained
	drive -s 120x40 -d 'wait [1 Home]' -d 'shot home' -- "$wick"
	score=$("$wick" forecast --days 28 | sed -n 's/^ *Fri 18 Dec *\([0-9]*\).*/\1/p')
	said=$(sed -n 's/.*in 4 weeks: [^0-9]*\([0-9]*\) .*/\1/p' "$home/shot-home.txt")
	[ "$said" = "$score" ] || [ "$said" = $((score + 1)) ] || fail "$said is not $score"
}
t_ahead_says_what_is_missing() {
	home_of short
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	expect To do, ahead
	expect today is not logged yet
	expect ? ahead: hours on 4 of 14 days needed
	reject as lately
	key S-Tab Enter
	wait not enough known
	.
}
t_ahead_has_a_place_at_every_size() {
	home_of strained
	for size in 40x12 80x24 120x40 200x60; do
		drive -s $size -d 'wait [1 Home]' -d 'expect as lately, in 4 weeks' -- "$wick"
	done
	drive -s 40x12 -f - -- "$wick" <<-'.'
	wait [1 Home]
	key Space Space Space
	wait 4 of 4 pages
	expect an hour more sleep
	key Space
	wait 1 of 4 pages
	.
}
t_ahead_is_new_after_a_change() {
	home_of strained
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	shot one
	key :
	type log 2026-11-20 0h -s 9h --clear work
	key Esc :
	type log 2026-11-19 --clear work
	key Enter
	settle
	key Esc
	settle
	shot two
	.
	! grep -h 'in 4 weeks' "$home/shot-one.txt" "$home/shot-two.txt" | sort | uniq -d | grep .
}
t_words_alone_have_no_numbers_of_ones_own() {
	home_of strained
	for size in 40x12 80x24 120x40; do
		drive -s $size -d 'wait [1 Home]' -k H -d settle -d 'shot words' -- "$wick"
		! tail -n +2 "$home/shot-words.txt" | sed 's/Week [0-9]*//; s/[FT][a-z]* [0-9]* Nov//
		    s/Strain, [0-9]* weeks//; s/last 14 days//; s/weeks of 40 h//
		    s/in 14\|7 days//; s/17-week average//; s/[0-9] of [0-9] pages//
		    s/Hours in 7 days//; s/Rest days in 14//
		    s/last [0-9]* days.*woke.*//; s/[0-9] \(other \)*rules* kept//' |
		    grep -v 'more broken' | grep '[0-9]'
	done
}
t_rules_are_of_rest_and_load_the_known_ones_first() {
	home_of short
	drive -s 120x40 -d 'wait [1 Home]' -d 'shot rules' -- "$wick"
	sed -n '/Rest rules/,/^└/s/^│ //p' "$home/shot-rules.txt" >"$home/rules"
	is "$(grep -c '^[✓✗?-] ' "$home/rules")" 8
	grep '^[✓✗?-] ' "$home/rules" | sed 's|\(.\).*|\1|' | uniq | tr -d '\n' | grep -q '^✗*✓*?*-*$'
	! grep -q 'Monotony\|jetlag\|Budget\|Exhaustion\|regularity' "$home/rules"
	drive -d 'wait [1 Home]' -k : -d 'type indicators' -k Enter -d 'wait sleep_regularity' \
	    -- "$wick"
}
t_a_rule_explains_itself() {
	home_of strained
	for size in 80x24 40x12; do
		drive -s $size -f - -- "$wick" <<-'.'
		wait [1 Home]
		key :
		type explain daily_rest
		key Enter
		waitre Shortest rest|daily_rest
		.
	done
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key Tab Tab Enter
	wait Hours in 7 days
	wait 2003/88
	key Esc j j Enter
	wait Chronic sleep
	.
}
