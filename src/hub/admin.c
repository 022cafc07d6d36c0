/* SPDX-License-Identifier: MIT */
/* `wick-hub admin`: on the store itself and without a token, for whoever runs the hub. It
 * makes the first invite. Like an administrator it is shown no week, and what it does is
 * in the audit log, as done by "operator". */
#include <errno.h>
#include <sys/stat.h>

#include "cmd.h"
#include "web.h"

enum { INVITE_DAYS = 7, DAY_SECONDS = 86400, AUDIT_PAGE = 1000 };

static const char usage[] =
    "usage: wick-hub admin invite [--role engineer|admin]...\n"
    "       wick-hub admin team TEAM NAME [--k-min N]\n"
    "       wick-hub admin member TEAM PERSON [--manager | --remove]\n"
    "       wick-hub admin person PERSON\n"
    "       wick-hub admin erase PERSON\n"
    "       wick-hub admin audit\n"
    "       each with [--config FILE] [--store DSN]\n"
    "\n"
    "Works on the store without a token. A SQLite file is one process's: stop the\n"
    "hub, or use /v1/admin with an administrator's token. See wick-hub(8).\n";

struct admin {
	struct settings settings;
	const struct wk_hub_store_ops *ops;
	struct wk_hub_store *store;
	int64_t now;
	const char *config, *dsn, *arg[3]; /* of the subcommand */
	size_t args;
	int roles;
	long k_min; /* 0: not said */
	bool is_manager, is_removing;
	struct wk_arena arena;
};

/* ---- writing ---- */
static struct wk_hub_op
audit_of(const struct admin *a, const char *action, const char *subject,
    const char *team)
{
	struct wk_hub_op op = { .verb = WK_HUB_OP_AUDIT, .now = a->now };
	struct wk_hub_audit *row = &op.u.audit;
	(void)snprintf(row->actor, sizeof(row->actor), "operator");
	(void)snprintf(row->action, sizeof(row->action), "%s", action);
	(void)snprintf(row->subject, sizeof(row->subject), "%s", subject);
	(void)snprintf(row->team, sizeof(row->team), "%s", team);
	return op;
}

/* What a person took back is in the file outside before it is in the store. */
static enum wk_rc
note_withdrawal(struct admin *a, const struct wk_hub_op *op, struct wk_err *err)
{
	struct wk_hub_withdrawals *w;
	struct wk_hub_result result = { .outcome = WK_HUB_DONE };
	const char *path = settings_withdrawals(&a->settings);
	if (op->verb != WK_HUB_OP_ERASE || path == NULL)
		return WK_OK;
	enum wk_rc rc = wk_hub_withdrawals_open(path, &w, err);
	if (rc != WK_OK)
		return rc;
	rc = wk_hub_withdrawals_add(w, op, &result, 1, err);
	wk_hub_withdrawals_close(w);
	return rc;
}

/* The write, and the line about it in the audit log, together. */
static enum wk_rc
write_one(struct admin *a, struct wk_hub_op op, const char *action, const char *subject,
    const char *team, struct wk_err *err)
{
	struct wk_hub_op ops[2] = { op, audit_of(a, action, subject, team) };
	struct wk_hub_result results[2];
	ops[0].now = a->now;
	enum wk_rc rc = note_withdrawal(a, &ops[0], err);
	if (rc != WK_OK)
		return rc;
	if (a->ops->apply(a->store, ops, 2, results, err) != WK_HUB_STORE_OK)
		return WK_ERR_STORE;
	if (results[0].outcome == WK_HUB_NOT_FOUND)
		return wk_fail(err, WK_ERR_NOTFOUND, "%s%s%s is not known", team,
		    *team == '\0' || *subject == '\0' ? "" : " or ", subject);
	const char *code = wk_hub_outcomes[results[0].outcome].code;
	return code == NULL ? WK_OK : wk_fail(err, WK_ERR_INPUT, "%s: %s", action, code);
}

static enum wk_rc
admin_invite(struct admin *a, struct wk_err *err)
{
	struct wk_hub_op op = { .verb = WK_HUB_OP_INVITE };
	char secret[WK_HUB_SECRET];
	struct wk_buf until;
	wk_hub_person_new(op.person);
	wk_hub_secret_new("wki_", secret);
	wk_hub_secret_hash(secret, op.u.invite.hash);
	op.u.invite.roles = a->roles == 0 ? WK_HUB_ENGINEER : a->roles;
	op.u.invite.expires = a->now + INVITE_DAYS * DAY_SECONDS;
	enum wk_rc rc = write_one(a, op, "invite", op.person, "", err);
	if (rc != WK_OK)
		return rc;
	wk_buf_init(&until);
	wk_zone_put_iso(&until, op.u.invite.expires, 0, true);
	(void)printf("person  %s\ninvite  %s\nuntil   %s\n", op.person, secret, until.p);
	wk_buf_fini(&until);
	return WK_OK;
}

