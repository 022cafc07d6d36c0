;; options before and after the command, in every spelling
$ wick --db a.db log -e3 8h
Fri 20 Nov  work 8 h, energy 3
take it back with: wick undo
$ wick log --db a.db --energy=4
Fri 20 Nov  work 8 h, energy 4
take it back with: wick undo
$ wick --db=a.db log yesterday 7h -b0m
wick: a break goes with spans; a total is already without breaks
? 2
$ wick --db a.db log -- -2 8h
Wed 18 Nov  work 8 h
take it back with: wick undo
$ wick --now 2026-11-22T10:00:30 --db a.db show -2
Fri 20 Nov  work 8 h, energy 4
$ wick --db a.db --json show
{"format":1,"days":[{"day":"2026-11-20","hours":8,"sleep":null,"wakes":null,"oncall":null,"leave":null,"energy":4,"stress":null,"mood":null,"note":null,"events":[],"elsewhere":[]}]}
$ wick --db a.db show --json --json | head -c 20
{"format":1,"days":[
$ wick --db a.db log --note=-x --mood 3
Fri 20 Nov  work 8 h, energy 4, mood 3, note: -x
take it back with: wick undo
