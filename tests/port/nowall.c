/* SPDX-License-Identifier: MIT */
/* nowall landlock|seccomp COMMAND...: runs it as on a kernel that lacks this wall. */
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#define LOAD(field) \
	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (unsigned)offsetof(struct seccomp_data, field))
#define IS(v, yes, no) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)(v), yes, no)
#define RETURN(what) BPF_STMT(BPF_RET | BPF_K, (what))

int
main(int argc, char **argv)
{
	struct sock_filter landlock[] = {
		LOAD(nr), IS(SYS_landlock_create_ruleset, 0, 1),
		RETURN(SECCOMP_RET_ERRNO | ENOSYS), RETURN(SECCOMP_RET_ALLOW),
	};
	struct sock_filter seccomp[] = {
		LOAD(nr), IS(SYS_prctl, 0, 3), LOAD(args[0]), IS(PR_SET_SECCOMP, 0, 1),
		RETURN(SECCOMP_RET_ERRNO | EINVAL), RETURN(SECCOMP_RET_ALLOW),
	};
	int is_landlock = argc > 2 && strcmp(argv[1], "landlock") == 0;
	struct sock_fprog prog = { is_landlock ? 4 : 6,
		is_landlock ? landlock : seccomp };
	if (argc < 3 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
	    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &prog) != 0)
		return 125;
	execvp(argv[2], argv + 2);
	return 127;
}
