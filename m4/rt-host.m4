dnl rt-host.m4: refuse every host but 64-bit Windows by MinGW-w64.
dnl SPDX-License-Identifier: MIT

dnl RT_HOST
dnl Sets the conditional RT_X86_64 and the variable RT_ARCH, the name of the
dnl folder in libruntime-asm.
AC_DEFUN([RT_HOST], [
AC_REQUIRE([AC_CANONICAL_HOST])
AS_CASE([$host],
  [x86_64-*-mingw*], [RT_ARCH=x86_64],
  [AC_MSG_ERROR([libruntime is for Windows, by MinGW-w64, and not for $host.
Give --host=x86_64-w64-mingw32])])
AC_SUBST([RT_ARCH])
AM_CONDITIONAL([RT_X86_64], [test "$RT_ARCH" = x86_64])
])
