dnl rt-arg-plugin.m4: --disable-plugin, and what the plugin needs.
dnl SPDX-License-Identifier: MIT

dnl RT_ARG_PLUGIN
dnl Sets the conditional RT_PLUGIN, CXX_FOR_BUILD and RT_PLUGIN_INC.  The
dnl headers are tried by a compilation on the build machine.
AC_DEFUN([RT_ARG_PLUGIN], [
AC_ARG_ENABLE([plugin],
  [AS_HELP_STRING([--disable-plugin],
     [do not build the plugin of the cross GCC])],
  [], [enable_plugin=yes])
AC_ARG_VAR([CXX_FOR_BUILD],
  [C++ compiler of the build machine, for the plugin])
RT_PLUGIN_INC=
AS_IF([test "x$enable_plugin" != xno], [
  AC_CHECK_PROGS([CXX_FOR_BUILD], [g++ c++ clang++])
  AS_IF([test -z "$CXX_FOR_BUILD"],
    [AC_MSG_ERROR([no C++ compiler of the build machine (Debian: g++);
without the plugin: --disable-plugin])])
  RT_PLUGIN_INC=`$CC -print-file-name=plugin`/include
  AC_MSG_CHECKING([for the plugin headers of $CC])
  AS_IF([test -f "$RT_PLUGIN_INC/gcc-plugin.h"],
    [AC_MSG_RESULT([$RT_PLUGIN_INC])],
    [AC_MSG_RESULT([no])
     AC_MSG_ERROR([$CC has no plugin headers
(Debian has them in gcc-mingw-w64-x86-64-win32 and -posix);
without the plugin: --disable-plugin])])
  AC_MSG_CHECKING([whether the plugin headers can be used])
  AS_ECHO(['#include <gcc-plugin.h>
#include <plugin-version.h>
#include <tree.h>']) > conftest.cc
  AS_IF([AC_TRY_COMMAND([$CXX_FOR_BUILD -std=gnu++14 -fno-rtti -fsyntax-only
      -I"$RT_PLUGIN_INC" conftest.cc >&AS_MESSAGE_LOG_FD])],
    [AC_MSG_RESULT([yes])],
    [AC_MSG_RESULT([no])
     AC_MSG_ERROR([$CXX_FOR_BUILD cannot use $RT_PLUGIN_INC, see config.log
(Debian: libgmp-dev is needed, for gmp.h);
without the plugin: --disable-plugin])])
  rm -f conftest.cc
])
AC_SUBST([RT_PLUGIN_INC])
AM_CONDITIONAL([RT_PLUGIN], [test "x$enable_plugin" != xno])
])
