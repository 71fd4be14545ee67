# tools/local.mk: what looks at the source rather than runs it.
# SPDX-License-Identifier: MIT

realworld = %D%/realworld/zlib %D%/realworld/bzip2 %D%/realworld/expat \
  %D%/realworld/lua

EXTRA_DIST += %D%/check-style %D%/steps.sh %D%/torture %D%/csmith \
  %D%/check-frames %D%/frames.c %D%/realworld

.PHONY: check-style check-torture check-realworld check-csmith check-frames \
  format format-check cppcheck shellcheck

# GCC's own execution tests; see torture/README.
check-torture: all
	CC='$(CC)' CXX='$(CXX_UNDER_TEST)' WINE='$(WINE)' JOBS='$(JOBS)' \
	  TESTS='$(TESTS)' $(SHELL) $(srcdir)/tools/torture/run . $(LEVELS)

check-style:
	$(AM_V_at)$(srcdir)/tools/check-style $(srcdir)

# Not part of check: they take long, and fetch Debian's packages.
check-realworld: all
	$(AM_V_at)status=0; for script in $(realworld); do \
	  $(srcdir)/$$script . || status=1; \
	done; exit $$status

# SEEDS=500 is what a release wants.
check-csmith: all
	$(AM_V_at)$(srcdir)/tools/csmith .

# Best after check-realworld, whose programs it looks at too.
check-frames: all
	$(AM_V_at)$(srcdir)/tools/check-frames .

# What these leave in the build tree, the fetched sources above all, outlives
# "make clean".
distclean-local:
	-rm -rf torture realworld csmith frames bench-code

# GNU style by clang-format: C and C++ alone.
FORMATTED = $(srcdir)/libruntime/*.[ch] $(srcdir)/libruntime/nonshared/*.c \
  $(srcdir)/libruntime-asm/*.c $(srcdir)/plugin/*.cc $(srcdir)/plugin/*.h

format:
	clang-format -i $(FORMATTED)

format-check:
	clang-format --dry-run -Werror $(FORMATTED)

# Suppressions stand beside the line, with a reason.  One for all: variables
# are declared at a block's top, as GNU style has it.
cppcheck:
	cppcheck --quiet --enable=warning,style,portability --inline-suppr \
	  --suppress=variableScope --error-exitcode=1 --std=c11 \
	  --platform=win64 \
	  -I$(srcdir)/libruntime -I$(srcdir)/libruntime-asm \
	  $(srcdir)/libruntime

shell_files = quickstart check .ci/run tools/check-style tools/steps.sh \
  tools/csmith tools/check-frames tools/realworld/common.sh $(realworld) \
  testsuite/lib/wine-run testsuite/lib/wine-prefix testsuite/lib/run-tests \
  testsuite/lib/wine-env tools/torture/fetch tools/torture/one \
  tools/torture/run \
  bench/run bench/code/run doc/run-makeinfo

shellcheck:
	cd $(srcdir) && shellcheck -x $(shell_files)
	cd $(srcdir) \
	  && for f in $(shell_files); do dash -n $$f || exit 1; done
