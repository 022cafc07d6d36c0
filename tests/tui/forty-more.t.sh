# SPDX-License-Identifier: MIT
# Promises of the whole program that are none of the forty points.

# cursor SHOT: column and row
cursor() { sed -n 's/^  "[xy]": \([0-9]*\),*$/\1/p' "$home/shot-$1.json" | tr '\n' ' '; }
t_more_wide_and_combining_characters_in_a_field() {
	for size in $sizes; do
		home_of short
		rm -rf "$home/.local/state"
		drive -s $size -f - -- "$wick" <<-'.'
		wait [1 Home]
		key e
		wait [2 Day]
		key BTab*5
		waitre >Note
		type 日本 e
		hex cc81
		settle
		shot c0
		key Left
		settle
		shot c1
		key Left Left
		settle
		shot c2
		key Left
		settle
		shot c3
		type x
		expectre Note +x日本 .
		key Right BSpace
		expectre Note +x本 .
		key End BSpace
		reject é
		type é
		key Home Del
		expectre Note +本 é
		key C-s
		wait saved
		.
		set -- $(cursor c0) $(cursor c1) $(cursor c2) $(cursor c3)
		is "$(($1 - $3)) $(($3 - $5)) $(($5 - $7))" '1 3 2'
		"$wick" show 2026-11-20 | grep -q '本 é'
	done
}
t_more_an_evening_costs_15_keys() {
	home_of short
	keys='e C-y Tab C-u 1 8 1 0 Tab Tab Tab 7 . 2 C-s'
	is "$(echo "$keys" | wc -w)" 15
	drive -d 'wait [1 Home]' -k "$keys" -d 'wait saved: Fri 20' -- "$wick"
	"$wick" show 2026-11-20 | tee "$home/day"
	grep -q '9:00-18:10' "$home/day"
	grep -q 'sleep 7 h 12' "$home/day"
}
t_more_a_forgotten_week_costs_60_keys() {
	# five days' work and seven nights, each with a length of its own, and nothing copied
	for d in 02 03 04 05 06 09 10 11 12 13; do
		"$wick" log 2026-11-$d 9:00-17:30 -s 7h >/dev/null
	done
	for d in 01 07 08 14 15; do "$wick" log 2026-11-$d -s 8h >/dev/null; done
	keys='b 8 . 5 h Tab 7 h Tab 9 h Tab 6 . 5 h Tab 8 h Tab 7 h Tab 7 . 5 h Tab 8 h C-s'
	[ "$(echo "$keys" | wc -w)" -le 60 ]
	WICK_NOW=2026-11-20T18:00 drive -d 'wait [1 Home]' -k "$keys" -d 'wait filled 4 days' -- "$wick"
	"$wick" show 2026-11-19 | grep -q 'work 8 h 30.*sleep 7 h'
	"$wick" show 2026-11-16 | grep -q 'work 7 h 30.*sleep 8 h'
}
t_more_fill_takes_the_line_above() {
	for d in 09 10 11 12 13; do "$wick" log 2026-11-$d 9:05-17:35 -s 7h20m >/dev/null; done
	keys='b 9 - 1 7 Tab 7 h Down C-y C-y C-y C-s'
	[ "$(echo "$keys" | wc -w)" -le 15 ]
	drive -d 'wait [1 Home]' -k "$keys" -d 'wait filled' -- "$wick"
	"$wick" show 2026-11-17 | grep -q '9:00-17:00'
	# the first line: as was logged last
	drive -d 'wait [1 Home]' -k 'u u u u b C-y' -d 'expectre Thu 19 Nov +8h30m +7h20m' -- "$wick"
}
# How fast the machine is must not count: nobody reads the pipe before the words are there.
t_more_slow_work_says_so() {
	home_of short
	mkfifo "$home/slow"
	( until_file "$home/shot-told.txt"; timeout 120 cat "$home/slow" >"$home/read" ) &
	rc=0
	drive -f - -- "$wick" <<-. || rc=$?
	wait [1 Home]
	key 7
	waitre \\[7 
	settle
	type :export -o $home/slow
	key Enter
	wait reading ...
	shot told
	gone reading ...
	key q
	wait [1 Home]
	.
	touch "$home/shot-told.txt"
	wait
	is $rc 0
	grep -q '"kind":"day"' "$home/read"
}
t_more_esc_goes_back_to_the_list() {
	home_of golden
	for row in '3 Year' '5 Incidents' '4 Trends'; do
		n=${row% *} name=${row#* }
		drive -f - -- "$wick" <<-.
		wait [1 Home]
		key $n
		wait [$row]
		key Enter
		wait [2 Day]
		key Esc
		wait [$row]
		key Enter
		wait [2 Day]
		type 9
		key Esc d
		wait [$row]
		key 2
		wait [2 Day]
		key Esc
		wait [1 Home]
		.
	done
}
t_more_help_over_what_is_typed() {
	for size in $sizes; do
		home_of short
		drive -s $size -f - -- "$wick" <<-'.'
		wait [1 Home]
		key b
		wait Fill what is missing
		expectre F1 help$
		type 8h
		settle
		shot fill
		key F1
		wait Help: Fill
		key Esc
		gone Help: Fill
		settle
		shot again
		key Esc d
		gone Fill what is missing
		type :log yes
		key F1
		wait Help: Commands
		key q
		gone Help: Commands
		expect :log yes
		key Esc Enter
		key ?
		wait Help: Home
		key Esc
		key 5
		waitre \[5 
		key a F1
		wait Help: Incidents
		key C-c
		exit 130
		expect-restored
		.
		same fill again
	done
}
# What tells how somebody is: decimals, lengths, shares.
t_more_hidden_numbers_are_hidden_everywhere() {
	home_of demo
	for size in $sizes; do
		{
			printf 'wait [1 Home]\nkey H\n'
			for n in 1 2 3 4 5 6 8; do
				printf 'key Esc\nkey %d\nwaitre \\[%d \nsettle\nshot h%d\n' $n $n $n
				[ $n = 2 ] || printf 'key v\nsettle\nshot v%d\nkey Esc\n' $n
			done
			printf 'key 1 Enter\nexpect that would be numbers\n'
		} >"$home/steps"
		drive -s $size -f "$home/steps" -- "$wick"
		# of Plan the hours that + and - change stay in sight
		cat "$home"/shot-h[134568].txt "$home"/shot-v[134568].txt |
		    grep -v '> Fri 20 \|Space next' >"$home/seen"
		sed -n '/If saved/,$p' "$home/shot-h2.txt" | sed 's/^.*││//' |
		    sed '/Slept\|also\|Breaks\|Start/d' >>"$home/seen"
		! grep -nP '\d\.\d|\d ?(h|min|%)( |$)|\d+ pages' "$home/seen"
	done
}
