/* SPDX-License-Identifier: MIT */
/* Cells to dates, numbers and lengths of time. What is not understood is refused: a cell
 * is never half read, and an empty one is unknown, not zero. */
#include <math.h>

#include "csv.h"

static char *
read_cell(const struct csv_row *r, size_t col)
{
	char *s = wk_text_trim(wk_arena_strdup(r->arena, wk_csv_cell(r->csv, col)));
	if (r->map->is_dash_empty && strcmp(s, "-") == 0)
		*s = '\0';
	return s;
}

const char *
csv_cell(const struct csv_row *r, enum csv_field f)
{
	size_t n = r->map->of[f].n;
	const size_t *col = r->map->of[f].col;
	struct wk_buf b;
	if (n == 0)
		return "";
	if (n == 1)
		return read_cell(r, col[0]);
	wk_buf_init(&b);
	for (size_t i = 0; i < n; i++) {
		const char *cell = read_cell(r, col[i]);
		if (b.len > 0 && *cell != '\0')
			wk_buf_addc(&b, ' ');
		wk_buf_adds(&b, cell);
	}
	char *all = wk_arena_strdup(r->arena, b.len > 0 ? b.p : "");
	wk_buf_fini(&b);
	return all;
}

static bool
refuse(struct csv_row *r, enum csv_field f, const char *s, const char *why)
{
	wk_fail(&r->err, WK_ERR_INPUT, "%s \"%.60s\" %s", csv_field_name(f), s, why);
	return false;
}

/* Three numbers with one kind of mark between them and nothing else. */
static bool
three_numbers(const char *s, char *mark, int v[3])
{
	for (int i = 0; i < 3; i++) {
		int digits = 0;
		for (v[i] = 0; *s >= '0' && *s <= '9' && digits < 4; s++, digits++)
			v[i] = v[i] * 10 + (*s - '0');
		if (digits == 0 || (digits == 3))
			return false;
		if (i == 0)
			*mark = *s;
		if (i < 2 && (*mark == '\0' || strchr("-/.", *mark) == NULL ||
		    *s++ != *mark))
			return false;
		while (i < 2 && *mark == '.' && *s == ' ')
			s++;
	}
	return *s == '\0';
}

static bool
make_date(int y, int m, int d, wk_date *out)
{
	char iso[40];
	(void)snprintf(iso, sizeof(iso), "%04d-%02d-%02d", y, m, d);
	return wk_date_parse_iso(iso, out);
}

/* What the dates of one cell say about the order of day and month. */
static void
judge_order(const char *s, bool *first_is_day, bool *second_is_day)
{
	char text[16] = { 0 }, mark;
	int v[3];
	memcpy(text, s, WK_MIN(strcspn(s, " "), sizeof(text) - 1));
	if (!three_numbers(text, &mark, v) || mark == '.' || v[2] < 1000)
		return;
	*first_is_day = *first_is_day || v[0] > 12;
	*second_is_day = *second_is_day || v[1] > 12;
}

static bool
is_twelve_hour(const char *s)
{
	size_t n = strlen(s);
	return n > 2 && (s[n - 1] | 0x20) == 'm' && strchr("aApP", s[n - 2]) != NULL;
}

/* Looks through the whole file once: some day is greater than 12. Where none is, a clock
 * of twelve hours beside the dates is that of people who write the month first: that is
 * taken, and told. */
static enum csv_order
find_order(const struct csv_row *r)
{
	static const enum csv_field fields[] = { CSV_DATE, CSV_START, CSV_END };
	bool dmy = false, mdy = false, twelve = false;
	struct wk_csv c;
	wk_csv_init(&c, r->port->p, r->port->n);
	c.delimiter = r->csv->delimiter;
	for (enum wk_csv_row st; (st = wk_csv_next(&c, NULL)) != WK_CSV_END;) {
		for (size_t i = 0; st == WK_CSV_ROW && i < WK_LEN(fields); i++) {
			size_t n = r->map->of[fields[i]].n;
			const size_t *col = r->map->of[fields[i]].col;
			if (n > 0)
				judge_order(wk_csv_cell(&c, col[0]), &dmy, &mdy);
			twelve |= n > 0 && is_twelve_hour(wk_csv_cell(&c, col[n - 1]));
		}
	}
	wk_csv_fini(&c);
	if (!dmy && !mdy && twelve) {
		wk_port_note(r->port, "dates like 3/4/2024 are read as month/day, as the "
		    "12-hour clock beside them; else --map dates=dmy");
		return CSV_ORDER_MDY;
	}
	if (dmy == mdy)
		return CSV_ORDER_MIXED;
	return dmy ? CSV_ORDER_DMY : CSV_ORDER_MDY;
}

