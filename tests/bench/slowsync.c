/* SPDX-License-Identifier: MIT */
/* LD_PRELOAD: every fsync and fdatasync takes SLOWSYNC_MS (5) longer, as on a disk that
 * means it. */
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

int fsync(int fd);
int fdatasync(int fd);

static int
slow(const char *name, int fd)
{
	int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
	const char *ms = getenv("SLOWSYNC_MS");
	struct timespec t = { 0, (ms == NULL ? 5 : strtol(ms, NULL, 10)) * 1000000 };
	(void)nanosleep(&t, NULL);
	return real(fd);
}

int
fsync(int fd)
{
	return slow("fsync", fd);
}

int
fdatasync(int fd)
{
	return slow("fdatasync", fd);
}
