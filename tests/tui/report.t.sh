# SPDX-License-Identifier: MIT
# The Report screen: the bytes of `wick report`, and where they may go.

t_report_shows_the_file_that_report_prints() {
	home_of strained
	"$wick" report >"$home/want"
	drive -s 200x60 -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 7
	wait [7 Report]
	expect (*) text
	key Tab w
	wait write to wick-2026-W46.txt
	key Enter
	wait written: wick-2026-W46.txt
	key q
	wait [1 Home]
	.
	cmp "$home/want" wick-2026-W46.txt
	is "$(stat -c %a wick-2026-W46.txt)" 600
}
t_report_has_every_format_of_the_command() {
	home_of demo
	n=0
	for format in text md html json csv; do
		ext=$format; [ $format != text ] || ext=txt
		"$wick" report --month 2026-10 --format $format >"$home/want"
		down=; i=0
		while [ $i -lt $n ]; do down="$down j"; i=$((i + 1)); done
		drive -k "7 j Enter j j j $down Enter w" -d 'wait write to' -k Enter \
		    -d "wait written: wick-2026-10.$ext" -- "$wick"
		cmp "$home/want" "wick-2026-10.$ext"
		n=$((n + 1))
	done
}
t_report_periods_go_back_and_forth() {
	home_of demo
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 7
	wait (*) Week 46
	key [
	wait (*) Week 45
	expect report, week 2026-W45
	key ] ]
	wait (*) Week 47
	key ]
	settle
	expect (*) Week 47
	key j Space
	wait (*) October 2026
	key [
	wait (*) September 2026
	expect report, month 2026-09
	key j Enter
	wait (*) Weeks 43 to 46
	key j Enter
	wait (*) 2026 so far
	expect range 2026-01-01..2026-11-20
	key [ [ [ [
	wait nothing is logged in 2022
	reject line 1
	key w
	wait nothing is logged in 2022
	reject write to
	.
}
t_report_does_not_write_over_a_file_unasked() {
	home_of strained
	echo mine >wick-2026-W46.txt
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 7 w
	wait write to
	key Enter
	wait is there already
	key Esc
	gone write to
	key w Enter
	wait is there already
	.
	is "$(cat wick-2026-W46.txt)" mine
	drive -k '7 w Enter' -d 'wait is there already' -k C-s -d 'wait written:' -- "$wick"
	"$wick" report | cmp - wick-2026-W46.txt
}
t_report_says_why_it_cannot_write() {
	home_of strained
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 7 w C-u
	type no/such/folder/r.txt
	key Enter
	wait no/such/folder
	expect write to
	key Esc
	wait [7 Report]
	key q
	wait [1 Home]
	.
}
t_report_name_may_be_pasted_and_runs_nothing() {
	home_of strained
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 7
	paste q
	key w C-u
	paste my report.txt
	key Enter
	wait written: my report.txt
	.
	"$wick" report | cmp - 'my report.txt'
}
t_report_finds_and_scrolls() {
	home_of strained
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 7 Tab
	expectre line 1-[0-9]+ of [0-9]+ +\? help$
	shot top
	key j j j
	expect line 4-
	key Up*3
	shot up
	key G
	expect not a diagnosis
	shot end
	key g End
	shot end2
	key Home PgDn PgUp
	shot back
	key /
	type NOT KNOWN
	key Enter
	wait Not known
	reject Strain index
	key /
	type zebra
	key Enter
	wait not found: zebra
	key n
	wait not found: zebra
	.
	same top up
	same end end2
	same top back
}
t_report_copies_to_the_clipboard_or_a_file() {
	home_of strained
	drive --raw "$home/raw" -k '7 y' -d 'wait copied: Week 46 as text' -- "$wick"
	"$wick" report | base64 -w0 >"$home/want"
	/usr/bin/python3 - "$home/raw" "$home/want" <<-'.'
	import sys
	raw, want = (open(p, "rb").read() for p in sys.argv[1:])
	assert b"\x1b]52;c;" + want + b"\x07" in raw
	.
	drive --term linux -k '7 y' -d 'wait copy.txt' -- "$wick"
	"$wick" report | cmp - "$home/.local/state/wick/copy.txt"
	is "$(stat -c %a "$home/.local/state/wick/copy.txt")" 600
}
t_report_says_what_is_in_it() {
	home_of strained
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 7 p
	wait What is in it
	expect Not in it: notes
	expect Nothing is sent
	key Esc
	gone Not in it
	key G Enter p
	wait Not in it: the strain index
	.
}
t_report_fits_a_small_screen() {
	home_of strained
	drive -s 40x12 -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 7
	wait (*) Week 46
	reject Strain index
	key G Enter
	wait (*) csv
	key Tab
	wait week_hours
	reject Period
	key Tab
	wait (*) csv
	.
}
t_report_of_an_empty_log() {
	"$wick" log 2026-11-19 8h >/dev/null
	"$wick" undo >/dev/null
	drive -f - -- "$wick" <<-'.'
	wait [1 Home]
	key 7
	wait nothing is logged in
	expect e on Home logs today
	key y
	settle
	key Tab j G PgUp /
	type x
	key Enter
	settle
	expect [7 Report]
	.
}
