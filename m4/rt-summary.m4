dnl rt-summary.m4: what was decided, on one screen.
dnl SPDX-License-Identifier: MIT

dnl RT_SUMMARY
AC_DEFUN([RT_SUMMARY], [
AS_IF([test "x$enable_plugin" != xno],
  [rt_plugin="yes, by $CXX_FOR_BUILD"], [rt_plugin=no])
AS_IF([test -n "$RT_RUNTEST"],
  [rt_tests="$TEST_BOARD${WINE:+ ($WINE)}"],
  [rt_tests="cannot run (Debian: dejagnu)"])
AC_MSG_NOTICE([
  libruntime $PACKAGE_VERSION for $host
    compiler          $CC $rt_cv_gcc_version
    static library    $enable_static
    DLL               $enable_shared
    plugin            $rt_plugin
    checking          $enable_checking
    warnings fatal    $enable_werror
    tests             $rt_tests
    installed in      $prefix
])
])
