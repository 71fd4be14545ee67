# libruntime/local.mk: the library, as archive and DLL.
# SPDX-License-Identifier: MIT

include_HEADERS = %D%/rt.h
lib_LTLIBRARIES += libruntime.la
lib_LIBRARIES += libruntime_nonshared.a

# One line a file, sorted.
libruntime_la_SOURCES = \
  %D%/alloc.c \
  %D%/callback-table.c \
  %D%/chan.c \
  %D%/chunk.c \
  %D%/deadlock.c \
  %D%/debug.c \
  %D%/exception-state.c \
  %D%/exception.c \
  %D%/fatal.c \
  %D%/fault.c \
  %D%/fiber.c \
  %D%/float.c \
  %D%/g.c \
  %D%/grow.c \
  %D%/image.c \
  %D%/jump.c \
  %D%/library.c \
  %D%/lock.c \
  %D%/m.c \
  %D%/park.c \
  %D%/rti-callback.h \
  %D%/rti-chan.h \
  %D%/rti-copy.h \
  %D%/rti-debug.h \
  %D%/rti-exception.h \
  %D%/rti-fault.h \
  %D%/rti-g.h \
  %D%/rti-image.h \
  %D%/rti-lock.h \
  %D%/rti-print.h \
  %D%/rti-sched.h \
  %D%/rti-stack.h \
  %D%/rti-symbol.h \
  %D%/rti-traceback.h \
  %D%/rti-try.h \
  %D%/rti-unwind.h \
  %D%/runq.c \
  %D%/sched.c \
  %D%/select.c \
  %D%/signal.c \
  %D%/slot.c \
  %D%/stack.c \
  %D%/start.c \
  %D%/symbol.c \
  %D%/sync.c \
  %D%/sysmon.c \
  %D%/timer.c \
  %D%/tls.c \
  %D%/traceback.c \
  %D%/try.c \
  %D%/unwind-decode.c \
  %D%/unwind.c

libruntime_la_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/libruntime \
  -I$(top_srcdir)/libruntime-asm
# -mno-red-zone and the like are not needed: Win64 has no red zone.
libruntime_la_CCASFLAGS = $(AM_CCASFLAGS) -I$(top_srcdir)/libruntime \
  -I$(top_srcdir)/libruntime-asm
libruntime_la_LDFLAGS = -no-undefined -version-info 1:0:0 \
  -export-symbols $(top_srcdir)/libruntime/libruntime.sym
libruntime_la_LIBADD = $(RT_LIBS)
libruntime_la_DEPENDENCIES = $(top_srcdir)/libruntime/libruntime.sym

# Always linked into the program or DLL itself, the DLL's users too: what has
# to be in the image it speaks for.
libruntime_nonshared_a_SOURCES = \
  %D%/nonshared/image.c \
  %D%/nonshared/main.c \
  %D%/nonshared/rti-start.h \
  %D%/nonshared/winmain.c \
  %D%/nonshared/wmain.c \
  %D%/nonshared/wwinmain.c

libruntime_nonshared_a_CPPFLAGS = $(libruntime_la_CPPFLAGS)

EXTRA_DIST += %D%/libruntime.sym
