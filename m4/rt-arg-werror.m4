dnl rt-arg-werror.m4: --enable-werror.
dnl SPDX-License-Identifier: MIT

dnl RT_ARG_WERROR
dnl Sets RT_WERROR, for the library and the plugin.
AC_DEFUN([RT_ARG_WERROR], [
AC_ARG_ENABLE([werror],
  [AS_HELP_STRING([--enable-werror], [make warnings errors @<:@no@:>@])],
  [], [enable_werror=no])
RT_WERROR=
AS_IF([test "x$enable_werror" != xno], [RT_WERROR=-Werror])
AC_SUBST([RT_WERROR])
])
