/* SPDX-License-Identifier: MIT */
/* Every command's row and function; command.c ties them into one table. */
#pragma once

#include "cli.h"

#define CLI_COMMANDS(X) \
	X(log) X(start) X(stop) X(cancel) X(page) X(oncall) X(show) X(edit) X(rm) \
	X(undo) X(redo) X(history) X(erase) X(status) X(explain) X(indicators) X(series) \
	X(report) X(trend) X(check) X(snooze) X(survey) X(forecast) X(import) X(export) \
	X(share) X(sync) X(team) \
	X(backup) X(restore) X(doctor) X(config) X(theme) X(demo) X(help) X(version)
#define CLI_DECLARE(name) extern const struct cli_command cli_cmd_##name;
CLI_COMMANDS(CLI_DECLARE)
