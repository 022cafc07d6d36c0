/* SPDX-License-Identifier: MIT */
/* The strain index: a fast and a slow side of five parts, held through long gaps, with
 * the range that a gap may hide. Source: INDICATORS 1. */
#include "strain.h"

static const char *const part_names[WK_PART_COUNT] = { "hours", "rest", "sleep",
	"incidents", "checkin" };
static const char *const band_names[WK_BAND_COUNT] = { "calm", "watch", "strained",
    "severe" };
static const char *const confidence_names[] = { "stale", "low", "medium", "high" };

const char *
wk_part_name(enum wk_part p)
{
	return part_names[p];
}

const char *
wk_part_word(enum wk_part p)
{
	return p == WK_PART_CHECKIN ? "check-in" : part_names[p];
}

const char *
wk_band_name(enum wk_band b)
{
	return band_names[b];
}

enum wk_band
wk_band_of(const struct wk_model *m, double score)
{
	return score < m->band_watch ? WK_BAND_CALM : score < m->band_strained ?
	    WK_BAND_WATCH : score < m->band_severe ? WK_BAND_STRAINED : WK_BAND_SEVERE;
}

enum wk_confidence
wk_confidence_of(double c)
{
	return c < .25 ? WK_CONF_STALE : c < .5 ? WK_CONF_LOW : c < .8 ? WK_CONF_MEDIUM :
	    WK_CONF_HIGH;
}

const char *
wk_confidence_name(enum wk_confidence c)
{
	return confidence_names[c];
}

static double
sum_of(const double v[WK_PART_COUNT])
{
	double sum = 0;
	for (int k = 0; k < WK_PART_COUNT; k++)
		sum += v[k];
	return sum;
}

/* From the points to the score: F, D, contributions. before: NULL on the first day. */
static void
advance(struct strain_run *r, const struct wk_strain *before, struct wk_strain *out)
{
	const struct wk_model *m = r->m;
	double all = sum_of(out->p), g = all > 100 ? 100 / all : 1;
	for (int k = 0; k < WK_PART_COUNT; k++)
		out->fast[k] = g * out->p[k];
	out->fast_sum = sum_of(out->fast);
	double a = out->fast_sum >= (before ? before->slow_sum : 0) ? r->up_a : r->down_a;
	for (int k = 0; k < WK_PART_COUNT; k++) {
		double slow = before ? before->slow[k] : 0;
		out->slow[k] = slow + a * (out->fast[k] - slow);
		out->contribution[k] = m->weight_fast * out->fast[k] +
		    m->weight_slow * out->slow[k];
	}
	out->slow_sum = sum_of(out->slow);
	out->score = sum_of(out->contribution);
	out->reserve = 100 - out->slow_sum;
	out->band = wk_band_of(m, out->score);
}

/* What the silence may hide: below, rest; above, things going on getting worse. */
static void
widen_range(struct strain_run *r, const struct wk_strain *before, double score)
{
	const struct wk_model *m = r->m;
	if (r->empty_run == 1) {
		r->fast_low = r->fast_high = before->fast_sum;
		r->slow_low = r->slow_high = before->slow_sum;
		r->goal = WK_MIN(100, m->range_drift * before->fast_sum);
	}
	r->fast_low *= r->range_keep;
	r->slow_low += r->down_a * (r->fast_low - r->slow_low);
	r->fast_high += (1 - r->range_keep) * (r->goal - r->fast_high);
	r->slow_high += (r->fast_high >= r->slow_high ? r->up_a : r->down_a) *
	    (r->fast_high - r->slow_high);
	double low = m->weight_fast * r->fast_low + m->weight_slow * r->slow_low;
	double high = m->weight_fast * r->fast_high + m->weight_slow * r->slow_high;
	r->low_gap = WK_MAX(r->low_gap, score - low);
	r->high_gap = WK_MAX(r->high_gap, high - score);
}

