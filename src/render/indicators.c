/* SPDX-License-Identifier: MIT */
/* All indicators of a day, for people and for programs, and of many days for a
 * spreadsheet. */
#include "internal.h"

enum { ID_COLS = 17, VALUE_COLS = 11, LIMIT_COLS = 7, STATE_COLS = 7, NOTE_COL = 42 };

/* The end of a cell that began at byte `from`. */
static void
pad(struct wk_buf *b, size_t from, size_t cols)
{
	size_t width = wk_text_width(b->p + from);

	wk_buf_fill(b, ' ', width < cols ? cols - width : 1);
}

static void
put_row(struct wk_buf *b, const struct wk_indicator *ind,
    const struct wk_indicator_value *v, const struct wk_paint *p)
{
	size_t from;
	struct wk_buf value;
	const char *word = wk_render_state_word(ind, v);

	wk_buf_addf(b, "  %-*s", ID_COLS, ind->id);
	wk_buf_init(&value);
	wk_render_put_value(&value, v->value, ind->unit);
	wk_buf_addf(b, "%*s  ", VALUE_COLS, value.p);
	wk_buf_fini(&value);
	from = b->len;
	wk_render_put_limit(b, ind);
	wk_buf_addc(b, ' ');
	pad(b, from, LIMIT_COLS);
	wk_render_paint(b, p, p != NULL && v->state == WK_STATE_OVER ? p->bad : NULL,
	    word);
	if (v->note[0] == '\0') {
		wk_buf_addc(b, '\n');
		return;
	}
	wk_buf_fill(b, ' ', STATE_COLS - WK_MIN(strlen(word), STATE_COLS - 1));
	wk_render_wrap(b, v->note, NOTE_COL + 4, NOTE_COL + 4);
}

static void
put_meaning(struct wk_buf *b, const struct wk_indicator *ind)
{
	struct wk_buf words;

	wk_buf_init(&words);
	wk_buf_addf(&words, "%s: %s Source: %s.", ind->title, ind->meaning, ind->source);
	wk_buf_addf(b, "  %s\n    ", ind->id);
	wk_render_wrap(b, words.p, 4, 4);
	wk_buf_fini(&words);
}

void
wk_render_indicators(const struct wk_series *s, size_t i, const struct wk_model *m,
    const struct wk_paint *p, struct wk_buf *out)
{
	size_t n;
	const struct wk_indicator *t = wk_indicators(&n);

	wk_render_paint(out, p, p == NULL ? NULL : p->bold, "Indicators");
	wk_buf_adds(out, ", ");
	wk_date_put_day(out, s->days[i].d);
	wk_buf_addf(out, "\n  %-*s%*s  %-*s%s\n", ID_COLS, "id", VALUE_COLS, "value",
	    LIMIT_COLS, "limit", "state");
	for (size_t k = 0; k < n; k++) {
		struct wk_indicator_value v;

		wk_indicator_at(&t[k], m, s, i, &v);
		put_row(out, &t[k], &v, p);
	}
	wk_buf_adds(out, "\nWhat they are, and where the limits come from\n");
	for (size_t k = 0; k < n; k++)
		put_meaning(out, &t[k]);
}

void
wk_render_json_indicator(struct wk_buf *b, const struct wk_indicator *ind,
    const struct wk_indicator_value *v, bool with_words)
{
	wk_buf_addc(b, '{');
	wk_render_json_str(b, "id", ind->id);
	wk_buf_addc(b, ',');
	if (with_words) {
		wk_render_json_str(b, "title", ind->title);
		wk_buf_addc(b, ',');
	}
	wk_render_json_num(b, "value", v->value, 6);
	wk_buf_addc(b, ',');
	wk_render_json_str(b, "unit", ind->unit);
	wk_buf_addc(b, ',');
	wk_render_json_str(b, "state", wk_state_name(v->state));
	wk_buf_addc(b, ',');
	wk_render_json_num(b, "threshold", ind->threshold, 6);
	wk_buf_addc(b, ',');
	wk_render_json_str(b, "source", ind->source);
	wk_buf_addc(b, ',');
	wk_render_json_str(b, "note", v->note);
	if (with_words) {
		wk_buf_addc(b, ',');
		wk_render_json_str(b, "meaning", ind->meaning);
	}
	wk_buf_addc(b, '}');
}

void
wk_render_indicators_json(const struct wk_series *s, size_t i,
    const struct wk_model *m, struct wk_buf *out)
{
	size_t n;
	const struct wk_indicator *t = wk_indicators(&n);

	wk_buf_adds(out, "{\"format\":1,");
	wk_render_json_date(out, "day", s->days[i].d);
	wk_buf_adds(out, ",\"indicators\":[");
	for (size_t k = 0; k < n; k++) {
		struct wk_indicator_value v;

		wk_indicator_at(&t[k], m, s, i, &v);
		wk_buf_adds(out, k == 0 ? "\n" : ",\n");
		wk_render_json_indicator(out, &t[k], &v, true);
	}
	wk_buf_adds(out, "]}\n");
}

/* ---- many days ---- */
/* What stands before and after the value in the lines of one indicator: copied whole,
 * then moved on by its length, which costs less than to copy so many bytes. */
enum { PIECE = 32, LINE_MAX = 2 * PIECE + 16 + WK_TEXT_FIXED };
struct piece { char text[PIECE]; size_t len; };
struct csv_line { struct piece before, after[WK_STATE_COUNT]; };

static struct piece
piece_of(const char *word, const char *second)
{
	struct piece p = { .text = "," };
	size_t n = strlen(word), m = strlen(second);

	memcpy(p.text + 1, word, n);
	p.text[1 + n] = ',';
	memcpy(p.text + 2 + n, second, m);
	p.text[2 + n + m] = '\n';
	p.len = 2 + n + m + (m > 0);
	return p;
}

static struct csv_line
line_of(const struct wk_indicator *ind)
{
	struct csv_line line = { .before = piece_of(ind->id, "") };

	for (enum wk_state k = 0; k < WK_STATE_COUNT; k++)
		line.after[k] = piece_of(ind->unit, wk_state_name(k));
	return line;
}

static char *
put_piece(char *to, const struct piece *p)
{
	memcpy(to, p->text, PIECE);
	return to + p->len;
}

static char *
put_line(char *p, const char day[11], const struct csv_line *line,
    const struct wk_indicator_value *v)
{
	memcpy(p, day, 10);
	p = put_piece(p + 10, &line->before);
	if (!isnan(v->value))
		p += wk_text_number(p, v->value, 6);
	return put_piece(p, &line->after[v->state]);
}

void
wk_render_indicators_csv_head(struct wk_buf *out)
{
	wk_buf_adds(out, "date,id,value,unit,state\n");
}

void
wk_render_indicators_csv(const struct wk_series *s, size_t from, size_t to,
    const struct wk_model *m, struct wk_buf *out)
{
	size_t n;
	const struct wk_indicator *t = wk_indicators(&n);
	WK_AUTOFREE struct csv_line *lines = NULL;
	char day[11];

	lines = wk_mem_alloc(n * sizeof(*lines));
	for (size_t k = 0; k < n; k++)
		lines[k] = line_of(&t[k]);
	for (size_t i = from; i < to; i++) {
		char *start = wk_buf_room(out, n * LINE_MAX), *p = start;

		wk_date_format(s->days[i].d, day);
		for (size_t k = 0; k < n; k++) {
			struct wk_indicator_value v;

			wk_indicator_bare(&t[k], m, s, i, &v);
			p = put_line(p, day, &lines[k], &v);
		}
		wk_buf_used(out, (size_t)(p - start));
	}
}
