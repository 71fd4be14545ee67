# tools/local.mk: what looks at the source rather than runs it.
# SPDX-License-Identifier: MIT

EXTRA_DIST += %D%/check-style %D%/steps.sh %D%/torture

.PHONY: check-style check-torture format format-check cppcheck shellcheck

# GCC's own execution tests; see torture/README.
check-torture: all
	CC='$(CC)' WINE='$(WINE)' JOBS='$(JOBS)' TESTS='$(TESTS)' \
	  $(SHELL) $(srcdir)/tools/torture/run . $(LEVELS)

check-style:
	$(AM_V_at)$(srcdir)/tools/check-style $(srcdir)

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
  testsuite/lib/wine-run testsuite/lib/wine-prefix testsuite/lib/run-tests \
  testsuite/lib/wine-env tools/torture/fetch tools/torture/one \
  tools/torture/run \
  bench/run doc/run-makeinfo

shellcheck:
	cd $(srcdir) && shellcheck -x $(shell_files)
	cd $(srcdir) \
	  && for f in $(shell_files); do dash -n $$f || exit 1; done
