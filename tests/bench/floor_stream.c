/* SPDX-License-Identifier: MIT */
/* What a large file of another program costs before anything is made of it: expat or yajl
 * over 64 KiB blocks, counting. usage: floor_stream xml|json FILE */
#include <expat.h>
#include <stdio.h>
#include <string.h>
#include <yajl/yajl_parse.h>

static long count;

static void
on_element(void *ctx, const char *name, const char **attributes)
{
	(void)ctx, (void)name, (void)attributes;
	count++;
}

static int
on_text(void *ctx, const unsigned char *s, size_t n)
{
	(void)ctx, (void)s, (void)n;
	return ++count > 0;
}

static int
on_number(void *ctx, const char *s, size_t n)
{
	(void)ctx, (void)s, (void)n;
	return ++count > 0;
}

int
main(int argc, char **argv)
{
	static char block[65536];
	static const yajl_callbacks calls = { .yajl_string = on_text,
		.yajl_map_key = on_text, .yajl_number = on_number };
	FILE *f = argc == 3 ? fopen(argv[2], "r") : NULL;
	if (f == NULL)
		return 2;
	int is_xml = strcmp(argv[1], "xml") == 0;
	XML_Parser xml = XML_ParserCreate(NULL);
	yajl_handle json = yajl_alloc(&calls, NULL, NULL);
	XML_SetStartElementHandler(xml, on_element);
	for (size_t n; (n = fread(block, 1, sizeof(block), f)) > 0;)
		if (is_xml)
			XML_Parse(xml, block, (int)n, 0);
		else
			yajl_parse(json, (unsigned char *)block, n);
	printf("%ld\n", count);
	return 0;
}
