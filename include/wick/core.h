/* SPDX-License-Identifier: MIT */
/* core: arithmetic on structs. No clock, no files, no environment, no statics that
 * change. Today is a parameter; memory comes from the arena that is handed in. */
#pragma once

#include <math.h>

#include "wick/base.h"

/* ---------------------------------------------------------------- model: every constant
 * One table (src/core/model.c) names each field for [model] in the config file, with its
 * unit, range, default and source; [D] marks wick's own design choice. */
struct wk_model {
	double hours_std_h, hours_slope, hours_cap;                 /* 40, 2, 60 */
	double rest_need_d, rest_slope, rest_cap, rest_h, short_rest_pts; /* 4 5 20 1 2 */
	double sleep_need_h, sleep_tau_d, sleep_max_h, sleep_margin_h;    /* 8 7 9 0.75 */
	double sleep_slope, sleep_cap, wake_cost_h, wake_cost_max_h; /* 22 55 0.5 3 */
	double cat_business, cat_off, cat_sleep, cat_woke;          /* 1 2 3 6 */
	double sev01, sev2, sev3, sev45;                            /* 1.5 1.25 1 0.75 */
	double incident_tau_d, incident_ref_min, oncall_pts, incident_cap; /* 4 30 5 40 */
	double checkin_knee, checkin_slope, checkin_cap, checkin_tau_d, checkin_hold_d;
	double weight_fast, weight_slow, tau_up_d, tau_down_d;      /* .5 .5 35 70 */
	double band_watch, band_strained, band_severe;              /* 25 50 75 */
	double gap_d;                                               /* 7 */
	double range_tau_d, range_drift;                            /* 7 1.25 */
	double conf_tau_fast_d, conf_tau_slow_d, conf_w_hours, conf_w_sleep, conf_w_fast;
	double contract_h[7]; /* Mon..Sun, from [work] */
};
struct wk_model_row {
	const char *name;        /* key in [model] */
	size_t offset;           /* of the double in struct wk_model */
	double def, min, max;
	const char *unit;        /* "h", "points", "days", "" */
	const char *source;      /* "design" or a citation */
	const char *help;        /* one line */
};
const struct wk_model_row *wk_model_rows(size_t *n);
void wk_model_defaults(struct wk_model *m);

/* ---------------------------------------------------------------- a day */
enum wk_category { WK_CAT_BUSINESS, WK_CAT_OFF, WK_CAT_SLEEP, WK_CAT_WOKE, WK_CAT_COUNT };
const char *wk_category_name(enum wk_category c);    /* business off sleep woke */
bool wk_category_parse(const char *s, enum wk_category *out) WK_USE;
enum wk_leave { WK_LEAVE_NONE, WK_LEAVE_VACATION, WK_LEAVE_SICK, WK_LEAVE_HOLIDAY,
	WK_LEAVE_PARENTAL, WK_LEAVE_OTHER, WK_LEAVE_COUNT };
const char *wk_leave_name(enum wk_leave l);          /* "" for none */
bool wk_leave_parse(const char *s, enum wk_leave *out) WK_USE;
struct wk_incident {
	enum wk_category cat;
	int severity;            /* 0..5, -1 unknown */
	double minutes;          /* of one's own time; NAN unknown */
	bool is_noise;           /* known to have needed no action */
};
/* One calendar day as the mathematics sees it. NAN and 0 (1-5 fields) mean not logged. */
struct wk_day {                               /* in the order that leaves no holes */
	wk_date d;
	int wakes;                            /* typed awakenings, without waking pages */
	double hours, sleep_h;
	struct wk_incident *incidents;        /* borrowed from the arena */
	size_t incident_count;
	int energy, stress, mood;
	enum wk_leave leave;
	double rest_h;                        /* rest before this day's first work, from
	                                       * times of day; NAN where not known */
	/* The main sleep that ended this day, in wall-clock hours from this day's
	 * midnight (bed at 23:50 is -1/6); NAN where its times are not known. */
	double bed_h, wake_h;
	/* Points added to the day's incident load by a plan; 0 in every logged day. */
	double planned_load;
	/* Most incidents within 12 h whose last is on this day (notifications of one
	 * minute count once); -1 where the day has incidents without times. */
	int shift_load;
	bool is_oncall, has_short_rest;
	bool rest_interrupted;                /* a handled page cut that rest */
};
void wk_day_clear(struct wk_day *day, wk_date d);    /* nothing logged */
/* No hours, sleep, check-in or incident: what the recursion calls empty. */
bool wk_day_is_empty(const struct wk_day *day);
/* "woke:2:45;off::" both ways; "" for none. Parse: false on a bad item; list in the
 * arena. An item may end in ":noise" (wick's own; other readers never see it). */
