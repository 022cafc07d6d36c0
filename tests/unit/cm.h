/* SPDX-License-Identifier: MIT */
/* What cmocka wants included first. */
#pragma once
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
