dnl rt-warnings.m4: the warnings that our own code is free of.
dnl SPDX-License-Identifier: MIT

dnl RT_WARNINGS
dnl Sets RT_CFLAGS, for AM_CFLAGS: the language and the warnings.
AC_DEFUN([RT_WARNINGS], [
RT_CFLAGS="-std=gnu11 -Wall -Wextra -Wmissing-prototypes -Wstrict-prototypes"
RT_CFLAGS="$RT_CFLAGS -Wvla -Wundef -Wcast-qual"
# Or GCC 12 warns of each access to the TEB: it takes low addresses for NULL.
RT_CFLAGS="$RT_CFLAGS --param=min-pagesize=0"
AC_SUBST([RT_CFLAGS])
])
