/* SPDX-License-Identifier: MIT */
/* Settings: defaults, the file over them, what is refused and how it is said, and the
 * rewriting of one line. */
#include "cm.h"
#include "wick/conf.h"

#include <math.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/wick-conf-XXXXXX";
static char path[64];
static struct wk_arena arena;

static int
setup(void **state)
{
	(void)state;
	wk_arena_init(&arena);
	if (!mkdtemp(folder))
		return 1;
	snprintf(path, sizeof(path), "%s/c.ini", folder);
	setenv("XDG_CONFIG_HOME", folder, 1);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	wk_arena_fini(&arena);
	unlink(path);
	return rmdir(folder);
}

static void
put_file(const char *text)
{
	struct wk_err err;
	assert_int_equal(wk_file_write_safe(path, text, strlen(text), 0600, &err), WK_OK);
}

static void
assert_file(const char *text)
{
	struct wk_err err;
	struct wk_buf b;
	wk_buf_init(&b);
	assert_int_equal(wk_file_read(path, 65536, &b, &err), WK_OK);
	assert_string_equal(b.p, text);
	wk_buf_fini(&b);
}

static void
every_default_is_what_its_row_says(void **state)
{
	(void)state;
	struct wk_conf c;
	struct wk_err err;
	size_t n;
	wk_conf_defaults(&c);
	const struct wk_setting *s = wk_settings(&arena, &n);
	assert_true(n > 40);
	for (size_t i = 0; i < n; i++) {
		const char *value;
		assert_int_equal(wk_conf_get(&c, s[i].key, &arena, &value, &err), WK_OK);
		assert_string_equal(value, s[i].def);
		assert_true(*s[i].help);
	}
	wk_conf_fini(&c);
}

static void
every_default_can_be_set_and_read_back(void **state)
{
	(void)state;
	struct wk_conf c;
	struct wk_err err;
	size_t n;
	const struct wk_setting *s = wk_settings(&arena, &n);
	unlink(path);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(wk_conf_set(path, s[i].key, s[i].def, &err), WK_OK);
	assert_int_equal(wk_conf_load(path, &c, &err), WK_OK);
	for (size_t i = 0; i < n; i++) {
		const char *value;
		assert_int_equal(wk_conf_get(&c, s[i].key, &arena, &value, &err), WK_OK);
		assert_string_equal(value, s[i].def);
	}
	wk_conf_fini(&c);
}

/* What is written, and how it is given back. */
static const struct {
	const char *key, *written, *got;
} goods[] = {
	{"work.contract", "7.5 7.5 7.5 7.5 6 0 0", "7.5 7.5 7.5 7.5 6 0 0"},
	{"work.contract", "8, 8, 8, 8, 0, 0, 0", "8 8 8 8 0 0 0"},
	{"work.contract", "40h", "8 8 8 8 8 0 0"},
	{"work.contract", "32h30m", "6.5 6.5 6.5 6.5 6.5 0 0"},
	{"work.day_start", "5:30", "05:30"},
	{"work.business", "9:00-17:30", "09:00-17:30"},
	{"work.night", "23:00-7:00", "23:00-07:00"},
	{"work.rest_floor_h", "10.5", "10.5"},
	{"ui.mouse", "on", "yes"},
	{"ui.numbers", "False", "no"},
	{"ui.color", "never", "never"},
	{"ui.theme", "my-own_2", "my-own_2"},
	{"model.tau_up_d", "40", "40"},
};

static void
values_come_back_as_they_would_be_written(void **state)
{
	(void)state;
	for (size_t i = 0; i < WK_LEN(goods); i++) {
		struct wk_conf c;
		struct wk_err err;
		const char *value, *dot = strchr(goods[i].key, '.');
		put_file(wk_arena_printf(&arena, "[%.*s]\n%s = %s\n",
		    (int)(dot - goods[i].key), goods[i].key, dot + 1, goods[i].written));
		assert_int_equal(wk_conf_load(path, &c, &err), WK_OK);
		assert_int_equal(wk_conf_get(&c, goods[i].key, &arena, &value, &err),
		    WK_OK);
		assert_string_equal(value, goods[i].got);
		wk_conf_fini(&c);
	}
}