void wk_day_put_incidents(struct wk_buf *b, const struct wk_incident *v, size_t n);
bool wk_day_parse_incidents(const char *s, struct wk_arena *a, struct wk_incident **v,
    size_t *n) WK_USE;

/* --------------------------------------------------------------- fold: events -> days */
enum wk_kind { WK_KIND_WORK, WK_KIND_SLEEP, WK_KIND_INCIDENT, WK_KIND_ONCALL,
	WK_KIND_LEAVE, WK_KIND_MEETING, WK_KIND_COUNT };
const char *wk_kind_name(enum wk_kind k);
bool wk_kind_parse(const char *s, enum wk_kind *out) WK_USE;
#define WK_TIME_NONE INT64_MIN
/* What the fold needs of a fact. Times are UTC seconds; off_* the offsets lived in. */
struct wk_fact {
	enum wk_kind kind;
	int64_t start, end;        /* WK_TIME_NONE: unknown or still open */
	int32_t off_start, off_end;
	wk_date d;                 /* the day it is filed under */
	/* Duration-only facts; of a sleep with times how much of it was slept, NAN for
	 * all of it. NAN otherwise. */
	double dur_h;
	int layer; /* 0 manual, 1 trackers, 2 worklogs, 3 calendar, 4 passive */
	const char *source;        /* never NULL; primary-source choice for sleep, sums */
	int severity;              /* incidents: 0..5 or -1 */
	double minutes;            /* NAN unknown */
	int woke, noise;           /* -1 not said, 0 no, 1 yes */
	int category; /* typed enum wk_category, or -1: derive it from the time */
	enum wk_leave leave;
};
/* What was typed for the day as a whole. NAN / -1 / 0 as in struct wk_day. */
struct wk_typed {
	double hours, sleep_h, break_h;   /* NAN */
	int wakes;                        /* -1 not said */
	int oncall;                       /* -1 not said, 0, 1 */
	int short_rest;                   /* -1 not said, 0, 1 */
	enum wk_leave leave;
	int energy, stress, mood;         /* 0 not said */
};
struct wk_fold_rules {
	int day_start_min;                /* 240 = 04:00 */
	int business_from_min, business_to_min;   /* 480, 1080; Mon-Fri */
	int night_from_min, night_to_min;         /* 1320, 480: category `sleep` */
	double rest_floor_h;              /* 11 */
	double storm_min;                 /* 60: pages nearer than this are one waking */
};
void wk_fold_rules_defaults(struct wk_fold_rules *r);
/* The day a moment belongs to (work, page): wall clock minus day_start. */
wk_date wk_fold_date(int64_t utc, int32_t off, int day_start_min);
/* The day a sleep that ends then belongs to: its calendar date; after 18:00 the next. */
wk_date wk_fold_sleep_date(int64_t end_utc, int32_t off);
/* The range of days whose fold may change when this fact appears or goes. */
void wk_fold_span(const struct wk_fact *f, const struct wk_fold_rules *r, wk_date *lo,
    wk_date *hi);
/* Days lo..hi (out[hi-lo+1], incident lists in the arena) from the facts that touch
 * lo-2..hi+2 (any order) and the typed rows (typed[i] may be NULL = nothing typed).
 * Rules: INDICATORS 0 and 1, IMPORTS 4 (layers, sleep clusters, storms). */
void wk_fold_days(const struct wk_fact *facts, size_t n,
    const struct wk_typed *const *typed, const struct wk_fold_rules *r, wk_date lo,
    wk_date hi, struct wk_arena *a, struct wk_day *out);
/* The day that each page counts to (days[n]; of what is no page: its d), for pages near
 * lo..hi; the facts as for wk_fold_days. */
