/* SPDX-License-Identifier: MIT */
/* Nights whose times are known: alertness by the Unified Model of Performance,
 * regularity, social jetlag. A night is told in the hours of the day it ends on, so that
 * a bed time before midnight is negative and times need no turning round the clock. */
#include "trail.h"

#define UMP_U 18.4              /* Ramakrishnan 2016: upper asymptote, lapses */
#define UMP_TAU_WAKE_H 40.0
#define UMP_TAU_SLEEP_H 2.1
#define UMP_TAU_DEBT_H 168.0
#define UMP_KAPPA 3.3           /* of the clock, lapses */
#define UMP_PHASE_H 2.3
#define UMP_FLOOR (-0.11 * UMP_U)
#define STEP_H 0.5              /* of the search for the peak */

enum { UMP_DAYS = 42, NEAR_DAYS = 10, NIGHTS_MIN = 5, PAIRS_MIN = 5, JETLAG_DAYS = 28,
	KIND_MIN = 3 };

bool
wk_night_is_known(const struct wk_day *day)
{
	return day->wake_h > day->bed_h;        /* false where either is NAN */
}

/* First of the n days that end at i. */
static size_t
first_of(size_t i, size_t n)
{
	return i + 1 > n ? i + 1 - n : 0;
}

/* ---- the model ---- */
void
wk_ump_start(struct wk_ump *u)
{
	*u = (struct wk_ump){ .s = 0.5, .l = 0 };
}

/* What is kept of the debt after so many hours: exp(-hours / 168). The first terms are
 * exact to 1e-11 within a day. */
static inline double
keep_debt(double hours)
{
	double x = -hours / UMP_TAU_DEBT_H;

	if (x < -1 / 7.0)
		return exp(x);
	return 1 + x * (1 + x * (1 / 2.0 + x * (1 / 6.0 + x * (1 / 24.0 + x * (1 / 120.0 +
	    x * (1 / 720.0 + x * (1 / 5040.0)))))));
}

void
wk_ump_awake(struct wk_ump *u, double hours)
{
	u->s = UMP_U - (UMP_U - u->s) * exp(-hours / UMP_TAU_WAKE_H);
	u->l = UMP_U - (UMP_U - u->l) * keep_debt(hours);
	u->l = WK_MAX(u->l, UMP_FLOOR);
}

/* Both at once, while the debt is above its floor. */
static void
sleep_free(struct wk_ump *u, double fast, double slow)
{
	double above = u->l + 2 * UMP_U;

	u->s = u->s * fast - 2 * UMP_U * (1 - fast) + above * UMP_TAU_DEBT_H /
	    (UMP_TAU_DEBT_H - UMP_TAU_SLEEP_H) * (slow - fast);
	u->l = above * slow - 2 * UMP_U;
}

/* fast, slow: what so many hours keep of the pressure to sleep, and of the debt. */
static void
sleep_kept(struct wk_ump *u, double hours, double fast, double slow)
{
	double above = u->l + 2 * UMP_U, floor = UMP_FLOOR + 2 * UMP_U, down;

	if (above * slow >= floor) {
		sleep_free(u, fast, slow);
		return;
	}
	down = UMP_TAU_DEBT_H * log(WK_MAX(1.0, above / floor));
	sleep_free(u, exp(-down / UMP_TAU_SLEEP_H), keep_debt(down));
	u->l = UMP_FLOOR;
	u->s = u->l + (u->s - u->l) * exp(-(hours - down) / UMP_TAU_SLEEP_H);
}

void
wk_ump_asleep(struct wk_ump *u, double hours)
{
	sleep_kept(u, hours, exp(-hours / UMP_TAU_SLEEP_H), keep_debt(hours));
}

/* Two moments at once. */
typedef double wk_pair __attribute__((vector_size(2 * sizeof(double))));

/* What the hour of the day adds: five harmonics of the angle whose sine and cosine these
 * are, sin kx = sin x times a polynomial in cos x of degree k - 1 (Chebyshev). */
