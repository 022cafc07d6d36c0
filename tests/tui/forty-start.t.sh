# SPDX-License-Identifier: MIT
# Points 1 to 9: start, frame, help. (forty.t.sh says what points are.)

t_point_01_first_output_within_100_ms() {
	home_of demo
	for size in $sizes; do
		thrice drive -s $size -d 'wait [1 Home]' -d 'expect-start-ms 100' -- "$wick"
	done
}
t_point_02_first_run_changes_nothing_by_q() {
	for size in $sizes; do
		drive -s $size -f - -- "$wick" <<-'.'
		wait Welcome to wick
		expectre >Hours
		shot first
		key q
		exit 0
		expect-restored
		.
		line=$(grep -n '>Hours' "$home/shot-first.txt" | cut -d: -f1)
		grep -q "\"y\": $((line - 1))," "$home/shot-first.json"
		grep -q '"visible": true' "$home/shot-first.json"
		rm "$home"/shot-first.*
		is "$(find "$home" -type f)" ''
	done
}
t_point_03_empty_log_offers_what_to_do() {
	drive -d 'wait Welcome' -k 'Tab Tab Enter' -d 'wait Nothing is logged yet.' -k q -d 'exit 0' \
	    -- "$wick"
	for size in $sizes; do
		drive -s $size -d 'wait Nothing is logged yet.' -d 'shot empty' -- "$wick"
		for key in e b i D; do
			grep -qE "(^|[^A-Za-z])$key +[a-z]" "$home/shot-empty.txt"
		done
		! grep -qP '[\x{2800}-\x{28ff}]' "$home/shot-empty.txt"
	done
}
t_point_04_numbers_bring_their_screen() {
	home_of parent
	for size in $sizes; do
		nine 'expect [N' >"$home/steps"
		drive -s $size -d 'wait [1 Home]' -f "$home/steps" -- "$wick"
	done
}
t_point_05_help_stands_last_on_every_screen() {
	home_of parent
	for size in $sizes; do
		nine 'expectre (\?|F1) help$' >"$home/steps"
		drive -s $size -d 'wait [1 Home]' -f "$home/steps" -- "$wick"
	done
}
# hints: the keys in the last row of the screen, one a line
hints() {
	tail -1 "$1" | sed 's/   */\n/g' | sed 's/  /\n/g' |
	    sed -n 's/^ *\([^ ]*\) .*/\1/p' | grep -vE '^(\?|F1|line|as|sharing|✓|\*|[0-9/]+)$' |
	    sed 's,^\(P.*\)/\(P.*\),\1\n\2,'
}
# Keys that nothing answers, at the end of a help, take their time: each size by itself.
help_names_the_footer() {
	size=$1
	home_of parent
	{
		nine 'shot nN-foot' 'key F1' 'wait Help: ' 'shot nN-0' \
		    'key PgDn' 'shot nN-1' 'key PgDn' 'shot nN-2' 'key PgDn' \
		    'shot nN-3' 'key PgDn' 'shot nN-4' 'key PgDn' 'shot nN-5' \
		    'key PgDn' 'shot nN-6' 'key PgDn' 'shot nN-7' 'key Esc' \
		    'gone Help: ' 'settle' 'shot nN-esc' 'key F1' 'wait Help: ' \
		    'key q' 'gone Help: ' 'settle' 'shot nN-q' 'key F1' \
		    'wait Help: ' 'key ?' 'gone Help: ' 'settle' 'shot nN-again'
	} >"$home/steps"
	drive -s $size -d 'wait [1 Home]' -f "$home/steps" -- "$wick"
	for n in 1 2 3 4 5 6 7 8 9; do
		same n$n-foot n$n-esc; same n$n-foot n$n-q; same n$n-foot n$n-again
		hints "$home/shot-n$n-foot.txt" >"$home/hints"
		[ -s "$home/hints" ]
		while read -r key; do
			cat "$home/shot-n$n"-[0-7].txt | grep -F -- "$key" >"$home/with" ||
			    fail "$size, screen $n: $key is not in the help"
		done <"$home/hints"
	done
}
t_point_06_help_names_every_key_of_the_footer_40x12() { help_names_the_footer 40x12; }
t_point_06_help_names_every_key_of_the_footer_80x24() { help_names_the_footer 80x24; }
t_point_06_help_names_every_key_of_the_footer_120x40() { help_names_the_footer 120x40; }
t_point_06_help_names_every_key_of_the_footer_200x60() { help_names_the_footer 200x60; }
t_point_07_help_finds_a_word() {
	home_of parent
	for size in $sizes; do
		drive -s $size -f - -- "$wick" <<-'.'
		wait [1 Home]
		key ?
		wait Help: Home
		type /undo
		expect /undo
		key Enter
		waitre >u C-r +undo
		type /SUSPEND
		key Enter
		waitre >.*C-z +suspend
		type /no such word
		key Enter
		wait not found: no such word
		waitre >.*C-z +suspend
		key Esc
		gone Help: Home
		.
	done
}
t_point_08_theme_tab_and_an_unknown_command() {
	home_of parent
	mkdir -p "$home/.config/wick/themes"
	printf '[theme]\nname = dusk\nbase = dark\n' >"$home/.config/wick/themes/dusk.ini"
	for size in 80x24 120x40 200x60; do
		drive -s $size -f - -- "$wick" <<-'.'
		wait [1 Home]
		type :theme
		key Tab
		expect ember
		expect paper
		expect cividis
		expect contrast
		expect mono
		expect dusk
		type du
		key Tab
		expect :theme dusk
		key Enter
		wait theme dusk
		type :bogus
		key Enter
		wait no such command: bogus
		key j
		gone no such command
		expect [1 Home]
		key q
		exit 0
		.
	done
	# a narrow row shows what has room, and Tab brings the rest
	drive -s 40x12 -d 'wait [1 Home]' -d 'type :theme' -k Tab -d 'expect ember' \
	    -k 'Tab Tab Tab Tab Tab Tab Tab' -d 'expect :theme dusk' -- "$wick"
	drive -s 40x12 -d 'wait [1 Home]' -d 'type :bogus' -k Enter \
	    -d 'wait no such command: bogus' -k j -d 'gone no such command' -- "$wick"
}
t_point_09_an_unbound_key_is_told_once() {
	home_of parent
	for key in X Z x %; do
		drive -f - -- "$wick" <<-.
		wait [1 Home]
		key $key
		wait "$key" does nothing here
		key $key
		gone does nothing here
		key $key
		settle
		reject does nothing here
		.
	done
}
