#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""A made-up export of a phone or of a window watcher, as large as asked: most of it is
nothing wick wants, as in real ones. usage: large.py apple|activitywatch|presence MEGABYTES >FILE
presence: nothing but what is wanted, every minute of years: an extreme"""
import datetime, sys

kind, left = sys.argv[1], int(sys.argv[2]) << 20
out = sys.stdout
if kind == "apple":
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<HealthData locale="en_GB">\n')
    i = 0
    while left > 0:
        n = i // 400
        day = "20%02d-%02d-%02d" % (16 + n // 336 % 80, 1 + n // 28 % 12, 1 + n % 28)
        rest = 'sourceVersion="9.1" creationDate="%s 12:00:00 +0100" startDate="%s %02d:%02d:00 +0100" ' \
            'endDate="%s %02d:%02d:30 +0100"'
        if i % 400 < 6:
            hour = 1 + i % 400
            s = ' <Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="Watch" %s value=' \
                '"HKCategoryValueSleepAnalysisAsleepCore"/>\n' % (rest % (day, day, hour, 0, day, hour, 50))
        else:
            s = ' <Record type="HKQuantityTypeIdentifierHeartRate" sourceName="Watch" unit="count/min" %s ' \
                'value="%d">\n  <MetadataEntry key="context" value="1"/>\n </Record>\n' % \
                (rest % (day, day, 12, i % 60, day, 12, i % 60), 50 + i % 60)
        out.write(s)
        left, i = left - len(s), i + 1
    out.write("</HealthData>\n")
elif kind == "presence":
    out.write('{"buckets":{"aw-watcher-afk_x":{"id":"aw-watcher-afk_x","type":"afkstatus","events":[')
    at, i = datetime.datetime(2026, 11, 1), 0
    while left > 0:
        seconds = (20, 35.5, 60.25, 100, 900)[i * i % 5]
        at -= datetime.timedelta(seconds=seconds)
        s = '%s{"id":%d,"timestamp":"%s+00:00","duration":%s,"data":{"status":"%s"}}' % \
            ("," * (i > 0), i, at.isoformat(), seconds, "afk" if seconds == 900 else "not-afk")
        out.write(s)
        left, i = left - len(s), i + 1
    out.write("]}}}")
else:
    out.write('{"buckets":{"aw-watcher-afk_x":{"id":"aw-watcher-afk_x","type":"afkstatus","events":[')
    # ten years of working days, the newest event first: at it for 5 to 50 minutes, away for 4 to 20
    i, dice = 0, 12345
    for day in range(3650):
        at = datetime.datetime(2026, 11, 1, 18, day % 50) - datetime.timedelta(days=day)
        end = at.replace(hour=8)
        while at.weekday() < 5 and at > end:
            dice = (dice * 1103515245 + 12345) % 2147483648
            seconds = 300 + dice // 64 % 2700 + .25 if i % 2 else 240 + dice // 64 % 960
            at -= datetime.timedelta(seconds=seconds)
            s = '%s{"id":%d,"timestamp":"%s+00:00","duration":%s,"data":{"status":"%s"}}' % \
                ("," * (i > 0), i, at.isoformat(), seconds, "not-afk" if i % 2 else "afk")
            out.write(s)
            left, i = left - len(s), i + 1
    out.write(']},"aw-watcher-window_x":{"id":"aw-watcher-window_x","type":"currentwindow","events":[')
    i = 0
    while left > 0:
        s = '%s{"id":%d,"timestamp":"2020-01-01T00:%02d:%02d+00:00","duration":3.25,"data":{"app":"Terminal",' \
            '"title":"some window title number %d \\u2014 of work"}}' % ("," * (i > 0), i, i // 60 % 60, i % 60, i)
        out.write(s)
        left, i = left - len(s), i + 1
    out.write("]}}}")
