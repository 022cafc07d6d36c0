# SPDX-License-Identifier: MIT
# The Team screen before there is a team: what it says, and that its keys work.

t_team_says_that_nothing_is_shared() {
	home_of strained
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 8
	wait [8 Team]
	expect No team yet. Sharing is off
	expect this machine.
	expect only when 5 or more of the team gave it
	expectre sharing off +\? help$
	reject week 4
	key p
	wait The rules of sharing
	expect You decide
	key Esc
	gone The rules
	key S
	wait Sharing is off.
	expect [9 Set
	key q
	wait [1 Home]
	.
}
t_team_fits_a_small_screen() {
	home_of strained
	drive -s 40x12 -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 8
	wait never a person
	shot one
	key Tab
	wait It cannot be unlocked
	reject No team yet
	key S-Tab
	wait never a person
	shot two
	.
	same one two
}
t_team_is_the_same_on_an_empty_log() {
	"$wick" log 2026-11-19 8h >/dev/null
	"$wick" undo >/dev/null
	drive -k 8 -d 'wait No team yet' -- "$wick"
}
