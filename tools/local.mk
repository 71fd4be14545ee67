# tools/local.mk: what looks at the source rather than runs it.
# SPDX-License-Identifier: MIT

EXTRA_DIST += %D%/check-style

.PHONY: check-style
check-style:
	$(AM_V_GEN)$(srcdir)/tools/check-style $(srcdir)
