/* SPDX-License-Identifier: MIT */
/* What a shell offers after Tab. */
#pragma once

#include "command.h"

/* What may stand for an option's value, or for the arguments (option NULL), parted by
 * blanks; "@file" for the name of a file, "" for free text. NULL: no arguments. */
const char *cli_words(struct wk_cli *c, const struct cli_command *cmd,
    const struct cli_opt *option);
/* A file for bash, zsh or fish to read; WK_ERR_INPUT for another shell. */
enum wk_rc cli_put_completion(struct wk_cli *c, const char *shell) WK_USE;
