/* SPDX-License-Identifier: MIT */
/* The series, one row a day: what scripts and the reference vectors read. It prints what
 * was computed, the band too, whatever the confidence; empty or null = not logged. */
#include "internal.h"

enum cell_kind { CELL_DATE, CELL_REAL, CELL_COUNT, CELL_ANSWER, CELL_FLAG, CELL_INCIDENTS,
	CELL_BAND };

/* A column reads its value at an offset of the day or of the day's strain. */
struct column {
	const char *name;
	enum cell_kind kind;
	bool is_strain;
	size_t offset;
};
#define DAY(f) false, offsetof(struct wk_day, f)
#define STRAIN(f) true, offsetof(struct wk_strain, f)

static const struct column columns[] = {
	{ "date", CELL_DATE, DAY(d) },
	{ "hours", CELL_REAL, DAY(hours) },
	{ "sleep", CELL_REAL, DAY(sleep_h) },
	{ "wakes", CELL_COUNT, DAY(wakes) },
	{ "incidents", CELL_INCIDENTS, DAY(incidents) },
	{ "oncall", CELL_FLAG, DAY(is_oncall) },
	{ "energy", CELL_ANSWER, DAY(energy) },
	{ "stress", CELL_ANSWER, DAY(stress) },
	{ "mood", CELL_ANSWER, DAY(mood) },
	{ "short_rest", CELL_FLAG, DAY(has_short_rest) },
	{ "score", CELL_REAL, STRAIN(score) },
	{ "band", CELL_BAND, STRAIN(band) },
	{ "fast", CELL_REAL, STRAIN(fast_sum) },
	{ "slow", CELL_REAL, STRAIN(slow_sum) },
	{ "confidence", CELL_REAL, STRAIN(confidence) },
	{ "low", CELL_REAL, STRAIN(low) },
	{ "high", CELL_REAL, STRAIN(high) },
	{ "week_hours", CELL_REAL, STRAIN(week_hours) },
	{ "sleep_chronic", CELL_REAL, STRAIN(sleep_chronic_h) },
	{ "p_hours", CELL_REAL, STRAIN(p[WK_PART_HOURS]) },
	{ "p_rest", CELL_REAL, STRAIN(p[WK_PART_REST]) },
	{ "p_sleep", CELL_REAL, STRAIN(p[WK_PART_SLEEP]) },
	{ "p_incidents", CELL_REAL, STRAIN(p[WK_PART_INCIDENTS]) },
	{ "p_checkin", CELL_REAL, STRAIN(p[WK_PART_CHECKIN]) },
	{ "c_hours", CELL_REAL, STRAIN(contribution[WK_PART_HOURS]) },
	{ "c_rest", CELL_REAL, STRAIN(contribution[WK_PART_REST]) },
	{ "c_sleep", CELL_REAL, STRAIN(contribution[WK_PART_SLEEP]) },
	{ "c_incidents", CELL_REAL, STRAIN(contribution[WK_PART_INCIDENTS]) },
	{ "c_checkin", CELL_REAL, STRAIN(contribution[WK_PART_CHECKIN]) },
};

/* The parts of a value that both formats print; null where nothing was logged. */
static const void *
field(const struct wk_series *s, size_t i, const struct column *c)
{
	const char *base = c->is_strain ? (const char *)&s->strain[i]
	    : (const char *)&s->days[i];

	return base + c->offset;
}

static void
put_incidents_csv(struct wk_buf *b, const struct wk_day *day)
{
	for (size_t k = 0; k < day->incident_count; k++) {
		const struct wk_incident *x = &day->incidents[k];

		wk_buf_addf(b, "%s%s:", k == 0 ? "" : ";", wk_category_name(x->cat));
		if (x->severity >= 0)
			wk_buf_addf(b, "%d", x->severity);
		wk_buf_addc(b, ':');
		if (!isnan(x->minutes))
			wk_text_put_number(b, x->minutes, 6);
	}
}