bool
csv_read_date(struct csv_row *r, const char *s, wk_date *out)
{
	char mark = 0, iso[11] = { 0 };
	int v[3];
	/* "2026-11-20T05:00:00": of a moment the date */
	if (strlen(s) > 10 && s[10] == 'T')
		s = memcpy(iso, s, 10);
	bool ok = three_numbers(s, &mark, v);
	if (ok && v[0] >= 1000)
		ok = mark != '.' && make_date(v[0], v[1], v[2], out);
	else if (ok && mark == '.')
		ok = make_date(v[2], v[1], v[0], out);
	else if (ok) {
		if (r->map->order == CSV_ORDER_UNKNOWN)
			r->map->order = find_order(r);
		if (r->map->order == CSV_ORDER_MIXED)
			return refuse(r, CSV_DATE, s,
			    "may be day/month or month/day: say "
			    "which with --map dates=dmy or dates=mdy");
		bool dmy = r->map->order == CSV_ORDER_DMY;
		ok = make_date(v[2], v[dmy ? 1 : 0], v[dmy ? 0 : 1], out);
	}
	return ok || refuse(r, CSV_DATE, s, "is not a date like 2026-11-20");
}

/* Digits with the file's decimal mark to digits with a point; false: a stray comma. */
static bool
use_point(const struct csv_row *r, const char *s, char out[32])
{
	const char *comma = strrchr(s, ','), *point = strrchr(s, '.');
	char mark = r->map->decimal == CSV_COMMA ||
	    (r->map->decimal == CSV_EITHER && comma > point) ? ',' : '.';
	size_t n = 0;
	if (comma != NULL && r->map->decimal == CSV_POINT)
		return false;
	for (; *s != '\0' && n < 31; s++) {
		if (*s == mark)
			out[n++] = '.';
		else if (*s != ',' && *s != '.')
			out[n++] = *s;
	}
	out[n] = '\0';
	return *s == '\0';
}

static bool
read_number(struct csv_row *r, enum csv_field f, const char *s, double min, double max,
    double *out)
{
	char text[32], why[64];
	if (!use_point(r, s, text))
		return refuse(r, f, s, strchr(s, ',') != NULL ?
		    "has a decimal comma: write a point, or say --map decimal=comma" :
		    "is not a number");
	(void)snprintf(why, sizeof(why), "is not a number from %g to %g", min, max);
	return wk_text_parse_double(text, min, max, out) || refuse(r, f, s, why);
}

bool
csv_read_real(struct csv_row *r, enum csv_field f, double min, double max, double *out)
{
	const char *s = csv_cell(r, f);
	*out = NAN;
	return *s == '\0' || read_number(r, f, s, min, max, out);
}

bool
csv_read_int(struct csv_row *r, enum csv_field f, int min, int max, int *out)
{
	double v;
	if (!csv_read_real(r, f, min, max, &v))
		return false;
	if (isnan(v))
		return true;
	*out = (int)v;
	return v == floor(v) || refuse(r, f, csv_cell(r, f), "is not a whole number");
}

static const struct {
	const char *text;
	int value;
} flags[] = {
	{ "1", 1 }, { "0", 0 }, { "yes", 1 }, { "no", 0 }, { "true", 1 }, { "false", 0 },
};

bool
csv_read_flag(struct csv_row *r, enum csv_field f, int *out)
{
	const char *s = csv_cell(r, f);
	*out = -1;
	if (*s == '\0')
		return true;
	for (size_t i = 0; i < WK_LEN(flags); i++)
		if (wk_text_eq_nocase(s, flags[i].text)) {
			*out = flags[i].value;
			return true;
		}
	return refuse(r, f, s, "is not 0 or 1");
}

/* H:MM:SS */
static bool
three_parts(const char *s, double *min)
{
	long v[3] = { 0 };
	for (int i = 0; i < 3; i++) {
		int digits = 0;
		for (; *s >= '0' && *s <= '9' && digits < 4; s++, digits++)
			v[i] = v[i] * 10 + (*s - '0');
		if (digits == 0 || (i > 0 && (digits != 2 || v[i] > 59)))
			return false;
		if (i < 2 && *s++ != ':')
			return false;
	}
	*min = (double)v[0] * 60 + (double)v[1] + (double)v[2] / 60;
	return *s == '\0';
}

bool
csv_read_duration(struct csv_row *r, enum csv_field f, double unit_min, double *out)
{
	const char *s = csv_cell(r, f);
	struct wk_err err;
	*out = NAN;
	if (*s == '\0')
		return true;
	if (three_parts(s, out) || wk_text_parse_duration(s, out, &err) == WK_OK)
		return *out <= 366 * 1440 || refuse(r, f, s, "is too long");
	if (strspn(s, "0123456789.,") != strlen(s))
		return refuse(r, f, s, "is not a length of time");
	if (isnan(unit_min))
		return refuse(r, f, s,
		    "has no unit: say --map unit=h, unit=min or unit=s");
	if (!read_number(r, f, s, 0, 1e7, out))
		return false;
	*out *= unit_min;
	return *out <= 366 * 1440 || refuse(r, f, s, "is too long");
}

bool
csv_read_asleep(struct csv_row *r, double *out)
{
	double unit_min = isnan(r->map->unit_min) ? 1 : r->map->unit_min, v;
	*out = NAN;
	for (size_t i = 0; i < r->map->of[CSV_ASLEEP].n; i++) {
		const char *cell = wk_csv_cell(r->csv, r->map->of[CSV_ASLEEP].col[i]);
		char *s = wk_text_trim(wk_arena_strdup(r->arena, cell));
		if (*s == '\0')
			continue;
		if (!read_number(r, CSV_ASLEEP, s, 0, 86400, &v))
			return false;
		*out = (isnan(*out) ? 0 : *out) + v * unit_min;
	}
	return true;
}
