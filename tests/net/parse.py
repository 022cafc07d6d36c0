#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A mail read by a library: headers, both parts, letters. usage: parse.py FILE FIRST-LINE"""
import email
import email.policy
import sys

with open(sys.argv[1], "rb") as f:
    raw = f.read()
mail = email.message_from_bytes(raw, policy=email.policy.default)
assert not mail.defects, mail.defects
assert raw.isascii() and b"\n" not in raw.replace(b"\r\n", b""), "lines end in CRLF"
sender = mail["From"].addresses[0]
assert sender.display_name == "Änne Müller 🕯", sender.display_name
assert sender.addr_spec == "ann@test.example" and mail["To"] == "boss@test.example"
assert mail["Date"].datetime.isoformat() == "2026-11-20T18:00:00+01:00", mail["Date"]
assert mail["Subject"] == "wick report 2026-W46 brief", mail["Subject"]
assert mail["Message-ID"].endswith("@test.example>"), mail["Message-ID"]
assert mail.get_content_type() == "multipart/alternative", mail.get_content_type()
text, html = mail.get_payload()
assert text.get_content_type() == "text/plain" and html.get_content_type() == "text/html"
assert text.get_content().startswith(sys.argv[2]), text.get_content()[:200]
assert "</html>" in html.get_content().lower()
for part in (text, html):
    assert "Überstunden 🕯 = nötig" in part.get_content(), part.get_content()
