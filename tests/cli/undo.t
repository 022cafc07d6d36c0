$ wick undo
$ wick history
$ wick log 8h >/dev/null; wick log yesterday 9h -n note >/dev/null; wick page 3:12 --woke >/dev/null
$ wick history
$ wick undo
$ wick undo 2
$ wick undo
$ wick history
$ wick redo 2
$ wick history 2 --json
$ wick redo --json
$ wick redo
$ wick undo 9
$ wick redo >/dev/null; wick log -2 8h >/dev/null; wick redo