static void
set_range(struct strain_run *r, const struct wk_strain *before, struct wk_strain *out)
{
	if (r->empty_run > 0 && before) {
		widen_range(r, before, out->score);
	} else {
		r->low_gap *= r->range_keep;
		r->high_gap *= r->range_keep;
	}
	out->low = WK_MAX(0, out->score - r->low_gap);
	out->high = WK_MIN(100, out->score + r->high_gap);
}

static double
confidence(struct strain_run *r, const struct wk_day *day)
{
	const struct wk_model *m = r->m;
	double known = (isnan(day->hours) ? 0 : m->conf_w_hours) +
	    (isnan(day->sleep_h) ? 0 : m->conf_w_sleep);
	r->fast_conf += r->fast_a * (known - r->fast_conf);
	r->slow_conf += r->slow_a * (known - r->slow_conf);
	return m->conf_w_fast * r->fast_conf + (1 - m->conf_w_fast) * r->slow_conf;
}

void
strain_step(struct strain_run *r, size_t i, struct wk_strain *out)
{
	const struct wk_strain *before = i ? out - 1 : NULL;
	const struct wk_day *day = &r->days[i];
	bool is_empty = wk_day_is_empty(day);
	r->empty_run = is_empty ? r->empty_run + 1 : 0;
	bool is_held = before && (double)r->empty_run > r->m->gap_d;
	if (is_held) {
		*out = *before;
	} else {
		strain_points(r, i, out);
		advance(r, before, out);
	}
	out->d = day->d;
	out->is_held = is_held;
	out->is_empty = is_empty;
	out->confidence = confidence(r, day);
	set_range(r, before, out);
}

void
strain_begin(struct strain_run *r, const struct wk_model *m, const struct wk_day *days,
    size_t n, struct wk_arena *scratch)
{
	*r = (struct strain_run){ .m = m, .days = days, .n = n,
		.sleep_a = 1 - exp(-1 / m->sleep_tau_d),
		.incident_keep = exp(-1 / m->incident_tau_d),
		.checkin_a = 1 - exp(-1 / m->checkin_tau_d),
		.up_a = 1 - exp(-1 / m->tau_up_d), .down_a = 1 - exp(-1 / m->tau_down_d),
		.fast_a = 1 - exp(-1 / m->conf_tau_fast_d),
		.slow_a = 1 - exp(-1 / m->conf_tau_slow_d),
		.range_keep = exp(-1 / m->range_tau_d),
		.chronic_h = m->sleep_need_h, .checkin_d = WK_DATE_NONE };
	strain_prepare(r, scratch);
}

const struct strain_run *
strain_run_marked(const struct wk_model *m, const struct wk_day *days, size_t n,
    struct wk_arena *a, struct wk_strain *out)
{
	struct strain_run r, *marks;
	marks = WK_ARENA_ARRAY(a, struct strain_run, n / STRAIN_MARK + 1);
	strain_begin(&r, m, days, n, a);
	for (size_t i = 0; i < n; i++) {
		if (i % STRAIN_MARK == 0)
			marks[i / STRAIN_MARK] = r;
		strain_step(&r, i, &out[i]);
	}
	return marks;
}

void
wk_strain_run(const struct wk_model *m, const struct wk_day *days, size_t n,
    struct wk_arena *scratch, struct wk_strain *out)
{
	(void)strain_run_marked(m, days, n, scratch, out);
}

int
wk_strain_round(const double parts[WK_PART_COUNT], double sum, int tenths[WK_PART_COUNT])
{
	int total = (int)lround(sum * 10), left = total;
	double rest[WK_PART_COUNT];
	for (int k = 0; k < WK_PART_COUNT; k++) {
		tenths[k] = (int)floor(parts[k] * 10);
		rest[k] = parts[k] * 10 - tenths[k];
		left -= tenths[k];
	}
	/* the largest remainders round up until the parts add up */
	for (; left != 0; left += left > 0 ? -1 : 1) {
		int best = 0;
		for (int k = 1; k < WK_PART_COUNT; k++)
			if (left > 0 ? rest[k] > rest[best] : rest[k] < rest[best])
				best = k;
		tenths[best] += left > 0 ? 1 : -1;
		rest[best] += left > 0 ? -1 : 1;
	}
	return total;
}
