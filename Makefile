# Rung's build. `make help` lists the targets.
#
# The library is core/<stage>/*.c; the command is core/cli/*.c, linked with it.
# Everything made lands in $(BUILD). Variables: BUILD, CC, CFLAGS, SANITIZE, PREFIX, DESTDIR.

VERSION = 0.1.0
BUILD = build
PREFIX = /usr/local
CC = cc
OBJCOPY = objcopy
CFLAGS = -O2 -g
SANITIZE =

# Lua goes by several names; the first that pkg-config knows is it.
LUA := $(firstword $(foreach name,lua5.4 lua-5.4 lua54,\
	$(shell pkg-config --exists $(name) 2>/dev/null && echo $(name))))
LIBRARIES = $(LUA) sqlite3 yaml-0.1 libsodium
LIBRARY_CFLAGS := $(shell pkg-config --cflags $(LIBRARIES) 2>/dev/null)
# libcsv comes without a pkg-config file.
LIBRARY_LINK := $(shell pkg-config --libs $(LIBRARIES) 2>/dev/null) -lcsv -lm
CUNIT_CFLAGS := $(shell pkg-config --cflags cunit 2>/dev/null)
CUNIT_LINK := $(shell pkg-config --libs cunit 2>/dev/null)

# Types are nouns (`text`, `date`), and a variable may be called like its type: gcc calls that shadowing
# too, unless told to look at locals alone; clang does so by itself.
SHADOW := $(if $(findstring clang,$(shell $(CC) --version 2>/dev/null)),-Wshadow,-Wshadow=local)
# -ffp-contract=off: a fused multiply-add would read a decimal differently on some machines.
WARNINGS = -Wall -Wextra -Wpedantic $(SHADOW) -Wstrict-prototypes -Wmissing-prototypes \
	-Wpointer-arith -Wwrite-strings -Wundef -Wvla \
	-Werror=implicit-function-declaration -Werror=incompatible-pointer-types \
	-Werror=int-conversion -Werror=return-type -Werror=vla
SANITIZE_FLAGS = $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-sanitize-recover=all \
	-fno-omit-frame-pointer)
# Loops begin where the processor reads best: a change elsewhere does not move them, and figures of
# before and after can be compared.
ALIGNMENT = -falign-functions=64 -falign-loops=32
COMPILE = $(CC) -std=c11 $(WARNINGS) -ffp-contract=off $(ALIGNMENT) $(CFLAGS) $(SANITIZE_FLAGS)
LIBRARY_COMPILE = $(COMPILE) -fPIC -fvisibility=hidden -Icore -Iinclude -I$(BUILD) $(LIBRARY_CFLAGS)
CLI_COMPILE = $(COMPILE) -Icore -Iinclude -I$(BUILD)
# A suite is named in a generated list, not in a header of its own.
TEST_COMPILE = $(COMPILE) -Wno-missing-prototypes -Icore -Iinclude -Itests -I$(BUILD) $(LIBRARY_CFLAGS) $(CUNIT_CFLAGS)

