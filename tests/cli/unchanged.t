;; a refused line: one reason that names what is accepted, exit 2, not a byte written
$ wick log 9:00-17:00 -s 7h -e 3 >/dev/null; wick page 3:12 sev2 45m >/dev/null
$ sh "$CLI/unchanged.sh" <"$CLI/unchanged.txt"
wick: 25h is more than a day has; write 8h30m, up to 24h
wick: there is no 2026-02-30 in the calendar
wick: 9:00 is a time or 9 hours? write 9h or 23:30-9:00
wick: 9:30 is a time or 9 h 30? write 9h30m or 23:30-9:00
wick: 25h is more than a day has; write 8h30m, up to 24h
wick: "8:75" is neither a length (8h30m, 7.5h) nor a span (9:00-17:30)
wick: "9:00-" is not a span: 9:00-17:30
wick: 17:60 is not a time: 0:00 to 29:59 (24:00 on is the night after)
wick: 30:00 is not a time: 0:00 to 29:59 (24:00 on is the night after)
wick: "-9:00" is neither work (9:00-17:30, 8h) nor a day (fri, -3, 2026-11-20)
wick: "8h30" is neither a length (8h30m, 7.5h) nor a span (9:00-17:30)
wick: "1e3h" is neither a length (8h30m, 7.5h) nor a span (9:00-17:30)
wick: "nan" is neither work (9:00-17:30, 8h) nor a day (fri, -3, 2026-11-20)
wick: 99999999h is more than a day has; write 8h30m, up to 24h
wick: energy "0" is not a whole number from 1 to 5
wick: energy "3.5" is not a whole number from 1 to 5
wick: stress "six" is not a whole number from 1 to 5
wick: wakes "31" is not a whole number from 0 to 30
wick: break 17h is longer than 16 h
wick: --break needs its value: --break DURATION
wick: "soon" is not a length of time; write 9h, 8h30m, 90m, 7.5h, 7:30, 3d or 2w
wick: "someday" is neither work (9:00-17:30, 8h) nor a day (fri, -3, 2026-11-20)
wick: there is no 2026-13-01 in the calendar
wick: "someday" is not a day: today, yesterday, a weekday, -3 or 2026-11-20
wick: "" is neither work (9:00-17:30, 8h) nor a day (fri, -3, 2026-11-20)
wick: unknown option --bogus; see wick help log
wick: unknown option --not; did you mean --note?
wick: unknown option -z in "-z"; see wick help log
wick: "--json" is neither work (9:00-17:30, 8h) nor a day (fri, -3, 2026-11-20)
wick: no command "lgo"; did you mean log?
wick: 27:99 is not a time: 0:00 to 29:59 (24:00 on is the night after)
wick: 30:00 is not a time: 0:00 to 29:59 (24:00 on is the night after)
wick: "sev6" is not a severity: sev0 (worst) to sev5
wick: 25h is more than a day has, 24h
wick: "45" is neither a time (3:12) nor a length (45m)
wick: a page has a time: wick page 03:12 sev2 45m --woke
wick: unknown option --bogus; see wick help page
wick: "someday" is not a day: today, yesterday, a weekday, -3 or 2026-11-20
wick: "" is not a day: today, yesterday, a weekday, -3 or 2026-11-20
wick: there is no 2026-11-40 in the calendar
wick: "2020-01-01..2026-01-01" is longer than a year
wick: "one" is not an id, a number as wick show and wick import log print it
wick: 25:00-24:00 is longer than 16 h
wick: 1 is work, not a page: it has no severity, minutes, woke or noise
wick: --woke and --no-woke contradict each other
wick: nothing to change on 1; see wick help edit
wick: "0" is not an id, a number as wick show and wick import log print it
wick: "all" is not an id, a number as wick show and wick import log print it
wick: "-1" is not an id, a number as wick show and wick import log print it
wick: too little said; usage: wick rm ID
wick: what is "2"? usage: wick rm ID
wick: "all" is not how many: a whole number from 1
wick: "0" is not how many: a whole number from 1
wick: "-1" is not how many: a whole number from 1
wick: "none" is not how many: a whole number from 1
wick: "2026-11-10..2026-11-01" ends before it begins
wick: "someday" is not a day: today, yesterday, a weekday, -3 or 2026-11-20
wick: too little said; usage: wick erase DAY | FROM..TO | --all [--yes]
wick: what is "today"? usage: wick erase DAY | FROM..TO | --all [--yes]
wick: unknown format code %Q (known: s b r c t d %)
wick: format ends in a single %; write %%
wick: --format, --waybar and --json: give one of them
wick: "nosuch" is neither a day nor an indicator; see wick help explain
wick: there is no 2026-02-30 in the calendar
wick: unknown option --columns; see wick help series
wick: format "xml" is none of csv|json
wick: there is no 2026-13-01 in the calendar
wick: 2025 has no week 53; write 2026-W47, this, last or -2
wick: "W47" is not a week: 2026-W47, this, last or -2
wick: "2026-47" is not a week: 2026-W47, this, last or -2
wick: "2025-13" is not a month; write 2026-11
wick: "2025-1" is not a month; write 2026-11
wick: "november" is not a month; write 2026-11
wick: "someday" is not a day: today, yesterday, a weekday, -3 or 2026-11-20
wick: format "pdf" is none of text|md|html|json|csv
wick: what is "extra"? see wick help report
wick: weeks "none" is not a whole number from 1 to 520
wick: no indicator "nosuch"; wick help trend lists them
wick: "xlsx" is not a format; wick help import lists them
wick: nosuch.csv: No such file or directory
wick: "one" is not an id, a number as wick show and wick import log print it
wick: too little said; see wick help import
longer than 80: wick export --format pdf
wick: "pdf" is not an export format: jsonl, csv, ics, timewarrior, prometheus or influx
wick: --to is before --from
wick: kind "meals" is none of work, sleep, incident, oncall, leave, meeting, day
wick: too little said; usage: wick backup FILE
wick: too little said; usage: wick restore FILE
wick: unknown option --mend; see wick help doctor
wick: no setting "ui.nosuch"; wick.conf(5) lists them
wick: no setting "nosuch"; wick.conf(5) lists them
wick: ui.mouse "perhaps" is neither yes nor no
wick: work.day_start "late" is not a time from 00:00 to 12:00
wick: what is "off"? usage: wick config [KEY [VALUE]]
wick: no theme "nosuch" (there are cividis, contrast, ember, mono and paper)
wick: no story "nosuch"; wick demo lists the five
wick: which story? wick demo NAME --write FILE
wick: no command "nosuch"; wick help lists them
wick: what is "2"? usage: wick version
wick: "soon" is not a time; write 2026-11-20T18:00 or with +01:00 behind it
wick: "Nowhere" is not a time zone; write Europe/Berlin or +01:00
wick: --db needs its value: --db FILE
wick: --db is empty
wick: nosuch.ini: No such file or directory
wick: color "pink" is none of auto, always, never
wick: --theme is for the screens, wick without a command; status opens none
wick: unknown option --bogus; see wick help
