#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A mail server for the tests: loopback ports of its own choosing, one with STARTTLS and one
that is TLS from its first byte; AUTH PLAIN.

usage: smtpd.py FOLDER    writes FOLDER/tls-port and FOLDER/port, keeps each message as
FOLDER/mail.N.
FOLDER/mode, read at every connection, says what goes wrong:
  ok | busy (451 to the recipient) | hang (silent after the text) | plain (no STARTTLS)
  | open (nobody@ has a mailbox now)
"""
import asyncio
import base64
import logging
import os
import ssl
import sys

FOLDER = sys.argv[1]
LOGIN = b"\0ann\0s3cret"


def read(name):
    with open(os.path.join(FOLDER, name), encoding="utf-8") as f:
        return f.read().strip()


class Session:
    def __init__(self, reader, writer, tls, is_tls):
        self.r, self.w, self.tls = reader, writer, tls
        self.mode, self.is_tls, self.is_in = read("mode"), is_tls, False

    async def say(self, text):
        self.w.write(text.encode() + b"\r\n")
        await self.w.drain()

    async def ehlo(self, _):
        ability = [] if self.mode == "plain" else ["AUTH PLAIN"] if self.is_tls else ["STARTTLS"]
        lines = ["test.example"] + ability
        for i, text in enumerate(lines):
            await self.say(f"250{' ' if i == len(lines) - 1 else '-'}{text}")

    async def starttls(self, _):
        await self.say("220 go on")
        await self.w.start_tls(self.tls)
        self.is_tls = True

    async def auth(self, line):
        word = line.split(b" ")
        if len(word) < 3:
            await self.say("334 ")
            word.append((await self.r.readline()).strip())
        self.is_in = base64.b64decode(word[2]) == LOGIN
        await self.say("235 welcome" if self.is_in else "535 5.7.8 wrong password")

    async def mail(self, _):
        await self.say("250 ok" if self.is_tls and self.is_in else "530 log in first")

    async def rcpt(self, line):
        if b"nobody@" in line and self.mode != "open":
            await self.say("550 5.1.1 no such person")
        else:
            await self.say("451 4.3.0 busy" if self.mode == "busy" else "250 ok")

    async def data(self, _):
        await self.say("354 go on")
        text = b""
        while not text.endswith(b"\r\n.\r\n"):
            block = await self.r.read(65536)
            if not block:
                return
            text += block
        text = text[:-3].replace(b"\r\n..", b"\r\n.")
        n = len([f for f in os.listdir(FOLDER) if f.startswith("mail.")])
        with open(os.path.join(FOLDER, f"mail.{n}"), "wb") as f:
            f.write(text)
        if self.mode == "hang":
            await self.r.read(1)
        else:
            await self.say("250 taken")

    async def run(self):
        await self.say("220 test.example")
        verbs = {b"EHLO": self.ehlo, b"STARTTLS": self.starttls, b"AUTH": self.auth,
                 b"MAIL": self.mail, b"RCPT": self.rcpt, b"DATA": self.data}
        while line := (await self.r.readline()).strip():
            verb = line.split(b" ")[0].upper()
            if verb == b"QUIT":
                await self.say("221 bye")
                break
            if verb in verbs:
                await verbs[verb](line)
            else:
                await self.say("502 what")


async def main():
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(os.path.join(FOLDER, "cert.pem"), os.path.join(FOLDER, "key.pem"))

    async def listen(name, wrap):
        async def serve(reader, writer):
            try:
                await Session(reader, writer, tls, wrap is not None).run()
            except (OSError, ssl.SSLError, asyncio.IncompleteReadError):
                pass
            writer.close()

        server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=wrap)
        path = os.path.join(FOLDER, name)
        with open(path + ".new", "w", encoding="utf-8") as f:
            f.write(str(server.sockets[0].getsockname()[1]))
        os.rename(path + ".new", path)
        return server

    wrapped = await listen("tls-port", tls)
    server = await listen("port", None)
    await asyncio.gather(wrapped.serve_forever(), server.serve_forever())


logging.disable(logging.CRITICAL)        # a client that leaves is no news
asyncio.run(main())
