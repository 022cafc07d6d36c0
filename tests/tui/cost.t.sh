# SPDX-License-Identifier: MIT
# What a key costs: bytes on a slow line, and instructions where valgrind is installed. Both
# are the same on every machine; make bench has the times.

# sent A B MOST: between two shots
sent() {
	bytes=$(($(number $2 bytes_written) - $(number $1 bytes_written)))
	[ $bytes -le $3 ] || fail "from $1 to $2: $bytes bytes"
}
t_a_list_costs_few_bytes() {
	home_of demo
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 5
	wait [5 Incidents]
	settle
	shot top
	key j
	settle
	shot row
	key j*30
	settle
	shot low
	key j
	settle
	shot scrolled
	key PgDn
	settle
	shot page
	.
	sent top row 200
	sent low scrolled 450
	sent scrolled page 1800
}
# A screen that differs in nearly all of its cells; what is left is their signs and colours.
t_another_screen_is_sent_as_what_differs() {
	home_of demo
	drive -f - -- "$wick" <<-.
	wait [1 Home]
	settle
	shot 1
	$(for n in 3 4 5 6 7 8 9; do
		printf 'key %d\nwaitre \\[%d \nsettle\nshot %d\nkey 1\nwait [1 Home]\nsettle\nshot h%d\n' \
		    $n $n $n $n
	done)
	.
	was=1
	for n in 3 4 5 6 7 8 9; do
		sent $was $n 2900
		sent $n h$n 2900
		was=h$n
	done
}
# counted KEYS: instructions of a run in which the keys move a list
counted() {
	drive -d "wait [1 Home]" -k 5 -d 'wait [5 Incidents]' -d settle \
	    $(for k in $1; do printf '%s ' -k $k -d settle; done) -k 1 -d settle -k q \
	    -- valgrind --tool=callgrind --callgrind-out-file=/dev/null --log-file="$home/log" \
	    "$wick"
	sed -n 's/.*Collected : \([0-9]*\).*/\1/p' "$home/log"
}
t_a_row_of_a_list_costs_few_instructions() {
	command -v valgrind >/dev/null || { echo "skipped: valgrind is not installed"; return 0; }
	home_of demo
	few=$(counted "j j")
	many=$(counted "j j j j j j j j j j j j")
	[ $(((many - few) / 10)) -le 900000 ] || fail "a row is $(((many - few) / 10)) instructions"
}
