# SPDX-License-Identifier: MIT
# keys.ini: other keys, and what is wrong with it.

t_keys_are_rebound_and_shown() {
	home_of short
	mkdir -p "$home/.config/wick"
	printf '[home]\nx = log-today\ne = none\n[everywhere]\nz = undo\n[form]\nC-g = save\n' \
	    >"$home/.config/wick/keys.ini"
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	expect x log today
	expect x today is not logged yet
	key ?
	wait Help: Home
	expectre x +log today
	key Esc
	key e
	wait "e" does nothing here
	key x
	wait [2 Day]
	expect C-g save
	type 910
	key Tab
	type 1810
	key Tab C-g
	wait saved: Fri 20
	key Esc
	wait [1 Home]
	key z
	wait undone
	key : k e y s Enter
	waitre x +log-today
	.
}
t_mistakes_in_keys_are_told() {
	home_of short
	mkdir -p "$home/.config/wick"
	printf '[home]\n\nC-c = fill\n' >"$home/.config/wick/keys.ini"
	drive -d 'wait keys.ini:3: C-c cannot be changed' -k C-c -d 'exit 130' -- "$wick"
	printf '[home]\nx = fil\n[hoem]\ny = fill\n' >"$home/.config/wick/keys.ini"
	drive -f - -- "$wick" <<-'.'
	wait keys.ini: 2 lines need a look
	key :
	type messages
	key Enter
	wait keys.ini:2: no such action here: fil (did you mean "fill"?)
	wait keys.ini:4: no such screen: hoem
	.
}