static enum wk_rc
check_words(const struct admin *a, bool has_team, bool has_person, struct wk_err *err)
{
	if (has_team && !word_team(a->arg[0]))
		return wk_fail(err, WK_ERR_INPUT, "\"%.40s\" is no team's id: lower "
		    "case letters, digits and -, at most 32", a->arg[0]);
	const char *person = a->arg[has_team ? 1 : 0];
	if (has_person && (!word_person(person) || strcmp(person, "me") == 0))
		return wk_fail(err, WK_ERR_INPUT, "\"%.40s\" is no person's id; they "
		    "begin with p_", person);
	return WK_OK;
}

static enum wk_rc
admin_team(struct admin *a, struct wk_err *err)
{
	struct wk_hub_op op = { .verb = WK_HUB_OP_TEAM_SET };
	enum wk_rc rc = check_words(a, true, false, err);
	if (rc != WK_OK)
		return rc;
	(void)snprintf(op.u.team.id, sizeof(op.u.team.id), "%s", a->arg[0]);
	if (!word_name(a->arg[1]))
		return wk_fail(err, WK_ERR_INPUT, "\"%.40s\" is no team's name: "
		    WORD_NAME_RULE, wk_text_safe_dup(&a->arena, a->arg[1]));
	(void)snprintf(op.u.team.name, sizeof(op.u.team.name), "%s", a->arg[1]);
	op.u.team.k_min = (int)a->k_min;
	return write_one(a, op, "team", "", a->arg[0], err);
}

static enum wk_rc
admin_member(struct admin *a, struct wk_err *err)
{
	struct wk_hub_op op = { .verb = a->is_removing ? WK_HUB_OP_MEMBER_DEL :
	    WK_HUB_OP_MEMBER_SET };
	enum wk_rc rc = check_words(a, true, true, err);
	if (rc == WK_OK && a->is_manager && a->is_removing)
		rc = wk_fail(err, WK_ERR_INPUT, "--manager and --remove are two things");
	if (rc != WK_OK)
		return rc;
	(void)snprintf(op.u.member.team, sizeof(op.u.member.team), "%s", a->arg[0]);
	(void)snprintf(op.person, sizeof(op.person), "%s", a->arg[1]);
	op.u.member.role = a->is_manager ? WK_HUB_MANAGER : WK_HUB_MEMBER;
	return write_one(a, op, a->is_removing ? "member-removed" : a->is_manager ?
	    "manager" : "member", op.person, a->arg[0], err);
}

static enum wk_rc
must_be_known(struct admin *a, struct wk_err *err)
{
	struct wk_hub_reader *r;
	struct wk_hub_person p;
	enum wk_rc rc = a->ops->reader(a->store, &r, err);
	if (rc != WK_OK)
		return rc;
	rc = a->ops->person(r, a->arg[0], &p, err);
	a->ops->reader_close(r);
	return rc != WK_ERR_NOTFOUND ? rc :
	    wk_fail(err, rc, "%s is not known", a->arg[0]);
}

static enum wk_rc
admin_erase(struct admin *a, struct wk_err *err)
{
	struct wk_hub_op op = { .verb = WK_HUB_OP_ERASE };
	enum wk_rc rc = check_words(a, false, true, err);
	if (rc == WK_OK)
		rc = must_be_known(a, err);
	if (rc != WK_OK)
		return rc;
	(void)snprintf(op.person, sizeof(op.person), "%s", a->arg[0]);
	return write_one(a, op, "erase", op.person, "", err);
}

