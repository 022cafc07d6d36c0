/* SPDX-License-Identifier: MIT */
/* An importer gone bad: behind the sandbox it tries the one thing its argument names.
 * Exit 0: it could. Killed by SIGSYS, or 1: it could not. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "port/port.h"

static bool
opens(void)
{
	return open("/etc/passwd", O_RDONLY | O_CLOEXEC) >= 0;
}

static bool
creates(void)
{
	return open("made-by-the-probe", O_WRONLY | O_CREAT | O_CLOEXEC, 0600) >= 0;
}

static bool
unlinks(void)
{
	return unlink("keep-me") == 0;
}

static bool
connects(void)
{
	return socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0) >= 0;
}

static bool
talks_local(void)
{
	return socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0) >= 0;
}

static bool
forks(void)
{
	return fork() >= 0;
}

static bool
executes(void)
{
	char *const argv[] = { "true", NULL };
	(void)execv("/bin/true", argv);
	return false;
}

static bool
kills(void)
{
	return kill(getppid(), 0) == 0;
}

/* A descriptor that was open before: 3 and up are closed, and reads of them forbidden. */
static bool
reads_other(void)
{
	char c;
	return read(9, &c, 1) >= 0;
}

static bool
writes_other(void)
{
	return write(9, "x", 1) >= 0;
}

static bool
maps(size_t size, int rights)
{
	int flags = MAP_PRIVATE | MAP_ANONYMOUS;
	return mmap(NULL, size, rights, flags, -1, 0) != MAP_FAILED;
}

static bool
runs_data(void)
{
	return maps(4096, PROT_READ | PROT_WRITE | PROT_EXEC);
}

static bool
traces(void)
{
	return ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0;
}

static bool
takes_memory(void)
{
	return maps((size_t)3 << 30, PROT_READ);
}

/* What it may do; the test of the test. */
static bool
writes(void)
{
	char c;
	return read(0, &c, 1) >= 0 && write(1, "", 0) == 0 && write(2, "", 0) == 0 &&
	    maps(1 << 20, PROT_READ);
}

static const struct {
	const char *name;
	bool (*run)(void);
} tries[] = {
	{ "write", writes }, { "open", opens }, { "create", creates },
	{ "unlink", unlinks }, { "socket", connects }, { "unix-socket", talks_local },
	{ "fork", forks },
	{ "exec", executes }, { "kill", kills }, { "read-other", reads_other },
	{ "write-other", writes_other }, { "run-data", runs_data }, { "trace", traces },
	{ "memory", takes_memory },
};

int
main(int argc, char **argv)
{
	(void)(wk_port_sandbox() == 0);
	for (size_t i = 0; argc == 2 && i < WK_LEN(tries); i++)
		if (strcmp(argv[1], tries[i].name) == 0)
			_exit(tries[i].run() ? 0 : 1);
	_exit(2);
}
