# SPDX-License-Identifier: MIT
# Colours, characters, terminals.

# tour SIZE OPTIONS: every screen with a check after each; $check is the step.
tour() {
	size=$1; shift
	{
		echo 'wait [1 Home]'; echo settle; echo "$check"; echo 'shot home'
		echo 'key ?'; echo 'wait Help: Home'; echo "$check"; echo 'shot help'
		echo 'key Tab'; echo "$check"; echo 'key Tab'; echo "$check"; echo 'key Esc'
		echo 'gone Help:'
		echo 'key :'; echo 'type the'; echo 'key Tab'; echo 'key Tab'; echo "$check"; echo 'key Esc'
		echo 'key Enter'; echo 'settle'; echo "$check"; echo 'shot explain'; echo 'key Esc'
		echo 'key b'; echo 'settle'; echo "$check"; echo 'shot fill'; echo 'key Esc'
		echo 'key 3'; echo 'wait [3 Year]'; echo settle; echo "$check"; echo 'shot year'
		echo 'key Tab j'; echo settle; echo "$check"; echo 'key m'; echo settle; echo "$check"
		echo 'key 4'; echo 'wait [4 Trends]'; echo settle; echo "$check"; echo 'shot trends'
		echo 'key m h'; echo settle; echo "$check"; echo 'key Tab'; echo settle; echo "$check"
		echo 'key 5'; echo 'wait [5 Incidents]'; echo settle; echo "$check"; echo 'shot incidents'
		echo 'key j Space'; echo settle; echo "$check"
		echo 'key 6'; echo 'wait [6 Plan]'; echo settle; echo "$check"; echo 'shot plan'
		echo 'key j -'; echo settle; echo "$check"; echo 'key Tab j'; echo settle; echo "$check"
		echo 'key 7'; echo 'wait [7 Report]'; echo "$check"; echo 'shot report'
		echo 'key Tab'; echo 'settle'; echo "$check"; echo 'key w'; echo 'settle'; echo "$check"
		echo 'key Esc Tab'
		echo 'key 8'; echo 'wait [8 Team]'; echo "$check"; echo 'shot team'
		echo 'key 9 Tab'; echo 'wait [9 Set'; echo "$check"; echo 'shot settings'
		echo 'key e'; echo 'settle'; echo "$check"; echo 'key Esc Tab j Tab'; echo 'settle'
		echo "$check"; echo 'key Tab G'; echo 'settle'; echo "$check"
		echo 'key 2'; echo 'wait [2 Day]'; echo "$check"; echo 'shot day'
		echo 'key C-u'; echo 'type 910'; echo 'key Tab C-u'; echo 'type 810'; echo 'key Tab'
		echo "$check"; echo 'shot error'
		echo 'key C-u Tab'; echo 'key Esc'; echo 'wait Unsaved'; echo "$check"; echo 'shot ask'; echo 'key d'; echo 'wait [1 Home]'
	} >"$home/steps"
	drive -s "$size" "$@" -f "$home/steps" -- "$wick" ${theme:+--theme "$theme"}
}
t_no_color_sends_none() {
	home_of strained
	check=expect-mono
	for size in 40x12 80x24 120x40; do tour $size -e NO_COLOR=1; done
}
t_empty_no_color_is_not_set() {
	home_of strained
	! drive -e NO_COLOR= -d 'wait [1 Home]' -d expect-mono -- "$wick" >/dev/null 2>&1
}
t_color_never_sends_none() {
	home_of strained
	drive -d 'wait [1 Home]' -d expect-mono -- "$wick" --color never
}
t_text_is_the_same_without_colour() {
	shots='home help explain fill year trends incidents plan report team settings'
	shots="$shots day error ask"
	home_of strained
	check=settle
	for size in 40x12 80x24 120x40; do
		tour $size
		for s in $shots; do
			mv "$home/shot-$s.txt" "$home/shot-$s-coloured.txt"
		done
		tour $size -e NO_COLOR=1
		for s in $shots; do same $s $s-coloured; done
	done
}
contrast_of() {
	home_of strained
	theme=$1 scheme=$2 check="expect-contrast $3"
	for size in 40x12 80x24 120x40; do tour $size --scheme $scheme; done
}
t_contrast_ember() { contrast_of ember dark 4.5; }
t_contrast_cividis() { contrast_of cividis dark 4.5; }
t_contrast_paper() { contrast_of paper light 4.5; }
t_contrast_contrast() { contrast_of contrast dark 7; contrast_of contrast light 7; }
t_contrast_of_the_first_run() {
	for pair in ember:dark:4.5 cividis:dark:4.5 paper:light:4.5 contrast:dark:7; do
		theme=${pair%%:*} scheme=${pair#*:}
		for size in 40x12 80x24 120x40; do
			drive -s $size --scheme ${scheme%:*} -d 'wait Welcome' \
			    -d "expect-contrast ${pair##*:}" -k 'Tab Tab' \
			    -d "expect-contrast ${pair##*:}" -- "$wick" --theme $theme
		done
	done
}
t_terminals_start_and_are_restored() {
	home_of demo
	for term in vt100 linux xterm tmux-256color xterm-256color screen; do
		drive --term $term -f - -- "$wick" <<-'.'
		wait [1 Home]
		wait ? help
		key 2
		wait [2 Day]
		key Esc
		wait [1 Home]
		shot
		key q
		exit 0
		expect-restored
		.
		case $term in linux) ! grep -qP '[\x{2800}-\x{28ff}]' "$home/shot.txt" ;; esac
	done
}
t_vt100_gets_no_colour() {
	home_of demo
	drive --term vt100 -d 'wait [1 Home]' -d expect-mono -- "$wick"
}
t_c_locale_gets_ascii() {
	home_of strained
	check=expect-ascii
	for size in 40x12 80x24 120x40; do tour $size --locale C; done
}
t_c_locale_first_run_is_ascii() {
	drive --locale C -d 'wait Welcome to wick' -d expect-ascii -- "$wick"
}
t_ascii_frame_of_the_config() {
	home_of demo
	"$wick" config ui.frame ascii >/dev/null
	drive -d 'wait [1 Home]' -d expect-ascii -- "$wick"
}
t_unknown_terminal_starts_with_a_note() {
	home_of demo
	# curses forgets a little memory over a terminal it does not know
	drive --term xterm-nobody-has-it -e ASAN_OPTIONS=detect_leaks=0 -f - -- "$wick" <<-'.'
	wait [1 Home]
	expectre unknown terminal.*help$
	key q
	exit 0
	expect-restored
	.
}
t_dumb_terminal_is_refused() {
	home_of demo
	for term in dumb ''; do
		drive --term "$term" --raw "$home/raw" -d 'exit 2' -d 'expect wick status' \
		    -d expect-restored -- "$wick"
		! grep -q "$(printf '\033')" "$home/raw"
	done
}
t_theme_command_changes_the_colours() {
	home_of demo
	drive -f - -- "$wick" --theme ember <<-'.'
	wait [1 Home]
	shot before
	key :
	type theme cividis
	key Enter
	wait theme cividis
	key j
	shot after
	.
	! cmp -s "$home/shot-before.json" "$home/shot-after.json"
	is "$(sed -n '/foregrounds/,/]/p' "$home/shot-before.json" | grep -c '"215"')" 1
	is "$(sed -n '/foregrounds/,/]/p' "$home/shot-after.json" | grep -c '"215"')" 0
}
t_wrong_theme_file_is_named_with_its_line() {
	home_of demo
	mkdir -p "$home/.config/wick/themes"
	printf '[theme]\nname = my\nbase = dark\n[ui]\ntext = 300\n' >"$home/.config/wick/themes/my.ini"
	drive -s 120x40 -d 'wait [1 Home]' -d 'expect my.ini:5' -k q -d 'exit 0' \
	    -- "$wick" --theme my
}
