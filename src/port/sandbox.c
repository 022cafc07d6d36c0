/* SPDX-License-Identifier: MIT */
/* The walls round an importer: limits, no new privileges, Landlock without a single path,
 * and a seccomp filter that knows only reading 0, writing 1 and 2, memory, and the end.
 *
 * Each wall stands on its own; where a kernel has not got one of them the caller is told.
 * A sanitizer, coverage or valgrind needs more system calls than that: there only the
 * limits that do not disturb them are set. */
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "port.h"

void __asan_init(void) __attribute__((weak));
void __gcov_exit(void) __attribute__((weak));

/* Valgrind is recognised by what it preloads. */
static bool
is_instrumented(void)
{
	const char *preload = getenv("LD_PRELOAD");
	return __asan_init != NULL || __gcov_exit != NULL ||
	    (preload != NULL && strstr(preload, "vgpreload") != NULL);
}

static const struct {
	__rlimit_resource_t what;
	rlim_t max;
} limits[] = {
	{ RLIMIT_AS, (rlim_t)2 << 30 },
	{ RLIMIT_CPU, 300 },
	{ RLIMIT_FSIZE, (rlim_t)4 << 30 },  /* standard output may be a file */
	{ RLIMIT_NOFILE, 3 },
	{ RLIMIT_NPROC, 0 },
	{ RLIMIT_CORE, 0 },
};

static void
set_limits(void)
{
	for (size_t i = 0; i < WK_LEN(limits); i++) {
		struct rlimit r;
		if (getrlimit(limits[i].what, &r) != 0)
			continue;
		r.rlim_cur = WK_MIN(r.rlim_max, limits[i].max);
		r.rlim_max = r.rlim_cur;
		(void)setrlimit(limits[i].what, &r);
	}
}

/* Every right to files is taken over by a ruleset that grants none. */
static bool
forbid_files(void)
{
	struct landlock_ruleset_attr attr = {
		.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1,
	};
	long fd = syscall(SYS_landlock_create_ruleset, &attr, sizeof(attr), 0);
	if (fd < 0)
		return false;
	bool is_up = syscall(SYS_landlock_restrict_self, (int)fd, 0) == 0;
	(void)close((int)fd);
	return is_up;
}

static const struct {
	const char *machine;
	uint32_t arch;
} machines[] = {
	{ "x86_64", AUDIT_ARCH_X86_64 },
	{ "aarch64", AUDIT_ARCH_AARCH64 },
	{ "riscv64", AUDIT_ARCH_RISCV64 },
};

static uint32_t
this_arch(void)
{
	struct utsname u;
	if (uname(&u) != 0)
		return 0;
	for (size_t i = 0; i < WK_LEN(machines); i++)
		if (strcmp(u.machine, machines[i].machine) == 0)
			return machines[i].arch;
	return 0;
}

/* Allowed with any arguments; sysinfo tells qsort how much memory there is. mmap and
 * mprotect may not ask for PROT_EXEC, read and write only the standard descriptors: those
 * are judged one by one below. */
static const uint32_t plain_calls[] = {
	SYS_brk, SYS_munmap, SYS_mremap, SYS_madvise, SYS_exit, SYS_exit_group,
	SYS_rt_sigreturn, SYS_futex, SYS_getrandom, SYS_clock_gettime, SYS_sysinfo,
};

#define LOAD(field) \
	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offsetof(struct seccomp_data, field))
#define IS(value, yes, no) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)(value), yes, no)
#define HAS(bits, yes, no) BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, (uint32_t)(bits), yes, no)
#define RETURN(what) BPF_STMT(BPF_RET | BPF_K, (what))
#define ALLOW RETURN(SECCOMP_RET_ALLOW)
#define KILL RETURN(SECCOMP_RET_KILL_PROCESS)
enum { PROT_EXEC_BIT = 4 };

/* Low word of an argument: the machines above are little-endian. */
static const struct sock_filter judged[] = {
	IS(SYS_read, 0, 4), LOAD(args[0]), IS(0, 0, 1), ALLOW, KILL,
	IS(SYS_write, 0, 5), LOAD(args[0]), IS(1, 1, 0), IS(2, 0, 1), ALLOW, KILL,
	IS(SYS_mmap, 0, 4), LOAD(args[2]), HAS(PROT_EXEC_BIT, 1, 0), ALLOW, KILL,
	IS(SYS_mprotect, 0, 4), LOAD(args[2]), HAS(PROT_EXEC_BIT, 1, 0), ALLOW, KILL,
};

enum { FILTER_MAX = 64 };

static bool
forbid_calls(uint32_t arch)
{
	struct sock_filter f[FILTER_MAX];
	size_t n = 0;
	const struct sock_filter head[] = {
		LOAD(arch), IS(arch, 1, 0), KILL, LOAD(nr),
	};
	memcpy(f, head, sizeof(head));
	n += WK_LEN(head);
	for (size_t i = 0; i < WK_LEN(plain_calls); i++) {
		f[n++] = (struct sock_filter)IS(plain_calls[i], 0, 1);
		f[n++] = (struct sock_filter)ALLOW;
	}
	memcpy(f + n, judged, sizeof(judged));
	n += WK_LEN(judged);
	f[n++] = (struct sock_filter)KILL;
	const struct sock_fprog prog = { (unsigned short)n, f };
	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &prog) == 0;
}

unsigned
wk_port_sandbox(void)
{
	if (is_instrumented())
		return 0;
	(void)syscall(SYS_close_range, 3u, ~0u, 0);
	(void)prctl(PR_SET_DUMPABLE, 0);
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return WK_PORT_NO_LANDLOCK | WK_PORT_NO_SECCOMP;
	unsigned missing = forbid_files() ? 0 : WK_PORT_NO_LANDLOCK;
	set_limits();
	uint32_t arch = this_arch();
	if (arch == 0 || !forbid_calls(arch))
		missing |= WK_PORT_NO_SECCOMP;
	return missing;
}
