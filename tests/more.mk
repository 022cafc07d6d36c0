# SPDX-License-Identifier: MIT
# Targets of the test folders. Every suite is a script that takes the build folder, says
# what failed, and ends with `N passed, N failed`; tests/run.sh adds them up.
FUZZ_S ?= 60
STORM_SECONDS ?= 600
SEEDS ?= 20
FUZZ_TARGETS = $(patsubst tests/fuzz/fuzz_%.c,%,$(wildcard tests/fuzz/fuzz_*.c))

test: all $(UNIT_BIN) fuzz-short-bin ## every test: unit, importers, command line, screens, faults, lint
	@sh tests/run.sh $(BUILD)
port: all ## importer tests
	@sh tests/port/run.sh $(BUILD)
cli: all ## command line goldens
	@sh tests/cli/run.sh $(BUILD)
tui: all ## scripted keys to screens
	@sh tests/tui/run.sh $(BUILD)
pkg: all ## completions in real shells, examples of the help, what is installed
	@sh tests/pkg/run.sh $(BUILD)
storm: ## 2000 random sizes and keys, SEEDS times, then STORM_SECONDS of random bytes, under ASan
	@$(MAKE) --no-print-directory MODE=asan all
	@sh tests/tui/storm.sh build/asan $(SEEDS) $(STORM_SECONDS)
zones: all ## every importer and the samples under five zones and a decimal comma
	@python3 tests/port/zones.py $(BUILD) all
net: all ## reports by mail, and what cron needs
	@sh tests/net/run.sh $(BUILD)
rewrites: all ## a report rewritten 1000 times under kill -9, and read all the while
	@REWRITES=1000 sh tests/net/run.sh $(BUILD) files
.PHONY: rewrites
web: all ## HTML reports in a validator and a headless browser (NODE_PATH: axe-core, playwright-core)
	@sh tests/web/run.sh $(BUILD)
hub: all ## the hub: its promises on each store, hostile requests, proxies, pages, the contract
	@sh tests/hub/run.sh $(BUILD)
hub-asan: ## thousands of dropped connections and hostile requests under asan, then under tsan
	@$(MAKE) --no-print-directory MODE=asan build/asan/wick-hub
	@ABORTS=8000 sh tests/hub/run.sh build/asan hostile
	@$(MAKE) --no-print-directory MODE=tsan build/tsan/wick-hub
	@ABORTS=4000 sh tests/hub/run.sh build/tsan hostile
stores: all $(UNIT_BIN) ## the stores of the hub side by side, PostgreSQL too; writers, hubs and clients killed 300 times
	@ROUNDS=300 sh tests/hub/stores.sh $(BUILD)
	@KILLS=300 sh tests/hub/run.sh $(BUILD) kills
share-storm: all ## 2,000 weeks through a bad line, the client killed 300 times
	@python3 tests/net/storm.py $(BUILD) 2000 300
fault: all ## 300 rounds of kill -9, full disk, read-only folders, damaged and hostile files
	@ROUNDS=300 MEGABYTES=1024 sh tests/fault/run.sh $(BUILD)
lint: all ## layers, banned calls, sizes, manuals, hardening, and analyze
	@sh tests/lint/lint.sh $(BUILD)
analyze: all ## cppcheck and gcc -fanalyzer over src
	@ONLY=analyze sh tests/lint/lint.sh $(BUILD)
asan: ## every test under the address and undefined-behaviour sanitizers
	@$(MAKE) --no-print-directory MODE=asan test
cov: ## every test, then the lines they reached
	@$(MAKE) --no-print-directory MODE=cov test
	@sh tests/cov.sh build/cov
bench: all ## instructions and wall times against bare C programs, timew and task
	@sh tests/bench/bench.sh $(BUILD)
	@echo; sh tests/bench/screen.sh $(BUILD)
bench-hub: all ## what the hub bears on loopback: writes, replays, a grid; beside libevent and SQLite alone
	@sh tests/hub/pg.sh sh tests/bench/hub.sh $(BUILD) || sh tests/bench/hub.sh $(BUILD)
# Only what was touched: tables are laid out by hand.
format: ## git clang-format over the lines that differ from the last commit
	-git clang-format --force --extensions c,h
.PHONY: bench-hub stores test port zones cli tui pkg storm net share-storm web hub hub-asan fault lint analyze asan cov bench format

# Fuzz targets. With clang: libFuzzer. The short form needs gcc alone: tests/fuzz/driver.c
# feeds the corpus and fixed mutations of it to the same function.
FUZZ_LIBS = hub net tui app store render conf db port core base
ASAN_LIBS = $(foreach f,$(FUZZ_LIBS),build/asan/lib$(f).a)
FUZZ_LINK = $(foreach f,$(FUZZ_LIBS),build/fuzz/lib$(f).a) -lncursesw -ltinfo $(LINK_hub) $(LINK_net) $(LINK_port)
fuzz: ## each fuzz target for FUZZ_S seconds (clang); one: FUZZ_TARGETS=port_ics
	@$(MAKE) --no-print-directory CC=clang MODE=fuzz fuzz-libs
	@for t in $(FUZZ_TARGETS); do mkdir -p build/fuzz/corpus/$$t; \
	clang -std=gnu17 -D_GNU_SOURCE -Iinclude -Isrc -g -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all \
		-o build/fuzz/$$t tests/fuzz/fuzz_$$t.c $(FUZZ_LINK) && \
	build/fuzz/$$t -max_total_time=$(FUZZ_S) -max_len=65536 -timeout=5 -report_slow_units=1 \
		-artifact_prefix=build/fuzz/ build/fuzz/corpus/$$t tests/fuzz/corpus/$$t || exit 1; done
fuzz-libs: $(call lib_of,$(FUZZ_LIBS))
FUZZ_SHORT = $(patsubst %,$(BUILD)/fuzz/%,$(FUZZ_TARGETS))
$(BUILD)/fuzz/%: tests/fuzz/fuzz_%.c tests/fuzz/driver.c $(call lib_of,$(FUZZ_LIBS))
	@mkdir -p $(@D)
	@echo "  LD  $@"
	@$(CC) $(CPPFLAGS) -Isrc $(CFLAGS) $(LDFLAGS) -o $@ $(filter %.c %.a,$^) \
		-lncursesw -ltinfo $(LINK_hub) $(LINK_net) $(LINK_port)
fuzz-short-bin: $(FUZZ_SHORT)
.PHONY: fuzz fuzz-libs fuzz-short-bin
