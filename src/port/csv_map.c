/* SPDX-License-Identifier: MIT */
/* Columns to fields: by --map, by the header of a known tool, or by wick's own names. */
#include <math.h>

#include "csv.h"

static const struct {
	const char *name;
	enum csv_field field;
} names[] = {
	{ "date", CSV_DATE }, { "day", CSV_DATE }, { "start", CSV_START },
	{ "end", CSV_END },
	{ "duration", CSV_DURATION }, { "kind", CSV_KIND }, { "title", CSV_TITLE },
	{ "description", CSV_TITLE }, { "summary", CSV_TITLE }, { "tags", CSV_TAGS },
	{ "project", CSV_PROJECT }, { "id", CSV_ID }, { "tz", CSV_TZ },
	{ "severity", CSV_SEVERITY }, { "minutes", CSV_MINUTES }, { "woke", CSV_WOKE },
	{ "noise", CSV_NOISE }, { "bed", CSV_BED }, { "wake", CSV_WAKE },
	{ "hours", CSV_HOURS }, { "sleep", CSV_SLEEP }, { "break", CSV_BREAK },
	{ "wakes", CSV_WAKES }, { "incidents", CSV_INCIDENTS }, { "oncall", CSV_ONCALL },
	{ "energy", CSV_ENERGY }, { "stress", CSV_STRESS }, { "mood", CSV_MOOD },
	{ "short_rest", CSV_SHORT_REST }, { "leave", CSV_LEAVE }, { "note", CSV_NOTE },
	{ "asleep", CSV_ASLEEP },
};

/* `wick series` computes these; they are read past. */
static const char *const computed[] = {
	"score", "band", "fast", "slow", "confidence", "low", "high", "week_hours",
	"sleep_chronic", "p_hours", "p_rest", "p_sleep", "p_incidents", "p_checkin",
	"c_hours", "c_rest", "c_sleep", "c_incidents", "c_checkin",
};

/* Tools whose export is known by its header: the columns that tell it, and the map. */
static const struct {
	const char *columns, *spec;
} profiles[] = {
	{ "Start date,Start time,End date,End time,Duration",
	    "start=Start date+Start time,end=End date+End time,duration=Duration,"
	    "title=Description,project=Project,tags=Tags,source=toggl" },
	/* since 2024: a dash where there is nothing */
	{ "Start date,Start time,Stop date,Stop time",
	    "start=Start date+Start time,end=Stop date+Stop time,duration=Duration,"
	    "title=Description,project=Project,tags=Tags,empty=-,source=toggl" },
	{ "Start date,Duration,Description",
	    "date=Start date,duration=Duration,title=Description,project=Project,"
	    "source=toggl" },
	{ "Start Date,Start Time,End Date,End Time,Duration (h)",
	    "start=Start Date+Start Time,end=End Date+End Time,duration=Duration (h),"
	    "title=Description,project=Project,tags=Tags,source=clockify" },
	{ "Start Date,Duration (h),Duration (decimal)",
	    "date=Start Date,duration=Duration (h),title=Description,project=Project,"
	    "tags=Tags,source=clockify" },
	{ "Date,Time Spent (seconds),Number of People",
	    "date=Date,duration=Time Spent (seconds),unit=s,project=Category,"
	    "project=Activity,source=rescuetime" },
	/* of Withings' headers only some words are translated */
	{ "von,bis,leicht (s),tief (s)", "start=#1,end=#2,asleep=#3+#4+#5,unit=s,"
	    "kind=sleep,source=withings" },
	{ "from,to,light (s),deep (s)", "start=#1,end=#2,asleep=#3+#4+#5,unit=s,"
	    "kind=sleep,source=withings" },
	{ "Duration to sleep (s),Duration to wake up (s)", "start=#1,end=#2,"
	    "asleep=#3+#4+#5,unit=s,kind=sleep,source=withings" },
	{ "de,a,ligero (s),profundo (s)", "start=#1,end=#2,asleep=#3+#4+#5,unit=s,"
	    "kind=sleep,source=withings" },
	{ "Sleep onset,Wake onset,Asleep duration (min)", "start=Sleep onset,"
	    "end=Wake onset,tz=Cycle timezone,asleep=Asleep duration (min),unit=min,"
	    "kind=sleep,source=whoop" },
	{ "Start Time,End Time,Minutes Asleep", "start=Start Time,end=End Time,"
	    "asleep=Minutes Asleep,unit=min,kind=sleep,source=fitbit" },
	/* the clocks are UTC, the offset says where it was */
	{ "com.samsung.health.sleep.start_time,com.samsung.health.sleep.end_time",
	    "start=com.samsung.health.sleep.start_time,"
	    "end=com.samsung.health.sleep.end_time,"
	    "tz=com.samsung.health.sleep.time_offset,"
	    "id=com.samsung.health.sleep.datauuid,clock=utc,kind=sleep,"
	    "source=samsung" },
	{ "activity,start time,end time,duration minutes", "start=start time,"
	    "end=end time,title=activity,project=category,tags=tags,source=hamster" },
	{ "id,start,stop,project", "start=start,end=stop,title=project,project=project,"
	    "tags=tags,id=id,"
	    "source=watson" },
	{ "Date,Project,Notes,Hours",
	    "date=Date,duration=Hours,unit=h,decimal=any,title=Notes,"
	    "project=Project+Task,source=harvest" },
	{ "Date,Client,Project,Task,Hours",
	    "date=Date,duration=Hours,unit=h,decimal=any,project=Project+Task,"
	    "source=harvest" },
};

