;; an evening in one line; spans add, merge and cross midnight
$ wick log 9:10-12:30 13:15-18:40 -s 23:50-6:40 -e 3
Fri 20 Nov  work 8 h 45 (9:10-12:30 13:15-18:40), sleep 6 h 50 (23:50-6:40),
            energy 3
take it back with: wick undo
$ wick log 12:20-13:20
Fri 20 Nov  work 9 h 30 (9:10-18:40), sleep 6 h 50 (23:50-6:40), energy 3
take it back with: wick undo
$ wick log yesterday 8h30m -s 7h --wakes 2 -n 'long call with "ops"'
Thu 19 Nov  work 8 h 30, sleep 7 h, wakes 2, note: long call with "ops"
take it back with: wick undo
$ wick log -3 9:00-17:30 -b 45m --stress 4 --mood 2 --oncall
Tue 17 Nov  work 7 h 45 (9:00-17:30) break 45 min, on call, stress 4, mood 2
take it back with: wick undo
$ wick log -3 --no-oncall
Tue 17 Nov  work 7 h 45 (9:00-17:30) break 45 min, not on call, stress 4, mood 2
take it back with: wick undo
$ wick log 2026-11-10 22:00-1:30
Tue 10 Nov  work 3 h 30 (22:00-1:30)
take it back with: wick undo
$ wick log mon --like -3
Mon 16 Nov  work 7 h 45 (9:00-17:30) break 45 min
take it back with: wick undo
$ wick log -2 --leave sick
Wed 18 Nov  leave sick
take it back with: wick undo
$ wick log -2 --clear leave --clear note
Wed 18 Nov  nothing logged
take it back with: wick undo
$ wick log sun 0h -s 23:00-7:00 -s 14:00-15:00
Sun 15 Nov  work 0 min, sleep 9 h (23:00-7:00 14:00-15:00)
take it back with: wick undo
$ wick log fri 7:30 -e3
Fri 13 Nov  work 7 h 30, energy 3
7:30 was read as 7 h 30 in all; a time has its end: 9:00-17:30
take it back with: wick undo
$ wick log -n 'a total over spans' 8h
Fri 20 Nov  work 8 h (9:10-18:40), sleep 6 h 50 (23:50-6:40), energy 3,
            note: a total over spans
the typed total counts, not the times; wick log --clear work drops both
take it back with: wick undo
$ wick log --clear work
Fri 20 Nov  sleep 6 h 50 (23:50-6:40), energy 3, note: a total over spans
take it back with: wick undo
$ wick log 2026-11-01 9:00-12:00 --tz America/New_York
Sun 1 Nov  work 3 h (9:00-12:00)
take it back with: wick undo
$ wick --tz Asia/Tokyo log 2026-11-02 9:00-12:00 --json
{"format":1,"day":{"day":"2026-11-02","hours":3,"sleep":null,"wakes":null,"oncall":null,"leave":null,"energy":null,"stress":null,"mood":null,"note":null,"events":[{"id":10,"kind":"work","day":"2026-11-02","start":"2026-11-02T09:00:00+09:00","end":"2026-11-02T12:00:00+09:00","hours":null,"zone":"Asia/Tokyo","source":"manual","title":null}],"elsewhere":[]}}
$ wick show 2026-11-01..2026-11-02
Sun 1 Nov  work 3 h (9:00-12:00)
     9  Sun 1 Nov 9:00-12:00 work
Mon 2 Nov  work 3 h (9:00-12:00)
    10  Mon 2 Nov 9:00-12:00 work
;; text of the user cannot command the terminal
$ wick log -4 -n "$(printf 'a\033[31mb\nc\342\200\256d')"
Mon 16 Nov  work 7 h 45 (9:00-17:30) break 45 min, note: a?[31mb c?d
take it back with: wick undo
$ wick show -4
Mon 16 Nov  work 7 h 45 (9:00-17:30) break 45 min, note: a?[31mb c?d
     6  Mon 16 Nov 9:00-17:30 work
;; a nap of the evening counts to the next day, and the night after leaves it
$ rm -rf ~/.local; wick log -2 -s 17:30-19:00; wick log yesterday -s 23:00-7:00
Thu 19 Nov  sleep 1 h 30 (17:30-19:00)
the sleep 17:30-19:00 ends after 18:00, so it counts to Thu 19 Nov 2026
take it back with: wick undo
Thu 19 Nov  sleep 9 h 30 (17:30-19:00 23:00-7:00)
take it back with: wick undo
$ wick log yesterday -s 22:00-6:00; wick log -2 -s 17:00-19:00; wick show yesterday
Thu 19 Nov  sleep 9 h 30 (17:30-19:00 22:00-6:00)
take it back with: wick undo
Thu 19 Nov  sleep 10 h (17:00-19:00 22:00-6:00)
the sleep 17:00-19:00 ends after 18:00, so it counts to Thu 19 Nov 2026
take it back with: wick undo
Thu 19 Nov  sleep 10 h (17:00-19:00 22:00-6:00)
     4  Wed 18 Nov 17:00-19:00 sleep
     3  Wed 18 Nov 22:00-6:00 sleep
$ wick log yesterday --clear sleep; wick show -3..today
Thu 19 Nov  nothing logged
take it back with: wick undo
wick: nothing is logged there
? 4
