# SPDX-License-Identifier: MIT
# wick: `make help` lists the targets.
MODE   ?= release
BUILD  ?= build/$(MODE)
PREFIX ?= /usr/local
BINDIR  = $(PREFIX)/bin
MANDIR  = $(PREFIX)/share/man
UNITDIR = $(PREFIX)/lib/systemd/user
ifeq ($(origin CC),default)
CC = gcc
endif
VERSION = 0.1.0

WARN = -Wall -Wextra -Wformat=2 -Wformat-security -Wconversion -Wsign-conversion -Wshadow \
	-Wvla -Wstrict-prototypes -Wmissing-prototypes -Wnull-dereference -Wimplicit-fallthrough \
	-Werror
WARN_GCC = -Wtrampolines -Wbidi-chars=any -Wno-format-truncation
HARDEN = -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong \
	-fstack-clash-protection -fcf-protection=full -ftrivial-auto-var-init=zero \
	-fzero-call-used-regs=used-gpr -fno-delete-null-pointer-checks -fno-strict-overflow \
	-fno-strict-aliasing
OPT_release = -O2 -g $(HARDEN)
OPT_debug   = -O0 -g3
OPT_asan    = -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
OPT_tsan    = -O1 -g -fno-omit-frame-pointer -fsanitize=thread
OPT_cov     = -O0 -g --coverage
OPT_fuzz    = -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
ifeq ($(MODE),fuzz)
WARN = -Wall
endif
# Warnings that follow values through a function guess wrong where sanitizers stand between.
ifneq ($(MODE),release)
WARN += -Wno-null-dereference
WARN_GCC += -Wno-maybe-uninitialized
endif
# clang 14 takes neither these nor two of the hardening flags.
ifeq ($(findstring clang,$(CC)),)
WARN += $(WARN_GCC)
else
HARDEN := $(filter-out -fzero-call-used-regs=used-gpr -ftrivial-auto-var-init=zero,$(HARDEN))
endif
LINK_release = -pie -Wl,-z,relro,-z,now,-z,noexecstack,-z,pack-relative-relocs
LINK_debug   = -pie
LINK_asan    = -pie -fsanitize=address,undefined
LINK_tsan    = -pie -fsanitize=thread
LINK_cov     = -pie --coverage

CPPFLAGS += -Iinclude -I$(BUILD)/gen -D_GNU_SOURCE -DWK_VERSION='"$(VERSION)"'
CFLAGS   += -std=gnu17 -fPIE $(WARN) $(OPT_$(MODE)) -MMD -MP
LDFLAGS  += $(LINK_$(MODE)) -Wl,--as-needed

# A folder is a library; the order is the order of linking, arrows point right.
WICK_LIBS = cli tui app store render conf db core base
PORT_LIBS = port core base
NET_LIBS = net base
HUB_LIBS = hub db conf core base
DEPS_base =
DEPS_core = base
DEPS_render = core base
DEPS_db = base
DEPS_conf = core base
DEPS_store = db core base
DEPS_app = store db render conf core base
DEPS_cli = app store db render conf core base
DEPS_tui = app store db render conf core base
DEPS_port = core base
DEPS_net = base
DEPS_hub = db conf core base
LINK_base = -lmd -lm
LINK_core = $(LINK_base)
LINK_render = $(LINK_base)
LINK_db = -lsqlite3 $(LINK_base)
LINK_conf = $(LINK_base)
LINK_store = $(LINK_db)
LINK_app = $(LINK_db)
LINK_cli = $(LINK_db)
LINK_tui = -lncursesw -ltinfo $(LINK_db)
LINK_port = -lical -lexpat -lz -lsqlite3 $(LINK_base)
LINK_net = -lcurl -ljansson $(LINK_base)
LINK_hub = -levent -levent_pthreads -ljansson -lz -lpq -lsqlite3 -pthread $(LINK_base)

