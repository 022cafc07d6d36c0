/* SPDX-License-Identifier: MIT */
/* The published arithmetic behind the indicators, apart so that tests can hold each
 * formula against the numbers of its source. */
#pragma once

#include "wick/core.h"

/* Over plain arrays; NAN in an array is not known. */
/* (hours + later) / weeks (UK SI 1998/1833 reg 4(6)); later_h NAN: leave shortens the
 * reference instead. NAN with under one week left of it. */
double wk_avg48(double hours, double later_h, double weeks, double excluded_d,
    double workdays_per_week);
double wk_sleep_debt(const double *sleep_h, size_t n, double need_h);   /* as it stands */
double wk_sleep_excess_wake(const double *sleep_h, size_t n);           /* over 15.84 h */
/* Exponential means with 2/(N+1), N 7 and 28, seeded with the first value. */
double wk_load_ratio(const double *load, size_t n, double *acute, double *chronic);
/* Mean / population SD, at most 10; NAN when nothing was done. All must be known. */
double wk_monotony(const double *load, size_t n, double *strain);
/* Load with a memory of 7 days; *fitness of 42. From 0. */
double wk_fatigue(const double *load, size_t n, double *fitness);

/* Unified Model of Performance (Ramakrishnan 2016, set B of INDICATORS 2). */
struct wk_ump { double s, l; };
void wk_ump_start(struct wk_ump *u);                       /* S 0.5, L 0 */
void wk_ump_awake(struct wk_ump *u, double hours);
void wk_ump_asleep(struct wk_ump *u, double hours);
double wk_ump_lapses(const struct wk_ump *u, double clock_h);   /* >= 0 */