void wk_fold_page_days(const struct wk_fact *facts, size_t n,
    const struct wk_fold_rules *r, wk_date lo, wk_date hi, struct wk_arena *a,
    wk_date *days);
/* The intervals that a day's hours are counted from, cut at the borders of days,
 * ascending and none over another: a later one begins where the earlier ends. v in the
 * arena. */
struct wk_worked { wk_date d; int64_t from, to; const struct wk_fact *fact; };
void wk_fold_worked(const struct wk_fact *facts, size_t n, const struct wk_fold_rules *r,
    wk_date lo, wk_date hi, struct wk_arena *a, struct wk_worked **v, size_t *count);

/* ---------------------------------------------------------------- the strain index */
enum wk_part { WK_PART_HOURS, WK_PART_REST, WK_PART_SLEEP, WK_PART_INCIDENTS,
	WK_PART_CHECKIN, WK_PART_COUNT };
const char *wk_part_name(enum wk_part p), *wk_part_word(enum wk_part p); /* check-in */
enum wk_band { WK_BAND_CALM, WK_BAND_WATCH, WK_BAND_STRAINED, WK_BAND_SEVERE,
    WK_BAND_COUNT };
const char *wk_band_name(enum wk_band b);
enum wk_band wk_band_of(const struct wk_model *m, double score);
enum wk_confidence { WK_CONF_STALE, WK_CONF_LOW, WK_CONF_MEDIUM, WK_CONF_HIGH };
enum wk_confidence wk_confidence_of(double c);       /* < .25, < .5, < .8 */
const char *wk_confidence_name(enum wk_confidence c);/* stale low medium high */
struct wk_strain {                                   /* one per day */
	wk_date d;
	double p[WK_PART_COUNT];        /* raw points of the day */
	double fast[WK_PART_COUNT];     /* F_k */
	double slow[WK_PART_COUNT];     /* D_k */
	double contribution[WK_PART_COUNT];
	double score;                   /* their sum, exactly */
	double fast_sum, slow_sum, reserve;   /* reserve = 100 - slow_sum */
	double confidence, low, high;
	double week_hours, sleep_chronic_h;   /* H7, q */
	enum wk_band band;
	bool is_held, is_empty;
	int rest_days14, short_rests14; /* r14, v14 */
};
/* days: n consecutive calendar days, the first one not empty. first = the recursion's
 * first day (= days[0].d); windows before it are contract days. out has n places.
 * scratch: temporary memory. Source: INDICATORS 1. */
void wk_strain_run(const struct wk_model *m, const struct wk_day *days, size_t n,
    struct wk_arena *scratch, struct wk_strain *out);
/* Rounds parts to one decimal so that they add up to the rounded score (largest
 * remainder). tenths[k] and the returned total are in tenths of a point. */
int wk_strain_round(const double parts[WK_PART_COUNT], double sum,
    int tenths[WK_PART_COUNT]);

/* ---------------------------------------------------------------- series */
struct wk_series {
	const struct wk_day *days;      /* consecutive */
	const struct wk_strain *strain; /* same length */
	const struct strain_run *marks; /* where a forecast goes on; NULL: the start */
	const struct wk_trail *trail;  /* what indicators stand on; NULL: no indicators */
	size_t trail_from;              /* the first day that they may be asked for */
	size_t n;                       /* 0: nothing logged */
	size_t shown;    /* index of the day shown: last day with an entry; today counts
	                  * once it has hours and sleep or is over */
	wk_date today;                  /* as it was told */
	int silent;      /* of wk_series_age: empty days over since the day shown */
	double exhaustion;              /* last monthly check, NAN: none; app fills it */
	wk_date exhaustion_d;           /* the day it was answered */
};
/* Consecutive days from sparse sorted rows, leading empty ones cut, through `until`
 * (WK_DATE_NONE: the last non-empty row); the rows as they are if so. NULL/0: none. */
struct wk_day *wk_series_dense(const struct wk_day *rows, size_t n, wk_date until,
    struct wk_arena *a, size_t *out_n);
void wk_series_init(struct wk_series *s, const struct wk_model *m,
    const struct wk_day *days, size_t n, wk_date today, struct wk_arena *a);
/* The same for the score alone: no indicator can be asked of it. */
void wk_series_score(struct wk_series *s, const struct wk_model *m,
    const struct wk_day *days, size_t n, wk_date today, struct wk_arena *a);
