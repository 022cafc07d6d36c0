#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The pages in a real browser: axe, light, dark, 320 pixels, keys alone. Wants chromium,
node, and NODE_PATH with axe-core and playwright-core. usage: pages.py BUILD [PICTURES]"""
import datetime
import os
import random
import shutil
import subprocess
import sys
import tempfile

from hub import Hub, Person, invite, summary

BUILD = sys.argv[1]
PICTURES = sys.argv[2] if len(sys.argv) > 2 else ""
HERE = os.path.dirname(os.path.abspath(__file__))
TODAY = datetime.datetime.now(datetime.timezone.utc).date()


def week(ago):
    d = TODAY - datetime.timedelta(weeks=ago)
    y, w, _ = d.isocalendar()
    return f"{y}-W{w:02d}"


def indicators(rng, heavy):
    pages = rng.choice([0, 1, 2, 4, 9] if not heavy else [6, 12, 20, 31])
    return {"work_min": 30 * rng.randint(70, 110), "after_hours_min": 30 * rng.randint(0, 12),
            "weekend_min": 30 * rng.randint(0, 5), "streak_days": rng.randint(3, 12),
            "min_rest_min": 30 * rng.randint(14, 24), "rest_days": 2, "oncall_days": rng.randint(0, 7),
            "wakings": pages // 3, "pages": pages, "night_pages": pages // 3, "load_ratio": 1.1}


def seed(hub):
    """A team of eight, five of them by name, and one that is too small."""
    rng = random.Random(7)
    admin = Person(hub, hub.invite, "Admin")
    lead = Person(hub, invite(admin), "Mara Lindqvist")
    for team, name in (("payments", "Payments & Ledger"), ("tiny", "Tiny"), ("none", "Nobody yet")):
        admin.ask("PUT", f"/v1/admin/teams/{team}", {"name": name})
        admin.ask("PUT", f"/v1/admin/teams/{team}/members/{lead.id}", {"role": "manager"})
    names = ["Ada", "Bo Jensen", "<b>Chlo\u00e9</b> \"C\" & Co", "Dmitri Konstantinovich Vassilievskiy-Oblonsky", "Eun-ji",
             "Farah", "Gil", "Hanna"]
    shown = None
    for i, name in enumerate(names):
        p = Person(hub, invite(admin), name)
        teams = ["payments"] + (["tiny"] if i < 2 else [])
        for t in teams:
            admin.ask("PUT", f"/v1/admin/teams/{t}/members/{p.id}", {"role": "member"})
        how = "individual" if i < 5 else "aggregate"
        p.consent(1, [(t, how if t == "payments" else "aggregate") for t in teams], level="indicators")
        shown = shown or p
        for ago in range(1, 22):
            if rng.random() < 0.12 or (i == 3 and 4 <= ago <= 7):
                continue
            bands = ["calm", "watch", "strained", "severe", "unknown"]
            band = rng.choices(bands, [5, 4, 4 if ago < 6 else 1, 2 if ago < 6 else 0.4, 0.4])[0]
            p.me("PUT", f"/weeks/{week(ago)}", summary(1, band, level="indicators",
                 indicators=indicators(rng, i == 0)))
    return lead, shown


def main():
    if not shutil.which("node") or not shutil.which("chromium") or subprocess.run(
            ["node", "-e", 'require("playwright-core"); require("axe-core")'], capture_output=True).returncode:
        print("skipped: the pages in a browser need chromium, node, and NODE_PATH with axe-core and playwright-core")
        print("0 passed, 0 failed")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        hub = Hub(BUILD, "memory:", folder).start()
        try:
            lead, shown = seed(hub)
            run = subprocess.run(["node", os.path.join(HERE, "pages.js"), shutil.which("chromium"),
                                  f"http://127.0.0.1:{hub.port}", lead.token, shown.id, PICTURES])
            return run.returncode
        finally:
            hub.stop()


sys.exit(main())