FOLDERS = base core render db conf store app cli tui port net hub
src_of  = $(filter-out src/$(1)/main.c,$(wildcard src/$(1)/*.c))
obj_of  = $(patsubst src/%.c,$(BUILD)/%.o,$(call src_of,$(1)))
lib_of  = $(foreach f,$(1),$(BUILD)/lib$(f).a)

PROGRAMS =
ifneq ($(wildcard src/cli/main.c),)
PROGRAMS += $(BUILD)/wick
endif
ifneq ($(wildcard src/port/main.c),)
PROGRAMS += $(BUILD)/wick-port
endif
ifneq ($(wildcard src/net/main.c),)
PROGRAMS += $(BUILD)/wick-net
endif
ifneq ($(wildcard src/hub/main.c),)
PROGRAMS += $(BUILD)/wick-hub
endif

all: $(PROGRAMS) $(foreach f,$(FOLDERS),$(if $(call src_of,$(f)),$(BUILD)/lib$(f).a)) ## build wick, wick-port, wick-net and wick-hub
.PHONY: all

define FOLDER_RULES
$(BUILD)/lib$(1).a: $$(call obj_of,$(1))
	@rm -f $$@
	@ar rcs $$@ $$^
lib-$(1): $(BUILD)/lib$(1).a
.PHONY: lib-$(1)
endef
$(foreach f,$(FOLDERS),$(eval $(call FOLDER_RULES,$(f))))

# Other flags or another compiler: everything again. The same: nothing.
FLAGS = $(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS)
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(FLAGS)' | cmp -s - $@ || echo '$(FLAGS)' >$@
FORCE:
.PHONY: FORCE

GENERATED = $(patsubst %,$(BUILD)/gen/%.h,embedded theme_names wick_schema hub_schema hub_pg_schema hub_style)
# What is drawn or asked once a key press is as quick when it is small, and takes less memory.
ifeq ($(MODE),release)
$(BUILD)/tui/%.o $(BUILD)/cli/%.o $(BUILD)/app/%.o $(BUILD)/render/%.o $(BUILD)/conf/%.o: CFLAGS += -Os
# What every frame runs through is not.
$(addprefix $(BUILD)/tui/,vt.o vt_row.o canvas.o style.o term.o glyph.o): CFLAGS += -O2
endif
$(BUILD)/%.o: src/%.c $(BUILD)/flags | $(GENERATED)
	@mkdir -p $(@D)
	@echo "  CC  $<"
	@$(CC) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

# Schema and themes are part of the binary: each file becomes a C string.
TOC = sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/^/"/' -e 's/$$/\\n"/'
$(BUILD)/gen/embedded.h: $(wildcard themes/*.ini)
	@mkdir -p $(@D)
	@{ for f in $(sort $^); do n=$${f##*/}; echo "{ \"$${n%.ini}\","; $(TOC) $$f; echo "},"; done; } >$@
$(BUILD)/gen/theme_names.h: $(wildcard themes/*.ini)
	@mkdir -p $(@D)
	@for f in $(sort $(notdir $^)); do echo "\"$${f%.ini}\","; done >$@
$(BUILD)/gen/wick_schema.h: $(wildcard schema/wick/*.sql)
	@mkdir -p $(@D)
	@{ for f in $(sort $^); do n=$${f##*/}; v=$$(echo $${n%%_*} | sed 's/^0*//'); echo "{ $$v,"; $(TOC) $$f; echo "},"; done; } >$@
$(BUILD)/gen/hub_schema.h: $(wildcard schema/hub/*.sql)
	@mkdir -p $(@D)
	@{ for f in $(sort $^); do n=$${f##*/}; v=$$(echo $${n%%_*} | sed 's/^0*//'); echo "{ $$v,"; $(TOC) $$f; echo "},"; done; } >$@
$(BUILD)/gen/hub_pg_schema.h: $(wildcard schema/hub-pg/*.sql)
	@mkdir -p $(@D)
	@{ for f in $(sort $^); do n=$${f##*/}; v=$$(echo $${n%%_*} | sed 's/^0*//'); echo "{ $$v,"; $(TOC) $$f; echo "},"; done; } >$@

$(BUILD)/gen/hub_style.h: src/hub/style.css
	@mkdir -p $(@D)
	@$(TOC) $< >$@

# Every start binds every symbol (-z now): shared, these libraries cost a quarter of a short
# command. wick reads no file with SQLite but its own, so their archives are taken where
# the system has them. CURSES="-lncursesw -ltinfo" MD=-lmd SQLITE=-lsqlite3 shares them.
archive = $(or $(filter /%,$(shell $(CC) -print-file-name=lib$(1).a)),-l$(1))
CURSES ?= $(call archive,ncursesw) $(call archive,tinfo)
MD     ?= $(call archive,md)
SQLITE ?= $(call archive,sqlite3)
$(BUILD)/wick: $(BUILD)/cli/main.o $(call lib_of,$(WICK_LIBS))
	@echo "  LD  $@"
	@$(CC) $(LDFLAGS) -o $@ $^ $(SQLITE) $(CURSES) $(MD) -lm