void wk_series_trail(struct wk_series *s, const struct wk_model *m, size_t from,
    struct wk_arena *a);        /* after it: they can, of the days at `from` and later */
/* The same of a log of any length in memory for a few hundred days: rows are pulled in,
 * ascending and sparse, lists in the arena (false: no other), stretches come out. */
typedef bool wk_walk_source(void *ctx, struct wk_arena *a, struct wk_day *out);
struct wk_walk_plan {
	const struct wk_model *m;
	wk_date last, shown;          /* no day after the last; the day shown, as above */
	bool has_indicators;            /* else the score alone */
	wk_walk_source *source;
	void *ctx;
};
struct wk_walk *wk_walk_new(const struct wk_walk_plan *plan, struct wk_arena *a);
void wk_walk_free(struct wk_walk *w);
/* Days *from..*to-1 of *s come next, with the days around them that they look at, until
 * the next call; asked, it tells what wk_series_init would. False: that was all. */
bool wk_walk_next(struct wk_walk *w, struct wk_series *s, size_t *from, size_t *to);
/* For who asks now: the confidence and the range of the day shown become those of the
 * last day that is over; its coverage ends there. The score stays. */
void wk_series_age(struct wk_series *s, const struct wk_model *m, wk_date today,
    struct wk_arena *a);
/* Of the score's change after `from` up to i: what came of days not logged. */
double wk_series_silent_change(const struct wk_series *s, size_t from, size_t i);
/* Since when the score has stood still on day i; WK_DATE_NONE: it does not. */
wk_date wk_series_held_since(const struct wk_series *s, size_t i,
    const struct wk_model *m);
size_t wk_series_find(const struct wk_series *s, wk_date d);    /* index, or SIZE_MAX */
/* Effective sleep of a day: s - min(max, cost x awakenings); NAN when not logged. */
double wk_sleep_effective_h(const struct wk_model *m, const struct wk_day *day);
/* Days with hours / sleep / any entry known in the last n days up to index i. */
struct wk_coverage { int hours, sleep, days, of; };
struct wk_coverage wk_series_coverage(const struct wk_series *s, size_t i, int n);

/* ---------------------------------------------------------------- indicators */
enum wk_state { WK_STATE_OK, WK_STATE_OVER, WK_STATE_INSUFFICIENT, WK_STATE_NA,
	WK_STATE_COUNT };
const char *wk_state_name(enum wk_state s);   /* ok over insufficient not-applicable */
struct wk_indicator_value {
	double value;                 /* NAN unless ok/over */
	double second; /* a companion (count of breaches, mean of 4 weeks), NAN */
	enum wk_state state;
	bool has_note;                /* asked for */
	char note[96]; /* "not enough data (4 of 5 nights)" / "3 rests under 11 h" */
};
struct wk_indicator {
	const char *id, *title, *unit;
	double threshold;             /* NAN: information only */
	bool over_is_bad;             /* false: under the threshold is the breach */
	const char *source;           /* citation or "wick's own choice" */
	const char *meaning;          /* one sentence */
	void (*compute)(const struct wk_model *m, const struct wk_series *s, size_t i,
	    struct wk_indicator_value *out);        /* see wk_indicator_at */
};
const struct wk_indicator *wk_indicators(size_t *n);
const struct wk_indicator *wk_indicator_find(const char *id);   /* NULL */
/* What it stands at on the day at index i, with its note; without one, which is most of
 * the price, where many days are wanted. */
void wk_indicator_at(const struct wk_indicator *ind, const struct wk_model *m,
    const struct wk_series *s, size_t i, struct wk_indicator_value *out);
void wk_indicator_bare(const struct wk_indicator *ind, const struct wk_model *m,
    const struct wk_series *s, size_t i, struct wk_indicator_value *out);
/* weekday 0 = Monday; min of the day. Never WK_CAT_WOKE. */
enum wk_category wk_page_category(const struct wk_fold_rules *r, int weekday, int min);

/* ---------------------------------------------------------------- nights with times */
/* The last index whose times are known, the highest lapses of the 24 h after its waking
 * and the clock hour of it. nights: of the 42 days before i. NAN under 5. */
double wk_alertness(const struct wk_series *s, size_t i, double *peak_clock_h,
    int *nights);
