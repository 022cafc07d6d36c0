;; help and version touch no file and need no HOME
$ wick version
$ env -u HOME wick version
$ wick version x
$ wick help
$ wick --help | head -1
$ wick help log
$ wick log --help | head -1
$ wick hlep
$ wick frobnicate
$ wick help statsu
$ wick
$ wick --frob status
$ wick status --watbar
$ wick status -x
$ wick log 8h --note
$ wick status --waybar=yes
$ wick --db= status
$ wick --mouse off status
$ wick status extra
$ find . -mindepth 1
