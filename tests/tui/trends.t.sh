# SPDX-License-Identifier: MIT
# Trends: the line, its cursor in words, the weeks as bars, and two periods compared.

# trend SIZE NAME OPTIONS...: the screen after the options' steps
trend() {
	size=$1 name=$2; shift 2
	whole "trends-$size$name" -s $size "$@" -d 'wait [1 Home]' -k 4 -d 'wait [4 Trends]' \
	    -k '[ h h'
}
t_trends_golden_screens() {
	home_of golden
	for size in 40x12 80x24 120x40; do trend $size ''; done
}
t_trends_are_the_same_without_colour() {
	home_of golden
	for size in 40x12 80x24 120x40; do trend $size '' -e NO_COLOR=1; done
}
t_trends_in_ascii() {
	home_of golden
	for size in 40x12 80x24 120x40; do trend $size -ascii --locale C; done
	drive --locale C -s 120x40 -d 'wait [1 Home]' -k '4 c' -d 'wait [4 Trends]' \
	    -d expect-ascii -- "$wick"
}
t_trends_have_blocks_where_there_is_no_braille() {
	home_of golden
	drive --term linux -d 'wait [1 Home]' -k 4 -d 'wait [4 Trends]' -d 'shot linux' -- "$wick"
	! grep -q '[⠁-⣿]' "$home/shot-linux.txt"
	grep -q '[▁▂▃▄▅▆▇█]' "$home/shot-linux.txt"
}
t_trends_empty_log_has_no_chart() {
	"$wick" log 2026-11-19 8h >/dev/null
	"$wick" undo >/dev/null
	drive -d 'wait Nothing is logged' -k 4 -d 'wait [4 Trends]' -d 'expect Nothing is logged' \
	    -d 'reject Hours a week' -d 'reject c compare' -k 'm h j c v Esc Enter [ Tab' -d 'expect [4 Trends]' \
	    -- "$wick"
}
t_trends_cursor_tells_the_point() {
	home_of golden
	score=$("$wick" series --from 2026-11-17 --to 2026-11-17 | tail -1 | cut -d, -f11)
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 4
	wait Strain, 26 weeks
	waitre Thu 19 Nov  ▲ watch [0-9.]+
	key h h
	waitre Tue 17 Nov  ▲ watch [0-9.]+
	shot tue
	key t
	waitre Thu 19 Nov  ▲
	key h h h h
	waitre Sun 15 Nov  . not logged
	key m
	waitre Reserve, 26 weeks
	key l m
	wait Hours in 7 days, 26 weeks
	expect limit 48
	key k k k k
	reject Hours in 7
	key g
	waitre Fri 22 May  . not
	.
	grep -q "watch $(printf %.1f "$score")" "$home/shot-tue.txt" || fail "not $score"
}
t_trends_cursor_tells_what_is_missing() {
	for day in 17 18 19; do "$wick" log 2026-11-$day 8h >/dev/null; done
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 4 m m
	wait Hours in 7 days, 26 weeks
	expect Thu 19 Nov  ? not enough data (3 of 4 days)
	.
}
t_trends_ranges() {
	home_of golden
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 4
	wait Strain, 26 weeks
	key ] ]
	wait Strain, 52 weeks
	key [ [ [ [
	wait Strain, 4 weeks
	.
}
t_trends_every_indicator_has_a_chart() {
	home_of golden
	n=$("$wick" indicators --json | grep -o '"id"' | wc -l)
	drive -f - -- "$wick" <<-.
	wait [1 Home]
	key 4 ]
	wait Strain, 52 weeks
	$(i=0; while [ $i -le "$n" ]; do echo 'key m'; i=$((i + 1)); done)
	reject Strain, 52 weeks
	key m
	wait Strain, 52 weeks
	.
}
t_trends_compare_two_periods() {
	home_of golden
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 4 [ [ c
	wait These 4 weeks and the 4 before
	expectre strain, mean +[0-9.]+ +[0-9.]+ +[+][0-9.]+ +more
	expectre days known +[0-9]+ +[0-9]+
	key v
	wait Against the 4 weeks before
	key Esc c
	wait Hours a week
	.
}
t_trends_values_name_what_is_over() {
	"$wick" demo long-silence --write "$home/log.db" >/dev/null
	mkdir -p "$home/.local/share/wick"
	chmod 700 "$home/.local/share/wick"
	mv "$home/log.db" "$home/.local/share/wick/wick.db"
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 4 ] v
	wait weeks, the newest first
	waitre Week 47 of 2026: strain calm
	type /over the limit of 48
	key Enter
	waitre over the limit of 48
	.
}
t_trends_where_it_leads_is_ahead_of_the_last_day() {
	home_of strained
	drive -s 120x40 -d 'wait [1 Home]' -k 4 -d 'wait [4 Trends]' -d 'expect Dec' -- "$wick"
	home_of short
	drive -s 120x40 -d 'wait [1 Home]' -k 4 -d 'wait [4 Trends]' -d 'reject Dec' -- "$wick"
}
t_trends_hide_numbers() {
	home_of golden
	for size in 40x12 80x24 120x40; do
		drive -s $size -d 'wait [1 Home]' -k '4 [ h h H' -d settle -d 'shot words' \
		    -k c -d settle -d 'shot two' -- "$wick"
		! cat "$home/shot-words.txt" "$home/shot-two.txt" | grep -v '1 Home\|1-9 screens\|wick' |
		    sed 's/1[0-9] Nov//; s/[0-9]* weeks//g; s/the 12 before//; s/wk 47//g' | grep '[0-9]'
	done
}
t_trends_panels_and_the_day() {
	home_of golden
	drive -s 40x12 -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 4
	wait Strain, 26 weeks
	key Space
	wait Hours a week
	key Tab
	wait Sleep, mean a night
	key Tab
	wait Pages a week
	key Tab
	wait Strain, 26 weeks
	key h h Enter
	wait [2 Day]
	expect Tue 17 Nov
	.
}
t_trends_take_the_mouse() {
	home_of golden
	drive -d 'wait [1 Home]' -k '4 [' -d 'wait [4 Trends]' -d 'click 30,8' -d 'waitre not logged|Oct' \
	    -d 'click 12,18' -d 'waitre wk 4[0-6]' -- "$wick" --mouse on
}