/* Sleep Regularity Index of the `days` that end at i, -100..100, from 1-minute epochs of
 * pairs of days 24 h apart whose nights are known (Phillips 2017). pairs: how many; NAN
 * under 5. */
double wk_sleep_regularity(const struct wk_series *s, size_t i, int days, int *pairs);
/* |mid-sleep on free days - mid-sleep on work days|, h, the shorter way round the clock
 * (MCTQ), of the 28 days to i; NAN under 3 nights of either. */
double wk_social_jetlag(const struct wk_series *s, size_t i, int *work, int *free_nights);
double wk_clock_mean(const double *h, size_t n);     /* circular, of hours 0..24 */

/* ---------------------------------------------------------------- recovery budget
 * 25 points x 84 days; burn(w) = mean of fast_sum over the w days to i / 25. Source: SRE
 * workbook ch. 5, adapted [D]. */
enum wk_burn { WK_BURN_TODAY, WK_BURN_WEEK, WK_BURN_PLAN, WK_BURN_STRUCTURAL,
	WK_BURN_COUNT };
struct wk_burn_rule { const char *name; int long_d, short_d; double threshold; };
const struct wk_burn_rule *wk_burn_rule(enum wk_burn b);
/* Missing days before the log began count 0, as in the reference; held days as the
 * recursion has them. */
double wk_burn_rate(const struct wk_series *s, size_t i, int days);
bool wk_burn_fires(const struct wk_series *s, size_t i, enum wk_burn b);
/* Times the even pace at which `share` of the budget of a period is gone in the
 * window. */
double wk_burn_threshold(double period, double long_window, double share);
double wk_budget_used(const struct wk_series *s, size_t i);  /* of 84 d; 0 to over 1 */

/* ---------------------------------------------------------------- alerts
 * A rule is on when its value crosses its threshold, off after two known days on which it
 * is under 0.9 of it (over 1/0.9 for a floor). Between, it stays as it was. */
enum wk_rule_kind { WK_RULE_BURN, WK_RULE_THRESHOLD, WK_RULE_SILENCE };
struct wk_rule {
	const char *name;                 /* "act-today", "week_hours", "silence" */
	enum wk_rule_kind kind;
	enum wk_burn burn;
	const struct wk_indicator *indicator;
	double threshold;                 /* of the indicator; days of silence */
	bool is_on;                       /* by the config */
};
struct wk_rule_state {
	bool firing;
	wk_date since;                    /* WK_DATE_NONE when not firing */
	int calm_days;                    /* known days under 0.9 since */
};
/* One day's step: true when this day is a new crossing. value: what it stands at, NAN
 * when not known (the state is then held). text: one line for the user. */
bool wk_rule_step(const struct wk_rule *r, const struct wk_model *m,
    const struct wk_series *s, size_t i, struct wk_rule_state *st, char text[160]);
/* A day of first..i from which a replay, the rule off, is at i what one from first is. */
size_t wk_rule_begin(const struct wk_rule *r, const struct wk_model *m,
    const struct wk_series *s, size_t first, size_t i);
struct wk_crossing { const char *rule; wk_date since; char text[160]; };

/* ---------------------------------------------------------------- forecast, advice */
/* A day of a plan told by itself; NAN, NAN and -1: as the week has it. */
struct wk_planned { double hours, sleep_h; int oncall; };
struct wk_plan {
	const struct wk_planned *told;    /* the first days; borrowed */
	size_t told_count;
	double quiet_load[7];             /* as load, off call: in business hours alone */
	double hours[7];                  /* Mon..Sun */
	double sleep_h[7];                /* NAN: not known, the recursion holds */
	double wakes;                     /* a night, without waking pages */
	double woken; /* waking pages a night; their points are in load */
	double load[7];                   /* incident points a day (planned_load) */
	double oncall_share;              /* 0..1, spread evenly */
	double short_rest_share;          /* the same of rests under 11 h */
	int off;                          /* so many of the last working days are off */
	int rest_days; /* the first days of the plan are off altogether */
	int weeks_known;                  /* of the last 4; 0: the contract is taken */
	bool is_own;                      /* from the person's own days */
	double low_h[7], high_h[7];       /* 25th and 75th percentile of hours */
	double low_sleep_h[7], high_sleep_h[7];
};
/* Own last 28 days to i by weekday: the median of hours and sleep, the mean of the rest;
 * days of leave and days not logged do not count. */