$(BUILD)/wick-port: $(BUILD)/port/main.o $(call lib_of,$(PORT_LIBS))
	@echo "  LD  $@"
	@$(CC) $(LDFLAGS) -o $@ $^ $(LINK_port)
$(BUILD)/wick-net: $(BUILD)/net/main.o $(call lib_of,$(NET_LIBS))
	@echo "  LD  $@"
	@$(CC) $(LDFLAGS) -o $@ $^ $(LINK_net)
$(BUILD)/wick-hub: $(BUILD)/hub/main.o $(call lib_of,$(HUB_LIBS))
	@echo "  LD  $@"
	@$(CC) $(LDFLAGS) -o $@ $^ $(LINK_hub)

# A unit test links its own folder and those below it, so a call upwards fails to link.
UNIT_SRC = $(wildcard tests/unit/test_*.c)
UNIT_BIN = $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(UNIT_SRC))
folder_of = $(word 2,$(subst _, ,$(notdir $(1))))
.SECONDEXPANSION:
$(BUILD)/unit/%: tests/unit/%.c $$(call lib_of,$$(call folder_of,$$*) $$(DEPS_$$(call folder_of,$$*)))
	@mkdir -p $(@D)
	@echo "  LD  $@"
	@$(CC) $(CPPFLAGS) -Isrc $(CFLAGS) $(LDFLAGS) -o $@ $(filter %.c %.a,$^) -lcmocka $(LINK_$(call folder_of,$*))
unit: $(UNIT_BIN) ## unit tests (cmocka)
	@rc=0; for t in $(UNIT_BIN); do $$t || rc=1; done; exit $$rc
.PHONY: unit
-include tests/more.mk

