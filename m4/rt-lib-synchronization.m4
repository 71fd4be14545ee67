dnl rt-lib-synchronization.m4: the import library of WaitOnAddress.
dnl SPDX-License-Identifier: MIT

dnl RT_LIB_SYNCHRONIZATION
dnl Sets RT_LIBS to what every program of ours is linked with.  A link test
dnl is not allowed here (AC_NO_EXECUTABLES), so the compiler is asked for the
dnl file.
AC_DEFUN([RT_LIB_SYNCHRONIZATION], [
AC_CACHE_CHECK([for libsynchronization], [rt_cv_lib_synchronization], [
  AS_CASE([`$CC -print-file-name=libsynchronization.a`],
    [*/*], [rt_cv_lib_synchronization=yes],
    [rt_cv_lib_synchronization=no])])
AS_IF([test $rt_cv_lib_synchronization = no],
  [AC_MSG_ERROR([libsynchronization.a is missing: MinGW-w64 5 or later is
needed (Debian: mingw-w64-x86-64-dev)])])
AC_SUBST([RT_LIBS], [-lsynchronization])
])
