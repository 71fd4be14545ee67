# shellcheck shell=sh
# steps.sh: the steps that quickstart and check share; sourced by sh.
# SPDX-License-Identifier: MIT
#
# The caller sets top, the source directory, and changes to it.
# CONFIGURE_FLAGS in the environment is given to configure.

# shellcheck disable=SC2154  # top is the caller's
build=$top/build
logs=$build/logs
host=x86_64-w64-mingw32
jobs=$(nproc 2>/dev/null || echo 1)
program=$(basename "$0")

# fail NAME COMMAND LOG: the one way to end badly.
fail ()
{
  echo
  echo "$program: step '$1' failed"
  echo "  command: $2"
  if test -n "$3"; then
    echo "  log:     $3"
    echo "  its last lines:"
    tail -n 15 "$3" | sed 's/^/    /'
  fi
  exit 1
}

# step NAME COMMAND...: run COMMAND with its output in a log, with a dot for
# each 2 seconds.
step ()
{
  step_name=$1
  shift
  step_log=$logs/$(echo "$step_name" | tr ' ' '-').log
  mkdir -p "$logs"
  printf '%-28s' "$step_name"
  step_start=$(date +%s)
  "$@" >"$step_log" 2>&1 </dev/null &
  step_pid=$!
  step_ticks=0
  while kill -0 $step_pid 2>/dev/null; do
    sleep 0.2
    step_ticks=$((step_ticks + 1))
    test $((step_ticks % 10)) = 0 && printf .
  done
  wait $step_pid || fail "$step_name" "$*" "$step_log"
  echo " $(($(date +%s) - step_start)) s"
}

# -- Packages -----------------------------------------------------------

# has PROBE: is this command, or file, there?
has ()
{
  case $1 in
    /*) test -e "$1" ;;
    *) command -v "$1" >/dev/null 2>&1 ;;
  esac
}

# missing PROBE:PACKAGE...: the packages whose probe fails.  A probe may name
# several commands or files, with a bar between them; one is enough.  A file's
# name may be a pattern.
missing ()
{
  for missing_pair; do
    missing_found=no
    for missing_probe in $(echo "${missing_pair%%:*}" | tr '|' ' '); do
      if has "$missing_probe"; then
        missing_found=yes
      fi
    done
    test $missing_found = yes || printf ' %s' "${missing_pair#*:}"
  done
}

apt_install ()
{
  # The lists of packages may be old, or absent.
  apt_install_1 "$@" || { $as_root apt-get update && apt_install_1 "$@"; }
}

apt_install_1 ()
{
  $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends "$@"
}

# packages PROBE:PACKAGE...: install with apt what is missing.
packages ()
{
  packages_missing=$(missing "$@")
  test -n "$packages_missing" || return 0
  as_root=none
  if has apt-get; then
    if test "$(id -u)" = 0; then
      as_root=
    elif has sudo && { test -t 0 || sudo -n true 2>/dev/null; }; then
      as_root=sudo
      # A password is asked for here, not in the middle of a log.
      sudo -v || as_root=none
    fi
  fi
  if test "$as_root" = none; then
    echo "$program: these packages are missing:$packages_missing"
    echo "Install them, on Debian as root with"
    echo "  apt-get install$packages_missing"
    exit 1
  fi
  echo "installing:$packages_missing"
  # shellcheck disable=SC2086  # words
  step packages apt_install $packages_missing
  packages_missing=$(missing "$@")
  test -z "$packages_missing" \
    || fail packages "apt-get install$packages_missing" "$logs/packages.log"
}

build_packages ()
{
  packages \
    autoreconf:autoconf automake:automake libtoolize:libtool make:make \
    'g++:g++' /usr/include/stdio.h:libc6-dev \
    '/usr/include/gmp.h|/usr/include/*/gmp.h:libgmp-dev' \
    x86_64-w64-mingw32-gcc:gcc-mingw-w64-x86-64-win32 \
    'wine64|wine|/usr/lib/wine/wine64:wine64'
}

# What the tests need beyond that.
check_packages ()
{
  gcc_major=$($host-gcc -dumpversion | sed 's/[^0-9].*//')
  packages \
    runtest:dejagnu makeinfo:texinfo pkg-config:pkg-config \
    x86_64-w64-mingw32-g++:g++-mingw-w64-x86-64-win32 \
    clang:clang ld.lld:lld \
    x86_64-w64-mingw32-gdb:gdb-mingw-w64 \
    /usr/share/win64/gdbserver.exe:gdb-mingw-w64-target \
    "/usr/src/gcc-$gcc_major/gcc-*.tar.xz:gcc-$gcc_major-source"
}

# -- Building -----------------------------------------------------------

# Once made, configure and the makefiles are kept up to date by make; but what
# was pulled since may need a file of automake's that is not here yet.
build_library ()
{
  # Makefile.in is made last.
  if test ! -f configure || test ! -f Makefile.in \
     || test -n "$(find configure.ac Makefile.am ./*/local.mk \
       ./*/Makefile.am m4/rt-*.m4 -newer Makefile.in)"; then
    step autoreconf autoreconf -fi
  fi
  mkdir -p "$build"
  if test ! -f "$build/config.status" || test ! -f "$build/Makefile"; then
    step configure \
      sh -c "cd '$build' && ../configure --host=$host $CONFIGURE_FLAGS"
  fi
  step make make -C "$build" -j"$jobs"
}

# The Wine prefix of examples and tests, in the build directory.
wine_prefix ()
{
  WINE=$(sed -n 's/^WINE = //p' "$build/Makefile")
  test -n "$WINE" || fail "find Wine" "grep ^WINE $build/Makefile" ""
  WINEDEBUG=-all
  WINEDLLOVERRIDES='mscoree,mshtml,winemenubuilder.exe,winedbg.exe='
  WINEPREFIX=$build/testsuite/wineprefix
  export WINE WINEDEBUG WINEDLLOVERRIDES WINEPREFIX
  unset DISPLAY
  test -f "$WINEPREFIX/.done" \
    || step "Wine prefix" sh "$top/testsuite/lib/wine-prefix" "$WINEPREFIX"
}
