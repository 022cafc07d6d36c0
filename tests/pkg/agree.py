#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Whether a report says the same in every format, and what `wick series` says of its days.

usage: agree.py WICK DB PERIOD-OPTION..."""
import csv
import html
import io
import json
import re
import subprocess
import sys

WICK, DB, *PERIOD = sys.argv[1:]
bad = []


def wick(*args):
    return subprocess.run([WICK, "--db", DB, *args], capture_output=True, text=True,
                          check=True, timeout=120).stdout


def report(form):
    return wick("report", *PERIOD, "--format", form)


def same(what, a, b, within=1e-6):
    if (a is None) != (b is None) or (a is not None and abs(float(a) - float(b)) > within):
        bad.append(f"{' '.join(PERIOD)}: {what}: {a} and {b}")


def words(text):
    """A page without its markup and line ends, to look for numbers in."""
    text = re.sub(r"<(style|svg|figure|title)\b.*?</\1>", " ", text, flags=re.S)
    text = re.sub(r"<!--.*?-->", " ", text, flags=re.S)
    text = html.unescape(re.sub(r"<[^>]*>", " ", text))
    return re.sub(r"[\s|*#]+", " ", re.sub(r"\\(.)", r"\1", text))


def check_series(j):
    rows = list(csv.DictReader(io.StringIO(
        wick("series", "--from", j["from"], "--to", j["to"], "--format", "csv"))))
    by_date = {r["date"]: r for r in rows}
    days = sorted(by_date)
    hours = [float(by_date[d]["hours"]) for d in days if by_date[d]["hours"]]
    same("hours", j["hours"]["total"], sum(hours) if hours else None, 1e-4)
    known = [h for h in j["hours"]["by_day"] if h is not None]
    same("hours by day", sum(known) if known else None, sum(hours) if hours else None, 1e-4)
    same("days with hours", j["coverage"]["hours"], len(hours))
    sleep = [float(by_date[d]["sleep"]) for d in days if by_date[d]["sleep"]]
    same("mean sleep", j["sleep"]["mean"], sum(sleep) / len(sleep) if sleep else None, 1e-5)
    same("pages", j["incidents"]["count"] or 0,
         sum(len(by_date[d]["incidents"].split(";")) for d in days if by_date[d]["incidents"]))
    same("short rests", j["rest"]["short"] or 0, sum(int(by_date[d]["short_rest"]) for d in days))
    filled = [d for d in days if any(by_date[d][k] for k in (
        "hours", "sleep", "incidents", "energy", "stress", "mood"))]
    if filled and j["score"]["value"] is not None:
        last = by_date[filled[-1]]
        same("score", j["score"]["value"], last["score"], 0.0501)
        for part in ("hours", "rest", "sleep", "incidents", "checkin"):
            same(part, j["score"]["contributions"][part], last[f"c_{part}"], 0.1001)


def check_parts(j):
    score = j["score"]
    if score["value"] is not None:
        same("parts", score["value"], sum(score["contributions"].values()), 1e-9)


def check_csv(j):
    rows = list(csv.DictReader(io.StringIO(report("csv"))))
    same("indicators", len(rows), len(j["indicators"]))
    for row, ind in zip(rows, j["indicators"]):
        same(ind["id"], row["value"] or None, ind["value"])
        same(f"limit of {ind['id']}", row["threshold"] or None, ind["threshold"])
        if (row["id"], row["state"], row["unit"]) != (ind["id"], ind["state"], ind["unit"]):
            bad.append(f"{row} and {ind}")


def check_pages(j):
    plain = words(report("text"))
    for form in ("text", "md", "html"):
        text = words(report(form))
        want = [f"{j['score']['value']:.1f} of 100" if j["score"]["known"] else "not enough known"]
        if j["hours"]["total"] is not None:
            want.append(f"{j['hours']['total']:.1f} h, known on {j['coverage']['hours']} of")
        for ind in j["indicators"]:
            if ind["state"] == "over":
                digits = 0 if ind["value"] == int(ind["value"]) else 1
                want.append(f"{ind['value']:.{digits}f} {ind['unit'].rstrip('s')}")
        bad.extend(f"{' '.join(PERIOD)}: {form} does not say {w}" for w in want if w not in text)
        # the numbers of the sentences are those of the text
        for line in re.findall(r"In short (.*?) Strain index ", plain):
            for number in re.findall(r"[0-9]+\.[0-9]", line):
                if number not in text:
                    bad.append(f"{form} has no {number}")


made = json.loads(report("json"))
for check in (check_series, check_parts, check_csv, check_pages):
    check(made)
print("\n".join(bad), end="\n" if bad else "")
