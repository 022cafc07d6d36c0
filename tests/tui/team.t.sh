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
	expect only when 5 or more gave it
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
	wait never sent by anyone
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
# hub_up: one of our own on a port of its own, for this test; its address is in $url
hub_up() {
	mkdir "$home/hub"; echo ok >"$home/hub/hub.mode"
	python3 "$here/../net/hubd.py" "$home/hub" >/dev/null 2>&1 & hub=$!
	trap 'kill $hub' EXIT
	n=0
	until [ -s "$home/hub/hub.port" ] || [ $n -gt 500 ]; do n=$((n + 1)); python3 -c 'import time; time.sleep(.02)'; done
	url=http://127.0.0.1:$(cat "$home/hub/hub.port")
	echo wki_IIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIII | "$wick" share enrol "$url" --name Sam >/dev/null
}
t_team_asks_the_hub_and_keeps_what_it_said() {
	home_of strained
	hub_up
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 8
	wait nothing was asked yet
	key r
	wait the hub has answered
	wait Team core, by week
	expectre > 2026-W46 +some +3-5 +1-2
	expect hidden: fewer than 5 gave
	expect who shares by name
	reject ^[
	key j
	wait stays hidden
	expect ▲▲ strained
	.
	drive -k 8 -d 'wait Team core, by week' -d 'expect asked Fri 20 Nov' -- "$wick"
	echo 'status 500' >"$home/hub/hub.mode"
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 8 r
	wait not the hub that says
	expect Team core, by week
	.
}
t_sharing_is_agreed_to_sent_and_taken_back_from_the_screen() {
	home_of strained
	hub_up
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key S
	wait nothing was agreed to yet
	key p
	wait "schema":"wick.week/1"
	key Esc
	key A
	wait share grant --yes
	key Esc
	wait nothing was agreed to yet
	key A
	wait share grant --yes
	key Enter
	wait shared until
	wait Sharing is on.
	key S
	wait the hub has answered
	expectre 2026-W46 +rev 1 +arrived
	key P Enter
	wait sharing is paused
	key R Enter
	wait the consent was withdrawn
	key S
	wait the hub has answered
	.
	is "$("$wick" share log --json | grep -o '"op":"[a-z]*"' | tr '\n' ' ')" '"op":"withdraw" "op":"put" "op":"consent" '
}
t_team_does_not_call_sharing_off_when_others_than_a_hub_receive() {
	home_of strained
	echo | "$wick" share enrol --kind influx http://127.0.0.1:9/write >/dev/null
	drive -k 8 -d 'wait goes to another receiver' -d 'expectre no hub +\? help$' \
	    -d 'reject nothing ever left' -- "$wick"
}
