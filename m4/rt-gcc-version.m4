dnl rt-gcc-version.m4: which cross GCC this is.
dnl SPDX-License-Identifier: MIT

dnl RT_GCC_VERSION
dnl Sets RT_GCC_VERSION to what names the directory of this GCC and no other:
dnl "12-win32" and "12-posix" with Debian's, which differ in their threads and
dnl need a plugin each; and RT_GCC_MACHINE to the compiler's own triplet.
AC_DEFUN([RT_GCC_VERSION], [
AC_REQUIRE([AC_PROG_CC])
AC_CACHE_CHECK([for the version of $CC], [rt_cv_gcc_version],
  [rt_cv_gcc_version=`$CC -dumpversion 2>&AS_MESSAGE_LOG_FD`])
AC_CACHE_CHECK([for the machine of $CC], [rt_cv_gcc_machine],
  [rt_cv_gcc_machine=`$CC -dumpmachine 2>&AS_MESSAGE_LOG_FD`])
AS_IF([test -z "$rt_cv_gcc_version" || test -z "$rt_cv_gcc_machine"],
  [AC_MSG_ERROR([$CC does not work: is gcc-mingw-w64-x86-64 installed?])])
AC_SUBST([RT_GCC_VERSION], [$rt_cv_gcc_version])
AC_SUBST([RT_GCC_MACHINE], [$rt_cv_gcc_machine])
])