SYSTEMDIR = $(PREFIX)/lib/systemd/system
UNITS = $(notdir $(wildcard src/cli/units/*))
PAGES = $(notdir $(wildcard man/*.[1-9]))
page_dir = $(DESTDIR)$(MANDIR)/man$(subst .,,$(suffix $(1)))
# Where each shell looks for what a package brings.
DATADIR = $(PREFIX)/share
FILES_bash = $(DATADIR)/bash-completion/completions/wick
ZSHDIR    ?= $(DATADIR)/zsh/site-functions
FILES_zsh  = $(ZSHDIR)/_wick
FILES_fish = $(DATADIR)/fish/vendor_completions.d/wick.fish
SHELLS = bash zsh fish
hash = \#
COMPLETIONS = $(patsubst %,$(BUILD)/completion.%,$(SHELLS))
$(BUILD)/completion.%: $(BUILD)/wick
	@$(BUILD)/wick help --completion $* >$@.new
	@mv $@.new $@
completions: $(COMPLETIONS)
# A page for each group of commands is made from wick.1; `man wick-undo` is that of its group.
OWN_PAGES = $(patsubst man/wick-%.1,%,$(wildcard man/wick-*.1))
GROUP_AWK = awk -f man/group.awk -v own="$(OWN_PAGES)"
GROUP_OF = $(shell $(GROUP_AWK) man/wick.1)
GROUP_PAGES = $(foreach g,$(sort $(foreach p,$(GROUP_OF),$(firstword $(subst :, ,$(p))))),$(BUILD)/man/wick-$(g).1)
$(BUILD)/man/wick-%.1: man/wick.1 man/group.awk
	@mkdir -p $(@D)
	@$(GROUP_AWK) -v want=$* man/wick.1 >$@
manuals: $(GROUP_PAGES) ## the manual pages of the groups of commands
COMMANDS = $(shell sed -n '/define CLI_COMMANDS/,/^$(hash)define/s/X(\([a-z]*\))/\1/gp' \
	src/cli/command.h | grep -v define | tr -d '\\')
install: all $(COMPLETIONS) $(GROUP_PAGES) ## into PREFIX (/usr/local), DESTDIR honoured
	install -d $(DESTDIR)$(BINDIR) $(sort $(foreach p,$(PAGES),$(call page_dir,$(p))))
	install -m 755 $(PROGRAMS) $(DESTDIR)$(BINDIR)
	$(foreach p,$(PAGES),install -m 644 man/$(p) $(call page_dir,$(p)) &&) true
	install -m 644 $(GROUP_PAGES) $(DESTDIR)$(MANDIR)/man1
	for p in $(GROUP_OF); do c=$(DESTDIR)$(MANDIR)/man1/wick-$${p#*:}.1; \
		[ -e $$c ] || echo ".so man1/wick-$${p%:*}.1" >$$c; done
	$(foreach s,$(SHELLS),install -D -m 644 $(BUILD)/completion.$(s) $(DESTDIR)$(FILES_$(s)) &&) true
	install -d $(DESTDIR)$(DATADIR)/wick/themes
	install -m 644 themes/*.ini $(DESTDIR)$(DATADIR)/wick/themes
	install -D -m 644 -t $(DESTDIR)$(DATADIR)/wick/schema schema/*.json
	install -d $(DESTDIR)$(UNITDIR)
	for u in $(UNITS); do sed 's|@BINDIR@|$(BINDIR)|' src/cli/units/$$u >$(DESTDIR)$(UNITDIR)/$$u || exit 1; done
	install -d $(DESTDIR)$(SYSTEMDIR)
	sed 's|@BINDIR@|$(BINDIR)|' src/hub/wick-hub.service >$(DESTDIR)$(SYSTEMDIR)/wick-hub.service
uninstall: ## what install put there; data and settings stay
	rm -f $(foreach p,$(PROGRAMS),$(DESTDIR)$(BINDIR)/$(notdir $(p)))
	rm -f $(foreach p,$(PAGES),$(call page_dir,$(p))/$(p))
	rm -f $(foreach c,$(COMMANDS),$(DESTDIR)$(MANDIR)/man1/wick-$(c).1)
	rm -f $(foreach s,$(SHELLS),$(DESTDIR)$(FILES_$(s)))
	rm -f $(foreach u,$(UNITS),$(DESTDIR)$(UNITDIR)/$(u))
	rm -f $(DESTDIR)$(SYSTEMDIR)/wick-hub.service
	rm -rf $(DESTDIR)$(DATADIR)/wick
dist: ## wick-VERSION.tar.gz of what is committed
	git archive --prefix=wick-$(VERSION)/ -o wick-$(VERSION).tar.gz HEAD
# Debian's folder is made here from src/pkg/debian, of what is committed.
DEB = build/deb/wick-$(VERSION)
deb: ## build/deb/wick_VERSION_ARCH.deb, by dpkg-buildpackage
	rm -rf build/deb
	mkdir -p build/deb
	git archive --prefix=wick-$(VERSION)/ HEAD | tar -x -C build/deb
	cp -a $(DEB)/src/pkg/debian $(DEB)/debian
	sed -i -e 's/@VERSION@/$(VERSION)/' -e "s/@DATE@/$$(git log -1 --format=%aD)/" $(DEB)/debian/changelog
	sed -n 's/^Copyright (c) //p' LICENSE | sed 's/.*/s|@COPYRIGHT@|&|/' >build/deb/owner.sed
	sed -e '1,/^Copyright/d' -e '/./!s/^/./' -e 's/^/ /' LICENSE | sed 1d >build/deb/licence
	sed -i -f build/deb/owner.sed -e '/@LICENSE@/{r build/deb/licence' -e 'd}' $(DEB)/debian/copyright
	cd $(DEB) && dpkg-buildpackage -us -uc -b
deb-test: deb ## the package in a bare system (root, debootstrap, lintian)
	sh tests/pkg/deb.sh build/deb
.PHONY: completions manuals install uninstall dist deb deb-test

help: ## this list
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1\t/p' $(firstword $(MAKEFILE_LIST)) tests/more.mk | \
		awk -F'\t' '{ printf "  %-10s %s\n", $$1, $$2 }'
	@echo "  lib-FOLDER one folder of src alone"
	@echo
	@echo "  MODE=release|debug|asan|tsan|cov|fuzz  BUILD=folder  CC=gcc|clang  PREFIX  DESTDIR"
clean: ## remove what was built
	rm -rf build
.PHONY: help clean
-include $(wildcard $(BUILD)/*/*.d $(BUILD)/unit/*.d)
.DEFAULT_GOAL = all
