# libruntime-asm/local.mk: the only code that touches control stacks.
# SPDX-License-Identifier: MIT

# One line a file, sorted.  Both readers of offsets.tbl are here.
libruntime_la_SOURCES += \
  %D%/entries.tbl \
  %D%/offsets-check.c \
  %D%/offsets.tbl \
  %D%/rt-asm.h

if RT_X86_64
# Sorted.
libruntime_la_SOURCES += \
  %D%/x86_64/callback-control.S \
  %D%/x86_64/callback-stubs.S \
  %D%/x86_64/callback.S \
  %D%/x86_64/datastack.S \
  %D%/x86_64/entries.S \
  %D%/x86_64/exception.S \
  %D%/x86_64/fault.S \
  %D%/x86_64/guard.S \
  %D%/x86_64/icall.S \
  %D%/x86_64/landed.S \
  %D%/x86_64/morestack.S \
  %D%/x86_64/other.S \
  %D%/x86_64/parkcall.S \
  %D%/x86_64/plaincall.S \
  %D%/x86_64/preempt.S \
  %D%/x86_64/switch.S \
  %D%/x86_64/syscall-system.S \
  %D%/x86_64/syscall.S \
  %D%/x86_64/try.S \
  %D%/x86_64/volcall.S \
  %D%/x86_64/callback-frame.h
endif RT_X86_64
