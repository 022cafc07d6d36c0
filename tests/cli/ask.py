# SPDX-License-Identifier: MIT
"""Answers a question on a terminal: ask.py KEYS COMMAND..., where ^C in KEYS is C-c.
Prints what stood on the terminal, and ends with the command's status. MEANWHILE is a
command for the shell that runs between the question and the answer."""
import os
import pty
import signal
import subprocess
import sys

QUESTION = b"[y/N] "
keys = sys.argv[1].replace("^C", "\x03").replace("\\n", "\n").encode()
pid, fd = pty.fork()
if pid == 0:
    os.execvp(sys.argv[2], sys.argv[2:])
signal.alarm(120)
seen, is_asked = b"", False
while True:
    try:
        got = os.read(fd, 4096)
    except OSError:
        break
    if not got:
        break
    seen += got
    if not is_asked and QUESTION in seen:
        is_asked = True
        subprocess.run(os.environ.get("MEANWHILE", ":"), shell=True, check=True)
        os.write(fd, keys)
_, status = os.waitpid(pid, 0)
text = seen.decode().replace("\r\n", "\n").replace("^C", "")     # the terminal's echo
sys.stdout.write(text.rstrip() + "\n")
sys.exit(os.waitstatus_to_exitcode(status) & 0xff)