static void
put_csv(struct wk_buf *b, const struct wk_series *s, size_t i, const struct column *c)
{
	const void *v = field(s, i, c);
	double real;

	switch (c->kind) {
	case CELL_DATE:
		wk_render_put_date(b, *(const wk_date *)v);
		break;
	case CELL_REAL:
		real = *(const double *)v;
		if (!isnan(real))
			wk_text_put_fixed(b, real + 0.0, 6);
		break;
	case CELL_COUNT:
		wk_buf_addf(b, "%d", *(const int *)v);
		break;
	case CELL_ANSWER:
		if (*(const int *)v > 0)
			wk_buf_addf(b, "%d", *(const int *)v);
		break;
	case CELL_FLAG:
		wk_buf_addc(b, *(const bool *)v ? '1' : '0');
		break;
	case CELL_INCIDENTS:
		put_incidents_csv(b, &s->days[i]);
		break;
	case CELL_BAND:
		wk_buf_adds(b, wk_band_name(*(const enum wk_band *)v));
		break;
	}
}

void
wk_render_series_csv_head(struct wk_buf *out)
{
	for (size_t k = 0; k < WK_LEN(columns); k++)
		wk_buf_addf(out, "%s%s", k == 0 ? "" : ",", columns[k].name);
	wk_buf_addc(out, '\n');
}

void
wk_render_series_csv(const struct wk_series *s, size_t from, size_t to,
    struct wk_buf *out)
{
	for (size_t i = from; i < to; i++) {
		for (size_t k = 0; k < WK_LEN(columns); k++) {
			if (k > 0)
				wk_buf_addc(out, ',');
			put_csv(out, s, i, &columns[k]);
		}
		wk_buf_addc(out, '\n');
	}
}

static void
put_incidents_json(struct wk_buf *b, const struct wk_day *day)
{
	wk_buf_addc(b, '[');
	for (size_t k = 0; k < day->incident_count; k++) {
		const struct wk_incident *x = &day->incidents[k];

		wk_buf_adds(b, k == 0 ? "{" : ",{");
		wk_render_json_str(b, "category", wk_category_name(x->cat));
		wk_buf_addc(b, ',');
		wk_render_json_int(b, "severity", x->severity, x->severity >= 0);
		wk_buf_addc(b, ',');
		wk_render_json_num(b, "minutes", x->minutes, 6);
		wk_buf_addc(b, '}');
	}
	wk_buf_addc(b, ']');
}

static void
put_json(struct wk_buf *b, const struct wk_series *s, size_t i, const struct column *c)
{
	const void *v = field(s, i, c);

	switch (c->kind) {
	case CELL_DATE:
		wk_render_json_date(b, c->name, *(const wk_date *)v);
		break;
	case CELL_REAL:
		wk_render_json_num(b, c->name, *(const double *)v, 6);
		break;
	case CELL_COUNT:
		wk_render_json_int(b, c->name, *(const int *)v, true);
		break;
	case CELL_ANSWER:
		wk_render_json_int(b, c->name, *(const int *)v, *(const int *)v > 0);
		break;
	case CELL_FLAG:
		wk_render_json_key(b, c->name);
		wk_buf_adds(b, *(const bool *)v ? "true" : "false");
		break;
	case CELL_INCIDENTS:
		wk_render_json_key(b, c->name);
		put_incidents_json(b, &s->days[i]);
		break;
	case CELL_BAND:
		wk_render_json_str(b, c->name, wk_band_name(*(const enum wk_band *)v));
		break;
	}
}

void
wk_render_series_json_head(struct wk_buf *out)
{
	wk_buf_adds(out, "{\"format\":1,\"series\":[");
}

void
wk_render_series_json_end(struct wk_buf *out)
{
	wk_buf_adds(out, "]}\n");
}

void
wk_render_series_json(const struct wk_series *s, size_t from, size_t to, bool is_first,
    struct wk_buf *out)
{
	for (size_t i = from; i < to; i++) {
		wk_buf_adds(out, is_first && i == from ? "\n{" : ",\n{");
		for (size_t k = 0; k < WK_LEN(columns); k++) {
			if (k > 0)
				wk_buf_addc(out, ',');
			put_json(out, s, i, &columns[k]);
		}
		wk_buf_addc(out, '}');
	}
}