/* Text of the file, and what its error has to end with. */
static const struct {
	const char *text, *message;
} bads[] = {
	{"[ui]\n\ncolour = never\n",
	  ":3: no setting \"ui.colour\", did you mean ui.color?"},
	{"theme = ember\n", ":1: no setting \"theme\", did you mean ui.theme?"},
	{"[wrok]\nday_start = 04:00\n",
	    ":2: no setting \"wrok.day_start\", did you mean work.day_start?"},
	{"[x]\nqqqqqqqq = 1\n", ":2: no setting \"x.qqqqqqqq\"; wick.conf(5) lists them"},
	{"[ui]\ncolor = blue\n", ":2: ui.color \"blue\" is not one of auto|always|never"},
	{"[ui]\nmouse = maybe\n", ":2: ui.mouse \"maybe\" is neither yes nor no"},
	{"[ui]\ntheme = ../x\n",
	    ":2: ui.theme \"../x\" is not a name of letters, digits, '-' and '_'"},
	{"[ui]\ntheme =\n",
	    ":2: ui.theme \"\" is not a name of letters, digits, '-' and '_'"},
	{"[work]\nrest_floor_h = 25\n",
	    ":2: work.rest_floor_h \"25\" is not a number from 0 to 24"},
	{"[work]\nrest_floor_h = nan\n",
	    ":2: work.rest_floor_h \"nan\" is not a number from 0 to 24"},
	{"[work]\nday_start = 13:00\n",
	    ":2: work.day_start \"13:00\" is not a time from 00:00 to 12:00"},
	{"[work]\nday_start = 4\n",
	    ":2: work.day_start \"4\" is not a time from 00:00 to 12:00"},
	{"[work]\nbusiness = 9:00\n",
	    ":2: work.business \"9:00\" is not a span like 08:00-18:00"},
	{"[work]\nbusiness = 18:00-9:00\n",
	    ":2: work.business \"18:00-9:00\" ends before it begins"},
	{"[work]\nnight = 22:00-22:00\n",
	    ":2: work.night \"22:00-22:00\" is not a span like 22:00-08:00"},
	{"[work]\ncontract = 8 8 8\n",
	    ":2: work.contract \"8 8 8\" is neither seven numbers of hours like "
	    "8 8 8 8 8 0 0 nor a week like 40h"},
	{"[work]\ncontract = 8 8 8 8 8 0 25\n", NULL},
	{"[model]\nband_watch = 80\n",
	    ":2: model.band_watch, band_strained and band_severe have to rise"},
	{"[model]\nband_strained = 25\n\n[ui]\nmouse = no\n",
	    ":2: model.band_watch, band_strained and band_severe have to rise"},
	{"[model]\nband_severe = 60\nband_watch = 10\nband_strained = 60\n",
	    ":4: model.band_watch, band_strained and band_severe have to rise"},
	{"[model]\nweight_fast = 0.6\n",
	    ":2: model.weight_fast and weight_slow may not be over 1 together"},
	{"[model]\nconf_w_sleep = 1\n",
	    ":2: model.conf_w_hours and conf_w_sleep may not be over 1 together"},
	{"[model]\ntau_up_d = 0\n",
	    ":2: model.tau_up_d \"0\" is not a number from 1 to 365"},
	{"[model]\nweight_slow = -0.5\n",
	    ":2: model.weight_slow \"-0.5\" is not a number from 0 to 1"},
	{"[model\n", ":1: the section has no ']'"},
};

static void
bad_files_say_file_line_key_and_value(void **state)
{
	(void)state;
	for (size_t i = 0; i < WK_LEN(bads); i++) {
		struct wk_conf c;
		struct wk_err err;
		put_file(bads[i].text);
		assert_int_equal(wk_conf_load(path, &c, &err), WK_ERR_INPUT);
		if (bads[i].message)
			assert_string_equal(err.msg,
			    wk_arena_printf(&arena, "%s%s", path, bads[i].message));
		wk_conf_fini(&c);
	}
}