static inline wk_pair
clock_parts(wk_pair sine, wk_pair c)
{
	static const double a[] = { 0.97, 0.22, 0.07, 0.03, 0.001 };

	return UMP_KAPPA * sine * (a[0] - a[2] + a[4] + c * (2 * a[1] - 4 * a[3] +
	    c * (4 * a[2] - 12 * a[4] + c * (8 * a[3] + c * 16 * a[4]))));
}

double
wk_ump_lapses(const struct wk_ump *u, double clock_h)
{
	double x = 2 * M_PI * (clock_h + UMP_PHASE_H) / 24;

	wk_pair sine = { sin(x) }, cosine = { cos(x) };

	return WK_MAX(0.0, u->s + clock_parts(sine, cosine)[0]);
}

/* The worst half hour of `hours` awake from clock_h on. */
static double
find_peak(const struct wk_ump *u, double clock_h, double hours, double *peak_h)
{
	double x = 2 * M_PI * (clock_h + UMP_PHASE_H) / 24, step = 2 * M_PI * STEP_H / 24;
	double turn_s = sin(2 * step), turn_c = cos(2 * step), worst = 0;
	double keep = exp(-STEP_H / UMP_TAU_WAKE_H);
	wk_pair sine = { sin(x), sin(x + step) }, cosine = { cos(x), cos(x + step) };
	wk_pair left = { UMP_U - u->s, (UMP_U - u->s) * keep };

	*peak_h = 0;
	for (double at = 0; at <= hours; at += 2 * STEP_H) {
		wk_pair lapses = UMP_U - left + clock_parts(sine, cosine);
		wk_pair turned = sine * turn_c + cosine * turn_s;

		if (lapses[0] > worst) {
			worst = lapses[0];
			*peak_h = at;
		}
		if (lapses[1] > worst && at + STEP_H <= hours) {
			worst = lapses[1];
			*peak_h = at + STEP_H;
		}
		cosine = cosine * turn_c - sine * turn_s;
		sine = turned;
		left *= keep * keep;
	}
	*peak_h = fmod(clock_h + *peak_h + 48, 24);
	return worst;
}

struct usual {
	double bed_h, wake_h;
	int nights;
	size_t first, last;     /* of the days, when nights > 0 */
};

static struct usual
usual_of(const struct wk_series *s, size_t i)
{
	struct wk_window w = wk_window_of(s, i, UMP_DAYS);
	struct usual u = { .nights = w.at->nights_seen - w.before->nights_seen };

	if (u.nights == 0)
		return u;
	u.bed_h = WK_TRAIL_SUM(s, i, UMP_DAYS, bed_h) / u.nights;
	u.wake_h = WK_TRAIL_SUM(s, i, UMP_DAYS, wake_h) / u.nights;
	for (u.last = i; !wk_night_is_known(&s->days[u.last]);)
		u.last--;
	for (u.first = first_of(i, UMP_DAYS); !wk_night_is_known(&s->days[u.first]);)
		u.first++;
	return u;
}

/* One night: awake until bed, asleep until wake. Long before the end only the debt
 * counts: of the rest a day keeps not one half, most days a tenth. */
static void
live_night(struct wk_ump *u, double awake_h, double asleep_h, bool is_near)
{
	if (is_near) {
		wk_ump_awake(u, awake_h);
		wk_ump_asleep(u, asleep_h);
		return;
	}
	u->l = UMP_U - (UMP_U - u->l) * keep_debt(awake_h);
	u->l = (u->l + 2 * UMP_U) * keep_debt(asleep_h) - 2 * UMP_U;
	u->l = WK_MAX(u->l, UMP_FLOOR);
}

/* The same from what the trail has kept, when the night before is told in full too. */
static void
live_kept(struct wk_ump *u, const struct wk_turn *t)
{
	u->s = UMP_U - (UMP_U - u->s) * t->awake_keep;
	u->l = UMP_U - (UMP_U - u->l) * t->awake_debt;
	u->l = WK_MAX(u->l, UMP_FLOOR);
	sleep_kept(u, t->asleep_h, t->asleep_keep, t->asleep_debt);
}