void wk_plan_own(struct wk_plan *p, const struct wk_model *m, const struct wk_series *s,
    size_t i);
/* "45h 6.5h-sleep 1-off 2-pages 10-rest" over p: what it does not say stays.
 * WK_ERR_INPUT names the word. */
enum wk_rc wk_plan_parse(struct wk_plan *p, const struct wk_model *m, const char *text,
    struct wk_err *err) WK_USE;
/* Enough is known at i to go on from: not stale, hours on 14 of the last 28 days. */
enum { WK_FORECAST_OF_D = 28, WK_FORECAST_KNOWN_D = 14 };
bool wk_forecast_is_known(const struct wk_series *s, size_t i);
struct wk_forecast {
	const struct wk_strain *v;        /* n planned days, after index i */
	const double *low, *high;         /* of the score, from the own weeks' spread */
	size_t n;
	int days_until; /* first day at or under the goal for good; -1 */
};
void wk_forecast_run(struct wk_forecast *f, const struct wk_model *m,
    const struct wk_series *s, size_t i, const struct wk_plan *p, size_t days,
    enum wk_band goal, struct wk_arena *a);
/* The planned day in four weeks, or the last one planned. */
const struct wk_strain *wk_forecast_soon(const struct wk_forecast *f);
/* Calm now and then: no way down need be told. */
bool wk_forecast_stays_calm(const struct wk_forecast *f, const struct wk_strain *now);
/* The first planned day over the goal, or the last one planned. */
wk_date wk_forecast_over(const struct wk_forecast *f, enum wk_band goal);
/* Largest weekly hours, in steps of 0.1 h, whose plan is under the goal's upper limit on
 * `by` days from now; NAN when even 0 h is not, INFINITY when 112 h is. */
double wk_solve_hours(const struct wk_model *m, const struct wk_series *s, size_t i,
    const struct wk_plan *p, size_t by, enum wk_band goal, struct wk_arena *a);
/* Smallest number of whole days off, from the day after i on, after which the plan is
 * under the limit on day `by`; -1 when none is enough. */
int wk_solve_rest(const struct wk_model *m, const struct wk_series *s, size_t i,
    const struct wk_plan *p, size_t by, enum wk_band goal, struct wk_arena *a);
struct wk_advice { const char *id; char text[96]; double points; };  /* lower by */
enum { WK_ADVICE_MAX = 8, WK_ADVICE_BEST = 3 };
/* Counterfactuals over the next 14 days, best first; those under 0.1 are left out. */
size_t wk_advice_rank(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_arena *a, struct wk_advice out[WK_ADVICE_MAX]);
/* The best three where strain is watch or above, else none: what a report ends with. */
size_t wk_advice_best(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_arena *a, struct wk_advice out[WK_ADVICE_BEST]);

/* ---- changes in level: a week against the person's own 8 known weeks before: robust z
 * (median, MAD) [D] ---- */
struct wk_shift {
	const char *what;                 /* "hours" "sleep" "pages" */
	wk_date monday;                   /* the week it began */
	double before, after, z;
	char text[96]; /* "your nights shortened by 0.8 h in week 41" */
};
/* Newest first; at most max. */
size_t wk_shift_find(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_arena *a, struct wk_shift *out, size_t max);
/* Those that began in the last 8 complete weeks: what a report mentions. */
enum { WK_SHIFT_SHOWN = 2 };
size_t wk_shift_recent(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_arena *a, struct wk_shift out[WK_SHIFT_SHOWN]);

/* ---- personal calibration: within-person Spearman correlation of an input with a
 * check-in item, lag days later ---- */
struct wk_personal {
	const char *input, *item;
	int lag, n;
	double rho;
	bool is_clear;                    /* also allowing for days that come in runs */
};
enum { WK_PERSONAL_DAYS = 60, WK_PERSONAL_SHOWN = 8 };
/* Best lag of each pair, strongest first; *known: days with a check-in (under 60: 0). Of
 * the last 730 days; what chance alone would show too is left out. */
