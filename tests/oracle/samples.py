#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Real files of other tools through the whole of wick: totals as counted by somebody else
(ORACLE.tsv), a second import that changes nothing, an undo that leaves every byte as it was.
usage: samples.py BUILD      WICK_SAMPLES names the folder; without it: skipped"""
import csv, datetime, json, os, re, subprocess, sys, tempfile

build, samples = os.path.realpath(sys.argv[1]), os.environ.get("WICK_SAMPLES", "")
if not os.path.exists(os.path.join(samples, "ORACLE.tsv")):
    print("skipped: other tools' files (WICK_SAMPLES names their folder)")
    print("0 passed, 0 failed")
    sys.exit(0)
passed = failed = 0


def check(what, ok, detail=""):
    global passed, failed
    passed, failed = passed + bool(ok), failed + (not ok)
    if not ok:
        print("FAILED %s %s" % (what, detail))


def wick(tmp, *args):
    env = {"HOME": tmp, "TZ": "UTC", "WICK_NOW": "2026-11-20T18:00", "PATH": os.environ["PATH"]}
    r = subprocess.run([build + "/wick", *args], env=env, capture_output=True, text=True)
    return r.returncode, r.stdout, r.stderr


def state(tmp):
    return wick(tmp, "export", "--format", "jsonl")[1], wick(tmp, "series", "--format", "csv")[1]


def seconds(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


def totals(jsonl):
    events = [json.loads(line) for line in jsonl.splitlines() if '"work"' in line]
    mine = [e for e in events if e["source"] == "timewarrior"]
    closed = [e for e in mine if "end" in e]
    return len(mine), len(mine) - len(closed), sum(seconds(e["end"]) - seconds(e["start"]) for e in closed)


def one_file(name, want):
    path = os.path.join(samples, "timewarrior", name)
    with tempfile.TemporaryDirectory(prefix="wick-samples-") as tmp:
        wick(tmp, "log", "2020-01-01", "9:00-17:00", "-s", "7h", "-n", "before")
        before = state(tmp)
        rc, out, err = wick(tmp, "import", "timewarrior", path, "--dry-run")
        check(name + " preview", rc == 0 and "new " in out and "range " in out, out + err)
        skipped = re.search(r"skipped (\d+) \(zero length\)", out)
        want = (want[0] - int(skipped.group(1) if skipped else 0), want[1], want[2])
        check(name + " preview writes nothing", state(tmp) == before)
        rc, out, err = wick(tmp, "import", "timewarrior", path)
        check(name + " import", rc == 0, out + err)
        after = state(tmp)
        check(name + " totals", totals(after[0]) == want, "%s, not %s" % (totals(after[0]), want))
        rc, out, err = wick(tmp, "import", "timewarrior", path)
        check(name + " again", rc == 0 and state(tmp) == after, out + err)
        with open(path) as f, open(tmp + "/copy", "w") as g:  # other bytes, the same facts
            g.write(f.read() + "\n")
        rc, out, err = wick(tmp, "--json", "import", "timewarrior", tmp + "/copy")
        same = json.loads(out) if rc == 0 else {}
        check(name + " the same facts", same.get("new") == 0 and same.get("changed") == 0 and state(tmp) == after, out + err)
        rc, out, err = wick(tmp, "import", "undo", "1")
        check(name + " undo", rc == 0 and state(tmp) == before, out + err)


# Tables: file, arguments, events, their seconds added up (what ORACLE.tsv has of them).
TABLES = [
    ("toggl/Toggl_time_entries_2020.csv", [], 146, 985854),
    ("toggl/short-columns.csv", [], 10, 61200),
    ("toggl/toggl_time_entries_import_test_1.csv", [], 1, 3601),
    ("harvest/harvest_time_report_locale_comma.csv", [], 2, 72036),
    ("generic-csv/generic_time_entries.csv", [], 1, 3601),
    ("clockify/clockify_detailed_1.csv", [], 1, 3601),
    ("clockify/clockify_detailed_2.csv", [], 1, 1800),
    ("clockify/clockify_detailed_4.csv", [], 1, 3601),
    ("clockify/clockify_detailed_5.csv", [], 1, 3601),
    ("generic-csv/semicolon-latin.csv", ["--map", "date=Datum,start=Beginn,end=Ende,title=Was"], 3, 52620),
    ("timewarrior/timew-1.4.3-export-exclusions-open.json", [], 11, 234420),
]

# Other sources: file, format, events, their seconds added up; "" is found out. In UTC, so
# that what was written on a wall clock is as its own tool counts it.
SOURCES = [
    ("git-log/klog-log.tsv", "git", None, None),
    ("git-log/aw-export-timewarrior-log.tsv", "git", None, None),
    ("org-clock/emacs-28.2-org-9.5.5.org", "org", 6, 17220 + 12600 + 7200 + 7200 + 12900),
    ("org-clock/issue-2.org", "org", 1, 13860),
    ("org-clock/issue-26.org", "org", 2, 7200),
    ("org-clock/issue-5.org", "org", 2, 7200),
    ("org-clock/sample.org", "org", 2, 7200),
    ("timeclock/a.timeclock", "timeclock", 1, 14400),
    ("timeclock/emacs-timelog", "timeclock", 1, 28),
    ("timeclock/hledger-1.25-checked.timeclock", "timeclock", 6, 57130),
    ("timeclock/hledger-unnamed-clockouts.timeclock", "timeclock", 3, 43200),
    ("timeclock/sample.timeclock", "timeclock", 3, 28834 + 13129 + 28834),
    ("klog/complete.klg", "klog", 7, 27360),
    ("klog/print_test.klg", "klog", 10, None),
    ("klog/slash-and-ampm.klg", "klog", 2, 36000),
    ("klog/time.klg", "klog", 11, None),
    ("hamster/hamster.db", "hamster", 5, 39900),
    ("gtimelog/formats-example.txt", "gtimelog", 3, 28020),
    ("gtimelog/timelog-first-half.txt", "gtimelog", None, 175740),
    ("hamster/hamster-export.xml", "hamster", 5, 39900),
    ("hamster/hamster-export.tsv", "csv", 5, 39900),
    ("withings/raw_sleep-state-60.csv", "csv", None, None),
    ("samsung-health/com.samsung.health.sleep.202605.csv", "csv", 1, 7 * 3600),
    ("rootly/mock-incidents.json", "rootly", 12, None),
    ("rootly/mock-incidents-pd.json", "rootly", 12, None),
    ("watson/frames-2.1.0.json", "watson", 4, 39900),
    ("watson/frames-real.json", "watson", 36, 313844),
    ("watson/frames-test.json", "watson", 10, 20749),
    ("watson/frames-with-conflict.json", "watson", 3, 95),
    ("watson/state-2.1.0.json", "watson", 1, 0),
    ("activitywatch/afk_transition.json", "activitywatch", 1, 900),
    # three events of 763 s; the gaps between them are shorter than its own patience
    ("activitywatch/sample_15min_anonymized.json", "activitywatch", 1, 900),
    ("wakatime/wakatime-dump.json", "wakatime", 2, 11603),
    ("taskwarrior/task-2.6.2-export.json", "taskwarrior", 2, 2),
    ("jira-worklog/worklogs-a.json", "jira", 12, 127800),
    ("rescuetime/anapi-day.csv", "csv", 6, 281036),
    ("rescuetime/anapi-hour.csv", "csv", 74, 41173),
    ("sleep-as-android/sleep-export-8.csv", "sleep-as-android", 8, 182652),
    ("withings/sleep-de.csv", "csv", 8, 195720),
    ("withings/api-summary.json", "withings", 2, 40860),
    # 8833 min and a night without a score, of which only the window is known
    ("whoop/sleeps-25.csv", "csv", 25, 8833 * 60 + 8 * 3600),
    ("whoop/api-v1-sleep-8.json", "whoop", 8, 194136),
    ("fitbit/api-v1.2-date-range.json", "fitbit", 2, 175 * 60),
    ("fitbit/api-v1.2-date.json", "fitbit", 2, 175 * 60),
    ("fitbit/api-v1.2-stages-1.json", "fitbit", 2, 373 * 60),
    ("fitbit/takeout-sleep-classic.json", "fitbit", 1, 608 * 60),
    # five logs, of which two are one and the same
    ("fitbit/takeout-stages-synthetic.json", "fitbit", 4, None),
    ("garmin/daily-2021-07-20.json", "garmin", 1, 25740),
    ("garmin/daily-new-service.json", "garmin", 1, 24180),
    ("garmin/list-1.json", "garmin", 1, 26100),
    ("google-fit/2019-06-10T23_06_00+03_00_SLEEP.json", "google-fit", 1, 492 * 60),
    ("google-fit/rest-merge-activity-segments.json", "google-fit", 1, 1800),
    ("oura/v2-sleep-page.json", "oura", 2, None),
    ("samsung-health/com.samsung.shealth.sleep.202412230000.csv", "csv", 2, 28800),
    ("alertmanager/am-webhook-1.json", "alertmanager", 2, 0),
    ("alertmanager/am-webhook-2.json", "alertmanager", 1, 39 * 60),
    ("alertmanager/webhook-oncall-example.json", "alertmanager", 2, 0),
    ("incident-io/incidents-v2.json", "incident-io", 1, None),
    ("opsgenie/incidents-open.json", "opsgenie", 1, 0),
    ("grafana-oncall/alert_groups.json", "grafana-oncall", 1, None),
    ("grafana-oncall/final_shifts.json", "grafana-oncall", None, None),
    ("rootly/shifts.json", "rootly", 2, 4 * 3600),
    ("sentry/org-issues.json", "sentry", 1, 0),
    ("victorops/reporting-incidents.json", "victorops", 2, None),
]


def work_of(jsonl):
    events = [json.loads(line) for line in jsonl.splitlines() if '"start"' in line or '"dur"' in line]
    mine = [e for e in events if e.get("source") != "manual"]
    length = [e["dur"] if "dur" in e else seconds(e["end"]) - seconds(e["start"]) for e in mine if "dur" in e or "end" in e]
    return len(mine), sum(length)


def one_table(name, form, args, want):
    path = os.path.join(samples, name)
    with tempfile.TemporaryDirectory(prefix="wick-samples-") as tmp:
        wick(tmp, "log", "2020-01-03", "9:00-17:00", "-s", "7h", "-n", "before")
        before = state(tmp)
        rc, out, err = wick(tmp, "import", form, path, *args)
        check(name + " import", rc == 0, out + err)
        after = state(tmp)
        got = work_of(after[0])
        same = all(w is None or abs(w - g) < 0.5 for g, w in zip(got, want)) and got[0] > 0
        check(name + " totals", same, "%s, not %s" % (got, want))
        with open(path, "rb") as f, open(tmp + "/copy", "wb") as g:  # other bytes, the same facts
            g.write(f.read() + b"\n")
        rc, out, err = wick(tmp, "--json", "import", form, tmp + "/copy", *args)
        same = json.loads(out) if rc == 0 else {}
        check(name + " the same facts", same.get("new") == 0 and same.get("changed") == 0 and state(tmp) == after, out + err)
        rc, out, err = wick(tmp, "import", "undo", "1")
        check(name + " undo", rc == 0 and state(tmp) == before, out + err)


# Not work: file, format, arguments, kind, events, their minutes added up. Where wick's rule
# is not ORACLE.tsv's way of counting, the difference is named.
OTHERS = [
    ("apple-health/export-mixed.xml", [], "sleep", 1, 12.5),
    # 1340 is the union over all sources: the rule takes one source a night (the watch, with
    # stages), whose night begins 10 minutes later than the app's.
    ("apple-health/export-three-nights-synthetic.xml", [], "sleep", 5, 1330),
    # 935 adds up both apps: the night once, by the app with stages, without 10 awake; the nap.
    ("health-connect/health_connect_export.db", [], "sleep", 3, 465),
    ("gadgetbridge/Gadgetbridge.db", [], "sleep", None, None),
    # two incidents of the oracle; the second paged four times, more than five minutes apart
    ("pagerduty/devlake-incidents-a.json", [], "incident", 5, 0),
    ("pagerduty/incidents.json", [], "incident", 1, 0),
    ("pagerduty/analytics-raw-incidents.json", [], "incident", None, None),
    ("pagerduty/oncalls.json", [], "oncall", 1, 1440),
    ("ics/event_d_long.ics", ["--map", "as=leave"], "leave", 1, 3 * 1440),
    ("ics/event_d_same_start_end.ics", ["--map", "as=leave"], "leave", 1, 1440),
    ("ics/event_dt_duration.ics", [], "meeting", 1, 60),
    ("ics/event_dt_floating.ics", [], "meeting", 1, 60),
    ("ics/event_dt_two_tz.ics", [], "meeting", 1, 420),
    ("ics/event_rrule_recuid.ics", [], "meeting", 6, 1800),
    ("ics/tz_windows_format.ics", [], "meeting", 1, 90),
    ("ics/without_uid.ics", ["--map", "as=leave"], "leave", 1, 1440),
    ("ics/ical-009.ical", [], "meeting", None, None),
    ("ics/ical-012.ical", [], "meeting", None, None),
    ("ics/rfc5545.ical", [], "meeting", None, None),
    ("ics-oncall/calendar_with_all_day_event.ics", [], "oncall", None, None),
    ("ics-oncall/calendar_with_recurring_event.ics", [], "oncall", None, None),
    ("ics-oncall/modified_recurring_event.ics", ["--map", "as=oncall"], "oncall", 2, 15 * 1440),
    ("ics-oncall/override_email_case_sensitivity.ics", ["--map", "as=oncall,me=test@test.TEST"], "oncall", 1, 60),
    ("ics-oncall/pagerduty-feed-folded.ics", [], "oncall", 2, 14 * 1440),
    ("ics-oncall/pagerduty-feed-template.ics", [], "oncall", 2, 4 * 1440),
]


def one_other(name, args, kind, n, minutes):
    path = os.path.join(samples, name)
    with tempfile.TemporaryDirectory(prefix="wick-samples-") as tmp:
        form = {"pagerduty": "pagerduty"}.get(name.split("/")[0], "ics")
        rc, out, err = wick(tmp, "import", *([form] if args else []), path, *args)
        check(name + " import", rc == 0, out + err)
        after = state(tmp)
        events = [e for e in map(json.loads, after[0].splitlines()) if e["kind"] == kind]
        got = sum(seconds(e["end"]) - seconds(e["start"]) for e in events if "end" in e) / 60
        check(name + " totals", (n in (None, len(events)) and events and (minutes is None or abs(minutes - got) < 0.01)),
              "%d events, %.2f minutes, not %s, %s" % (len(events), got, n, minutes))
        rc, out, err = wick(tmp, "import", *([form] if args else []), path, *args)
        check(name + " again", rc == 0 and state(tmp) == after, out + err)
        rc, out, err = wick(tmp, "import", "undo", "1")
        check(name + " undo", rc == 0 and not state(tmp)[0], out + err)


def refused(name, *words):
    path = os.path.join(samples, name)
    with tempfile.TemporaryDirectory(prefix="wick-samples-") as tmp:
        rc, out, err = wick(tmp, "import", path)
        check(name + " refused", rc == 2 and all(w in out + err for w in words), out + err)
        check(name + " writes nothing", not state(tmp)[0], state(tmp)[0])


def closed_later():
    """An interval that was open is the same interval when it is closed."""
    with tempfile.TemporaryDirectory(prefix="wick-samples-") as tmp:
        path = os.path.join(samples, "timewarrior", "raw-2024-12.data")
        wick(tmp, "import", "timewarrior", path)
        with open(path) as f, open(tmp + "/copy", "w") as g:
            g.write(f.read().replace("20241230T080500Z #", "20241230T080500Z - 20241230T090500Z #"))
        rc, out, err = wick(tmp, "--json", "import", "timewarrior", tmp + "/copy")
        r = json.loads(out) if rc == 0 else {}
        check("open to closed", (r.get("new"), r.get("changed"), r.get("work_s")) == (0, 1, 3600), out + err)


def main():
    with open(os.path.join(samples, "ORACLE.tsv")) as f:
        for row in csv.DictReader(f, delimiter="\t"):
            if row["source"] == "timewarrior" and row["metric"].startswith("intervals"):
                n, still_open, closed = map(int, re.findall(r"\d+", row["value"]))
                one_file(row["file"], (n, still_open, float(closed)))
    name = "timew-1.4.3-export-exclusions-open.json"
    with tempfile.TemporaryDirectory(prefix="wick-samples-") as tmp:
        rc, out, err = wick(tmp, "import", "timewarrior", os.path.join(samples, "timewarrior", name))
        running = [e for e in map(json.loads, state(tmp)[0].splitlines()) if "running now" in e.get("tags", [])]
        check(name, rc == 0 and len(running) == 1 and "end" not in running[0], "%d sessions %s" % (len(running), err))
    for name, args, n, total in TABLES:
        one_table(name, "csv" if name.endswith("csv") else "timewarrior", args, (n, total))
    for name, form, n, total in SOURCES:
        one_table(name, form, [], (n, total))
    refused("timeclock/tcorderedactions.timeclock", "line 8")
    refused("klog/invalid-summary-at-end.klg", "line 3")
    for name, args, kind, n, minutes in OTHERS:
        one_other(name, args, kind, n, minutes)
    with tempfile.TemporaryDirectory(prefix="wick-samples-") as tmp:
        rc, out, err = wick(tmp, "import", os.path.join(samples, "apple-health/export-nosleep.xml"))
        check("export-nosleep.xml says so", rc == 0 and "no sleep" in out and not state(tmp)[0], out + err)
    refused("hamster/hamster-export.ical", "ical:3: ", "start")
    refused("clockify/clockify_detailed_3.csv", "_3.csv:2: date \"13/15/2024\"")
    refused("fitbit/webexport-sleep.csv", "sleep.csv:3: ", "before the start")
    refused("grafana-oncall/on_call_shifts.json", "shifts.json:1: ", "final_shifts")
    refused("alertmanager/am-alerts-v2.json", "webhook")
    closed_later()


main()
print("%d passed, %d failed" % (passed, failed))
sys.exit(1 if failed else 0)
