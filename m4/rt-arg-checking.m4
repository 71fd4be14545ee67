dnl rt-arg-checking.m4: --enable-checking.
dnl SPDX-License-Identifier: MIT

dnl RT_ARG_CHECKING
dnl Defines RTI_CHECKING for the library, C and assembly, which turns on
dnl RTI_ASSERT.
AC_DEFUN([RT_ARG_CHECKING], [
AC_ARG_ENABLE([checking],
  [AS_HELP_STRING([--enable-checking],
     [check internal preconditions at run time @<:@no@:>@])],
  [], [enable_checking=no])
RT_CPPFLAGS=
AS_IF([test "x$enable_checking" != xno], [RT_CPPFLAGS=-DRTI_CHECKING=1])
AC_SUBST([RT_CPPFLAGS])
])
