;; each bad input: one line that says what is accepted, exit 2, nothing written
$ wick log 25h
$ wick log 2026-02-30 8h
$ wick log 8h -s 9:00
$ wick log 8
$ wick log 13:00
$ wick log 09:00
$ wick log 9:00-9:00
$ wick log 9:00-3:00
$ wick log lots
$ wick log 8h 9:00-17:00
$ wick log 8h 7h
$ wick log fri sat 8h
$ wick log
$ wick log 8h -e 6
$ wick log 8h --mood x
$ wick log 8h --wakes -1
$ wick log 8h --leave fishing
$ wick log 8h --leave ''
$ wick log --clear sofa
$ wick log 8h --oncall --no-oncall
$ wick log 8h -b 30m
$ wick log 8h --tz Mars/Olympus
$ wick log 8h -s 7h -s 23:00-7:00
$ wick log 8h --like today
$ wick page 27:99
$ wick page
$ wick page 3:12 sev9
$ wick page 3:12 4:12
$ wick page 3:12 45
$ wick oncall
$ wick oncall 2026-11-20..2026-11-10
$ wick report --week 2025-W53
$ wick report --week 47
$ wick report --week this --month 2026-11
$ wick report --month 2026-13
$ wick report --to today
$ wick report --from today --to yesterday
$ wick report --format pdf
$ wick report --json --format md
$ wick series --format xml
$ wick show 2026-11-31
$ wick show today..yesterday
$ wick edit x 9:00
$ wick edit 1 perhaps
$ wick undo 0
$ wick trend -w 0
$ wick trend hapiness
$ wick explain week-huors
$ wick start soon later
$ wick --now tomorrow status
$ wick --tz Nowhere status
$ wick --config /nonexistent status
$ wick --color purple status
$ wick status --format '%q'
$ wick status --json --waybar
$ wick import xlsx file
$ wick import csv file --prune
$ wick import timewarrior file --map a=b
$ wick export --kinds work,play
$ wick export --bom
$ wick erase today
$ wick erase
$ wick demo nobody
$ wick demo --write x
$ wick config ui.themes
$ wick config ui.theme ''
$ wick config work.day_start 99:00
$ wick theme rosepine
$ find . -mindepth 1
;; a broken line of the config is named
$ mkdir -p .config/wick && printf '[ui]\ntheme = auto\nmouse = perhaps\n' >.config/wick/config.ini
$ wick status
$ printf '[ui]\nthemee = auto\n' >.config/wick/config.ini; wick status
$ printf '[ui\n' >.config/wick/config.ini; wick log 8h
