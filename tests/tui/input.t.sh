# SPDX-License-Identifier: MIT
# Keys, pastes, many keys at once, and what a form does with what is typed.

# pair KEYS KEYS: both from a fresh Home, over the same long list, lead to the same screen.
pair() {
	for way in one two; do
		keys=$1; [ $way = one ] || keys=$2
		drive -s 80x24 -f - -- "$wick" <<-.
		wait [1 Home]
		key :
		type keys
		key Enter
		wait Actions and their keys
		key $keys
		settle
		shot $way
		.
	done
	same one two
}
t_letters_and_arrows_are_the_same() {
	home_of demo
	pair 'j j j' 'Down*3'
	pair 'j j j k' 'Down*3 Up'
	pair 'G' 'End'
	pair 'G g' 'End Home'
	pair 'C-d C-d C-u C-u g' 'g'
	pair 'PgDn PgUp' 'g'
}
t_letters_and_arrows_are_the_same_on_home() {
	home_of strained
	for keys in 'j j|Down*2' 'Tab j k|Tab Down Up' 'l|Right' 'l h|Right Left'; do
		drive -d 'wait [1 Home]' -k "${keys%|*}" -d settle -d 'shot one' -- "$wick"
		drive -d 'wait [1 Home]' -k "${keys#*|}" -d settle -d 'shot two' -- "$wick"
		same one two
	done
}
t_esc_answers_soon_and_never_quits() {
	home_of demo
	thrice drive -d 'wait [1 Home]' -k '? Esc ? Esc ? Esc' -d 'expect-key-ms 60' \
	    -k 'Esc Esc Esc' -d 'expect [1 Home]' -k q -d 'exit 0' -- "$wick"
}
t_esc_in_the_first_run_stays() {
	drive -d 'wait Welcome' -k 'Esc Esc Esc' -d 'expect Welcome' -k q -d 'exit 0' -- "$wick"
}
t_q_leaves_without_a_question() {
	home_of demo
	drive -d 'wait [1 Home]' -k q -d 'exit 0' -d expect-restored -- "$wick"
}
t_c_c_leaves_from_everywhere() {
	home_of demo
	for keys in '' '?' ': a b' 'b' '2' 'Enter' '2 F1'; do
		drive -d 'wait [1 Home]' ${keys:+-k "$keys"} -k C-c -d 'exit 130' \
		    -d expect-restored -- "$wick"
	done
	drive -s 20x5 -d 'wait wick needs' -k C-c -d 'exit 130' -d expect-restored -- "$wick"
}
t_c_c_in_the_first_run() {
	drive -d 'wait Welcome' -k C-c -d 'exit 130' -d expect-restored -- "$wick"
}
t_suspended_in_a_shell_and_back() {
	home_of demo
	drive -f - -- bash --norc --noprofile -i <<-.
	type PS1='shell''> '
	key Enter
	wait shell>
	type $wick
	key Enter
	wait [1 Home]
	settle
	shot before
	key C-z
	wait shell>
	expect Stopped
	type echo seen\$((1+1))
	key Enter
	wait seen2
	type fg
	key Enter
	wait [1 Home]
	settle
	shot after
	key q
	wait shell>
	type exit
	key Enter
	exit 0
	.
	same before after
}
t_resized_while_suspended() {
	home_of demo
	drive -s 120x40 -d 'wait [1 Home]' -d settle -d 'shot want' -- "$wick"
	drive -f - -- bash --norc --noprofile -i <<-.
	type PS1='shell''> '
	key Enter
	wait shell>
	type $wick
	key Enter
	wait [1 Home]
	key C-z
	wait shell>
	resize 120x40
	type fg
	key Enter
	wait sum
	settle
	shot got
	key q
	wait shell>
	.
	same want got
}
t_paste_runs_nothing() {
	home_of demo
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	shot before
	paste q d d :quit
	settle
	expect [1 Home]
	shot after
	key :
	paste log 2026-11-20 9:00-17:00
	settle
	expect :log 2026-11-20 9:00-17:00
	key Esc
	key q
	exit 0
	.
	same before after
	! "$wick" show 2026-11-20 2>&1 | grep -q '9:00'
}
t_paste_into_the_note_is_text() {
	home_of short
	# up from Start: Kind, Cancel, Save next, Save, Note
	printf '%s\n' 'wait [1 Home]' 'key e' 'wait [2 Day]' 'key BTab*5' settle >"$home/steps"
	printf '%s\n' 'hex 1b5b3230307e6f6e650a74776f0d7468726565093a710a1b5b3230317e' settle \
	    'expect one two three :q' 'key C-s' 'wait saved' 'key Esc' 'wait [1 Home]' \
	    'key q' 'exit 0' >>"$home/steps"
	drive -f "$home/steps" -- "$wick"
	"$wick" show 2026-11-20 | grep -q 'one two three :q'
}
t_no_mouse_unless_asked() {
	home_of demo
	drive -d 'wait [1 Home]' -d 'shot off' -- "$wick"
	grep -q '"mouse": false' "$home/shot-off.json"
	drive -f - -- "$wick" --mouse on <<-'.'
	wait [1 Home]
	shot on
	clickon 2 Day
	wait [2 Day]
	key Esc q
	exit 0
	expect-restored
	.
	grep -q '"mouse": true' "$home/shot-on.json"
}
t_mouse_clicks_select_and_the_wheel_moves_by_three() {
	home_of strained
	drive -s 80x24 -f - -- "$wick" --mouse on <<-'.'
	wait [1 Home]
	clickon 2 Day
	wait [2 Day]
	clickon 1 Home
	wait [1 Home]
	clickon Chronic sleep
	wait >✗ Chronic sleep
	wheel down 5,5
	wait >✓ Pages in a shift
	wheel up 5,5
	wait >✗ Chronic sleep
	clickon Shortest rest
	wait >✓ Shortest rest
	key :
	type keys
	key Enter
	wait Actions and their keys
	clickon fill what is missing
	waitre >.*fill what is missing
	wheel down 40,10
	reject [2 Day]
	key Esc q
	exit 0
	expect-restored
	.
	for size in 120x40 200x60; do
		home_of golden
		drive -s $size -f - -- "$wick" --mouse on <<-'.'
		wait [1 Home]
		clickon checkout errors
		waitre >Tue 17 Nov 03:10
		clickon earlier pages fade
		waitre >-1.6
		clickon 2 Day
		wait [2 Day]
		.
	done
	home_of short
	drive -s 40x12 -d 'wait [1 Home]' -d 'clickon 1-9 screens' \
	    -d 'wait [2 Day]' -- "$wick" --mouse on
}
t_three_hundred_keys_at_once() {
	home_of demo
	keys=$(printf '%300s' '' | tr ' ' j)
	thrice drive -f - -- "$wick" <<-.
	wait [1 Home]
	key :
	type keys
	key Enter
	wait Actions and their keys
	type ${keys}G
	waitre >.*all actions and their keys
	settle
	shot many
	key g G
	shot last
	.
	same many last
}
t_three_hundred_letters_in_a_field() {
	home_of short
	text=$(printf '%60s' '' | sed 's/ /abcde/g')
	drive -s 200x60 -f - -- "$wick" <<-.
	wait [1 Home]
	key e
	wait [2 Day]
	key BTab*5
	type $text
	wait abcdeabcde
	key C-s
	wait saved
	.
	note=$("$wick" show 2026-11-20 --json | tr -d '\n')
	case $note in *abcdeabcdeabcde*) ;; *) fail "$note" ;; esac
}
t_keys_are_answered_in_30_ms() {
	home_of demo
	thrice drive -d 'wait [1 Home]' -k 'j*4 Tab j k ? Esc j*4' -d 'expect-key-ms 30' -- "$wick"
	thrice drive -d 'wait [1 Home]' -k '2 9 1 0 Tab 1 8 4 0 Tab 4 5' -d 'expect-key-ms 30' \
	    -- "$wick"
}
t_an_import_shows_what_would_change_and_only_y_writes() {
	home_of short
	printf 'date,start,end\n2026-11-09,9:00,17:00\n2026-11-10,9:00,17:30\n' >"$home/in.csv"
	"$wick" export --format jsonl >"$home/before"
	for no in n q Esc C-c; do
		drive -f - -- "$wick" <<-. || return 1
		wait [1 Home]
		type :import $home/in.csv
		key Enter
		waitre new 2  changed 0
		expect not applied
		expectre \? apply\?  y yes   n no
		expect y yes   n no   j/k scroll
		key Enter j k x u d s Space
		expect not applied
		key $no
		gone not applied
		waitre ^ nothing was imported
		key Q
		exit 0
		.
		"$wick" export --format jsonl | cmp - "$home/before" || return 1
	done
	drive -f - -- "$wick" <<-.
	wait [1 Home]
	type :import $home/in.csv
	key Enter
	wait not applied
	resize 40x12
	wait not applied
	resize 30x8
	wait wick needs 40 x 12
	key y
	resize 80x24
	wait not applied
	key y
	wait batch 1
	key Esc
	type :import $home/in.csv
	key Enter
	waitre new 0  changed 0  unchanged 2
	reject y yes
	key Esc
	type :import -
	key Enter
	wait standard input is the keyboard here; name a file
	key q
	exit 0
	expect-restored
	.
	"$wick" export --format jsonl | grep -q 2026-11-10
}
t_what_cannot_be_undone_asks_in_the_screens_too() {
	home_of short
	drive -f - -- "$wick" <<-.
	wait [1 Home]
	type :erase 2026-11-17
	key Enter
	waitre \? erase 1 day, for good\?  y yes   n no
	key Enter n
	wait nothing was erased
	key q
	exit 0
	.
	"$wick" export --format jsonl | grep -q 2026-11-17 || return 1
	drive -f - -- "$wick" <<-.
	wait [1 Home]
	type :erase 2026-11-17
	key Enter
	wait for good?
	key y
	wait erased for good
	key q
	exit 0
	.
	! "$wick" export --format jsonl | grep 2026-11-17
}
t_a_signal_ends_a_question_and_writes_nothing() {
	home_of short
	printf 'date,start,end\n2026-11-09,9:00,17:00\n' >"$home/in.csv"
	"$wick" export --format jsonl >"$home/before"
	for with in TERM HUP; do
		drive -f - -- "$wick" <<-. || return 1
		wait [1 Home]
		type :import $home/in.csv
		key Enter
		wait not applied
		signal $with
		exit
		expect-restored
		.
		"$wick" export --format jsonl | cmp - "$home/before" || return 1
	done
}
t_a_long_import_shows_how_far_it_is_and_stops() {
	home_of short
	# seconds of work for any machine, and stopped as soon as it tells of itself
	awk -v years=200 -f "$here/../bench/history.awk" >"$home/years"
	cat "$home/years" "$home/years" "$home/years" "$home/years" >"$home/long.jsonl"
	"$wick" export --format jsonl >"$home/before"
	drive -f - -- "$wick" <<-.
	wait [1 Home]
	type :import $home/long.jsonl
	key Enter
	waitre (reading|writing) \d+ %   C-c stops
	key C-c
	wait interrupted: nothing was changed
	key j
	gone interrupted
	key q
	exit 0
	expect-restored
	.
	"$wick" export --format jsonl | cmp - "$home/before"
	! "$wick" import log
}
