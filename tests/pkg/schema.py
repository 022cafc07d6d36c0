#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Reports as JSON against schema/report-1.json, with the part of JSON Schema that it uses; a
report that breaks it has to be refused, and what was released stays in it.

usage: schema.py SCHEMA RELEASED REPORT.json...     UPDATE=1 writes RELEASED anew: read the diff
RELEASED lists each member that a reader may count on, with its type."""
import json
import os
import re
import sys

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
KNOWN = {"$schema", "$id", "title", "description", "type", "properties", "required", "const",
         "enum", "pattern", "items", "minItems", "maxItems", "minimum", "maximum"}


def is_type(value, name):
    if name in ("number", "integer"):
        wanted = (int, float) if name == "number" else int
        return isinstance(value, wanted) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


def errors(value, rule, at="$"):
    """What of value the rule does not allow."""
    for word in set(rule) - KNOWN:
        yield f"{at}: the schema has {word}, which this does not know"
    types = rule.get("type", [])
    types = [types] if isinstance(types, str) else types
    if types and not any(is_type(value, t) for t in types):
        yield f"{at}: {value!r} is no {' or '.join(types)}"
        return
    if "const" in rule and value != rule["const"]:
        yield f"{at}: {value!r} is not {rule['const']!r}"
    if "enum" in rule and value not in rule["enum"]:
        yield f"{at}: {value!r} is none of {rule['enum']}"
    if isinstance(value, str) and not re.search(rule.get("pattern", ""), value):
        yield f"{at}: {value!r} does not match {rule['pattern']}"
    if is_type(value, "number") and not \
            rule.get("minimum", value) <= value <= rule.get("maximum", value):
        yield f"{at}: {value} is out of range"
    if isinstance(value, list):
        if not rule.get("minItems", 0) <= len(value) <= rule.get("maxItems", len(value)):
            yield f"{at}: {len(value)} items"
        for i, item in enumerate(value):
            yield from errors(item, rule.get("items", {}), f"{at}[{i}]")
    if isinstance(value, dict):
        for name in rule.get("required", []):
            if name not in value:
                yield f"{at}.{name} is missing"
        for name in value:
            if name not in rule.get("properties", {}):
                yield f"{at}.{name} is not in the schema"
            else:
                yield from errors(value[name], rule["properties"][name], f"{at}.{name}")


def members(rule, at="$"):
    """Each required member and what it is, a line each."""
    types = rule.get("type", [])
    word = "|".join([types] if isinstance(types, str) else types)
    if "const" in rule or "enum" in rule:
        word = "one of " + json.dumps(rule.get("enum", [rule.get("const")]))
    yield f"{at} {word}"
    for name in rule.get("required", []):
        yield from members(rule["properties"][name], f"{at}.{name}")
    if "items" in rule:
        yield from members(rule["items"], f"{at}[]")


def broken(report):
    """The report, wrong in one place at a time."""
    for change in (lambda r: r.pop("score"), lambda r: r.update(format=2),
                   lambda r: r["score"].update(value="70"), lambda r: r["hours"].pop("total"),
                   lambda r: r.update(to="20 Nov"), lambda r: r["score"].update(value=101),
                   lambda r: r["hours"]["by_day"].append("8"), lambda r: r.update(more=1),
                   lambda r: r["indicators"][0].update(state="bad"),
                   lambda r: r["incidents"].update(count=1.5),
                   lambda r: r["score"].update(known=0)):
        copy = json.loads(json.dumps(report))
        change(copy)
        yield copy


def load(path):
    with open(path, encoding="utf-8") as f:
        return json.load(f)


def main(schema_path, released_path, *reports):
    schema, bad = load(schema_path), []
    for path in reports:
        bad += [f"{path}: {e}" for e in errors(load(path), schema)]
    for i, wrong in enumerate(broken(load(reports[0]))):
        if not list(errors(wrong, schema)):
            bad.append(f"the {i + 1}. wrong report passes")
    now = list(members(schema))
    if os.environ.get("UPDATE"):
        with open(released_path, "w", encoding="utf-8") as f:
            f.write("\n".join(now) + "\n")
    with open(released_path, encoding="utf-8") as f:
        released = f.read().splitlines()
    bad += [f"released and gone or changed: {x}" for x in released if x not in now]
    bad += [f"new, to be put into {os.path.basename(released_path)}: {x}" for x in now
            if x not in released]
    print("\n".join(bad[:20]), end="\n" if bad else "")
    return 1 if bad else 0


sys.exit(main(*sys.argv[1:]))
