# SPDX-License-Identifier: MIT
# Points 39 and 40: leaving and rest. (forty.t.sh says what points are.)

t_point_39_signals_on_every_screen() {
	home_of parent
	for sig in TERM HUP; do
		for keys in 1 3 4 5 6 7 8 9 2 ? ':' b v '5 a'; do
			thrice drive -d 'wait [1 Home]' -k "$keys" -d settle -d 'within 1' \
			    -d "signal $sig" -d 'exit 0' -d expect-restored -- "$wick" ||
			    fail "$sig after $keys"
		done
	done
}
t_point_39_no_child_is_left() {
	home_of parent
	drive -f - -- sh -c '"$0" & p=$!; wait $p; ps -o comm= | grep -c "^wick"' "$wick" <<-'.'
	exit
	.
	drive -f - -- sh -c '"$0"; echo "left: $(ps -e -o ppid=,comm= | grep -c "^ *$$ wick")"' \
	    "$wick" <<-'.'
	wait [1 Home]
	type :import /dev/null
	key Enter
	settle
	key q
	wait left: 0
	.
}
t_point_40_quiet_on_every_screen() {
	home_of parent
	for n in 1 2 3 4 5 6 7 8 9; do
		drive -d 'wait [1 Home]' -k $n -d settle -d 'expect-quiet 3000' -- "$wick"
	done
}
t_point_40_cursor_moves_are_cheap() {
	home_of demo
	for row in '1 Tab j k' '3 Esc h l' '4 Esc h l' '5 Esc j k' '6 Esc j k' '7 Esc j k' \
	    '9 Tab j k' '2 Esc Tab BTab'; do
		set -- $row
		n=$1
		[ $n = 2 ] && first=e || first="$n $2"
		drive -d 'wait [1 Home]' -k "$first" -d settle -d 'shot a' -k "$3" -d settle \
		    -d 'shot b' -k "$4" -d settle -d 'shot c' -- "$wick"
		for pair in 'a b' 'b c'; do
			set -- $pair
			bytes=$(($(number $2 bytes_written) - $(number $1 bytes_written)))
			[ $bytes -le 600 ] || fail "screen $n: $bytes bytes"
		done
	done
}
t_point_40_no_terminal_is_refused_with_advice() {
	home_of parent
	for way in '"$0" </dev/null >"$1" 2>"$2"' 'cat /dev/null | "$0" >"$1" 2>"$2"' \
	    '"$0" tui </dev/null >"$1" 2>"$2"' '"$0" --plain </dev/null >"$1" 2>"$2"'; do
		rc=0
		sh -c "$way" "$wick" "$home/out" "$home/err" || rc=$?
		is $rc 2
		is "$(cat "$home/out")" ''
		! grep -q "$(printf '\033')" "$home/err"
	done
	"$wick" </dev/null 2>&1 | grep -q 'wick status'
	drive --raw "$home/raw" -d 'exit 2' -d 'expect wick status' -d expect-restored \
	    -- sh -c '"$0" </dev/null' "$wick"
	! grep -q "$(printf '\033')" "$home/raw"
}
