# SPDX-License-Identifier: MIT
"""A command and the most memory it held: what a process is told of its child includes what
its own memory was when it made it, so this one is small. usage: python3 -IS peak.py FILE
COMMAND...     FILE gets KB and the seconds it ran; ends as the command does"""
import os
import sys

SIGPIPE, SIGXFSZ = 13, 25          # which Python ignores, and its child would
pid = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ, setsigdef=[SIGPIPE, SIGXFSZ])
status, used = os.wait4(pid, 0)[1:]
with open(sys.argv[1], "w") as f:
    f.write("%d %f" % (used.ru_maxrss, used.ru_utime))
if os.WIFSIGNALED(status):
    os.kill(os.getpid(), os.WTERMSIG(status))
sys.exit(os.waitstatus_to_exitcode(status))