const char *
csv_field_name(enum csv_field f)
{
	for (size_t i = 0; i < WK_LEN(names); i++)
		if (names[i].field == f)
			return names[i].name;
	return "?";
}

void
csv_map_init(struct csv_map *m)
{
	*m = (struct csv_map){ .kind = WK_KIND_WORK, .unit_min = NAN };
}

bool
csv_map_has_fields(const struct csv_map *m)
{
	for (size_t i = 0; i < CSV_FIELD_COUNT; i++)
		if (m->of[i].n > 0)
			return true;
	return false;
}

static bool
is_same_name(const char *cell, const char *name, size_t len)
{
	while (*cell == ' ')
		cell++;
	size_t n = strlen(cell);
	while (n > 0 && cell[n - 1] == ' ')
		n--;
	for (size_t i = 0; i < n && i < len; i++)
		if ((cell[i] | 0x20) != (name[i] | 0x20) &&
		    !(cell[i] == '_' && name[i] == ' '))
			return false;
	return n == len;
}

/* A column by its name, or by #3 its number. */
static bool
find_column(const struct wk_csv *c, const char *name, size_t len, size_t *out)
{
	for (size_t i = 0; i < c->n; i++)
		if (is_same_name(wk_csv_cell(c, i), name, len)) {
			*out = i;
			return true;
		}
	char number[8] = { 0 };
	long v;
	if (len < 2 || len > 6 || *name != '#')
		return false;
	memcpy(number, name + 1, len - 1);
	if (!wk_text_parse_int(number, 1, (long)c->n, &v))
		return false;
	*out = (size_t)v - 1;
	return true;
}

/* "Day, Begin, End", as many as fit. */
void
csv_map_list_columns(const struct wk_csv *c, char out[CSV_LIST_MAX])
{
	struct wk_buf b;
	wk_buf_init(&b);
	for (size_t i = 0; i < c->n; i++) {
		const char *cell = wk_csv_cell(c, i);
		bool is_fitting = b.len + strlen(cell) < CSV_LIST_MAX - 8;
		wk_buf_addf(&b, "%s%s", i > 0 ? ", " : "", is_fitting ? cell : "...");
		if (!is_fitting)
			break;
	}
	(void)snprintf(out, CSV_LIST_MAX, "%s", b.p);
	wk_buf_fini(&b);
}

