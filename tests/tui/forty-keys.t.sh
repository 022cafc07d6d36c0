# SPDX-License-Identifier: MIT
# Points 24 to 30: keys, pastes, the mouse. (forty.t.sh says what points are.)

# alike SCREEN KEYS KEYS: from a fresh start both lead to the same screen
alike() {
	for way in 2 3; do
		eval "keys=\$$way"
		drive -s $size -d 'wait [1 Home]' -k "$1" -d settle -k "$keys" -d settle \
		    -d "shot way$way" -- "$wick"
	done
	same way2 way3
}
t_point_24_letters_and_arrows() {
	home_of demo
	for size in 80x24 40x12; do
		alike 5 'j j j' 'Down*3'
		alike 5 'G' 'End'
		alike 5 'G g' 'End Home'
		alike 5 'C-d C-d C-u C-u' 'PgDn PgUp'
		alike 3 'l l h' 'Right Right Left'
		alike '5 G' 'k k' 'Up Up'
		alike '1 ?' 'j j G g' 'Down Down End Home'
	done
}
t_point_25_esc_is_quick_and_never_quits() {
	home_of parent
	for size in $sizes; do
		thrice drive -s $size -d 'wait [1 Home]' -k 'Esc Esc Esc' -d 'expect-key-ms 60' \
		    -d 'expect [1 Home]' -k '? Esc 3 Esc b Esc Esc : Esc 1' \
		    -d 'wait [1 Home]' -k 'Esc q' -d 'exit 0' -- "$wick"
	done
}
t_point_25_a_key_right_behind_esc_is_not_lost() {
	home_of demo
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 5
	wait [5 Incidents]
	key j
	settle
	shot one
	key k
	hex 1b1b5b42
	settle
	shot two
	key k
	hex 1b1b4f42
	settle
	shot four
	hex 1b1b5b3230307e71510d3a717569740d1b5b3230317e
	settle
	shot three
	.
	same one two
	same one three
	same one four
}
t_point_26_q_and_c_c_leave() {
	home_of parent
	for size in $sizes; do
		drive -s $size -d 'wait [1 Home]' -k q -d 'exit 0' -d expect-restored -- "$wick"
		drive -s $size -d 'wait [1 Home]' -k 'C-c' -d 'exit 130' -d expect-restored -- "$wick"
	done
	for keys in 2 3 4 5 6 7 8 9 '?' '? / a' ': a' v b '5 a' '5 /' '7 w' '9 Tab e' '2 F1' ': F1'; do
		drive -d 'wait [1 Home]' -k "$keys" -d settle -k C-c -d 'exit 130' \
		    -d expect-restored -- "$wick" || fail "after $keys"
	done
}
t_point_26_c_c_asks_once_where_something_is_typed() {
	home_of short
	for keys in 'b 7 h' 'e 9'; do
		rm -rf "$home/.local/state"
		drive -d 'wait [1 Home]' -k "$keys" -k C-c -d 'wait s save, d drop, Esc stay' \
		    -k C-c -d 'exit 130' -d expect-restored -- "$wick"
	done
	drive -d 'wait draft of Fri 20 restored' -d 'expectre Start +9\b' -- "$wick"
}
# A key at a time: what was typed after C-z must reach the shell, not wick.
t_point_27_suspended_and_back() {
	home_of short
	for keys in '' 5 '2 8 1 5' '?' b; do
		rm -rf "$home/.local/state"
		drive -f - -- bash --norc --noprofile -i <<-.
		type PS1='shell''> '
		key Enter
		wait shell>
		type $wick
		key Enter
		wait [1 Home]
		${keys:+key $keys}
		settle
		shot before
		key C-z
		wait shell>
		type stty -a | grep -o ' echo ' | tr ' ' =
		key Enter
		wait =echo=
		type fg
		key Enter
		wait ${keys:+ }help
		settle
		shot after
		.
		same before after
	done
}
t_point_28_paste_is_never_keys() {
	home_of golden
	for n in 1 3 4 5 6 7 8 9; do
		drive -f - -- "$wick" <<-.
		wait [1 Home]
		key $n
		waitre \\[$n 
		settle
		shot before
		paste q d d :quit
		settle
		shot after
		key Q
		exit 0
		.
		same before after
	done
	"$wick" history 1 | grep -v 'undone' | grep -q 'log Mon 16\|clear'
	drive -d 'wait [1 Home]' -k 'e BTab BTab BTab BTab BTab' -d settle \
	    -d 'hex 1b5b3230307e6c6f6e670a6e696768740d3a71751b5b3230317e' -d settle \
	    -d 'expect long night :qu' -k C-s -d 'wait saved' -- "$wick"
	"$wick" show 2026-11-20 | grep -q 'long night :qu'
}
t_point_29_mouse() {
	home_of demo
	nine 'shot nN' >"$home/steps"
	drive -d 'wait [1 Home]' -f "$home/steps" -- "$wick"
	for n in 1 2 3 4 5 6 7 8 9; do grep -q '"mouse": false' "$home/shot-n$n.json"; done
	for size in 80x24 120x40 200x60; do
		drive -s $size -f - -- "$wick" --mouse on <<-'.'
		wait [1 Home]
		clickon Trends
		wait [4 Trends]
		clickon Incidents
		wait [5 Incidents]
		settle
		shot row0
		wheel down 20,8
		settle
		shot wheel
		wheel up 20,8
		settle
		shot back
		key j j j
		settle
		shot keys
		clickon 31 Oct 11:14
		waitre >.*31 Oct 11:14
		key Q
		exit 0
		expect-restored
		.
		same wheel keys
		same row0 back
	done
}
t_point_30_many_keys_at_once() {
	home_of demo
	for row in 'j g G' 'k G g'; do
		set -- $row
		keys=$(printf '%300s' '' | tr ' ' $1)
		drive -d 'wait [1 Home]' -k "5 $3" -d settle -d 'shot last' -- "$wick"
		thrice drive -d 'wait [1 Home]' -k "5 $2" -d settle -d "type $keys" \
		    -d 'settle 300' -d 'shot many' -- "$wick"
		same last many
	done
	thrice drive -d 'wait [1 Home]' -k '5 j j j j k k 3 l l h 4 h h l 6 j j k 7 j j' \
	    -d 'expect-key-ms 30' -- "$wick"
}
