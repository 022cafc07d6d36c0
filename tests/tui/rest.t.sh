# SPDX-License-Identifier: MIT
# Leaving, signals, rest, a store that is read only or in use, and other writers.

t_signals_leave_within_a_second() {
	home_of demo
	for sig in TERM HUP; do
		for keys in '' '?' '2' ': x' b; do
			thrice drive -d 'wait [1 Home]' ${keys:+-k "$keys"} -d 'within 1' \
			    -d "signal $sig" -d 'exit 0' -d expect-restored -- "$wick"
		done
	done
	thrice drive -d 'wait [1 Home]' -d 'within 1' -d 'signal INT' -d 'exit 130' \
	    -d expect-restored -- "$wick"
}
t_signal_in_the_first_run() {
	thrice drive -d 'wait Welcome' -d 'within 1' -d 'signal TERM' -d 'exit 0' \
	    -d expect-restored -- "$wick"
	is "$(find "$home" -type f -name '*.db*')" ''
}
t_no_process_is_left() {
	home_of demo
	drive -f - -- sh -c '"$0"; echo "children: $(ps -o comm= --ppid $$ | grep -c wick)"' \
	    "$wick" <<-'.'
	wait [1 Home]
	key q
	wait children: 0
	.
}
t_idle_writes_nothing() {
	home_of strained
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	settle
	expect-quiet 3000
	key ?
	settle
	expect-quiet 3000
	key Esc
	key 2
	wait [2 Day]
	settle
	expect-quiet 3000
	key Esc
	key b
	settle
	expect-quiet 3000
	.
	drive -d 'wait Welcome' -d settle -d 'expect-quiet 1500' -- "$wick" --db "$home/none.db"
}
t_idle_wide_screen_writes_nothing() {
	home_of strained
	for size in 40x12 120x40; do
		drive -s $size -d 'wait [1 Home]' -d settle -d 'expect-quiet 1500' -- "$wick"
	done
}
# cost MS: hundredths of a second on a processor of a run that rests for so long
cost() {
	drive -f - -- sh -c '"$0"; times' "$wick" <<-.
	wait [1 Home]
	settle
	expect-quiet $1
	key q
	waitre (?s)m[0-9.]+s.*m[0-9.]+s.*m[0-9.]+s.*m[0-9.]+s
	shot times
	.
	# user and system time: the children's line
	grep -Eo '[0-9]+m[0-9.]+s' "$home/shot-times.txt" | tail -2 | tr ms '  ' |
	    awk '{ sum += $1 * 60 + $2 } END { print int(sum * 100) }'
}
# Starting costs what the machine makes of it; resting costs nothing on any.
idle_costs_nothing() {
	short=$(cost 1) long=$(cost 3000)
	[ $((long - short)) -le 10 ] || fail "3 s of rest take $((long - short)) hundredths"
}
t_idle_takes_no_time() {
	home_of demo
	thrice idle_costs_nothing
}
t_cursor_moves_are_cheap() {
	home_of demo
	for size in 80x24 120x40; do
		drive -s $size -f - -- "$wick" <<-'.'
		wait [1 Home]
		key 2
		wait [2 Day]
		settle
		shot one
		key Tab
		settle
		shot two
		key Tab
		settle
		shot three
		key Esc
		wait [1 Home]
		key :
		type keys
		key Enter
		wait Actions
		key j
		settle
		shot list1
		key j
		settle
		shot list2
		key Esc
		settle
		shot home1
		key Tab
		settle
		shot home2
		key j
		settle
		shot home3
		key Tab
		settle
		shot home4
		key Tab
		settle
		shot home5
		.
		for pair in 'one two 600' 'two three 600' 'list1 list2 600' 'home1 home2 600' \
		    'home2 home3 600' 'home3 home4 600' 'home4 home5 600'; do
			set -- $pair
			bytes=$(($(number $2 bytes_written) - $(number $1 bytes_written)))
			[ $bytes -le $3 ] || fail "$size, from $1 to $2: $bytes bytes"
		done
	done
}
t_no_terminal_is_refused_with_advice() {
	home_of demo
	rc=0
	"$wick" </dev/null >"$home/out" 2>"$home/err" || rc=$?
	is $rc 2
	is "$(cat "$home/out")" ''
	grep -q 'wick status' "$home/err"
	! grep -q "$(printf '\033')" "$home/err"
}
t_input_from_nowhere_in_a_terminal() {
	home_of demo
	drive --raw "$home/raw" -d 'exit 2' -d 'expect wick status' -d expect-restored \
	    -- sh -c '"$0" </dev/null' "$wick"
	! grep -q "$(printf '\033')" "$home/raw"
	drive --raw "$home/raw" -d 'exit 2' -d expect-restored -- sh -c '"$0" | cat; exit 2' "$wick"
	! grep -q "$(printf '\033')" "$home/raw"
}
# A store of another user: read, not written. As root nothing is refused: nobody does it.
t_read_only_store_can_be_looked_at() {
	home_of short
	cp "$wick" "$base/wick-one"
	chmod 755 "$base/wick-one"
	[ "$(id -u)" != 0 ] || chown -R 65534:65534 "$home"
	find "$home" -type f -exec chmod 400 {} +
	find "$home/.local/share" -type d -exec chmod 500 {} +
	as=as_nobody
	drive -f - -- "$base/wick-one" <<-'.'
	wait [1 Home]
	expect 8.5
	key e
	wait [2 Day]
	type 9
	key Tab
	type 17
	key C-s
	waitre (?s)^ ! cannot write .*
	expectre Start +09:00
	expectre End +17
	expect [2 Day]
	key Esc d
	wait [1 Home]
	key u
	waitre (?s)^ ! cannot write .*
	key q
	exit 0
	expect-restored
	.
	chmod -R u+rwX "$home"
	! "$wick" show 2026-11-20 2>&1 | grep -q '9:00'
}
t_read_only_folder_without_a_log() {
	mkdir -p "$home/.local/share" "$home/.config"
	[ "$(id -u)" != 0 ] || chown -R 65534:65534 "$home"
	chmod 500 "$home/.local/share" "$home/.config" "$home"
	cp "$wick" "$base/wick-two"
	chmod 755 "$base/wick-two"
	as=as_nobody
	drive -o "$base/shot" -f - -- "$base/wick-two" <<-'.'
	wait Welcome
	key s
	settle
	expectre (?i)denied|read.only|cannot
	key q
	exit 0
	expect-restored
	.
	chmod -R u+rwX "$home"
}
# hold HOW: another program has the store for itself until the file go is made
hold() {
	cat >"$home/hold.py" <<-'.'
	import os, sqlite3, sys, time
	c = sqlite3.connect(sys.argv[1], isolation_level=None)
	c.execute("BEGIN " + sys.argv[4])
	open(sys.argv[2], "w").close()
	end = time.monotonic() + 120
	while not os.path.exists(sys.argv[3]) and time.monotonic() < end:
	    time.sleep(.02)
	c.execute("ROLLBACK")
	.
	/usr/bin/python3 "$home/hold.py" "$home/.local/share/wick/wick.db" "$home/held" "$home/go" "$1" &
	holder=$!
	until_file "$home/held"
}
t_store_in_use_is_told_and_nothing_is_lost() {
	home_of short
	hold IMMEDIATE
	rc=0
	drive -f - -- "$wick" <<-. || rc=$?
	wait [1 Home]
	key e
	wait [2 Day]
	type 9
	key Tab
	type 17
	key C-s
	waitre (?s)^ ! .*is in use
	expectre Start +09:00
	expectre End +17
	.
	touch "$home/go"
	wait $holder
	is $rc 0
}
t_store_in_use_at_the_start_is_told_within_a_second() {
	home_of short
	hold EXCLUSIVE
	rc=0
	thrice drive -d 'within 1.3' -d exit -d 'expect in use' -d expect-restored -- "$wick" || rc=$?
	touch "$home/go"
	wait $holder
	is $rc 0
}
t_store_in_use_for_reading_is_told_and_comes_back() {
	home_of short
	( until_file "$home/shot-open.txt"; hold EXCLUSIVE; until_file "$home/shot-told.txt"
	touch "$home/go" ) &
	rc=0
	drive -f - -- "$wick" <<-'.' || rc=$?
	wait [1 Home]
	shot open
	key 2
	wait [2 Day]
	type 9
	key Tab
	type 17
	key C-s
	waitre (?s)^ ! .*is in use|saved
	shot told
	key Esc
	waitre Unsaved|1 Home
	.
	touch "$home/go"
	wait
	is $rc 0
}
t_store_in_use_and_then_free_saves() {
	home_of short
	hold IMMEDIATE
	( until_file "$home/shot-held.txt"; touch "$home/go" ) &
	rc=0
	drive -f - -- "$wick" <<-. || rc=$?
	wait [1 Home]
	key e
	wait [2 Day]
	type 9
	key Tab
	type 17
	key C-s
	waitre (?s)^ ! .*is in use
	shot held
	settle
	key C-s
	waitre saved|is in use
	key C-s
	wait saved
	.
	wait
	is $rc 0
	"$wick" show 2026-11-20 | grep -q '9:00-17:00'
}
t_killed_leaves_no_lock() {
	home_of short
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key e
	type 9
	signal KILL
	exit -9
	.
	"$wick" log 2026-11-20 9:00-17:00 | grep -q '9:00'
	drive -d 'wait [1 Home]' -d 'expectre work .* 8\.0' -- "$wick"
}
# While the screens are open another program logs fifty times.
fifty_logs() {
	home_of short
	rm -rf "$home"/shot-* "$home/.local/state"
	(
		until_file "$home/shot-open.txt"
		i=0
		while [ $i -lt 50 ]; do
			"$wick" log 2026-11-20 $((i % 9 + 1))h || exit 1
			i=$((i + 1))
		done
		until_file "$home/shot-undone.txt"
		"$wick" log 2026-11-20 7h30m
	) >"$home/outside" 2>&1 &
	outside=$!
	rc=0
	drive -f - -- "$wick" <<-'.' || rc=$?
	wait [1 Home]
	shot open
	key j k j k ? Esc 2 Esc u
	waitre undone|in use|nothing
	shot undone
	waitre work .* 7\.5
	reject locked
	reject in use
	key :
	type messages
	key Enter
	wait Messages
	reject locked
	reject in use
	.
	touch "$home/shot-open.txt" "$home/shot-undone.txt"
	wait $outside || :
	cat "$home/outside"
	is $rc 0 && ! grep -qi 'lock\|in use' "$home/outside" &&
	    is "$(grep -c '^Fri 20' "$home/outside")" 51
}
# Nobody waits for a lock longer than a second, which another program may take from both.
t_fifty_logs_from_outside() { thrice fifty_logs; }
t_news_from_outside_within_a_second() {
	home_of short
	hours=8
	news() {
		hours=$((hours + 1))
		rm -f "$home/shot-open.txt" "$home/logged"
		(
			until_file "$home/shot-open.txt"
			"$wick" log 2026-11-20 ${hours}h && touch "$home/logged"
		) >"$home/outside" 2>&1 &
		rc=0
		drive -f - -- "$wick" <<-. || rc=$?
		wait [1 Home]
		shot open
		file $home/logged
		within 1
		waitre work .* $hours\.0
		.
		wait
		return $rc
	}
	thrice news
}
t_news_from_outside_keep_a_changed_form() {
	home_of short
	drive -f - -- bash --norc --noprofile -i <<-.
	type PS1='shell''> '
	key Enter
	wait shell>
	type $wick
	key Enter
	wait [1 Home]
	key e
	type 9:1
	expectre Start +9:1\b
	key C-z
	wait shell>
	type $wick log 2026-11-20 11:00-12:00
	key Enter
	wait wick undo
	type fg
	key Enter
	wait [2 Day]
	sleep 1.2
	expectre Start +9:1\b
	expect * unsaved
	.
}
t_a_day_saved_elsewhere_is_not_overwritten() {
	home_of short
	(
		until_file "$home/shot-typed.txt"
		"$wick" log 2026-11-20 8:30-16:30 --stress 4 && touch "$home/logged"
	) >"$home/outside" 2>&1 &
	rc=0
	drive -f - -- "$wick" <<-. || rc=$?
	wait [1 Home]
	key 2
	wait [2 Day]
	type 900
	key Tab
	type 1700
	key Tab
	shot typed
	file $home/logged
	key C-s
	wait changed elsewhere
	expectre Start +09:00
	expect (4)
	key C-s
	wait saved: Fri 20
	.
	wait
	cat "$home/outside"
	is $rc 0
	"$wick" show 2026-11-20 | grep -q '9:00-17:00'
	"$wick" show 2026-11-20 | grep -q 'stress 4'
}
