# SPDX-License-Identifier: MIT
"""What lies in fixtures/: each input with the words of wick-port that its .expect asks
for."""
import os, subprocess

FIXTURES = os.path.dirname(os.path.realpath(__file__)) + "/fixtures"


def cases(tmp, without):
    """(name, path, words), but for those whose first word is in without. tmp: where an
    input that a script makes is made; None leaves those out."""
    for name in sorted(n[:-7] for n in os.listdir(FIXTURES) if n.endswith(".expect")):
        path = os.path.join(FIXTURES, name)
        if name.endswith(".make"):
            if tmp is None:
                continue
            with open(tmp + "/made", "wb") as f:
                subprocess.run(["sh", path], stdout=f)
            path = tmp + "/made"
        with open(os.path.join(FIXTURES, name + ".expect"), encoding="utf-8", errors="replace") as f:
            asked = {line[2:].strip() for line in f if line.startswith("$ ")}
        for args in sorted(asked):
            words = [w.replace("%20", " ") for w in args.split()]
            if words and words[0] not in without:
                yield name, path, words