/* column or column+column; a name that has a + in itself is tried first. */
static enum wk_rc
set_columns(struct csv_map *m, enum csv_field f, const char *s, size_t len,
    const struct wk_csv *c, struct wk_err *err)
{
	size_t n = 0, col;
	char list[CSV_LIST_MAX];
	if (find_column(c, s, len, &m->of[f].col[0])) {
		m->of[f].n = 1;
		return WK_OK;
	}
	while (len > 0) {
		const char *plus = memchr(s, '+', len);
		size_t part = plus == NULL ? len : (size_t)(plus - s);
		if (n == CSV_PARTS_MAX)
			return wk_fail(err, WK_ERR_INPUT,
			    "--map: more than %d columns for "
			    "\"%s\"", CSV_PARTS_MAX, csv_field_name(f));
		if (!find_column(c, s, part, &col)) {
			csv_map_list_columns(c, list);
			return wk_fail(err, WK_ERR_NOTFOUND, "--map: there is no column "
			    "\"%.*s\" but %s", (int)WK_MIN(part, (size_t)60), s, list);
		}
		m->of[f].col[n++] = col;
		s += part + (plus != NULL);
		len -= part + (plus != NULL);
	}
	m->of[f].n = n;
	return n > 0 ? WK_OK : wk_fail(err, WK_ERR_INPUT, "--map: no column for \"%s\"",
	    csv_field_name(f));
}

static const struct {
	const char *key, *value;
	int order, decimal;             /* -1: not about that */
	double unit_min;
} options[] = {
	{ "dates", "dmy", CSV_ORDER_DMY, -1, 0 }, { "dates", "mdy", CSV_ORDER_MDY, -1,
	  0 },
	{ "dates", "ymd", CSV_ORDER_UNKNOWN, -1, 0 },
	{ "decimal", "comma", -1, CSV_COMMA, 0 }, { "decimal", "point", -1, CSV_POINT,
	  0 },
	{ "decimal", "any", -1, CSV_EITHER, 0 },
	{ "unit", "h", -1, -1, 60 }, { "unit", "min", -1, -1, 1 },
	{ "unit", "s", -1, -1, 1.0 / 60 },
};

static bool
set_option(struct csv_map *m, const char *key, const char *value)
{
	for (size_t i = 0; i < WK_LEN(options); i++) {
		if (strcmp(key, options[i].key) != 0 ||
		    strcmp(value, options[i].value) != 0)
			continue;
		if (options[i].order >= 0)
			m->order = (enum csv_order)options[i].order;
		if (options[i].decimal >= 0)
			m->decimal = (enum csv_decimal)options[i].decimal;
		if (options[i].unit_min > 0)
			m->unit_min = options[i].unit_min;
		return true;
	}
	if (strcmp(key, "clock") == 0 && strcmp(value, "utc") == 0) {
		m->is_utc = true;
		return true;
	}
	if (strcmp(key, "empty") == 0 && strcmp(value, "-") == 0) {
		m->is_dash_empty = true;
		return true;
	}
	return strcmp(key, "kind") == 0 && wk_kind_parse(value, &m->kind);
}

static bool
find_field(const char *key, enum csv_field *out)
{
	for (size_t i = 0; i < WK_LEN(names); i++)
		if (wk_text_eq_nocase(key, names[i].name)) {
			*out = names[i].field;
			return true;
		}
	return false;
}

/* One key=value; value is not NUL-terminated. */
static enum wk_rc
set_pair(struct csv_map *m, const char *pair, size_t len, const struct wk_csv *c,
    struct wk_err *err)
{
	char key[24] = { 0 }, value[32] = { 0 };
	enum csv_field f;
	const char *eq = memchr(pair, '=', len);
	if (eq == NULL || eq == pair || (size_t)(eq - pair) >= sizeof(key))
		return wk_fail(err, WK_ERR_INPUT, "--map: \"%.*s\" is not FIELD=COLUMN",
		    (int)WK_MIN(len, (size_t)60), pair);
	memcpy(key, pair, (size_t)(eq - pair));
	len -= (size_t)(eq - pair) + 1;
	if (len < sizeof(value)) {
		memcpy(value, eq + 1, len);
		if (set_option(m, key, value))
			return WK_OK;
		if (strcmp(key, "source") == 0) {
			memcpy(m->source, value, sizeof(value));
			return WK_OK;
		}
	}
	if (!find_field(key, &f))
		return wk_fail(err, WK_ERR_INPUT,
		    "--map: \"%s\" is no field or option, or "
		    "\"%s\" no value for it", key, value);
	return set_columns(m, f, eq + 1, len, c, err);
}

