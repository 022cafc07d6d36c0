$ wick oncall 2026-11-16..2026-11-22
$ wick oncall 2026-11-09T18:00..2026-11-10T09:00
$ wick show 2026-11-09..2026-11-10
$ wick oncall --clear 2026-11-18..2026-11-18
$ wick show 2026-11-17..2026-11-19
$ wick oncall yesterday --clear
$ wick undo
