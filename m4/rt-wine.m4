dnl rt-wine.m4: where the tests run.
dnl SPDX-License-Identifier: MIT

dnl RT_WINE
dnl Sets WINE, and TEST_BOARD to the DejaGnu board: wine, unix (the build
dnl machine is Windows itself), or noexec when programs cannot run here.
dnl Debian's script "wine" writes hints to stderr, so the program behind it
dnl is taken where it is.
AC_DEFUN([RT_WINE], [
AC_REQUIRE([AC_CANONICAL_BUILD])
AC_ARG_VAR([WINE], [runs a 64-bit Windows program])
AC_PATH_PROGS([WINE], [wine64 wine], [],
  [/usr/lib/wine$PATH_SEPARATOR$PATH$PATH_SEPARATOR/usr/lib/wine-stable])
AC_PATH_PROG([RT_RUNTEST], [runtest])
AS_CASE([$build],
  [*-mingw* | *-cygwin* | *-msys*], [TEST_BOARD=unix],
  [AS_IF([test -n "$WINE"], [TEST_BOARD=wine], [TEST_BOARD=noexec])])
AC_SUBST([TEST_BOARD])
])
