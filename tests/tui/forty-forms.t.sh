# SPDX-License-Identifier: MIT
# Points 31 to 38: forms, undo, errors. (forty.t.sh says what points are.)

day() { "$wick" show 2026-11-20; }

t_point_31_an_end_before_its_start() {
	for size in $sizes; do
		home_of short
		drive -s $size -f - -- "$wick" <<-'.'
		wait [1 Home]
		key e
		wait [2 Day]
		type 8:40
		key Tab
		type 8:10
		key Tab
		expect before the start
		expectre >End +8:10
		key C-s
		expectre ! End: before the start
		expectre >End +8:10
		key Enter
		expectre End +18:10
		reject before the start
		key C-s
		wait saved: Fri 20
		.
		day | grep -q '8:40-18:10'
	done
}
t_point_32_what_may_be_typed() {
	home_of short
	# a start, an end, as they are shown, and what is worked then
	for row in '840 1705 08:40 17:05 8:25' '8:40 17.30 08:40 17:30 8:50' \
	    '8.40 +9h 08:40 17:40 9:00' '1130 26:00 11:30 26:00 14:30' \
	    '0 8 00:00 08:00 8:00' '9 now 09:00 18:00 9:00' '6:59 +30m 06:59 07:29 0:30'; do
		set -- $row
		for size in $sizes; do
			rm -rf "$home/.local/state"
			drive -s $size -f - -- "$wick" <<-.
			wait [1 Home]
			key e
			wait [2 Day]
			type $1
			key Tab
			expectre Start +$3
			type $2
			expectre Worked +$5
			key Tab
			expectre End +$4
			expectre Worked +$5
			key BTab C-u
			type 99:99
			key Tab
			expect not a time: 18:10, 1810, 9h, +30m
			expectre >End +99:99
			key Esc d
			wait [1 Home]
			.
		done
	done
}
t_point_33_missing_is_not_zero() {
	for row in '_ \?' '0 0.0' '- \?' '7:50 7.8'; do
		typed=${row% *} shown=${row#* }
		home_of short
		drive -f - -- "$wick" <<-.
		wait [1 Home]
		key e
		wait [2 Day]
		type 9
		key Tab
		type 17
		key Down*5
		waitre >Slept
		$([ $typed = _ ] || echo "type $typed")
		key C-s
		wait saved
		key Esc
		wait [1 Home]
		expectre sleep .*7\.0 +$shown
		expectre [0-9] of 7
		.
	done
}
t_point_33_the_strain_says_what_it_stands_on() {
	home_of golden
	for size in 80x24 120x40 200x60; do
		drive -s $size -d 'wait [1 Home]' -d 'expectre [0-9] of 7 days known, sleep [0-9] of 7' \
		    -- "$wick"
	done
}
t_point_34_leaving_a_changed_form() {
	for size in $sizes; do
		home_of short
		rm -rf "$home/.local/state"
		drive -s $size -f - -- "$wick" <<-'.'
		wait [1 Home]
		key e
		type 7:12
		key Tab
		type 15:45
		key Esc
		wait s save, d drop, Esc stay
		key Esc
		gone s save, d drop
		expectre >End +15:45
		signal TERM
		exit 0
		expect-restored
		.
		drive -s $size -f - -- "$wick" <<-'.'
		wait draft of Fri 20 restored
		expectre Start +0?7:12
		expectre End +15:45
		key Esc s
		wait [1 Home]
		.
		day | grep -q '7:12-15:45'
		drive -s $size -d 'wait [1 Home]' -d 'reject draft' -- "$wick"
	done
}
t_drafts_of_missing_days_and_of_a_page() {
	home_of short
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key b
	wait Fill what is missing
	type 9-17:30
	key Tab
	type 7h
	signal TERM
	exit 0
	.
	drive -f - -- "$wick" <<-'.'
	wait draft of the missing days restored
	expect 9-17:30
	expect 7h
	key Esc
	wait s save, d drop
	key d
	gone Fill what
	key 5
	wait [5
	key a
	wait Minutes
	key Tab
	type 25m
	key Tab Tab Tab Tab
	type disk of ä
	signal HUP
	exit 0
	.
	drive -f - -- "$wick" <<-'.'
	wait draft of the page restored
	expect disk of ä
	expect 25m
	.
}
t_drafts_of_a_setting() {
	home_of short
	for with in TERM HUP; do
		drive -f - -- "$wick" <<-. || return 1
		wait [1 Home]
		key 9 Tab
		key e C-u
		type 7 7 7 7 7 0 0
		signal $with
		exit 0
		expect-restored
		.
		drive -f - -- "$wick" <<-'.' || return 1
		wait draft of work.contract restored
		wait [9 Set
		expectre > contract +7 7 7 7 7 0 0
		key Esc
		expectre contract +8 8 8 8 8 0 0
		key q
		wait [1 Home]
		.
		drive -d 'wait [1 Home]' -d 'reject draft' -- "$wick" || return 1
	done
	# what was not changed is no draft
	drive -d 'wait [1 Home]' -k '9 Tab e' -d 'signal TERM' -d 'exit 0' -- "$wick"
	drive -d 'wait [1 Home]' -d 'reject draft' -- "$wick"
}
t_stopped_and_killed_in_each_form_leaves_no_lock() {
	home_of short
	"$wick" export --format jsonl >"$home/before"
	for form in 'e 7' 'b 7 h' '5 a 1 2 3' '9 Tab e 7'; do
		drive -f - -- "$wick" <<-. || return 1
		wait [1 Home]
		key $form
		settle
		shot form
		signal KILL
		exit -9
		.
		rm -f "$home/.local/state/wick/draft"
		WICK_NOW=2026-11-20T18:01 timeout 60 "$wick" log 2026-11-16 -e 3 >/dev/null || return 1
		"$wick" undo >/dev/null
		"$wick" export --format jsonl | cmp - "$home/before" || return 1
	done
}
t_point_34_a_draft_also_after_the_terminal_went() {
	home_of short
	cat >"$home/gone.py" <<-'.'
	import fcntl, os, pty, select, struct, sys, termios, time
	pid, fd = pty.fork()
	if pid == 0:
	    os.execv(sys.argv[1], ["wick"])
	fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
	def read_until(word):
	    seen, end = b"", time.monotonic() + 60
	    while word not in seen and time.monotonic() < end:
	        if select.select([fd], [], [], .1)[0]:
	            seen += os.read(fd, 65536)
	read_until(b"Strain")
	os.write(fd, b"e")
	read_until(b"C-s")
	os.write(fd, b"7:31")
	read_until(b"unsaved")
	os.close(fd)
	end = time.monotonic() + 60
	while os.waitpid(pid, os.WNOHANG)[0] == 0:
	    assert time.monotonic() < end, "it lives on without a terminal"
	    time.sleep(.02)
	.
	TERM=xterm-256color /usr/bin/python3 "$home/gone.py" "$wick"
	drive -d 'wait draft of Fri 20 restored' -d 'expectre Start +0?7:31' -- "$wick"
	"$wick" log 2026-11-20 8h >/dev/null
}
t_point_35_undo_and_redo() {
	for size in $sizes; do
		home_of short
		drive -s $size -f - -- "$wick" <<-'.'
		wait [1 Home]
		key e
		type 10
		key Tab
		type 16:30
		key C-s
		wait saved: Fri 20
		key Esc
		wait [1 Home]
		key u
		wait undone: Fri 20
		key C-r
		wait redone: Fri 20
		key q
		exit 0
		.
		day | grep -q '10:00-16:30'
		drive -s $size -d 'wait [1 Home]' -k u -d 'wait undone: Fri 20' -k q -d 'exit 0' \
		    -- "$wick"
		! day 2>&1 | grep -q '10:00'
	done
}
t_point_36_deleting_an_incident() {
	for size in $sizes; do
		home_of demo
		before=$("$wick" export --format jsonl | grep -c '"incident"')
		drive -s $size -f - -- "$wick" <<-'.'
		wait [1 Home]
		key 5 j j
		waitre >.*31 Oct 03:59
		settle
		shot before
		key d
		wait deleted: Sat 31 Oct 3:59
		expect u undoes
		gone 31 Oct 03:59
		key u
		wait undone
		key k j
		settle
		waitre >.*31 Oct 03:59
		shot after
		key d Enter Enter
		settle
		.
		grep '31 Oct' "$home/shot-before.txt" >"$home/a"
		grep '31 Oct' "$home/shot-after.txt" >"$home/b"
		cmp "$home/a" "$home/b"
		is "$("$wick" export --format jsonl | grep -c '"incident"')" $((before - 1))
	done
}
t_point_37_a_store_that_cannot_be_written() {
	home_of short
	cp "$wick" "$base/wick-37"
	chmod 755 "$base/wick-37"
	[ "$(id -u)" != 0 ] || chown -R 65534:65534 "$home"
	chmod 400 "$home/.local/share/wick/wick.db"
	for mode in 700 500; do
		chmod $mode "$home/.local/share/wick"
		for size in $sizes; do
			as=as_nobody
			drive -s $size -f - -- "$base/wick-37" <<-'.'
			wait [1 Home]
			waitre ! cannot write\s+~/.local/share/wick/wick.db
			key 3
			waitre \[3 Year
			key 2
			wait [2 Day]
			type 9
			key Tab
			type 17
			key C-s
			waitre ! cannot write\s+~/.local/share/wick/wick.db
			key j
			expectre End +17
			key Esc d
			wait [1 Home]
			key q
			exit 0
			expect-restored
			.
		done
	done
	chmod -R u+rwX "$home"
}
t_point_37_a_store_in_use() {
	home_of short
	cat >"$home/hold.py" <<-'.'
	import os, sqlite3, sys, time
	c = sqlite3.connect(sys.argv[1], isolation_level=None)
	c.execute("BEGIN IMMEDIATE")
	open(sys.argv[2], "w").close()
	end = time.monotonic() + 120
	while not os.path.exists(sys.argv[3]) and time.monotonic() < end:
	    time.sleep(.02)
	.
	/usr/bin/python3 "$home/hold.py" "$home/.local/share/wick/wick.db" "$home/held" \
	    "$home/shot-told.txt" &
	until_file "$home/held"
	rc=0
	drive --raw "$home/raw" -f - -- "$wick" <<-'.' || rc=$?
	wait [1 Home]
	key e
	wait [2 Day]
	type 9
	key Tab
	type 17
	key C-s
	waitre ! .*is in use
	expectre End +17
	shot told
	.
	wait
	is $rc 0
	grep -aq 'reading \.\.\.' "$home/raw"      # it went by while the store was waited for
	drive -d 'wait draft' -d 'signal KILL' -d 'exit -9' -- "$wick"
	"$wick" log 2026-11-20 9:00-17:00 | grep -q '9:00'
}
# Nothing is sent from here yet: S says so at once, and nothing waits for an answer.
t_point_38_sharing_is_off_and_keys_are_answered() {
	home_of parent
	for size in $sizes; do
		thrice drive -s $size -d 'wait [1 Home]' -k S -d 'waitre \[9 ' -d 'waitre (?i)sharing' \
		    -k 'j k Tab j k Tab' -d 'expect-key-ms 50' -k q -d 'wait [1 Home]' -- "$wick"
	done
}
# real_hub: wick-hub on a free port with a team of six who gave their weeks; $home is the
# lead, who has enrolled. The hub lives today, and so does everybody here.
real_hub() {
	store="sqlite:$home/hub.db"
	export PATH="$build:$PATH" WICK_NOW="$(date -u +%Y-%m-%dT%H:%M)"
	word() { grep -o "$1[A-Za-z0-9_-]*" "$2" | head -1; }
	wick-hub admin team core Core --store "$store" >/dev/null
	for who in lead ann bob cid dan eve fay; do
		wick-hub admin invite --role engineer --store "$store" >"$home/$who.invite" 2>&1
		role=; [ $who != lead ] || role=--manager
		wick-hub admin member core "$(word p_ "$home/$who.invite")" $role --store "$store" \
		    >/dev/null
	done
	: >"$home/hub.out"
	wick-hub serve --listen 127.0.0.1:0 --store "$store" >"$home/hub.out" 2>&1 & hub=$!
	trap 'kill $hub' EXIT
	n=0
	until grep -q '^listening on ' "$home/hub.out"; do
		n=$((n + 1)); [ $n -lt 500 ] || return 1
		python3 -c 'import time; time.sleep(.02)'
	done
	url=http://$(sed -n 's/^listening on //p' "$home/hub.out")
	hours=8
	for who in ann bob cid dan eve fay; do
		(
			export HOME="$home/$who"; mkdir "$HOME"
			how=aggregate; [ $who != fay ] || how=individual
			give="--team core --visibility $how --level indicators"
			python3 -c 'import datetime, sys
day = (datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(hours=4)).date()
print("date,hours")
for back in range(day.isoweekday(), 63):
    d = day - datetime.timedelta(days=back)
    print("%s,%s" % (d, sys.argv[1] if d.weekday() < 5 else 0))' $hours >days.csv
			"$wick" import csv days.csv --yes
			word wki_ "$home/$who.invite" | "$wick" share enrol "$url" --name $who
			"$wick" share grant $give --yes \
			    "$("$wick" share preview $give --json | sed 's/.*"sha256":"\(.*\)"}$/\1/')"
			"$wick" sync
		) >/dev/null || return 1
		hours=$((hours + 1))
	done
	word wki_ "$home/lead.invite" | "$wick" share enrol "$url" --name Lead >/dev/null
}
t_point_38_a_real_hub_is_asked_and_keys_are_answered() {
	[ -x "$build/wick-hub" ] || { echo 'skipped: no wick-hub'; return; }
	real_hub
	for size in $sizes; do
		thrice drive -s $size -f - -- "$wick" <<-'.' || return 1
		waitre \[1 
		key 8
		waitre \[8 
		key r j k Tab j k Tab
		expect-key-ms 50
		key 1 8
		waitre Team core, by week
		waitre > 2\d{3}-W\d\d +(few or none|some|about half|most|nearly all)
		key Tab
		waitre fay +(=|▲|▲▲|!!)  (calm|watch|strained|severe)
		key S
		waitre Nothing is sent now|nothing was agreed
		key Q
		exit 0
		expect-restored
		.
	done
	drive -d 'waitre \[1 ' -k '8 v' -d 'waitre \d: .* strained or severe, ' -d 'wait busiest fifth' \
	    -d 'wait who shares by name' -d 'waitre fay: (calm|watch|strained|severe)' -- "$wick"
	kill $hub
	wait $hub || :
	trap - EXIT
	drive -d 'waitre \[1 ' -k '8 r' -d 'waitre ^ ! ' -k j -d 'expect Team core, by week' -- "$wick"
}