enum wk_rc
csv_map_spec(struct csv_map *m, const char *spec, const struct wk_csv *c,
    struct wk_err *err)
{
	csv_map_init(m);
	while (*spec != '\0') {
		size_t len = strcspn(spec, ",");
		enum wk_rc rc = set_pair(m, spec, len, c, err);
		if (rc != WK_OK)
			return rc;
		spec += len + (spec[len] == ',');
	}
	return WK_OK;
}

static bool
has_all(const struct wk_csv *c, const char *columns)
{
	size_t col;
	while (*columns != '\0') {
		size_t len = strcspn(columns, ",");
		if (!find_column(c, columns, len, &col))
			return false;
		columns += len + (columns[len] == ',');
	}
	return true;
}

/* A profile's column that the user left out of the export is left out of the map. */
static void
use_profile(struct csv_map *m, const char *spec, const struct wk_csv *c)
{
	while (*spec != '\0') {
		size_t len = strcspn(spec, ",");
		(void)set_pair(m, spec, len, c, NULL);
		spec += len + (spec[len] == ',');
	}
}

static void
use_own_names(struct csv_map *m, const struct wk_csv *c)
{
	for (size_t i = 0; i < WK_LEN(names); i++) {
		enum csv_field f = names[i].field;
		if (m->of[f].n == 0 &&
		    find_column(c, names[i].name, strlen(names[i].name),
		    &m->of[f].col[0]))
			m->of[f].n = 1;
	}
}

/* A date with something to say about it, or the start of something. */
static bool
is_useful(const struct csv_map *m)
{
	bool says = m->of[CSV_DURATION].n > 0;
	for (int f = CSV_BED; f <= CSV_NOTE; f++)
		says = says || m->of[f].n > 0;
	return m->of[CSV_START].n > 0 || (m->of[CSV_DATE].n > 0 && says) ||
	    (m->of[CSV_BED].n > 0 && m->of[CSV_WAKE].n > 0);
}

bool
csv_map_header(struct csv_map *m, const struct wk_csv *c)
{
	for (size_t i = 0; i < WK_LEN(profiles); i++)
		if (has_all(c, profiles[i].columns)) {
			use_profile(m, profiles[i].spec, c);
			return true;
		}
	use_own_names(m, c);
	m->is_daily = true;
	return is_useful(m);
}

static bool
is_used(const struct csv_map *m, size_t col, const char *name)
{
	for (size_t f = 0; f < CSV_FIELD_COUNT; f++)
		for (size_t i = 0; i < m->of[f].n; i++)
			if (m->of[f].col[i] == col)
				return true;
	for (size_t i = 0; i < WK_LEN(computed); i++)
		if (wk_text_eq_nocase(name, computed[i]))
			return true;
	return *name == '\0';
}

void
csv_map_note_unused(struct wk_port *port, const struct csv_map *m, const struct wk_csv *c)
{
	struct wk_buf b;
	if (!m->is_daily)
		return;
	wk_buf_init(&b);
	for (size_t i = 0; i < c->n && b.len < 200; i++)
		if (!is_used(m, i, wk_csv_cell(c, i)))
			wk_buf_addf(&b, "%s%.40s", b.len > 0 ? ", " :
			    "", wk_csv_cell(c, i));
	if (b.len > 0)
		wk_port_note(port, "columns not used: %s", b.p);
	wk_buf_fini(&b);
}