/* ---- reading ---- */
static enum wk_rc
show_person(struct admin *a, struct wk_hub_reader *r, struct wk_err *err)
{
	struct wk_hub_person p;
	struct wk_hub_team *teams;
	size_t n;
	enum wk_rc rc = a->ops->person(r, a->arg[0], &p, err);
	if (rc == WK_ERR_NOTFOUND)
		return wk_fail(err, rc, "%s is not known", a->arg[0]);
	if (rc == WK_OK)
		rc = a->ops->teams(r, a->arg[0], NULL, &a->arena, &teams, &n, err);
	if (rc != WK_OK)
		return rc;
	(void)printf("person   %s\nname     %s\nroles   %s%s\nstate    %s\n", p.id,
	    wk_text_safe_dup(&a->arena, p.display),
	    (p.roles & WK_HUB_ENGINEER) != 0 ? " engineer" : "",
	    (p.roles & WK_HUB_ADMIN) != 0 ? " admin" : "",
	    p.is_enrolled ? "enrolled" : "invited");
	for (size_t i = 0; i < n; i++)
		(void)printf("team     %s  %s  %s\n", teams[i].id,
		    wk_text_safe_dup(&a->arena, teams[i].name),
		    teams[i].role == WK_HUB_MANAGER ? "manager" : "member");
	return WK_OK;
}

static enum wk_rc
admin_person(struct admin *a, struct wk_err *err)
{
	struct wk_hub_reader *r;
	enum wk_rc rc = check_words(a, false, true, err);
	if (rc == WK_OK)
		rc = a->ops->reader(a->store, &r, err);
	if (rc != WK_OK)
		return rc;
	rc = show_person(a, r, err);
	a->ops->reader_close(r);
	return rc;
}

static void
put_row(const struct wk_hub_audit *row)
{
	struct wk_buf at;
	wk_buf_init(&at);
	wk_zone_put_iso(&at, row->at, 0, true);
	(void)printf("%6lld  %s  %-18s  %-14s  %-18s  %-10s  %s\n",
	    (long long)row->seq, at.p, row->actor, row->action, row->subject, row->team,
	    row->outcome);
	wk_buf_fini(&at);
}

/* Newest first: a row is right if its hash follows from the row before it, which comes
 * next. The oldest row's predecessor may have been purged. */
static enum wk_rc
check_chain(struct admin *a, struct wk_hub_reader *r, struct wk_err *err)
{
	struct wk_hub_audit_query q = { .limit = AUDIT_PAGE };
	struct wk_hub_audit *rows, later = { 0 };
	char hex[65];
	size_t n, count = 0;
	do {
		enum wk_rc rc = a->ops->audit(r, &q, &a->arena, &rows, &n, err);
		if (rc != WK_OK)
			return rc;
		for (size_t i = 0; i < n; i++) {
			put_row(&rows[i]);
			if (count++ > 0)
				wk_hub_audit_hash(rows[i].hash, &later, hex);
			if (count > 1 && (strcmp(hex, later.hash) != 0 ||
			    rows[i].seq + 1 != later.seq))
				return wk_fail(err, WK_ERR_STORE, "the audit log was "
				    "changed at or before row %lld",
				    (long long)later.seq);
			later = rows[i];
		}
		q.before_seq = later.seq;
		wk_arena_fini(&a->arena);
	} while (n == q.limit);
	(void)printf("%zu rows, each holds the one before it\n", count);
	return WK_OK;
}

static enum wk_rc
admin_audit(struct admin *a, struct wk_err *err)
{
	struct wk_hub_reader *r;
	enum wk_rc rc = a->ops->reader(a->store, &r, err);
	if (rc != WK_OK)
		return rc;
	rc = check_chain(a, r, err);
	a->ops->reader_close(r);
	return rc;
}

/* ---- the command line ---- */
#define EACH "--config --store"
static const struct command {
	const char *name;
	size_t args;
	const char *options;
	enum wk_rc (*run)(struct admin *a, struct wk_err *err);
} commands[] = {
	{ "invite", 0, EACH " --role", admin_invite },
	{ "team", 2, EACH " --k-min", admin_team },
	{ "member", 2, EACH " --manager --remove", admin_member },
	{ "person", 1, EACH, admin_person },
	{ "erase", 1, EACH, admin_erase },
	{ "audit", 0, EACH, admin_audit },
};

static enum wk_rc
take_role(struct admin *a, const char *value, struct wk_err *err)
{
	if (strcmp(value, "engineer") == 0)
		a->roles |= WK_HUB_ENGINEER;
	else if (strcmp(value, "admin") == 0)
		a->roles |= WK_HUB_ADMIN;
	else
		return wk_fail(err, WK_ERR_INPUT, "\"%.40s\" is no role; engineer and "
		    "admin are", value);
	return WK_OK;
}