/* One constant in line 3. */
static enum wk_rc
load_constant(const char *name, const char *value, struct wk_err *err)
{
	struct wk_conf c;
	(void)unlink(path);            /* hundreds of files: none has to last */
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	fprintf(f, "[model]\n\n%s = %s\n", name, value);
	assert_int_equal(fclose(f), 0);
	enum wk_rc rc = wk_conf_load(path, &c, err);
	wk_conf_fini(&c);
	return rc;
}

static void
assert_refused(const struct wk_model_row *r, const char *value)
{
	struct wk_err err;
	assert_int_equal(load_constant(r->name, value, &err), WK_ERR_INPUT);
	assert_string_equal(err.msg, wk_arena_printf(&arena,
	    "%s:3: model.%s \"%s\" is not a number from %g to %g", path, r->name, value,
	    r->min, r->max));
}

/* At the end of its range a constant is taken, or told not to agree with another. */
static void
assert_end_is_in(const struct wk_model_row *r, double value)
{
	struct wk_err err;
	const char *text = wk_arena_printf(&arena, "%.17g", value);
	if (load_constant(r->name, text, &err) == WK_OK)
		return;
	assert_true(wk_text_starts(r->name, "band_") ||
	    wk_text_starts(r->name, "weight_") || wk_text_starts(r->name, "conf_w_"));
	assert_non_null(strstr(err.msg, ":3: model."));
	assert_true(strstr(err.msg, "have to rise") || strstr(err.msg, "be over 1"));
}

static void
every_constant_keeps_its_range(void **state)
{
	static const char *const never[] = { "nan", "inf", "-inf", "", "-1", "1e9", "1,5",
		"0x1p3", "5 h", "--1" };
	size_t n;
	const struct wk_model_row *rows = wk_model_rows(&n);
	(void)state;
	for (size_t k = 0; k < n; k++) {
		const struct wk_model_row *r = &rows[k];
		assert_true(r->min < r->max && r->min <= r->def && r->def <= r->max);
		assert_true(r->min >= 0);
		assert_end_is_in(r, r->min);
		assert_end_is_in(r, r->max);
		assert_refused(r, wk_arena_printf(&arena, "%.17g", r->min - 1e-9));
		assert_refused(r, wk_arena_printf(&arena, "%.17g", r->max + 1e-9));
		for (size_t i = 0; i < WK_LEN(never); i++)
			assert_refused(r, never[i]);
		if (strstr(r->name, "tau") != NULL)
			assert_refused(r, "0");
	}
}

static void
a_missing_file_is_an_error_only_when_named(void **state)
{
	(void)state;
	struct wk_conf c;
	struct wk_err err;
	unlink(path);
	assert_int_equal(wk_conf_load(NULL, &c, &err), WK_OK);
	assert_string_equal(c.path, wk_arena_printf(&arena, "%s/wick/config.ini",
	    folder));
	wk_conf_fini(&c);
	assert_int_not_equal(wk_conf_load(path, &c, &err), WK_OK);
	assert_non_null(strstr(err.msg, path));
	wk_conf_fini(&c);
}

static const char COMMENTED[] = "; mine\n[ui]\n  theme  =  ember ; warm\n\n"
				"[work]\nday_start = 05:00\n";

/* A change to COMMENTED, and the file afterwards. */
static const struct {
	const char *key, *value, *text;
} changes[] = {
	{"ui.theme", "paper",
	    "; mine\n[ui]\n  theme  =  paper ; warm\n\n[work]\nday_start = 05:00\n"},
	{"ui.mouse", "yes",
	    "; mine\n[ui]\n  theme  =  ember ; warm\nmouse = yes\n\n"
	    "[work]\nday_start = 05:00\n"},
	{"work.storm_min", "30",
	    "; mine\n[ui]\n  theme  =  ember ; warm\n\n"
	    "[work]\nday_start = 05:00\nstorm_min = 30\n"},
	{"model.tau_up_d", "40",
	    "; mine\n[ui]\n  theme  =  ember ; warm\n\n"
	    "[work]\nday_start = 05:00\n\n[model]\ntau_up_d = 40\n"},
};