size_t wk_personal_run(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_arena *a, struct wk_personal *out, size_t max, int *known);
/* Over the pairs of which neither is NAN; NAN where one of the two does not vary. */
double wk_spearman(const double *x, const double *y, size_t n, struct wk_arena *a,
    int *pairs);

/* ---- monthly check: six items, each 0 25 50 75 100 or -1; the mean of those answered,
 * NAN under 3 ---- */
double wk_exhaustion(const int items[6]);
/* The same of any number of items; NAN under `least` answers. */
double wk_check_mean(const int *answers, size_t n, int least);
const char *wk_exhaustion_item(size_t i);              /* in wick's own words */
const char *wk_exhaustion_band(double score);          /* under 50, 75, 100 */

/* ---- report: everything it says; render turns it into bytes ---- */
struct wk_report {
	const char *kind;             /* week month range */
	char period[24];              /* 2026-W47, 2026-11, 2026-11-01..2026-11-20 */
	wk_date from, to;
	size_t past;                 /* of its days; those to come are plans, in no sum */
	wk_date unfinished;         /* today, in the sums and not in the score; or NONE */
	struct wk_coverage coverage;
	bool has_score;               /* false: no entry at all in or before the period */
	const struct wk_strain *last; /* period's last day with an entry */
	double change; /* of the score since the day before the period; NAN */
	double contribution_change[WK_PART_COUNT];
	/* NAN when nothing known */
	double hours_total, hours_mean4, sleep_mean, sleep_min;
	const struct wk_day *days;    /* to - from + 1 days, empty ones included */
	/* same length; .band etc. valid where strain_known[i] */
	const struct wk_strain *strain;
	const bool *strain_known;
	size_t n;
	/* Strain of up to twelve weeks that end at the day of `last`; borrowed. */
	const struct wk_strain *history;
	size_t history_count;
	int incident_count, woke_count, noise_count, by_category[WK_CAT_COUNT];
	double incident_minutes;        /* NAN: there were some, none with its minutes */
	int rest_days, short_rests;
	double shortest_rest_h;       /* NAN */
	int oncall_days, leave_days, worked_on_leave;
	const struct wk_indicator_value *values;  /* as wk_indicators() */
	/* wk_why_levels at last; the words need the whole series */
	const struct wk_why *why;
	size_t why_count;
	const struct wk_advice *advice; /* wk_advice_best at last */
	size_t advice_count;
	const struct wk_shift *shifts;  /* wk_shift_recent at last */
	size_t shift_count;
	const struct wk_crossing *alerts;   /* of the period, by app: core has no rules */
	size_t alert_count;
	const char *const *notes;     /* day notes are private: only in text/md */
};
/* Computes over series s; period from..to inclusive. Memory in a. */
void wk_report_init(struct wk_report *r, const char *kind, const char *period,
    wk_date from, wk_date to, const struct wk_model *m, const struct wk_series *s,
    struct wk_arena *a);

/* ---- sharing: one week as it may leave, rounded here; NAN and -1 are not known ---- */
enum { WK_SHARE_FIGURES = 11 };
struct wk_share_week { int coverage, band; double figure[WK_SHARE_FIGURES]; };
const char *wk_share_figure(size_t k);               /* work_min, ..., load_ratio */
/* Takes everything of sleep and feeling away: the days that basis `work` stands on. */
void wk_share_strip(struct wk_day *days, size_t n);
/* s: with indicators where figures are wanted. worked: as of wk_fold_worked. */
void wk_share_week(const struct wk_model *m, const struct wk_fold_rules *r,
    const struct wk_series *s, wk_date monday, const struct wk_worked *worked, size_t n,
    struct wk_share_week *out);

/* ---- words that every face shares ---- */
/* "hours +3.1" style reasons, biggest change first: for Home's Why and explain. */
struct wk_why { enum wk_part part; int tenths; char text[80]; };
/* Changes of the contributions between index i-1 and i (all five, biggest first; parts
 * with no change and no points are left out); returns how many. The tenths are those
 * between the two days' printed numbers and sum to the difference of their scores. */
size_t wk_why_changes(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_why out[WK_PART_COUNT]);
/* The same for the level: each contribution and what it comes from. */
size_t wk_why_levels(const struct wk_model *m, const struct wk_series *s, size_t i,
    struct wk_why out[WK_PART_COUNT]);