static enum wk_rc
take_option(struct admin *a, const char *option, const char *value, struct wk_err *err)
{
	if (value == NULL)
		return wk_fail(err, WK_ERR_INPUT, "%.40s wants a value", option);
	if (strcmp(option, "--config") == 0)
		a->config = value;
	else if (strcmp(option, "--store") == 0)
		a->dsn = value;
	else if (strcmp(option, "--role") == 0)
		return take_role(a, value, err);
	else if (!wk_text_parse_int(value, WK_HUB_K_MIN, 100, &a->k_min))
		return wk_fail(err, WK_ERR_INPUT, "--k-min \"%.40s\" is not within "
		    "%d..100", value, WK_HUB_K_MIN);
	return WK_OK;
}

static bool
takes(const struct command *command, const char *option)
{
	const char *p = strstr(command->options, option);
	size_t n = strlen(option);
	return p != NULL && n > 2 && (p[n] == '\0' || p[n] == ' ');
}

static enum wk_rc
parse(struct admin *a, const struct command *command, char **argv, struct wk_err *err)
{
	enum wk_rc rc = WK_OK;
	for (int i = 0; rc == WK_OK && argv[i] != NULL; i++) {
		bool is_option = argv[i][0] == '-';
		if (is_option ? !takes(command, argv[i]) : a->args == WK_LEN(a->arg))
			rc = wk_fail(err, WK_ERR_INPUT, "admin %s: what is \"%.40s\"?",
			    command->name, argv[i]);
		else if (!is_option)
			a->arg[a->args++] = argv[i];
		else if (strcmp(argv[i], "--manager") == 0)
			a->is_manager = true;
		else if (strcmp(argv[i], "--remove") == 0)
			a->is_removing = true;
		else {
			rc = take_option(a, argv[i], argv[i + 1], err);
			i++;
		}
	}
	return rc != WK_OK || a->args == command->args ? rc : wk_fail(err, WK_ERR_INPUT,
	    "admin %s takes %zu words, not %zu", command->name, command->args, a->args);
}

static enum wk_rc
open_store(struct admin *a, struct wk_err *err)
{
	enum wk_rc rc = settings_load(&a->settings, a->config == NULL ?
	    "/etc/wick/hub.conf" : a->config, a->config != NULL, err);
	if (rc == WK_OK && a->dsn != NULL)
		rc = settings_set(&a->settings, "hub", "store", a->dsn, err);
	if (rc != WK_OK)
		return rc;
	if (strcmp(a->settings.store, "memory:") == 0)
		return wk_fail(err, WK_ERR_INPUT, "a store in memory belongs to the "
		    "hub that runs");
	a->ops = wk_hub_store_of(a->settings.store, err);
	return a->ops == NULL ? WK_ERR_INPUT :
	    a->ops->open(a->settings.store, &a->store, err);
}

static enum wk_rc
run(struct admin *a, int argc, char **argv, struct wk_err *err)
{
	size_t i = 0;
	if (argc < 2)
		return wk_fail(err, WK_ERR_INPUT, "admin what? wick-hub admin --help");
	while (i < WK_LEN(commands) && strcmp(commands[i].name, argv[1]) != 0)
		i++;
	if (i == WK_LEN(commands))
		return wk_fail(err, WK_ERR_INPUT, "admin: no command \"%.40s\"", argv[1]);
	enum wk_rc rc = parse(a, &commands[i], argv + 2, err);
	if (rc == WK_OK)
		rc = open_store(a, err);
	return rc == WK_OK ? commands[i].run(a, err) : rc;
}

int
hub_cmd_admin(int argc, char **argv)
{
	struct admin a = { 0 };
	struct wk_err err = { 0 };
	if (argc > 1 && strcmp(argv[1], "--help") == 0) {
		(void)fputs(usage, stdout);
		return 0;
	}
	(void)umask(077);
	settings_init(&a.settings);
	wk_arena_init(&a.arena);
	enum wk_rc rc = wk_clock_now(NULL, NULL, &a.now, &err);
	if (rc == WK_OK)
		rc = run(&a, argc, argv, &err);
	if (a.store != NULL)
		a.ops->close(a.store);
	wk_arena_fini(&a.arena);
	settings_fini(&a.settings);
	if (fflush(stdout) != 0 && rc == WK_OK)
		rc = wk_fail(&err, WK_ERR_FAIL, "output: %s", strerror(errno));
	if (rc != WK_OK)
		(void)fprintf(stderr, "wick-hub: %s\n", err.msg);
	return (int)rc;
}
