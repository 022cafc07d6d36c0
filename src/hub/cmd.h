/* SPDX-License-Identifier: MIT */
/* cmd: the commands of wick-hub. argv[0] is the command's name; the result is the exit
 * status. */
#pragma once

#include "wick/base.h"

int hub_cmd_serve(int argc, char **argv);
int hub_cmd_demo(int argc, char **argv);
int hub_cmd_copy(int argc, char **argv); /* backup, restore */
int hub_cmd_admin(int argc, char **argv);