STAGES = base syntax lang scenario bind data import eval compare explain expect report api
LIBRARY_SOURCES := $(wildcard $(STAGES:%=core/%/*.c))
CLI_SOURCES := $(wildcard core/cli/*.c)
ORACLE_SOURCE := $(firstword $(wildcard tests/number_oracle.c tests/*/number_oracle.c \
	tests/unit/*/number_oracle.c))
SUITE_SOURCES := $(wildcard tests/unit/*/*_test.c)
UNIT_SOURCES := $(filter-out $(ORACLE_SOURCE),$(wildcard tests/unit/*.c tests/unit/*/*.c))

LIBRARY_OBJECTS = $(LIBRARY_SOURCES:%.c=$(BUILD)/objects/%.o)
CLI_OBJECTS = $(CLI_SOURCES:%.c=$(BUILD)/objects/%.o)
UNIT_OBJECTS = $(UNIT_SOURCES:%.c=$(BUILD)/objects/%.o)
ORACLE_OBJECTS = $(ORACLE_SOURCE:%.c=$(BUILD)/objects/%.o)

PRODUCTS = $(BUILD)/librung.a $(BUILD)/librung.so $(if $(CLI_SOURCES),$(BUILD)/rung)
BENCH_PRODUCTS = $(BUILD)/bench/scan $(BUILD)/bench/phases
TEST_PRODUCTS = $(BUILD)/tests/unit $(if $(ORACLE_SOURCE),$(BUILD)/tests/number_oracle)

JOBS := $(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
QUIET_MAKE = MAKEFLAGS= $(MAKE) --no-print-directory -j$(JOBS) BUILD='$(BUILD)' CC='$(CC)' \
	CFLAGS='$(CFLAGS)' SANITIZE='$(SANITIZE)'

all: $(PRODUCTS) $(BUILD)/editor/rung.lua ## build the library and the rung command (the default)

help: ## list the targets
	@sed -n 's/^\([a-z][a-z-]*\):[^#]*## /\1\t/p' Makefile | expand -t 12

demo: ## build, make sample data, evaluate and explain a whole program
	@scripts/install-dependencies build
	@echo "building $(BUILD)/rung"
	@$(QUIET_MAKE) all >/dev/null
	@RUNG=$(BUILD)/rung BUILD=$(BUILD) scripts/demo

test: ## run every test, with all set-up
	@scripts/install-dependencies test
	@MAKE="$(MAKE)" BUILD=$(BUILD) scripts/test

check: ## format, includes, symbols, sizes, stale files; silent when fine
	@scripts/install-dependencies test
	@$(QUIET_MAKE) all >/dev/null
	@BUILD=$(BUILD) scripts/check

asan: ## build under address and undefined-behaviour sanitizers, run the tests there
	@scripts/install-dependencies test
	@MAKE="$(MAKE)" BUILD=$(BUILD) scripts/test asan

tsan: ## build under the thread sanitizer
	@scripts/install-dependencies test
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/tsan SANITIZE=thread all

FUZZ = $(BUILD)/fuzz
FUZZ_TARGETS := $(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/*.c))
FUZZ_CFLAGS = -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
fuzz: ## feed the readers of rules, scenarios and values with broken ones, for FUZZ_SECONDS each
	@scripts/install-dependencies fuzz
	@$(QUIET_MAKE) BUILD=$(FUZZ) CC=clang CFLAGS='$(FUZZ_CFLAGS)' SANITIZE= \
		$(FUZZ_TARGETS:%=$(FUZZ)/bin/%) >/dev/null
	@BUILD=$(BUILD) scripts/fuzz

bench: ## time evaluations against a bare scan and SQL; prints a table, asserts nothing
	@scripts/install-dependencies test
	@$(QUIET_MAKE) all $(BENCH_PRODUCTS) >/dev/null
	@BUILD=$(BUILD) tests/bench/run

format: ## format every C file
	@git ls-files --cached --others --exclude-standard '*.c' '*.h' | xargs -r clang-format -i

install: all ## install into PREFIX (and DESTDIR): binary, libraries, header, rung.pc
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/include \
		$(DESTDIR)$(PREFIX)/lib/pkgconfig
	install -m 755 $(BUILD)/rung $(DESTDIR)$(PREFIX)/bin/rung
	install -m 644 include/*.h $(DESTDIR)$(PREFIX)/include/
	install -m 644 $(BUILD)/librung.a $(DESTDIR)$(PREFIX)/lib/librung.a
	install -m 755 $(BUILD)/librung.so $(DESTDIR)$(PREFIX)/lib/$(SONAME)
	ln -sf $(SONAME) $(DESTDIR)$(PREFIX)/lib/librung.so
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' -e 's|@LIBRARIES@|$(LIBRARIES)|' \
		scripts/rung.pc.in >$(DESTDIR)$(PREFIX)/lib/pkgconfig/rung.pc

dist: ## pack what is committed as build/rung-VERSION.tar.gz
	@mkdir -p $(BUILD)
	git archive --prefix=rung-$(VERSION)/ -o $(BUILD)/rung-$(VERSION).tar.gz HEAD

clean: ## remove everything made
	rm -rf $(BUILD)

# What the test scripts build; `make test` and `make asan` are the way in.
tests: all $(TEST_PRODUCTS)

# What .luarc.json shows to editors.
$(BUILD)/editor/rung.lua: $(BUILD)/rung
	@mkdir -p $(@D)
	@$< words --format lua --output $@.new && mv $@.new $@

SONAME = librung.so.0
ifeq ($(shell uname),Darwin)
SHARED = -shared -Wl,-install_name,$(SONAME)
else
SHARED = -shared -Wl,-soname,$(SONAME)
endif

# One object, whose inner names are its own: those of a program that it is linked with may be the
# same. What looks inside (tests, figures of the stages) links the objects.
$(BUILD)/librung.a: $(LIBRARY_OBJECTS)
	@echo "ar $@"
	@rm -f $@
ifeq ($(shell uname),Darwin)
	@$(AR) rcs $@ $^
else
	@$(LD) -r -o $(BUILD)/objects/librung.o $^
	@$(OBJCOPY) --localize-hidden $(BUILD)/objects/librung.o
	@$(AR) rcs $@ $(BUILD)/objects/librung.o
endif

$(BUILD)/librung.so: $(LIBRARY_OBJECTS)
	@echo "link $@"
	@$(COMPILE) $(SHARED) -o $@ $^ $(LIBRARY_LINK)

$(BUILD)/rung: $(CLI_OBJECTS) $(BUILD)/librung.a
	@echo "link $@"
	@$(COMPILE) -o $@ $^ $(LIBRARY_LINK)

$(BUILD)/tests/unit: $(UNIT_OBJECTS) $(LIBRARY_OBJECTS)
	@mkdir -p $(@D)
	@echo "link $@"
	@$(COMPILE) -o $@ $^ $(CUNIT_LINK) $(LIBRARY_LINK)

$(BUILD)/tests/number_oracle: $(ORACLE_OBJECTS) $(LIBRARY_OBJECTS)
	@mkdir -p $(@D)
	@echo "link $@"
	@$(COMPILE) -o $@ $^ $(LIBRARY_LINK)

# The yardstick links nothing but SQLite.
$(BUILD)/bench/scan: $(BUILD)/objects/tests/bench/scan.o
	@mkdir -p $(@D)
	@echo "link $@"
	@$(COMPILE) -o $@ $^ $(shell pkg-config --libs sqlite3 2>/dev/null)

# --wrap puts the clock of phases.c before functions between the stages; the library holds none.
BETWEEN_STAGES = facts_builder_begin builder_end_source ladder_settle
$(BUILD)/bench/phases: $(BUILD)/objects/tests/bench/phases.o $(LIBRARY_OBJECTS)
	@mkdir -p $(@D)
	@echo "link $@"
	@$(COMPILE) -o $@ $^ $(BETWEEN_STAGES:%=-Wl,--wrap=%) $(LIBRARY_LINK)

$(BUILD)/bin/%: $(BUILD)/objects/tests/fuzz/%.o $(BUILD)/librung.a
	@mkdir -p $(@D)
	@echo "link $@"
	@$(COMPILE) -fsanitize=fuzzer -o $@ $^ $(LIBRARY_LINK)

$(BUILD)/objects/core/cli/%.o: core/cli/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	@echo "cc $<"
	@$(CLI_COMPILE) -MMD -MP -c -o $@ $<

$(BUILD)/objects/core/%.o: core/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	@echo "cc $<"
	@$(LIBRARY_COMPILE) -MMD -MP -c -o $@ $<

$(BUILD)/objects/tests/%.o: tests/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	@echo "cc $<"
	@$(TEST_COMPILE) -MMD -MP -c -o $@ $<

# The list of suites is read off the test files: each says `void <module>_suite(void)`.
$(BUILD)/generated/suites.def: FORCE
	@mkdir -p $(@D)
	@{ echo "/* Made by the Makefile from the suites in tests/unit: edit those. */"; \
	sed -n 's/^void \([a-z0-9_]*_suite\)(void).*/SUITE(\1)/p' $(SUITE_SOURCES) /dev/null | \
		LC_ALL=C sort -u; } >$@.new
	@cmp -s $@.new $@ && rm $@.new || mv $@.new $@

$(BUILD)/objects/tests/unit/main.o: $(BUILD)/generated/suites.def

# What `rung init` writes.
$(BUILD)/generated/starter.inc: scripts/embed_starter scripts/sample_data.py $(wildcard rules/northwind/*.lua examples/scenarios/*.yaml)
	@mkdir -p $(@D)
	@echo "embed rules/northwind"
	@scripts/embed_starter $(abspath $@)

$(BUILD)/objects/core/data/starter.o: $(BUILD)/generated/starter.inc

# Changes whenever the compiler or its flags do, so that nothing old is linked with the new.
$(BUILD)/flags: FORCE
	@test -n "$(LUA)" || { echo "Lua 5.4 not found; run: scripts/install-dependencies" >&2; exit 1; }
	@mkdir -p $(BUILD)
	@echo '$(LIBRARY_COMPILE) $(CUNIT_CFLAGS)' | cmp -s - $@ || \
		echo '$(LIBRARY_COMPILE) $(CUNIT_CFLAGS)' >$@

FORCE:

.PHONY: all help demo test check asan tsan fuzz bench format install dist clean tests FORCE
.DELETE_ON_ERROR:

-include $(LIBRARY_OBJECTS:.o=.d) $(CLI_OBJECTS:.o=.d) $(UNIT_OBJECTS:.o=.d) $(ORACLE_OBJECTS:.o=.d) \
	$(wildcard $(BUILD)/objects/tests/bench/*.d $(BUILD)/objects/tests/fuzz/*.d)
