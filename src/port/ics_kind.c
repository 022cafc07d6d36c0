/* SPDX-License-Identifier: MIT */
/* What an event of a calendar is, by its words: leave, a shift on call, a meeting, or
 * nothing that wick counts. */
#include "ics_kind.h"

static const struct {
	const char *word;
	enum wk_leave leave;
} leaves[] = {
	{ "vacation", WK_LEAVE_VACATION }, { "annual leave", WK_LEAVE_VACATION },
	{ "pto", WK_LEAVE_VACATION }, { "paid time off", WK_LEAVE_VACATION },
	{ "urlaub", WK_LEAVE_VACATION }, { "ferien", WK_LEAVE_VACATION },
	{ "vacances", WK_LEAVE_VACATION }, { "cong\xc3\xa9", WK_LEAVE_VACATION },
	{ "cong\xc3\xa9s", WK_LEAVE_VACATION }, { "vacaciones", WK_LEAVE_VACATION },
	{ "ferie", WK_LEAVE_VACATION }, { "vakantie", WK_LEAVE_VACATION },
	{ "public holiday", WK_LEAVE_HOLIDAY }, { "bank holiday", WK_LEAVE_HOLIDAY },
	{ "feiertag", WK_LEAVE_HOLIDAY },
	{ "jour f\xc3\xa9ri\xc3\xa9", WK_LEAVE_HOLIDAY },
	{ "holiday", WK_LEAVE_VACATION }, { "holidays", WK_LEAVE_VACATION },
	{ "sick", WK_LEAVE_SICK }, { "sick leave", WK_LEAVE_SICK },
	{ "krank", WK_LEAVE_SICK }, { "krankgeschrieben", WK_LEAVE_SICK },
	{ "malade", WK_LEAVE_SICK }, { "parental leave", WK_LEAVE_PARENTAL },
	{ "maternity leave", WK_LEAVE_PARENTAL },
	{ "paternity leave", WK_LEAVE_PARENTAL },
	{ "elternzeit", WK_LEAVE_PARENTAL }, { "ooo", WK_LEAVE_OTHER },
	{ "out of office", WK_LEAVE_OTHER }, { "out of the office", WK_LEAVE_OTHER },
	{ "day off", WK_LEAVE_OTHER }, { "time off", WK_LEAVE_OTHER },
	{ "days off", WK_LEAVE_OTHER }, { "on leave", WK_LEAVE_OTHER },
	{ "leave", WK_LEAVE_OTHER }, { "abwesend", WK_LEAVE_OTHER },
	{ "abwesenheit", WK_LEAVE_OTHER }, { "sabbatical", WK_LEAVE_OTHER },
};

static const char *const shifts[] = { "on call", "on-call", "oncall", "standby duty",
	"pager duty", "pagerduty", "bereitschaft", "rufbereitschaft", "astreinte" };
static const char *const holidays[] = { "holidays", "holiday", "feiertage",
	"public holidays", "jours f\xc3\xa9ri\xc3\xa9s" };
static const char *const rotas[] = { "pagerduty", "opsgenie", "rootly", "oncall",
	"on-call", "incident.io", "victorops" };

static bool
has_any(const char *text, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (wk_port_has_word(text, words[i]))
			return true;
	return false;
}

/* The first row that fits: longer sayings stand before the words in them. */
static enum wk_leave
leave_of(const char *text)
{
	for (size_t i = 0; i < WK_LEN(leaves); i++)
		if (wk_port_has_word(text, leaves[i].word))
			return leaves[i].leave;
	return WK_LEAVE_NONE;
}

void
ics_kind_calendar(struct ics_calendar *c, const char *name, const char *product)
{
	c->is_rota = c->is_rota || has_any(product, rotas, WK_LEN(rotas)) ||
	    has_any(name, shifts, WK_LEN(shifts)) || has_any(name, rotas, WK_LEN(rotas));
	c->is_holidays = c->is_holidays || has_any(name, holidays, WK_LEN(holidays));
	if (leave_of(name) != WK_LEAVE_NONE && !c->is_holidays)
		c->leave = leave_of(name);
}

static bool
is_shift(const struct ics_calendar *c, const struct ics_event *e)
{
	const char *s = e->summary == NULL ? "" : e->summary;
	return c->is_rota || *s == '@' || has_any(s, shifts, WK_LEN(shifts)) ||
	    has_any(e->categories, shifts, WK_LEN(shifts)) || strstr(s, "[L1]") != NULL ||
	    strstr(s, "[L2]") != NULL;
}

struct ics_kind
ics_kind_of(const struct ics_calendar *c, const struct ics_event *e, const char *as)
{
	enum wk_leave leave = leave_of(e->summary);
	struct ics_kind k = { as, WK_LEAVE_NONE };
	if (leave == WK_LEAVE_NONE)
		leave = leave_of(e->categories);
	if (leave == WK_LEAVE_NONE && e->start.is_date)
		leave = c->is_holidays ? WK_LEAVE_HOLIDAY : c->leave;
	if (leave == WK_LEAVE_NONE && e->busy != NULL &&
	    wk_text_eq_nocase(e->busy, "OOF"))
		leave = WK_LEAVE_OTHER;
	if (k.kind == NULL)
		k.kind = is_shift(c, e) ? "oncall" : leave != WK_LEAVE_NONE ? "leave" :
		    e->start.is_date ? NULL : "meeting";
	if (k.kind != NULL && strcmp(k.kind, "leave") == 0)
		k.leave = leave == WK_LEAVE_NONE ? WK_LEAVE_OTHER : leave;
	return k;
}
