# examples/local.mk: programs to read first; the testsuite runs them too.
# SPDX-License-Identifier: MIT
#
# Built as a user would, by the cross GCC with our specs, and each with a
# DLL that is plain code.  "make examples" builds them.

# One line an example, sorted.  A DLL's source ends in -dll.c.
EXAMPLES = \
  examples/prodcons/prodcons.exe \
  examples/seed/seed.exe \
  examples/windows-tour/windows-tour.exe
EXAMPLE_DLLS = \
  examples/seed/seed-dll.dll

EXAMPLE_CFLAGS = -O2 -Wall
EXAMPLE_DEPS = libruntime.specs libruntime.la libruntime_nonshared.a
if RT_PLUGIN
EXAMPLE_DEPS += plugin/growstack.so
endif RT_PLUGIN

SUFFIXES = .exe .dll
.PHONY: examples
examples: $(EXAMPLES) $(EXAMPLE_DLLS)

$(EXAMPLES): $(EXAMPLE_DEPS)

.c.exe:
	@$(MKDIR_P) $(@D)
	$(AM_V_CCLD)$(CC) -specs=libruntime.specs $(EXAMPLE_CFLAGS) $(CFLAGS) \
	  -o $@ $<

.c.dll:
	@$(MKDIR_P) $(@D)
	$(AM_V_CCLD)$(CC) $(EXAMPLE_CFLAGS) $(CFLAGS) -shared -o $@ $<

EXTRA_DIST += $(EXAMPLES:.exe=.c) $(EXAMPLE_DLLS:.dll=.c)
CLEANFILES += $(EXAMPLES) $(EXAMPLE_DLLS)