static void
set_changes_one_line_and_keeps_the_comments(void **state)
{
	(void)state;
	for (size_t i = 0; i < WK_LEN(changes); i++) {
		struct wk_err err;
		put_file(COMMENTED);
		assert_int_equal(wk_conf_set(path, changes[i].key, changes[i].value,
		    &err), WK_OK);
		assert_file(changes[i].text);
	}
}

static void
set_handles_odd_files(void **state)
{
	(void)state;
	struct wk_err err;
	put_file("[ui]");
	assert_int_equal(wk_conf_set(path, "ui.mouse", "yes", &err), WK_OK);
	assert_file("[ui]\nmouse = yes\n");
	put_file("[work]\r\nstorm_min =; none\r\n");
	assert_int_equal(wk_conf_set(path, "work.storm_min", "5", &err), WK_OK);
	assert_file("[work]\r\nstorm_min = 5 ; none\r\n");
	put_file("[ui]\nmouse = yes\nmouse = no\n");
	assert_int_equal(wk_conf_set(path, "ui.mouse", "on", &err), WK_OK);
	assert_file("[ui]\nmouse = yes\nmouse = on\n");
}

static void
set_refuses_and_writes_nothing(void **state)
{
	(void)state;
	static const char *const refused[][2] = {{"ui.colr", "auto"},
	    {"ui.color", "blue"},
		{"ui.theme", "embr"}, {"ui.theme.dark", "auto"},
		{"model.band_watch", "90"}};
	for (size_t i = 0; i < WK_LEN(refused); i++) {
		struct wk_err err;
		put_file(COMMENTED);
		assert_int_equal(wk_conf_set(path, refused[i][0], refused[i][1], &err),
		    WK_ERR_INPUT);
		assert_file(COMMENTED);
	}
}

static void
set_makes_the_file_private_and_keeps_a_mode_that_was_chosen(void **state)
{
	(void)state;
	struct wk_err err;
	struct stat st;
	unlink(path);
	assert_int_equal(wk_conf_set(path, "ui.mouse", "yes", &err), WK_OK);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(chmod(path, 0640), 0);
	assert_int_equal(wk_conf_set(path, "ui.mouse", "no", &err), WK_OK);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0640);
}

static void
paths_follow_xdg_and_refuse_a_bad_home(void **state)
{
	(void)state;
	struct wk_err err;
	const char *p;
	setenv("HOME", folder, 1);
	setenv("XDG_DATA_HOME", "relative", 1);
	assert_int_equal(wk_conf_path('d', "wick.db", &arena, &p, &err), WK_OK);
	assert_string_equal(p, wk_arena_printf(&arena, "%s/.local/share/wick/wick.db",
	    folder));
	setenv("XDG_DATA_HOME", "/x", 1);
	assert_int_equal(wk_conf_path('d', "wick.db", &arena, &p, &err), WK_OK);
	assert_string_equal(p, "/x/wick/wick.db");
	static const char *const homes[] = {"", "here", "/no/such/home"};
	for (size_t i = 0; i < WK_LEN(homes); i++) {
		setenv("HOME", homes[i], 1);
		assert_int_equal(wk_conf_path('s', "x", &arena, &p, &err), WK_ERR_STORE);
		assert_non_null(strstr(err.msg, "HOME"));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_default_is_what_its_row_says),
		cmocka_unit_test(every_default_can_be_set_and_read_back),
		cmocka_unit_test(values_come_back_as_they_would_be_written),
		cmocka_unit_test(bad_files_say_file_line_key_and_value),
		cmocka_unit_test(every_constant_keeps_its_range),
		cmocka_unit_test(a_missing_file_is_an_error_only_when_named),
		cmocka_unit_test(set_changes_one_line_and_keeps_the_comments),
		cmocka_unit_test(set_handles_odd_files),
		cmocka_unit_test(set_refuses_and_writes_nothing),
		cmocka_unit_test(
		    set_makes_the_file_private_and_keeps_a_mode_that_was_chosen),
		cmocka_unit_test(paths_follow_xdg_and_refuse_a_bad_home),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
