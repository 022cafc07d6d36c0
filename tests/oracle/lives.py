# SPDX-License-Identifier: MIT
"""Histories a person may have that chance does not make. lives(): name -> (first day, rows),
a row is the text of hours,sleep,wakes,incidents,oncall,energy,stress,mood,short_rest; the
first may begin with days that say nothing. clocks(): name -> (zone, commands, first day,
rows): what the commands must come to, counted by hand."""
import datetime, random

Day = datetime.date.fromisoformat


def day(hours="", sleep="", wakes="", incidents="", oncall="", energy="", stress="", mood="", short=""):
    return [str(v) for v in (hours, sleep, wakes, incidents, oncall, energy, stress, mood, short)]


NOTHING = day()
WEEK = [day(8, 8)] * 5 + [day(0, 8)] * 2
HARD = [day(11, 5.5, energy=2, stress=5, mood=2)] * 6 + [day(4, 6, 1)]


def answers():
    """Every way to answer some of three questions."""
    some = ["", "1", "3", "5"]
    return [day(energy=e, stress=s, mood=m) for e in some for s in some for m in some if e + s + m]


def rhythm(n, seed):
    """n days of weeks that get harder and easier over the years, a holiday now and then."""
    rnd, rows = random.Random(seed), []
    for i in range(n):
        work = 7 + 3 * ((i // 300) % 2)
        away = i % 170 > 155
        rows.append(day(0 if away or i % 7 > 4 else "%.1f" % rnd.gauss(work, 1), "%.2f" % rnd.gauss(7.4 - work / 20, .6),
                        energy=rnd.randint(2, 5) if i % 9 == 0 else "", stress=rnd.randint(1, 4) if i % 9 == 0 else "",
                        incidents="woke:2:40" if rnd.random() < .02 else "", oncall=int(i % 28 < 7)))
    return rows


def lives():
    gap = lambda n, row=NOTHING: [row] * n
    out = {
        "one Sunday": ("2025-06-01", [day(3.5, 9)]),
        "one leap day": ("2024-02-29", [day(12, 4, 3, "woke:1:90", 1, 1, 5, 1, 1)]),
        "first a Sunday": ("2025-06-01", HARD * 3),
        "first a Saturday": ("2025-06-07", HARD[:5] + gap(3) + WEEK * 2),
        "over a new year": ("2020-12-21", HARD + WEEK + gap(2) + WEEK),
        "over a leap day": ("2024-02-12", WEEK * 2 + HARD * 2),
        "no leap day": ("2023-02-13", HARD * 2 + WEEK),
        "only hours": ("2025-01-06", [day(r[0]) for r in HARD * 8 + WEEK * 4]),
        "only sleep": ("2025-01-06", [day("", s, w) for s, w in [(6, 0), (7.5, 2), (0, 0), (3, 8), (24, 1)] * 8]),
        "only check-ins": ("2025-01-06", answers()),
        "one check-in a month": ("2025-01-06", (WEEK * 4)[:27] + sum(([day(8, 8, energy=1)] + WEEK * n for n in (3, 4, 5)), [])),
        "check-ins 27, 28 and 29 days apart": ("2025-01-06", sum(
            ([day(8, 7, stress=5)] + [day(8, 7)] * (n - 1) for n in (27, 28, 29, 27, 1)), [day(0, 7)])),
        "only pages": ("2025-01-06", [day(incidents=i) for i in ("off::", "woke:0:0;woke:5:10080", "", "business:3:15", "sleep:4:")] * 6 + [day(8)]),
        "ten pages a night": ("2025-01-06", [day(8, 5, "", ";".join(["woke:2:20"] + ["sleep:3:10"] * 9), 1)] * 20),
        "nothing is zero": ("2025-01-06", [day(0, 0)] * 30),
        "hours zero or missing": ("2025-01-06", [day(h, 7) for h in (0, "", 9, "", 0, "", "", 8, 0, "", 10, "", "", "") * 6]),
        "everything at its limit": ("2025-01-06", [day(24, 0, 50, "woke:0:10080", 1, 1, 5, 1, 1)] * 60 + [day(24, 24, 0, "", 0, 5, 1, 5, 0)] * 20 + [day(0, 24)] * 60),
        "leave weeks": ("2025-01-06", HARD * 4 + [day(0, 8.5)] * 14 + HARD * 2 + [day(0)] * 7 + WEEK * 2),
        "half days": ("2025-01-06", [day(4, 7.5)] * 5 + [day(.5, 8), day(.99, 8)] + [day(4), day(1, 8), day("0.25")] * 9),
        "Tuesday to Saturday": ("2025-01-05", [day(0, 7), day(0, 7)] + [day(9, 7)] * 5 + ([day(0, 7)] * 2 + [day(9, 7)] * 5) * 9),
        "weekdays only": ("2025-01-06", ((WEEK[:5] + gap(2)) * 12)[:-2]),
        "one day a week": ("2025-01-07", ([day(12, 5)] + gap(6)) * 20 + [day(12)]),
        "months of silence": ("2023-01-02", HARD * 6 + gap(200) + WEEK * 3 + gap(1) + HARD + gap(400) + WEEK),
        "a silence before the first answer": ("2025-01-06", [day(8)] + gap(40) + [day(energy=1)] + gap(30) + [day(8, 6)]),
        "silent on call": ("2025-01-06", HARD * 3 + gap(12, day(oncall=1, short=1, wakes=3)) + WEEK * 2),
        "on call before anything": ("2025-01-06", gap(9, day(oncall=1, short=1)) + WEEK * 3),
        "short rests": ("2025-01-06", [day(8, 7, short=i % 2) for i in range(40)]),
        "twenty years": ("2006-02-27", rhythm(7300, 5)),
    }
    for n in (6, 7, 8, 27, 28, 29, 56, 57):
        out["%d silent days" % n] = ("2024-11-04", HARD * 5 + gap(n) + WEEK * 4)
    return out


def clocks():
    work, berlin = "log %s 9:00-17:00 -s 23:00-7:00", "Europe/Berlin"
    return {
        "rest over a night of 23 hours": (berlin, [
            "log 2025-03-29 12:00-23:00", "log 2025-03-30 10:30-14:30", "log 2025-03-31 1:45-3:00", "log 2025-03-31 14:00-15:00"],
            "2025-03-29", [day(11), day(5.25, short=1), day(1)]),
        "rest over a night of 25 hours": (berlin, [
            "log 2025-10-25 14:00-22:00 -s 22:30-6:30", "log 2025-10-26 8:30-9:30 -s 22:00-6:00"],
            "2025-10-25", [day(8, 8), day(1, 9)]),
        "work past the day's start": (berlin, ["log 2025-05-05 20:00-6:00", "log 2025-05-06 18:00-20:00"],
            "2025-05-05", [day(8), day(4)]),
        "a typed break": (berlin, ["log 2025-05-05 9:00-17:30 -b 45m", "log 2025-05-06 9:00-9:20 -b 30m", "log 2025-05-07 9h -s 7h"],
            "2025-05-05", [day(7.75), day(0), day(9, 7)]),
        "naps": (berlin, ["log 2025-05-05 -s 23:00-5:00 -s 14:00-15:30 --wakes 2", "log 2025-05-06 -s 8:00-16:00"],
            "2025-05-05", [day("", 7.5, 2), day("", 8)]),
        "pages at night, no sleep logged": (berlin, [
            "log 2025-05-05 8h", "page 2025-05-05 23:10 sev1 30m", "page 2025-05-06 02:00 --woke", "page 2025-05-06 02:40 45m --woke",
            "page 2025-05-06 03:30 --noise", "page 2025-05-06 09:00 sev4 10m", "page 2025-05-07 19:00"],
            "2025-05-05", [day(8), day("", "", "", "sleep:1:30;woke::;sleep::45;sleep::;business:4:10", short=1), day("", "", "", "off::")]),
        "a page in the night's sleep": (berlin, [work % "2025-05-06", "page 2025-05-06 00:30 sev2 15m", "page 2025-05-06 01:31 sev2 15m"],
            "2025-05-06", [day(8, 8, "", "woke:2:15;woke:2:15", short=1)]),
        "a page up late": (berlin, ["log 2025-05-05 9:00-17:00", "log 2025-05-06 -s 3:00-8:00", "page 2025-05-06 01:00 sev3 20m"],
            "2025-05-05", [day(8, "", "", "sleep:3:20"), day("", 5)]),
        "sick, then half a day": (berlin, ["log 2025-05-05 --leave sick -s 9h", "log 2025-05-06 4h --leave vacation", "log 2025-05-07 --leave holiday"],
            "2025-05-05", [day(0, 9), day(4), day(0)]),
        "twice the same hours": (berlin, ["log 2025-05-05 9:00-12:00 11:00-13:00", "log 2025-05-05 9:30-10:00 15:00-16:00"],
            "2025-05-05", [day(5)]),
        "new year in Kiritimati": ("Pacific/Kiritimati", ["log 2024-12-31 22:00-3:00", "log 2025-01-01 5:00-6:00 -s 3:30-4:30"],
            "2024-12-31", [day(5), day(1, 1, short=1)]),
        "a shift": ("America/New_York", ["oncall 2025-05-05..2025-05-07", "log 2025-05-05 8h", "log 2025-05-07 8h -e 2"],
            "2025-05-05", [day(8, oncall=1), day(oncall=1), day(8, oncall=1, energy=2)]),
    }
