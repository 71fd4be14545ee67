dnl rt-cxx-under-test.m4: the C++ compiler of the tests.
dnl SPDX-License-Identifier: MIT

dnl RT_CXX_UNDER_TEST
dnl Sets CXX_UNDER_TEST to the C++ driver that goes with CC.  Nothing is built
dnl with it, so it may be missing.
AC_DEFUN([RT_CXX_UNDER_TEST], [
AC_REQUIRE([AC_PROG_SED])
CXX_UNDER_TEST=`AS_ECHO(["$CC"]) | $SED 's/gcc/g++/'`
AC_SUBST([CXX_UNDER_TEST])
])
