/* SPDX-License-Identifier: MIT */
/* html: a page is built from typed pieces: tags with attributes, text, numbers. Text and
 * values of attributes go through one escaping function; there are no format strings. */
#pragma once

#include "wick/base.h"

/* Pairs of name and value, then NULL. Names and tags are literals of ours. */
void html_tag(struct wk_buf *b, const char *tag, ...) __attribute__((sentinel));
void html_end(struct wk_buf *b, const char *tag);
void html_text(struct wk_buf *b, const char *s);
void html_int(struct wk_buf *b, long n);
/* <tag attributes>text</tag> */
void html_element(struct wk_buf *b, const char *tag, const char *text, ...)
    __attribute__((sentinel));
/* A number as the value of an attribute of SVG, in buf. */
const char *html_number(char buf[24], double v);