/* Nights from..to, all of them kept; the last are near. */
static void
live_all_kept(struct wk_ump *u, const struct wk_trail *v, size_t from, size_t to)
{
	size_t near = to > from + NEAR_DAYS ? to - NEAR_DAYS + 1 : from;
	double l = u->l;

	for (size_t k = from; k < near; k++) {
		l = UMP_U - (UMP_U - l) * v[k].night.awake_debt;
		l = (l + 2 * UMP_U) * v[k].night.asleep_debt - 2 * UMP_U;
		l = WK_MAX(l, UMP_FLOOR);
	}
	u->l = l;
	for (size_t k = near; k <= to; k++)
		live_kept(u, &v[k].night);
}

/* From the first night that is known to the last. A night between that is not known was
 * like the usual one (wick's own choice). Returns when the last one ended. */
static double
live_nights(struct wk_ump *u, const struct wk_series *s, const struct usual *usual)
{
	double up = s->days[usual->first].wake_h;
	bool is_told = true;            /* up is the end of a night that is known */

	if (s->trail[usual->last].turns_seen - s->trail[usual->first].turns_seen ==
	    (int)(usual->last - usual->first)) {
		live_all_kept(u, s->trail, usual->first + 1, usual->last);
		return s->days[usual->last].wake_h;
	}
	for (size_t k = usual->first + 1; k <= usual->last; k++) {
		const struct wk_day *day = &s->days[k];
		const struct wk_turn *t = &s->trail[k].night;
		bool is_known = wk_night_is_known(day), is_near = k + NEAR_DAYS >
		    usual->last;
		double wake = is_known ? day->wake_h : usual->wake_h;
		double bed = is_known ? day->bed_h : usual->bed_h;

		if (is_near && is_told && t->is_apart) {
			live_kept(u, t);
			up = wake;
			continue;
		}
		is_told = is_known && bed >= up - 24;
		bed = WK_MAX(bed, up - 24);
		live_night(u, bed + 24 - up, WK_MAX(0.0, wake - bed), is_near);
		up = WK_MAX(wake, bed);
	}
	return up;
}

double
wk_alertness(const struct wk_series *s, size_t i, double *peak_clock_h, int *nights)
{
	struct wk_ump u;
	struct usual usual = { 0 };
	double up, up_h;

	if (i < s->n)
		usual = usual_of(s, i);
	*nights = usual.nights;
	*peak_clock_h = NAN;
	if (usual.nights < NIGHTS_MIN)
		return NAN;
	wk_ump_start(&u);
	up = live_nights(&u, s, &usual);
	up_h = WK_MIN(24.0, WK_MAX(0.0, usual.bed_h + 24 - up));
	return find_peak(&u, up, up_h, peak_clock_h);
}

/* ---- regularity ---- */
/* Hours of the day in which one of two nights sleeps and the other does not. */
static double
unlike_h(const struct wk_day *a, const struct wk_day *b)
{
	double from = WK_MAX(a->bed_h, b->bed_h), to = WK_MIN(a->wake_h, b->wake_h);

	return a->wake_h - a->bed_h + b->wake_h - b->bed_h - 2 * WK_MAX(0.0, to - from);
}

static double
regularity_of(double unlike, int pairs)
{
	return pairs < PAIRS_MIN ? NAN : WK_MAX(-100.0, 100 - 200 * unlike /
	    (24 * pairs));
}

double
wk_sleep_regularity(const struct wk_series *s, size_t i, int days, int *pairs)
{
	double unlike = 0;

	*pairs = 0;
	if (i < s->n && days % 7 == 0 && i + 1 > (size_t)days) {
		const struct wk_trail *now = &s->trail[i], *first = now - days + 1;

		/* the first night of the window has none before it there */
		*pairs = now->pairs_seen - first->pairs_seen;
		unlike =
		    WK_TRAIL_SUM(s, i, (size_t)days, unlike_h) - first->night.unlike_h;
		return regularity_of(unlike, *pairs);
	}
	for (size_t k = i < s->n ? first_of(i, (size_t)days) + 1 : SIZE_MAX;
	    k < s->n && k <= i; k++) {
		const struct wk_turn *t = &s->trail[k].night;

		unlike += t->unlike_h;
		*pairs += t->is_known;
	}
	return regularity_of(unlike, *pairs);
}

