# SPDX-License-Identifier: MIT
# Incidents: the list, its form, flags, marks, the filter, and a list of ten years.

# pages OPTIONS: the screen on a log of three pages; steps on standard input.
pages() {
	home_of golden
	{ printf '%s\n' 'wait [1 Home]' 'key 5' 'waitre \[5'; cat; } >"$home/steps"
	drive "$@" -f "$home/steps" -- "$wick"
}

t_incidents_golden() {
	for look in '' -ascii -mono; do
		for size in 40x12 80x24 120x40; do
			home_of golden
			case $look in
			-ascii) set -- --locale C -d expect-ascii ;;
			-mono) set -- -e NO_COLOR=1 -d expect-mono ;;
			*) set -- ;;
			esac
			name=incidents-$size$look
			[ "$look" != -mono ] || name=incidents-$size
			TERMSHOT_UPDATE=${UPDATE:-} drive -s $size "$@" -d 'wait [1 Home]' \
			    -k 5 -d 'waitre \[5' -k j -d settle \
			    -d "expect-screen $here/golden/$name.txt" -- "$wick"
		done
	done
}
t_incidents_are_listed_newest_first() {
	pages <<-'.'
	expectre >.*Wed 18 Nov 14:05 +35 min
	expectre Tue 17 Nov 04:25 +1 h 10 +woke +sev4 +noise
	expect 1/3
	key j
	expectre >.*17 Nov 04:25
	expect 2/3
	key G
	expect 3/3
	key g
	expect 1/3
	key k k
	expect 1/3
	.
}
t_deleting_names_it_and_undo_brings_it_back_in_its_row() {
	pages <<-'.'
	key j
	shot before
	key d
	wait deleted: Tue 17 Nov
	expect disk 85 % on db-3
	expect (u undoes)
	expectre >.*17 Nov 03:10
	key j
	expect 2/2
	key u
	wait undone
	expectre >.*17 Nov 04:25
	key k j
	expect 2/3
	shot after
	.
	same before after
}
t_d_and_enter_deletes_one() {
	pages <<-'.'
	key d Enter Enter
	settle
	key C-c
	exit 130
	.
	is "$("$wick" export | grep -c '"incident"')" 2
}
t_flags_go_round_and_are_undone() {
	pages <<-'.'
	expectre >.*14:05.* \?
	key f
	wait useful: Wed 18
	expectre >.*14:05.* yes
	key f
	wait noise: Wed 18
	expectre >.*14:05.* noise
	key f
	wait not said
	expectre >.*14:05.* \?
	key u
	wait undone
	expectre >.*14:05.* noise
	.
}
t_marked_pages_change_together_and_undo_is_one_step() {
	pages <<-'.'
	key Space Space
	expect 2 marked
	key d
	wait deleted: 2 pages
	expect 1/1
	key u
	wait undone
	expect /3
	reject marked
	key Space
	expect 1 marked
	key Esc
	reject marked
	.
}
t_filter_is_live_and_esc_clears_it() {
	pages <<-'.'
	key /
	type noise
	wait 1/1
	expect disk 85 %
	reject checkout errors
	key Enter
	expect filter: noise
	key Esc
	wait /3
	expect filter: none
	key /
	type WOKE sev2
	wait 1/1
	expect checkout errors
	key Esc
	wait /3
	key /
	type zzz
	wait No page has these words
	key d f e Enter d f
	settle
	key Esc
	wait /3
	key q
	wait [1 Home]
	.
	is "$("$wick" export | grep -c '"incident"')" 3
}
t_sort_goes_by_the_next_column() {
	pages <<-'.'
	key s
	wait oldest first
	expectre >.*14:05
	expect 3/3
	key s
	wait longest first
	key g
	expectre >.*2026-11-17 03:10
	key s
	wait woke first
	key s
	wait worst first
	key g
	expectre >.*sev2
	key s
	wait noise first
	key g
	expectre >.*noise
	key s
	wait by what
	key g
	expectre >.*checkout errors
	key s
	wait newest first
	.
}
t_form_keeps_what_was_typed_on_an_error() {
	pages <<-'.'
	key e
	wait This page
	expectre > Minutes +35m
	key C-u
	type 9x
	key C-s
	wait 9x
	expectre > Minutes +9x
	expect This page
	key C-u
	type 95
	key Tab
	key 2
	key Tab
	key Space Space
	key C-s
	wait saved: Wed 18 Nov 14:05 page sev2 1 h 35 woke
	expectre >.*1 h 35 +woke +sev2
	key u
	wait undone
	expectre >.*35 min
	.
}
t_form_adds_and_asks_before_text_is_lost() {
	pages <<-'.'
	key a
	wait A page
	key C-s
	wait a page has a time
	type 312
	key Esc
	wait Unsaved page:  s save, d drop, Esc stay
	key Enter Esc
	gone Unsaved
	expectre > Time +312
	key Tab
	type 1h
	key Tab Tab Tab Tab
	type grün & <b>
	key Enter
	wait saved: Fri 20 Nov 3:12 page 1 h
	expectre >.*20 Nov 03:12 +1 h
	expect grün & <b>
	expect 1/4
	key e
	type 9
	key C-c
	wait Unsaved page
	key d
	exit 130
	.
	is "$("$wick" export | grep -c '"incident"')" 4
}
t_what_is_emptied_is_not_known_any_more() {
	pages <<-'.'
	key e C-u
	key Tab BSpace
	key C-s
	wait saved: Wed 18 Nov 14:05 page queue lag
	expectre >.*14:05 +\?.* \? +\?
	.
}
t_enter_opens_its_day() {
	pages <<-'.'
	key j Enter
	wait Tue 17 November
	.
}
t_hidden_numbers_hide_minutes_and_counts() {
	for size in 80x24 120x40; do
		pages -s $size <<-'.'
		key H
		settle
		reject 35 min
		reject 3 pages
		reject of your time
		.
	done
}
t_incidents_of_an_empty_log() {
	"$wick" log 2026-11-19 8h >"$home/out"
	"$wick" undo >"$home/out"
	for size in 40x12 80x24 120x40; do
		drive -s $size -d 'wait Nothing is logged' -k 5 -d 'wait No pages' \
		    -k 'd f e j k G g s Enter Space Esc Esc' -d settle -d 'expect No pages' \
		    -k 'Q' -d 'exit 0' -- "$wick"
	done
}
t_small_screens_show_the_page_after_tab() {
	pages -s 40x12 <<-'.'
	expectre > 18 Nov 14:05 +sev3 +\?
	key Tab
	wait severity
	expect queue lag
	key Tab
	gone severity
	.
}
# Foreign titles reach the terminal only escaped.
t_foreign_titles_are_escaped() {
	home_of golden
	printf '{"kind":"incident","start":"2026-11-20T10:00:00Z","title":"a\\u001b[2Jb\\u202ec\\u009bd","source":"x\\u0007y","ext_id":"1"}\n' \
	    >"$home/in.jsonl"
	"$wick" import "$home/in.jsonl" >"$home/out"
	for size in 40x12 80x24 120x40; do
		drive -s $size -d 'wait [1 Home]' -k 5 -d 'expect a?[2Jb' -k e \
		    -d 'wait This page' -d 'expect a?[2Jb?c?d' -k 'Esc Q' -d 'exit 0' -- "$wick"
	done
}
# ten_years: 10,000 pages over ten years
ten_years() {
	mkdir -p "$home/.local/share/wick"
	chmod 700 "$home/.local/share/wick"
	/usr/bin/python3 - >"$home/in.jsonl" <<-'.'
	import time
	for i in range(10000):
	    at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(1795186800 - i * 31540))
	    print('{"kind":"incident","start":"%s","title":"page %d of the old service",'
	          '"severity":%d,"minutes":%d,"ext_id":"%d"}' % (at, i, i % 6, i % 90, i))
	.
	"$wick" import "$home/in.jsonl" >"$home/out"
}
t_ten_years_of_pages_stay_quick() {
	ten_years
	quick() {
		drive -f - -- "$wick" <<-'.'
		wait [1 Home]
		key 5
		wait 1/10000
		shot zero
		key j
		shot one
		key j j j j
		expect-key-ms 30
		key G
		wait 10000/10000
		key k C-u PgUp
		expect-key-ms 30
		key g
		key /
		type 9999
		wait 1/1
		key Esc
		wait /10000
		.
	}
	thrice quick
	bytes=$(($(number one bytes_written) - $(number zero bytes_written)))
	[ "$bytes" -le 600 ] || fail "a move writes $bytes bytes"
	echo "$bytes" >"$base/bytes"
}
# Rows fill a large screen.
t_rows_reach_the_foot_of_a_large_screen() {
	ten_years
	drive -s 200x60 -d 'wait [1 Home]' -k 5 -d 'wait 1/10000' -d 'shot big' -- "$wick"
	sed -n 58p "$home/shot-big.txt" | grep -q 'of the old service'
}
t_an_error_of_a_page_is_whole_on_a_small_screen() {
	home_of short
	drive -s 40x12 -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 5
	key a
	type 3:10
	key Tab
	type 99:99x
	key C-s
	waitre 7:30,\s*\n +3d or 2w
	.
}
