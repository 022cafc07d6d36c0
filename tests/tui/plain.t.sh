# SPDX-License-Identifier: MIT
# --plain: every screen as lines of words, and 'v', which shows the same over any screen.

t_plain_has_no_frames_and_names_the_screen() {
	home_of golden
	for size in 40x12 80x24 120x40; do
		drive -s $size -f - -- "$wick" --plain <<-'.'
		waitre (?m)^Home, screen 1 of [0-9]+, Fri 20 Nov
		waitre (?m)^> Strain to Thu 19 Nov: 
		shot home
		key 2
		waitre (?m)^Day, screen 2 of [0-9]+
		waitre (?m)^> Start: 
		shot day
		.
		! grep -P '[\x{2500}-\x{25ff}\x{2800}-\x{28ff}]' "$home/shot-home.txt" "$home/shot-day.txt"
	done
}
t_plain_reads_line_by_line() {
	home_of golden
	drive -f - -- "$wick" --plain <<-'.'
	waitre (?m)^> Strain
	reject week 10
	key Tab
	waitre (?m)^> (plus|minus) 
	key j
	settle
	shot two
	key G
	waitre Enter explains the line
	key g
	waitre (?m)^Home, screen 1 of
	key PgDn PgDn
	gone Home, screen 1 of
	.
	grep -q '"y": ' "$home/shot-two.json"
}
t_plain_form_is_typed_into() {
	home_of short
	drive -f - -- "$wick" --plain <<-'.'
	waitre (?m)^> Strain
	key 2
	waitre (?m)^> Start: 
	type 840
	key Tab
	waitre (?m)^  Start: 08:40
	type 8:10
	key Tab
	waitre error: .*before the start
	waitre 18:10. Enter takes it
	key Enter
	waitre (?m)^  End: 18:10
	key C-s
	wait saved: Fri 20
	.
}
t_plain_first_run() {
	drive -f - -- "$wick" --plain <<-'.'
	waitre (?m)^Welcome to wick
	waitre (?m)^> Hours in a normal week: 40
	key Tab
	waitre (?m)^> Working days: Mon Tue Wed Thu Fri
	key Tab Tab
	waitre (?m)^> Import a file
	key q
	exit 0
	.
}
t_values_are_the_screen_as_lines() {
	home_of golden
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key v
	wait Home, screen 1 of
	key / 
	type newest first
	key Enter
	key PgDn
	waitre to Sat 14 Nov: [a-z]+, [0-9.]+
	key Esc
	gone newest first
	key H v /
	type newest first
	key Enter
	key PgDn
	waitre to Sat 14 Nov: [a-z]+ 
	.
}
t_plain_and_values_tell_every_number() {
	home_of demo
	for how in frames values plain; do
		size=120x40 first='1 Home' more= option=
		[ $how = frames ] || size=120x100
		[ $how != values ] || more='key v'
		[ $how != plain ] || option=--plain first='screen 1 of'
		for n in 1 3 4 5 6 7 8 9; do
			printf 'key Esc\nkey %d\nwaitre (\\[%d |screen %d of)\nsettle\n%s\nsettle\nshot %s-%d\nkey Esc\n' \
			    $n $n $n "$more" $how $n
		done | sed '/^$/d' >"$home/steps"
		drive -s $size -d "wait $first" -f "$home/steps" -- "$wick" $option
	done
	/usr/bin/python3 - "$home" <<-'.'
	import re, sys
	def text(how, n):
	    with open("%s/shot-%s-%s.txt" % (sys.argv[1], how, n)) as f:
	        return re.sub(r"[\s│]+", " ", f.read())
	for n in "13456789":
	    for how in ("values", "plain"):
	        told = text(how, n)
	        for number in set(re.findall(r"\d+\.\d\b", text("frames", n))):
	            assert number in told or str(round(float(number))) in told, (how, n, number)
	.
}