/* ---- social jetlag ---- */
/* sin and cos; near 0, where the nights of one person lie, by their series (1e-13). */
static void
turn(double x, double *sine, double *cosine)
{
	double q = -x * x;

	if (q < -0.64) {
		sincos(x, sine, cosine);
		return;
	}
	*sine = x * (1 + q / 6 * (1 + q / 20 * (1 + q / 42 * (1 + q / 72 * (1 + q / 110 *
	    (1 + q / 156))))));
	*cosine = 1 + q / 2 * (1 + q / 12 * (1 + q / 30 * (1 + q / 56 * (1 + q / 90 *
	    (1 + q / 132 * (1 + q / 182))))));
}

/* The hour of a sum of n times on the clock, 0..24. */
static double
mean_of(double sine, double cosine, double n)
{
	if (!(hypot(sine, cosine) >= 1e-9 * n) || n < 1)
		return NAN;
	return fmod(atan2(sine, cosine) * (24 / (2 * M_PI)) + 48, 24);
}

double
wk_clock_mean(const double *h, size_t n)
{
	double sine = 0, cosine = 0;

	for (size_t k = 0; k < n; k++) {
		double y, x;

		turn(h[k] * (2 * M_PI / 24), &y, &x);
		sine += y;
		cosine += x;
	}
	return mean_of(sine, cosine, (double)n);
}

/* A free day has under an hour of work; days whose hours are not known are neither. */
double
wk_social_jetlag(const struct wk_series *s, size_t i, int *work, int *free_nights)
{
	double mean[2], apart;
	struct wk_window w = wk_window_of(s, i, JETLAG_DAYS);

	*work = w.at->work_nights - w.before->work_nights;
	*free_nights = w.at->free_nights - w.before->free_nights;
	if (*work < KIND_MIN || *free_nights < KIND_MIN)
		return NAN;
	mean[0] = mean_of(WK_TRAIL_SUM(s, i, JETLAG_DAYS, mid_sine[0]),
	    WK_TRAIL_SUM(s, i, JETLAG_DAYS, mid_cosine[0]), *work);
	mean[1] = mean_of(WK_TRAIL_SUM(s, i, JETLAG_DAYS, mid_sine[1]),
	    WK_TRAIL_SUM(s, i, JETLAG_DAYS, mid_cosine[1]), *free_nights);
	apart = fabs(mean[1] - mean[0]);
	return WK_MIN(apart, 24 - apart);
}

/* ---- what the trail keeps ---- */
void
wk_night_middle(const struct wk_day *day, double *sine, double *cosine)
{
	turn((day->bed_h + day->wake_h) * (M_PI / 24), sine, cosine);
}

void
wk_night_between(const struct wk_day *before, const struct wk_day *day,
    struct wk_turn *t)
{
	double awake_h;

	*t = (struct wk_turn){ 0 };
	if (before == NULL || !wk_night_is_known(day) || !wk_night_is_known(before))
		return;
	awake_h = day->bed_h + 24 - before->wake_h;
	t->is_known = true;
	t->unlike_h = unlike_h(before, day);
	t->is_apart = awake_h >= 0;
	if (!t->is_apart)
		return;
	t->asleep_h = day->wake_h - day->bed_h;
	t->awake_keep = exp(-awake_h / UMP_TAU_WAKE_H);
	t->awake_debt = keep_debt(awake_h);
	t->asleep_keep = exp(-t->asleep_h / UMP_TAU_SLEEP_H);
	t->asleep_debt = keep_debt(t->asleep_h);
}
