# SPDX-License-Identifier: MIT
# What a picture shows at once and a single string does not: what is told by colour alone,
# what touches, what is promised and not there.

# at KEYS SIZE NAME OPTIONS... [-- WICK OPTIONS]: the screen after the keys, as shot NAME
at() {
	keys=$1 size=$2 name=$3; shift 3
	drive -s $size -d 'waitre 1 Home|Home, screen' -k "$keys" -d settle -d "shot $name" "$@"
}
t_a_bar_over_its_limit_has_a_texture_of_its_own() {
	home_of strained
	at 4 120x40 mono -e NO_COLOR=1 -d expect-mono -d 'expect ▓ over 48 h' \
	    -d 'expect ▓ under 6 h' -d 'expect ? too little known' -- "$wick"
	[ "$(grep -c '▓▓*' "$home/shot-mono.txt")" -gt 5 ]
	at 'H 4' 120x40 hidden -d 'expect ▓ over the limit' -d 'reject 48 h' -- "$wick"
	home_of golden
	at 4 80x24 rest -- "$wick"
	! grep -q '▓' "$home/shot-rest.txt"
}
t_no_bar_touches_the_frame_above_it() {
	home_of demo
	for size in 80x24 120x40; do
		at 4 $size top -- "$wick"
		grep -A1 '┌ Hours a week' "$home/shot-top.txt" | tail -1 >"$home/row"
		! grep -q '[▁▂▃▄▅▆▇█▓]' "$home/row"
	done
}
# Where there is no braille the forecast and the period before are dashes beside the bars.
t_blocks_draw_the_second_line_too() {
	home_of demo
	at 4 80x24 ahead --term linux -- "$wick"
	sed -n 3,11p "$home/shot-ahead.txt" | grep -q '───'
	at '4 c' 80x24 before --term linux -- "$wick"
	sed -n 3,10p "$home/shot-before.txt" | grep -q '[─▒]'
}
t_the_footer_promises_nothing_on_an_empty_screen() {
	"$wick" log 2026-11-19 8h >/dev/null
	"$wick" undo >/dev/null
	drive -f - -- "$wick" <<-'.'
	wait Nothing is logged
	key 6
	wait [6 Plan]
	reject Space on/off
	reject w write
	key 5
	wait [5 Incidents]
	expect a add
	reject e edit
	reject d delete
	key 7
	wait [7 Report]
	expect [ ] period
	reject w write
	reject y copy
	.
	drive -d 'wait screen 1 of 9' -k 6 -d 'wait No plan yet' -d 'reject + - hours' -- "$wick" --plain
}
t_two_blanks_stand_between_hints_and_state() {
	home_of golden
	for size in 40x12 60x20 80x24; do
		for key in 1 3 4 5 6 7 8 9; do
			at $key $size foot -- "$wick"
			! tail -1 "$home/shot-foot.txt" | grep -qE '[a-z] ([0-9]+/[0-9]+|✓|[0-9]+ weeks|as planned|line)'
		done
	done
}
t_all_weeks_of_the_year_stand_in_110_columns() {
	home_of golden
	for size in 110x36 111x36 112x36 113x36 114x36 120x40; do
		at '3 m m' $size year -d 'expect 53 weeks' -- "$wick"
		# of Monday: 53 cells of two columns
		grep -E '^.? ?M(on)? ' "$home/shot-year.txt" | head -1 | sed 's/^│* *M[on]* //; s/│$//' |
		    tr -d '\n' | wc -m >"$home/n"
		[ "$(cat "$home/n")" -ge 104 ]
	done
	at 3 110x36 tight -- "$wick"
	sed -n 3,10p "$home/shot-tight.txt" >"$home/map"
	widest 109 "$home/map"
}
t_hidden_numbers_are_hidden_beside_the_form_and_the_page() {
	home_of golden
	drive -s 120x40 -f - -- "$wick" <<-'.'
	wait [1 Home]
	key H 2
	wait If saved
	.
	at 'H 2' 120x40 day -- "$wick"
	! grep -E 'Strain +[0-9]|[0-9] h on [0-9]' "$home/shot-day.txt"
	at 'H 3 k k' 80x24 year -d 'reject reserve' -- "$wick"
	at 'H 5' 120x40 page -d 'reject minutes of yours' -- "$wick"
	grep -qE 'minutes +known' "$home/shot-page.txt"
}
t_a_day_of_which_too_little_is_known_has_no_band() {
	"$wick" log 2026-11-20 9:00-10:30 -s 7h >/dev/null
	at 3 80x24 year -d 'reject = 0.0' -d 'reject 0.0 calm' -- "$wick"
	at 4 80x24 trends -d 'expect ? not enough known' -- "$wick"
	at 1 80x24 plain -d 'reject calm' -- "$wick" --plain
}
# Signs are for eyes; where a screen is words, the band is one.
t_plain_screens_say_the_band_in_a_word() {
	home_of golden
	at '3 k k' 100x24 year -- "$wick" --plain
	grep -qE 'strain (calm|watch|strained|severe) [0-9.]+' "$home/shot-year.txt"
	at 4 100x24 trends -- "$wick" --plain
	grep -qE 'Strain on Thu 19 Nov  (calm|watch|strained|severe)' "$home/shot-trends.txt"
	! grep -q '[=▲!✓✗] ' "$home/shot-trends.txt"
}
t_a_row_of_a_table_goes_on_below_its_column() {
	home_of golden
	at '7 Tab PgDn' 60x20 report -- "$wick"
	grep -qE '^ {28,}[a-z0-9]' "$home/shot-report.txt"
	# what a point of a list goes on with follows at once: no short rest between full rows
	at '7 Tab' 60x20 points -- "$wick"
	grep -A2 'Largest part' "$home/shot-points.txt" | sed -n 2p | grep -qE '.{30,}'
}
# Where a frame has no room for a blank beside its words it gives its sides.
t_no_words_touch_a_frame_over_the_screen() {
	home_of golden
	at Enter 80x24 explain -d 'expect Where the score comes from' -- "$wick"
	at '?' 40x12 help -- "$wick"
	! grep -qE '[│][[:alnum:]]|[[:alnum:]][│]' "$home/shot-explain.txt" "$home/shot-help.txt"
}
t_settings_show_the_keys() {
	home_of golden
	drive -d 'wait [1 Home]' -k 9 -d 'wait [9 Set' -k 'j j j j j j j j j' -d 'wait keys.ini' \
	    -d 'expectre e +log-today +log today' -- "$wick"
}
t_every_setting_of_work_says_what_it_is() {
	home_of golden
	at 9 120x40 settings -- "$wick"
	grep -qE 'rest_floor_h +11 +shortest rest between two working days' "$home/shot-settings.txt"
	grep -qE 'storm_min +60 +pages nearer than this wake you once' "$home/shot-settings.txt"
}
t_limits_are_flagged_beside_the_number() {
	home_of strained
	for size in 80x24 120x40; do
		at 3 $size year -e NO_COLOR=1 -- "$wick"
		grep -qE '[0-9]\.[0-9]! +5\.[0-9]!' "$home/shot-year.txt"
	done
	at 3 100x30 plain -d 'expect (over the limit), mean night 5.' \
	    -d 'expect (under the limit)' -- "$wick" --plain
}
# The light of the row ends between two columns, not in a word.
t_the_light_of_a_page_ends_before_its_severity() {
	home_of golden
	at 5 40x12 list -F txt,ansi -e NO_COLOR=1 -- "$wick"
	grep -qF '> 18 Nov 14:05' "$home/shot-list.txt"
	grep -q '7m> 18 Nov 14:05 .\[0m sev3' "$home/shot-list.ansi"
}
t_what_undoes_it_stays_together() {
	home_of demo
	at '5 d' 80x24 gone -- "$wick"
	! grep -qE '\(u *$|^ *undoes\)' "$home/shot-gone.txt"
	grep -q '(u undoes)' "$home/shot-gone.txt"
	at ': n o Enter' 40x12 no -- "$wick"
	grep -qE '^ *\(\? shows keys, :help commands\)' "$home/shot-no.txt"
}
t_no_month_stands_without_a_page_below() {
	home_of demo
	for rows in 24 25 26 27 28 29 30 31; do
		at 5 80x$rows list -- "$wick"
		! grep -B1 '^└' "$home/shot-list.txt" | head -1 | grep -qE '^│ +[A-Z][a-z]+ 20[0-9]{2} +│'
	done
}
# A cursor that cannot be hidden rests where no word is.
t_a_cursor_that_stays_in_sight_rests_on_a_blank() {
	home_of golden
	at 8 80x24 team --term vt100 -- "$wick"
	/usr/bin/python3 - "$home/shot-team.json" <<-'.'
	import json, sys
	c = json.load(open(sys.argv[1]))["cursor"]
	at = (c["x"], c["y"]) if isinstance(c, dict) else tuple(c[:2])
	sys.exit(at != (0, 23))
	.
}
t_a_long_note_is_seen_from_its_beginning() {
	home_of short
	"$wick" log 2026-11-20 6:00-22:00 -n "$(printf 'first %040d last' 1)" >/dev/null
	at 2 80x24 day -d 'expect first 0000' -d 'reject 1 last' -d 'expect 16:00 counted from above' -- "$wick"
	grep -q '0…' "$home/shot-day.txt"
	! grep -q '[a-z]│' "$home/shot-day.txt"
}
# Only what a point of a list goes on with is joined: rows of words stay rows.
t_rows_of_words_stay_rows() {
	home_of golden
	at 9 60x24 settings -- "$wick" --plain
	[ "$(grep -c '^  work\.[a-z_]* is ' "$home/shot-settings.txt")" -ge 3 ]
}
t_a_low_map_has_the_day_below_it() {
	home_of golden
	at '3 k k k' 60x20 year -d 'expectre slept +5.2 h!' -d 'expectre ^ (strain|worked) ' -- "$wick"
	at '3 k k k' 40x12 small -d 'reject slept' -- "$wick"
}
t_what_is_ahead_is_parted_from_what_was() {
	home_of demo
	at '4 h h h h h h h h h h h h h h h h h h h h' 80x24 trends -e NO_COLOR=1 -- "$wick"
	[ "$(grep -c '┊.*┊' "$home/shot-trends.txt")" -gt 4 ]
}
t_no_two_columns_of_the_help_touch() {
	home_of demo
	nine 'key F1' 'wait [1 Keys]' 'shot N' 'key PgDn' 'shot N-down' 'key Esc' >"$home/steps"
	drive -f "$home/steps" -- "$wick"
	/usr/bin/python3 - "$home" <<-'.'
	import collections, glob, re, sys
	paths = sorted(glob.glob(sys.argv[1] + "/shot-*.txt"))
	assert len(paths) == 18, paths
	for path in paths:
	    rows = re.findall("│ [ >](.{72}) │", open(path).read())
	    rows = [r for r in rows if not re.match("Mouse|What the", r)]
	    starts = collections.Counter(k.end() for r in rows
	                                 for k in re.finditer(" {2,}(?=[^ ])", r) if k.end() > 30)
	    at = starts.most_common(1)[0][0] if starts else 2
	    for r in rows:
	        assert r[at - 2:at] == "  " or at == 2, (path, at, r)
	.
}
t_too_little_known_is_no_dot_and_no_colour() {
	for d in 18 19; do "$wick" log 2026-11-$d 9:00-17:30 -s 7h >/dev/null; done
	"$wick" log 2026-11-20 9:00-19:30 -s 5h30m >/dev/null
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	expect ? not enough known
	expectre band +· +· +\? +\? +\? +\. +\.
	shot home
	key 3
	wait [3 Year]
	expectre Wed ·+\?
	key 4
	wait Fri 20 Nov  ? not enough known
	.
	! grep -q '[⠁-⣿]' "$home/shot-home.txt" || fail 'a line of guesses'
}
t_the_keys_of_a_question_stay_in_a_row() {
	home_of short
	drive -s 40x12 -f - -- "$wick" <<-'.'
	wait [1 Home]
	key e
	wait [2 Day]
	type 9
	key Esc
	waitre \? Unsaved day Fri 20 Nov:\s*\n s save, d drop, Esc stay
	key d
	wait [1 Home]
	key :
	type erase yesterday
	key Enter
	waitre \? erase 1 day, for good\?\s*\n y yes   n no
	key n
	.
}
t_the_questions_of_the_survey_can_be_read_in_the_screens() {
	home_of short
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key :
	type survey
	key Enter
	waitre 6  \w.*\n
	expect :survey 3 2 4 - 1 2 answers them
	key Esc
	key :
	type survey 3 2 4 - 1 2
	key Enter
	wait exhaustion 35.0 of 100
	.
}
t_a_command_may_be_typed_as_messages_say_it() {
	home_of short
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key :
	type page 3:10
	key Enter
	wait take it back with: u
	key Esc
	key :
	type wick undo
	key Enter
	wait undone
	.
}
