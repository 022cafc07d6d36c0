;; help and version touch no file and need no HOME
$ wick version
wick 0.1.0
$ env -u HOME wick version
wick 0.1.0
$ wick version x
wick: what is "x"? usage: wick version
? 2
$ wick help
usage: wick [OPTIONS] [COMMAND ...]

wick alone opens the screens. Commands:
  log        what a day was: work, sleep, how you are
  start      start the clock, now or at 9:10 or -45m
  stop       stop the clock; what it measured is work
  cancel     drop the running clock
  page       one incident: wick page 03:12 sev2 45m --woke
  oncall     on-call shifts, by day or by time
  show       the raw facts, with ids
  edit       change one entry; wick show prints the ids
  rm         remove one entry; wick undo brings it back
  undo       take back the last change, or the last N
  redo       do again what was undone
  history    the last 20 changes, or the last N, newest first
  erase      take days away for good, history and our copies too; no undo
  status     one line: how things stand
  explain    why the score is what it is, in points that add up
  indicators what stands beside the score: hours, rest, sleep, load
  series     one row a day: facts, score and its parts
  report     a week, a month or a range; the last complete week unless said
  trend      a chart of the score, or of one indicator
  check      what crossed a limit since the last check
  snooze     a rule of wick check is silent for a while
  survey     the monthly six questions, for yourself
  forecast   where a week that goes on leads, and what would be enough
  import     read what other tools write; one change, one undo
  export     everything, in a form that import reads back; or for other programs
  share      who may get a weekly summary, and exactly what; off until granted
  sync       send what was agreed to and is due; mails that wait, too
  team       the twelve weeks of a team that you lead, as its hub shows them
  backup     copy the store, safely, also while it is in use
  restore    take a copy as the store; the present one is kept beside it
  doctor     check the store from end to end
  config     all settings, one of them, or a new value
  theme      the themes there are, or take one
  demo       a made-up history to look around in, or the list of them
  help       what there is, or what one command does and takes
  version    the version of this program

options before or after a command
      --db FILE              the store; else WICK_DB, else wick.db in its folder
      --config FILE          the settings; else WICK_CONFIG, else config.ini
      --now TIME             as if it were 2026-11-20T18:00; else WICK_NOW
      --tz ZONE              the zone to live in; else TZ, else the machine's
      --color WHEN           auto, always or never
      --json                 as JSON, from a command that prints data
      --plain                no colours, no drawings: for screen readers
      --theme NAME           colours of the screens
      --mouse on|off         the mouse in the screens
  -h, --help                 what a command does and takes

DAY       today, yesterday, a weekday, -3 or 2026-11-20
WEEK      2026-W47, this, last or -2
DURATION  9h, 8h30m, 90m, 7.5h or 7:30
SPAN      9:00-17:30; may cross midnight
TIME      8:40; 24:00 to 29:59 is the night after
exit      0 done, 1 failed, 2 wrong usage or input, 3 check has an alert,
          4 nothing found, 5 conflict, 6 store not usable,
          7 not sent, 130 interrupted
$ wick --help | head -1
usage: wick [OPTIONS] [COMMAND ...]
$ wick help log
usage: wick log [DAY] [WORK...] [-b BREAK] [-s SLEEP]... [--wakes N]
            [--leave KIND] [--oncall|--no-oncall] [-e N] [--stress N]
            [--mood N] [-n NOTE] [--tz ZONE] [--like DAY] [--clear FIELD]

what a day was: work, sleep, how you are

options
  -b, --break DURATION       taken out of the spans of the day
  -s, --sleep SLEEP          23:30-7:00 or 7h30m; again for a nap
      --wakes N              how often awake in the night, 0 to 30
      --leave KIND           vacation, sick, holiday, parental or other
      --oncall               on call that day
      --no-oncall            not on call that day
  -e, --energy N             1 to 5
      --stress N             1 to 5
      --mood N               1 to 5
  -n, --note NOTE            a note; it never leaves this machine
      --tz ZONE              the zone the times were lived in
      --like DAY             the work of another day
      --clear FIELD          as if never logged; again for another field
      --json                 print the day as JSON

WORK   9:00-17:30 adds to the day, twice too; 8h30m sets the day's total
SLEEP  23:30-7:00 or 7h30m, of the night that ended on the day
FIELD  work, sleep, wakes, leave, oncall, energy, stress, mood or note

examples
  wick log 9:10-12:30 13:15-18:40 -s 23:50-6:40 -e 3
  wick log yesterday 8h30m -s 7h -n 'release day'
  wick log -3 --like -4 --clear sleep

