# SPDX-License-Identifier: MIT
# Points 16 to 23: colour and characters. (forty.t.sh says what points are.)

# around STEP...: Home, its help, and every screen
around() {
	printf '%s\n' 'wait [1 Home]' settle "$@" 'key ?' 'wait Help: Home' settle "$@" | sed 's/N/0/g'
	nine "$@"
}
t_point_16_no_color() {
	home_of parent
	around expect-mono >"$home/steps"
	for size in $sizes; do
		drive -s $size -e NO_COLOR=1 -f "$home/steps" -- "$wick"
	done
	drive -e NO_COLOR=1 -d 'wait [1 Home]' -d expect-mono -- "$wick" --theme ember
	! drive -e NO_COLOR= -d 'wait [1 Home]' -d expect-mono -- "$wick" >/dev/null 2>&1
	! drive -e NO_COLOR= -d 'wait [1 Home]' -d expect-mono -- "$wick" >/dev/null 2>&1
}
t_point_17_nothing_is_told_by_colour_alone() {
	home_of strained
	around 'shot pN' >"$home/steps"
	for size in $sizes; do
		drive -s $size -f "$home/steps" -- "$wick"
		for n in 0 1 2 3 4 5 6 7 8 9; do mv "$home/shot-p$n.txt" "$home/shot-c$n.txt"; done
		drive -s $size -e NO_COLOR=1 -f "$home/steps" -- "$wick"
		for n in 0 1 2 3 4 5 6 7 8; do same p$n c$n; done
	done
}
# words FILE: the words and numbers, without the drawings of heat and charts
words() {
	grep -oE '[A-Za-z]{3,}|[0-9]+([.:][0-9]+)*' "$1" | grep -vE '^[oO]+$'
}
t_point_17_the_same_words_on_every_terminal() {
	home_of parent
	around 'shot pN' >"$home/steps"
	for size in $sizes; do
		drive -s $size -f "$home/steps" -- "$wick"
		for n in 1 2 3 5 6 7 8; do words "$home/shot-p$n.txt" >"$home/words-$n"; done
		for way in '--term linux' '--term vt100' '--locale C' '--term vt100 --locale C'; do
			drive $way -s $size -f "$home/steps" -- "$wick"
			for n in 1 2 3 5 6 7 8; do
				words "$home/shot-p$n.txt" | diff "$home/words-$n" - ||
				    fail "$size $way, screen $n"
			done
		done
	done
}
t_point_17_plain_says_the_same_facts() {
	home_of strained
	drive -s 80x24 -d 'wait [1 Home]' -d settle -d 'shot drawn' -- "$wick"
	drive -s 120x60 -d 'waitre (?m)^Home, screen' -d settle -d 'shot plain' -- "$wick" --plain
	score=$(sed -n 's/^│ [^a-z]*[a-z]* *\([0-9.]*\)   *reserve.*/\1/p' "$home/shot-drawn.txt")
	band=$(sed -n 's/^│ [^a-z]*\([a-z]*\) *[0-9.]*   *reserve.*/\1/p' "$home/shot-drawn.txt")
	[ -n "$score" ]
	grep -q "$band" "$home/shot-plain.txt"
	grep -qF "$score" "$home/shot-plain.txt"
	sed -n 's/^.*✗ \([A-Za-z0-9 -]*[a-z0-9]\)   *.*/\1/p' "$home/shot-drawn.txt" >"$home/broken"
	[ -s "$home/broken" ]
	while read -r rule; do
		grep -i "$rule" "$home/shot-plain.txt" | grep -q broken || fail "$rule"
	done <"$home/broken"
	! grep -P '[\x{2500}-\x{25ff}\x{2800}-\x{28ff}]' "$home/shot-plain.txt"
}
t_point_18_contrast() {
	home_of parent
	for pair in ember:dark:4.5 cividis:dark:4.5 paper:light:4.5 contrast:dark:7; do
		theme=${pair%%:*} scheme=${pair#*:}
		around "expect-contrast ${pair##*:}" >"$home/steps"
		for size in $sizes; do
			drive -s $size --scheme ${scheme%:*} -f "$home/steps" \
			    -- "$wick" --theme $theme
		done
	done
}
t_point_19_terminals() {
	home_of parent
	for term in vt100 linux xterm tmux-256color screen vt220; do
		for size in $sizes; do
			drive -s $size --term $term -d 'wait [1 Home]' -d settle -d shot -k q \
			    -d 'exit 0' -d expect-restored -- "$wick"
			case $term in linux) ! grep -qP '[\x{2800}-\x{28ff}]' "$home/shot.txt" ;; esac
		done
	done
}
t_point_20_ascii() {
	home_of strained
	around expect-ascii >"$home/steps"
	for size in $sizes; do
		drive -s $size --locale C -f "$home/steps" -- "$wick"
	done
}
t_point_21_unknown_and_dumb_terminals() {
	home_of parent
	for term in xterm-kitty foot no-such-terminal; do
		infocmp $term >/dev/null 2>&1 ||
		    drive --term $term -e ASAN_OPTIONS=detect_leaks=0 -d 'wait [1 Home]' \
		    -d 'expectre unknown terminal[^\n]*$' -k q -d 'exit 0' -d expect-restored \
		    -- "$wick"
	done
	drive --term dumb --raw "$home/raw" -d 'exit 2' -d 'expect wick status' \
	    -d expect-restored -- "$wick"
	! grep -q "$(printf '\033')" "$home/raw"
}
colours() { sed -n '/foregrounds/,/]/p' "$home/shot-$1.json"; }
t_point_22_picker_shows_takes_and_gives_back() {
	home_of parent
	drive -s 120x40 -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 9 j Tab
	wait >* auto
	settle
	shot first
	key j
	settle
	shot second
	key Esc
	settle
	shot back
	key j Enter
	settle
	shot kept
	key Q
	exit 0
	.
	! [ "$(colours first)" = "$(colours second)" ]
	is "$(colours first)" "$(colours back)"
	drive -s 120x40 -d 'wait [1 Home]' -d settle -d 'shot again' -- "$wick"
	"$wick" config ui.theme | grep -q cividis
}
t_point_23_a_wrong_line_of_a_theme_is_named() {
	home_of parent
	mkdir -p "$home/.config/wick/themes"
	{
		printf '[theme]\nname = my\nbase = dark\n\n[ui]\ntext = 201\n'
		printf '; %s\n' 7 8 9 10 11 12 13
		printf 'bar = 300\ndim = 33\nborder = blue green red\n'
	} >"$home/.config/wick/themes/my.ini"
	for size in $sizes; do
		drive -s $size -d 'wait [1 Home]' -d 'expect my.ini:14' -d 'shot my' -k q \
		    -d 'exit 0' -d expect-restored -- "$wick" --theme my
		colours my | grep -q '"201"'
	done
}
