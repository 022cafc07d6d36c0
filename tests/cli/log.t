;; an evening in one line; spans add, merge and cross midnight
$ wick log 9:10-12:30 13:15-18:40 -s 23:50-6:40 -e 3
$ wick log 12:20-13:20
$ wick log yesterday 8h30m -s 7h --wakes 2 -n 'long call with "ops"'
$ wick log -3 9:00-17:30 -b 45m --stress 4 --mood 2 --oncall
$ wick log -3 --no-oncall
$ wick log 2026-11-10 22:00-1:30
$ wick log mon --like -3
$ wick log -2 --leave sick
$ wick log -2 --clear leave --clear note
$ wick log sun 0h -s 23:00-7:00 -s 14:00-15:00
$ wick log fri 7:30 -e3
$ wick log -n 'a total over spans' 8h
$ wick log --clear work
$ wick log 2026-11-01 9:00-12:00 --tz America/New_York
$ wick --tz Asia/Tokyo log 2026-11-02 9:00-12:00 --json
$ wick show 2026-11-01..2026-11-02
;; text of the user cannot command the terminal
$ wick log -4 -n "$(printf 'a\033[31mb\nc\342\200\256d')"
$ wick show -4
