/* SPDX-License-Identifier: MIT */
/* What any program of screens must pay for the same service: opens the same log, reads
 * its folded days, paints a list of them with a line of bars below; j and k move, q
 * quits.
 * usage: screen_floor FILE */
#include <curses.h>
#include <locale.h>
#include <math.h>
#include <sqlite3.h>
#include <stdio.h>

enum { DAYS_MAX = 40000 };
static struct { int d, pages; double work, sleep, load; } day[DAYS_MAX];
static int n, cur;

static void
load(sqlite3 *db)
{
	sqlite3_stmt *s;
	double fast = 0, slow = 0;
	if (sqlite3_prepare_v2(db,
	    "SELECT d, hours, sleep, incidents FROM day ORDER BY d",
	    -1, &s, NULL) != SQLITE_OK)
		return;
	for (; sqlite3_step(s) == SQLITE_ROW && n < DAYS_MAX; n++) {
		day[n].d = sqlite3_column_int(s, 0);
		day[n].work = sqlite3_column_double(s, 1);
		day[n].sleep = sqlite3_column_double(s, 2);
		day[n].pages = sqlite3_column_bytes(s, 3);
		fast += .25 * (day[n].work - fast);
		slow += .069 * (day[n].work - slow);
		day[n].load = fast / (slow + 1);
	}
	sqlite3_finalize(s);
	cur = n - 1;
}

static void
draw_list(int rows, int cols)
{
	int top = cur - rows / 2;
	top = top > n - rows ? n - rows : top;
	top = top < 0 ? 0 : top;
	for (int i = 0; i < rows && top + i < n; i++) {
		char line[300];
		int k = top + i;
		snprintf(line, sizeof(line), "%6d  work %5.2f  sleep %5.2f  pages %2d  "
		    "load %.3f ", day[k].d, day[k].work, day[k].sleep, day[k].pages,
		    day[k].load);
		attrset(COLOR_PAIR(day[k].load > 1 ? 2 : 1) | (k == cur ? A_REVERSE : 0));
		mvaddnstr(1 + i, 0, line, cols);
	}
	attrset(A_NORMAL);
}

static void
draw(sqlite3_stmt *of_day)
{
	static const char *const bars[] = { "\u2581", "\u2582", "\u2583", "\u2584",
		"\u2585", "\u2586", "\u2587", "\u2588" };
	int rows, cols, y;
	getmaxyx(stdscr, rows, cols);
	erase();
	mvaddnstr(0, 0, "work, sleep and pages day by day", cols);
	if (n > 0)
		draw_list(rows - 10, cols);
	mvhline(rows - 9, 0, ACS_HLINE, cols);
	sqlite3_bind_int(of_day, 1, day[cur].d);
	for (y = rows - 8; sqlite3_step(of_day) == SQLITE_ROW && y < rows - 2; y++)
		mvprintw(y, 0, "  %d to %d", sqlite3_column_int(of_day, 0),
		    sqlite3_column_int(of_day, 1));
	sqlite3_reset(of_day);
	for (int x = 0; x < cols && cur - cols + 1 + x < n; x++)
		if (cur - cols + 1 + x >= 0)
			mvaddstr(rows - 2, x, bars[(int)fmin(7,
			    day[cur - cols + 1 + x].load * 4)]);
	mvaddnstr(rows - 1, 0, "j/k day  q quit", cols);
	refresh();
}

int
main(int argc, char **argv)
{
	sqlite3 *db;
	sqlite3_stmt *of_day;
	setlocale(LC_ALL, "");
	if (argc != 2 || sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READONLY, NULL) !=
	    SQLITE_OK || sqlite3_prepare_v2(db, "SELECT start, end FROM event"
	    " WHERE d = ?1 ORDER BY start", -1, &of_day, NULL) != SQLITE_OK)
		return 1;
	load(db);
	initscr();
	cbreak();
	noecho();
	keypad(stdscr, TRUE);
	curs_set(0);
	start_color();
	use_default_colors();
	init_pair(1, COLOR_GREEN, -1);
	init_pair(2, COLOR_RED, -1);
	for (int c = 0; c != 'q'; c = getch()) {
		if ((c == 'j' || c == KEY_DOWN) && cur < n - 1)
			cur++;
		else if ((c == 'k' || c == KEY_UP) && cur > 0)
			cur--;
		draw(of_day);
	}
	endwin();
	sqlite3_finalize(of_day);
	sqlite3_close(db);
	return 0;
}
