# SPDX-License-Identifier: MIT
# The whole program at a glance: what every screen promises, at the sizes it promises it.
# The screens keep forty points; point N is tried by t_point_NN_..., at 40x12, 80x24, 120x40
# and 200x60 where the size matters (`sh tests/tui/run.sh BUILD point_06` runs one):
#    1-9   start, frame, help             forty-start.t.sh
#   10-15  sizes                          forty-sizes.t.sh
#   16-23  colour and characters          forty-colour.t.sh
#   24-30  keys, pastes, the mouse        forty-keys.t.sh
#   31-38  forms, undo, errors            forty-forms.t.sh
#   39-40  leaving and rest               forty-rest.t.sh
# What else is promised of all of it is in forty-more.t.sh; golden screens are in golden.t.sh.
all_screens='Home Day Year Trends Incidents Plan Report Team Settings'
# tabs: the first row of a terminal that has room for all of it
tabs() {
	drive -s 200x60 -d 'wait [1 Home]' -d 'shot tabs' -- "$wick"
	head -1 "$home/shot-tabs.txt"
}
# each STEP...: the steps on every screen, after its key
each() {
	n=0 row=$(tabs)
	for screen in $all_screens; do
		n=$((n + 1))
		case $row in *"$n $screen"*) ;; *) continue ;; esac
		printf 'key Esc\nkey %d\nwaitre \\[%d %.3s' $n $n "$screen"
		printf '\nsettle\n'
		printf '%s\n' "$@"
	done
}
# walk OPTIONS... -- STEP...: starts on Home and goes round. Forms are left by Esc.
walk() {
	{ echo 'wait [1 Home]'; each "$2"; } >"$home/steps"
	drive $1 -f "$home/steps" -- "$wick" $3
}

t_forty_every_number_brings_its_screen() {
	home_of golden
	for size in 40x12 80x24 120x40 200x60; do
		walk "-s $size" 'expectre (\?|F1) help$' ''
	done
}
t_forty_screens_have_no_colour_when_asked() {
	home_of golden
	walk '-e NO_COLOR=1' expect-mono ''
}
t_forty_screens_in_ascii() {
	home_of golden
	walk '--locale C' expect-ascii ''
}
t_forty_contrast() {
	home_of golden
	for theme in ember cividis; do
		walk '--scheme dark' 'expect-contrast 4.5' "--theme $theme"
	done
	walk '--scheme light' 'expect-contrast 4.5' '--theme paper'
	walk '--scheme dark' 'expect-contrast 7' '--theme contrast'
}
t_forty_rest_on_every_screen() {
	home_of golden
	walk '' 'expect-quiet 1500' ''
}
t_forty_terminals() {
	home_of golden
	for term in vt100 linux xterm tmux-256color; do
		drive --term $term -d 'wait [1 Home]' -k q -d 'exit 0' -d expect-restored -- "$wick"
	done
}
t_forty_small_and_back() {
	home_of golden
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	shot first
	resize 39x12
	wait wick needs 40 x 12
	expect 39 x 12
	key j Enter
	resize 40x11
	wait 40 x 11
	resize 80x24
	wait [1 Home]
	settle
	shot again
	key q
	exit 0
	expect-restored
	.
	same first again
}
t_forty_lines_are_no_longer_than_the_screen() {
	home_of golden
	walk '-s 40x12' 'shot small' ''
	! grep -qE '.{41}' "$home/shot-small.txt"
}
t_forty_keys_are_quick() {
	home_of demo
	thrice drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key Tab
	type jjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj
	settle
	expect-key-ms 60
	key Q
	exit 0
	expect-restored
	.
}
t_forty_plain_on_every_screen() {
	home_of golden
	n=0 at=0 row=$(tabs)
	echo 'waitre (?m)^Home, screen 1 of' >"$home/steps"
	for screen in $all_screens; do
		n=$((n + 1))
		case $row in *"$n $screen"*) ;; *) continue ;; esac
		at=$((at + 1))
		printf 'key Esc\nkey %d\nwaitre (?m)^%s, screen %d of\n' $n $screen $at
	done >>"$home/steps"
	drive -f "$home/steps" -- "$wick" --plain
}
t_forty_no_terminal() {
	rc=0
	"$wick" tui </dev/null >"$home/out" 2>"$home/err" || rc=$?
	[ $rc != 0 ]
	! grep -q "$(printf '\033')" "$home/out"
}
