/* SPDX-License-Identifier: MIT */
/* version: one line, no file touched. */
#include "command.h"

static const struct cli_opt options[] = {
    {0, "json", NULL, "as JSON"},
    {0},
};

static enum wk_rc
run_version(struct wk_cli *c)
{
	enum wk_rc rc = cli_want(c, 0, 0);
	if (rc == WK_OK)
		wk_buf_adds(c->out,
		    cli_has(c, "json") ? "{\"format\":1,\"version\":\"" WK_VERSION "\"}\n"
				       : "wick " WK_VERSION "\n");
	return rc;
}

const struct cli_command cli_cmd_version = {
    .name = "version",
    .usage = "version",
    .flags = CLI_NO_APP,
    .run = run_version,
    .options = options,
    .help = "the version of this program",
    .examples = "wick version\n"
    	"wick version --json\n",
};
