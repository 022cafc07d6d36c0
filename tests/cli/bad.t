;; each bad input: one line that says what is accepted, exit 2, nothing written
$ wick log 25h
wick: 25h is more than a day has; write 8h30m, up to 24h
? 2
$ wick log 2026-02-30 8h
wick: there is no 2026-02-30 in the calendar
? 2
$ wick log 8h -s 9:00
wick: 9:00 is a time or 9 hours? write 9h or 23:30-9:00
? 2
$ wick log 8
wick: "8" is neither a length (8h30m, 7.5h) nor a span (9:00-17:30)
? 2
$ wick log 13:00
wick: 13:00 is a time or 13 hours? write 13h or 9:00-17:30
? 2
$ wick log 09:00
wick: 09:00 is a time or 9 hours? write 9h or 9:00-17:30
? 2
$ wick log 9:00-9:00
wick: 9:00-9:00 has no length: both ends are the same
? 2
$ wick log 9:00-3:00
wick: 9:00-3:00 is longer than 16 h
? 2
$ wick log lots
wick: "lots" is neither work (9:00-17:30, 8h) nor a day (fri, -3, 2026-11-20)
? 2
$ wick log 8h 9:00-17:00
wick: spans add to a day and a length sets its total: give one of the two
? 2
$ wick log 8h 7h
wick: "7h" is a second length; a day has one total
? 2
$ wick log fri sat 8h
wick: "sat" is a second day; one day at a time
? 2
$ wick log
wick: nothing to log: give 9:00-17:30 or 8h, -s 23:30-7:00, -e 3, -n NOTE ...
? 2
$ wick log 8h -e 6
wick: energy "6" is not a whole number from 1 to 5
? 2
$ wick log 8h --mood x
wick: mood "x" is not a whole number from 1 to 5
? 2
$ wick log 8h --wakes -1
wick: wakes "-1" is not a whole number from 0 to 30
? 2
$ wick log 8h --leave fishing
wick: leave "fishing" is none of vacation, sick, holiday, parental, other
? 2
$ wick log 8h --leave ''
wick: leave "" is none of vacation, sick, holiday, parental, other
? 2
$ wick log --clear sofa
wick: clear "sofa" is none of work sleep wakes leave oncall energy stress mood note
? 2
$ wick log 8h --oncall --no-oncall
wick: --oncall and --no-oncall contradict each other
? 2
$ wick log 8h -b 30m
wick: a break goes with spans; a total is already without breaks
? 2
$ wick log 8h --tz Mars/Olympus
wick: "Mars/Olympus" is not a time zone; write Europe/Berlin or +01:00
? 2
$ wick log 8h -s 7h -s 23:00-7:00
wick: sleep as times and as a length at once: give one of the two
? 2
$ wick log 8h --like today
wick: --like names the very same day
? 2
$ wick page 27:99
wick: 27:99 is not a time: 0:00 to 29:59 (24:00 on is the night after)
? 2
$ wick page
wick: a page has a time: wick page 03:12 sev2 45m --woke
? 2
$ wick page 3:12 sev9
wick: "sev9" is not a severity: sev0 (worst) to sev5
? 2
$ wick page 3:12 4:12
wick: "4:12" is a second time; a page has one
? 2
$ wick page 3:12 45
wick: "45" is neither a time (3:12) nor a length (45m)
? 2
$ wick oncall
wick: too little said; usage: wick oncall FROM..TO | --clear FROM..TO
? 2
$ wick oncall 2026-11-20..2026-11-10
wick: "2026-11-20..2026-11-10" ends before it begins
? 2
$ wick report --week 2025-W53
wick: 2025 has no week 53; write 2026-W47, this, last or -2
? 2
$ wick report --week 47
wick: "47" is not a week: 2026-W47, this, last or -2
? 2
$ wick report --week this --month 2026-11
wick: --week, --month and --from: give one of them
? 2
$ wick report --month 2026-13
wick: "2026-13" is not a month; write 2026-11
? 2
$ wick report --to today
wick: --to needs --from
? 2
$ wick report --from today --to yesterday
wick: --to is before --from
? 2
$ wick report --format pdf
wick: format "pdf" is none of text|md|html|json|csv
? 2
$ wick report --json --format md
wick: --json and --format md contradict each other
? 2
$ wick series --format xml
wick: format "xml" is none of csv|json
? 2
$ wick show 2026-11-31
wick: there is no 2026-11-31 in the calendar
? 2
$ wick show today..yesterday
wick: "today..yesterday" ends before it begins
? 2
$ wick edit x 9:00
wick: "x" is not an id, a number as wick show and wick import log print it
? 2
$ wick edit 1 perhaps
wick: "perhaps" is no change: 9:00-12:30, 3:12, sev2, 45m or 2026-11-20
? 2
$ wick undo 0
wick: "0" is not how many: a whole number from 1
? 2
$ wick trend -w 0
wick: weeks "0" is not a whole number from 1 to 520
? 2
$ wick trend hapiness
wick: no indicator "hapiness"; wick help trend lists them
? 2
$ wick explain week-huors
wick: "week-huors" is neither a day nor an indicator; did you mean week_hours?
? 2
$ wick start soon later
wick: "soon" is not a time: 9:10 or -45m; a note of several words is quoted
? 2
$ wick --now tomorrow status
wick: "tomorrow" is not a time; write 2026-11-20T18:00 or with +01:00 behind it
? 2
$ wick --tz Nowhere status
wick: "Nowhere" is not a time zone; write Europe/Berlin or +01:00
? 2
$ wick --config /nonexistent status
wick: /nonexistent: No such file or directory
? 2
$ wick --color purple status
wick: color "purple" is none of auto, always, never
? 2
$ wick status --format '%q'
wick: unknown format code %q (known: s b r c t d %)
? 2
$ wick status --json --waybar
wick: --format, --waybar and --json: give one of them
? 2
$ wick import xlsx file
wick: "xlsx" is not a format; wick help import lists them
? 2
$ wick import csv file --prune
wick: --prune goes with files that say all there is, which csv does not
? 2
$ wick import timewarrior file --map a=b
wick: --map goes with tables, calendars and pagers, of which timewarrior is none
? 2
$ wick export --kinds work,play
wick: kind "play" is none of work, sleep, incident, oncall, leave, meeting, day
? 2
$ wick export --bom
wick: --excel-safe and --bom go with --format csv
? 2
$ wick erase today
wick: erase cannot be undone and nobody is there to ask; add --yes
? 2
$ wick erase
wick: too little said; usage: wick erase DAY | FROM..TO | --all [--yes]
? 2
$ wick demo nobody
wick: no story "nobody"; wick demo lists the five
? 2
$ wick demo --write x
wick: which story? wick demo NAME --write FILE
? 2
$ wick config ui.themes
wick: no setting "ui.themes", did you mean ui.theme?
? 2
$ wick config ui.theme ''
wick: ui.theme "" is not a name of letters, digits, '-' and '_'
? 2
$ wick config work.day_start 99:00
wick: work.day_start "99:00" is not a time from 00:00 to 12:00
? 2
$ wick theme rosepine
wick: no theme "rosepine" (there are cividis, contrast, ember, mono and paper)
? 2
$ find . -mindepth 1
;; a broken line of the config is named
$ mkdir -p .config/wick && printf '[ui]\ntheme = auto\nmouse = perhaps\n' >.config/wick/config.ini
$ wick status
wick: ~/.config/wick/config.ini:3: ui.mouse "perhaps" is neither yes nor no
? 2
$ printf '[ui]\nthemee = auto\n' >.config/wick/config.ini; wick status
wick: ~/.config/wick/config.ini:2: no setting "ui.themee", did you mean ui.theme?
? 2
$ printf '[ui\n' >.config/wick/config.ini; wick log 8h
wick: ~/.config/wick/config.ini:1: the section has no ']'
? 2
