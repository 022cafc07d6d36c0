# SPDX-License-Identifier: MIT
# What the formats of a report promise: the JSON its schema, all of them the same numbers, and
# CSV cells that a spreadsheet takes for what they are. Read by run.sh.
periods='--week=2026-W46
--week=2026-W20
--week=2026-W36
--month=2026-08
--month=2026-10
--from=2026-05-01 --to=2026-11-19'

make_reports() {
	mkdir -p made && cd made || return 1
	for s in $(wick demo --json | jq -r '.stories[].name'); do
		wick demo "$s" --write "$s.db" >/dev/null
		n=0
		echo "$periods" | while read -r p; do
			n=$((n + 1))
			wick --db "$s.db" report $p --json >"$s.$n.json" 2>/dev/null || [ $? = 4 ] || echo "$s $p"
			[ -s "$s.$n.json" ] || rm "$s.$n.json"
		done
	done
	wick --db one.db log yesterday 8h >/dev/null
	wick --db one.db report --week this --json >one.json
	wick --db late.db log 2026-11-10 8h -s 7h --now 2026-11-10T20:00 >/dev/null
	wick --db late.db report --week=2026-W46 --json >late.json
}
all_agree() {
	for s in *.db; do
		echo "$periods" | while read -r p; do
			[ -n "$(wick --db "$s" report $p 2>/dev/null)" ] || continue
			/usr/bin/env python3 "$here/agree.py" "$build/wick" "$s" $p
		done
	done
}
# A sheet as LibreOffice reads it: comma, UTF-8, numbers found, English.
sheet() {
	soffice "-env:UserInstallation=file://$tmp/office" --headless --convert-to fods \
		--infilter='CSV:44,34,76,1,,1033,false,true' --outdir "$tmp" "$1" >/dev/null 2>&1
	/usr/bin/env python3 "$here/sheets.py" "$tmp/$(basename "$1" .csv).fods" $2
}
columns() { for _ in $(seq "$1"); do printf 'float '; done; }
sheets() {
	wick --db long-silence.db report --week 2026-W20 --format csv >report.csv
	wick --db long-silence.db series --format csv >series.csv
	wick --db long-silence.db indicators --from 2026-05-01 --to 2026-05-09 --format csv >days.csv
	check 'a report in a spreadsheet' sheet report.csv 'string float string string float string'
	check 'the series there' sheet series.csv "date $(columns 3)string $(columns 6)string $(columns 17)"
	check 'the indicators of days there' sheet days.csv "$(sheet_types days.csv)"
}
# By the name of a column: date, words, or a number.
sheet_types() {
	head -1 "$1" | tr -d '\r' | tr ',' '\n' | while read -r name; do
		case $name in date) echo date ;; id | unit | state | source | note) echo string ;; *) echo float ;; esac
	done | tr '\n' ' '
}
formats() {
	old=$PWD
	if ! have jq; then return; fi
	check 'reports of five stories' make_reports
	cd "$HOME/made" || return
	check 'each is as schema/report-1.json says' /usr/bin/env python3 "$here/schema.py" \
		"$top/schema/report-1.json" "$here/report-1.members" ./*.json
	check 'the same numbers in every format and in series' all_agree
	if have soffice; then sheets; fi
	cd "$old" || return
}