wick help lists the options every command takes
$ wick log --help | head -1
usage: wick log [DAY] [WORK...] [-b BREAK] [-s SLEEP]... [--wakes N]
$ wick hlep
wick: no command "hlep"; did you mean help?
? 2
$ wick frobnicate
wick: no command "frobnicate"; wick help lists them
? 2
$ wick help statsu
wick: no command "statsu"; did you mean status?
? 2
$ wick
wick: the screens need a terminal; try wick status, or wick help
? 2
$ wick --frob status
wick: unknown option --frob; see wick help
? 2
$ wick status --watbar
wick: unknown option --watbar; did you mean --waybar?
? 2
$ wick status -x
wick: unknown option -x in "-x"; see wick help status
? 2
$ wick log 8h --note
wick: --note needs its value: --note NOTE
? 2
$ wick status --waybar=yes
wick: --waybar takes no value
? 2
$ wick --db= status
wick: --db is empty
? 2
$ wick --mouse off status
wick: --mouse is for the screens, wick without a command; status opens none
? 2
$ wick status extra
wick: what is "extra"? usage: wick status [--format FMT] [--waybar]
? 2
$ find . -mindepth 1
;; help COMMAND and COMMAND --help are the same, need nothing, and fit
$ for c in $(wick help | sed -n '/Commands:$/,/^$/s/^  \([a-z]*\) .*/\1/p'); do env -u HOME wick help $c >a || echo "help $c"; env -u HOME wick $c --help 2>&1 | cmp - a; env -u HOME wick --help $c | cmp - a; wick $c --bogus 2>&1 | grep -q '^wick: unknown option --bogus; see wick help' || echo "$c takes anything"; cat a; done >all; wc -L <all
81
$ { wick help; wick config; wick theme; wick demo; } | wc -L | awk '{ print ($1 <= 80) }'
1
$ wick help status
usage: wick status [--format FMT] [--waybar]

one line: how things stand

options
      --format FMT           only what it names, see below
      --waybar               the JSON a status bar takes
      --json                 all of it as JSON

FMT  %s score, %b band, %r reserve, %c confidence, %t trend, %d days
     logged of the last 7, %% a percent sign

examples
  wick status
  wick status --format '%b %s %t'
  wick status --waybar

wick help lists the options every command takes
$ wick help import
usage: wick import [FORMAT] FILE...|- [--dry-run] [--yes] [--tz ZONE]
            [--strict] [--map SPEC] [--prune]
       wick import log | import show ID | import undo ID

read what other tools write; one change, one undo

options
      --dry-run              say what would change, write nothing
      --yes                  apply without asking
      --tz ZONE              the zone of times that name none
      --strict               one bad line refuses the whole file
      --map SPEC             csv: date=Day,hours=Total; others: me=NAME
      --prune                take away what the file has no more
      --no-sandbox           read it even where the reader cannot be locked in
      --json                 the counts as JSON

FORMAT  found out where it is not said
        jsonl csv (Toggl, Withings, Whoop, Fitbit web, any table)
        timewarrior org timeclock klog gtimelog git
        pagerduty ics (calendars) hamster
        watson taskwarrior alertmanager
        apple-health health-connect gadgetbridge
        fitbit whoop withings sleep-as-android
        beta: activitywatch wakatime garmin oura google-fit jira tempo
        incident-io opsgenie grafana-oncall rootly sentry victorops
FILE    - is standard input, which is never asked about; several files are
        one import; the folder in which timewarrior or watson keep theirs
ID      the batch, as import log lists it

examples
  wick import toggl.csv --dry-run
  wick import csv hours.csv --map date=Day,hours=Total,decimal=comma
  wick import log

wick help lists the options every command takes
$ wick help page
usage: wick page [DAY] TIME [SEV] [DURATION] [--woke] [--noise] [-n TEXT]
            [--tz ZONE]

one incident: wick page 03:12 sev2 45m --woke

options
      --woke                 it woke me
      --noise                it needed no action
  -n, --note TEXT            what it was
      --tz ZONE              the zone the time was lived in
      --json                 print the incident as JSON

TIME      3:12, the last one before now; with DAY on that date
SEV       sev0 (worst) to sev5
DURATION  of your own time: 45m or 1h30m

examples
  wick page 03:12 sev2 45m --woke -n 'disk full'
  wick page yesterday 14:30 --noise

wick help lists the options every command takes
;; the indicators that help names are those there are
$ wick demo comeback --write c.db >/dev/null; wick --db c.db report --format csv | sed '1d; s/,.*//' | while read -r i; do for c in explain trend; do wick help $c | grep -qw "$i" || echo "$i is not in help $c"; wick --db c.db $c "$i" >/dev/null || echo "$c $i"; done; done
