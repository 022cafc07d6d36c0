$ wick undo
wick: nothing is logged yet (no ~/.local/share/wick/wick.db)
? 4
$ wick history
wick: nothing is logged yet (no ~/.local/share/wick/wick.db)
? 4
$ wick log 8h >/dev/null; wick log yesterday 9h -n note >/dev/null; wick page 3:12 --woke >/dev/null
$ wick history
    3  2026-11-20 18:00  Fri 20 Nov 3:12 page woke
    2  2026-11-20 18:00  log Thu 19 Nov
    1  2026-11-20 18:00  log Fri 20 Nov
$ wick undo
undone: Fri 20 Nov 3:12 page woke
$ wick undo 2
undone: log Thu 19 Nov
undone: log Fri 20 Nov
$ wick undo
wick: nothing to undo
? 4
$ wick history
    3  2026-11-20 18:00  Fri 20 Nov 3:12 page woke  (undone)
    2  2026-11-20 18:00  log Thu 19 Nov  (undone)
    1  2026-11-20 18:00  log Fri 20 Nov  (undone)
$ wick redo 2
done again: log Fri 20 Nov
done again: log Thu 19 Nov
$ wick history 2 --json
{"format":1,"changes":[{"id":3,"at":"2026-11-20T18:00:00+01:00","what":"Fri 20 Nov 3:12 page woke","rows":1,"undone":true,"batch":null},{"id":2,"at":"2026-11-20T18:00:00+01:00","what":"log Thu 19 Nov","rows":1,"undone":false,"batch":null}]}
$ wick redo --json
{"format":1,"changes":[{"id":3,"at":"2026-11-20T18:00:00+01:00","what":"Fri 20 Nov 3:12 page woke","rows":1,"undone":false,"batch":null}]}
$ wick redo
wick: nothing to redo
? 4
$ wick undo 9
undone: Fri 20 Nov 3:12 page woke
undone: log Thu 19 Nov
undone: log Fri 20 Nov
wick: nothing to undo
? 4
$ wick redo >/dev/null; wick log -2 8h >/dev/null; wick redo
wick: nothing to redo
? 4
