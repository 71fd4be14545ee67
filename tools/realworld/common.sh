# shellcheck shell=sh
# common.sh: what the scripts that build other people's programs share.
# SPDX-License-Identifier: MIT
#
# Sourced by sh; the caller sets top, the source directory.  Names begin with
# rw_.  After rw_build there are
#   rw_build     the build tree of libruntime
#   rw_out       where this script may write
#   rw_plain     the plain compiler
#   rw_ours      the same with our specs
#   rw_debug     RT_DEBUG of our programs.  A script whose tests would take
#                hours lets every Nth check move.

# shellcheck disable=SC2154  # top is the caller's
rw_name=$(basename "$0")

# rw_die MESSAGE: the error ends the script.
rw_die ()
{
  echo "$rw_name: $1" >&2
  exit 1
}

# rw_build BUILDDIR WHERE: use this build, and write to its folder WHERE.
rw_build ()
{
  [ -f "$1/libruntime.specs" ] \
    || rw_die "no build in $1: run ./quickstart first, or name it"
  rw_build=$(cd "$1" && pwd)
  rw_out=$rw_build/$2
  mkdir -p "$rw_out"
  rw_cc=$(sed -n 's/^CC = //p' "$rw_build/Makefile")
  rw_tools=$(sed -n 's/^host_alias = //p' "$rw_build/Makefile")-
  rw_debug=movestack
  rw_plain=$rw_cc
  rw_ours="$rw_cc -specs=$rw_build/libruntime.specs"

  # shellcheck disable=SC2034  # wine-env's
  WINE=$(sed -n 's/^WINE = //p' "$rw_build/Makefile")
  lib=$top/testsuite/lib
  # shellcheck source=testsuite/lib/wine-env
  . "$lib/wine-env"
  wine_start "$rw_build/testsuite/wineprefix" || rw_die "no Wine prefix"
  trap wine_stop EXIT
  trap 'exit 1' HUP INT TERM
}

# rw_need PROBE:PACKAGE...: end when a command, or a file, is missing.
rw_need ()
{
  for rw_pair; do
    case $rw_pair in
      /*) test -e "${rw_pair%%:*}" ;;
      *) command -v "${rw_pair%%:*}" >/dev/null ;;
    esac || rw_die "${rw_pair%%:*} is missing: apt-get install ${rw_pair#*:}"
  done
}

# rw_source PACKAGE: Debian's source package, unpacked in the folder $rw_src,
# of upstream version $rw_version.  Kept, and not fetched again.
rw_source ()
{
  rw_package=$1
  rw_sources=$rw_build/realworld/sources
  rw_need apt-get:apt dpkg-source:dpkg-dev patch:patch
  mkdir -p "$rw_sources"
  if [ ! -f "$rw_sources/$rw_package.done" ]; then
    rm -rf "${rw_sources:?}/$rw_package"
    (cd "$rw_sources" && rw_apt && rw_fetch) >"$rw_sources/log" 2>&1 \
      </dev/null \
      || rw_fail "no Debian source package $rw_package" "$rw_sources/log"
    touch "$rw_sources/$rw_package.done"
  fi
  rw_src=$(echo "$rw_sources/$rw_package"/*/)
  rw_src=${rw_src%/}
  rw_version=$(sed -n 's/^Version: *\([0-9]*:\)\{0,1\}\([^-]*\).*/\2/p' \
    "$rw_sources/$rw_package"/*.dsc | sed 's/[.+]*dfsg.*//')
}

# The lists of source packages, in folders of our own: /etc/apt has mostly
# none, and is not ours to change.
rw_apt ()
{
  APT_CONFIG=$rw_sources/apt.conf
  export APT_CONFIG
  [ -f apt/done ] && return
  mkdir -p apt/lists/partial apt/cache/archives/partial
  # shellcheck disable=SC2016  # apt's variable
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 2>/dev/null \
    | grep -v security | grep debian | head -n 1)
  release=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
  echo "deb-src ${mirror:-http://deb.debian.org/debian} $release main" \
    >apt/sources.list
  cat >apt.conf <<EOF
Dir::Etc::sourcelist "$rw_sources/apt/sources.list";
Dir::Etc::sourceparts "-";
Dir::State::lists "$rw_sources/apt/lists";
Dir::Cache "$rw_sources/apt/cache";
APT::Sandbox::User "";
EOF
  apt-get update -o APT::Update::Error-Mode=any && touch apt/done
}

rw_fetch ()
{
  mkdir -p "$rw_package" \
    && cd "$rw_package" \
    && apt-get source --download-only "$rw_package" \
    && dpkg-source --no-check -x ./*.dsc
}

# rw_fail MESSAGE LOG: as rw_die, and show the end of LOG.
rw_fail ()
{
  echo "$rw_name: $1; the end of $2:" >&2
  tail -n 30 "$2" | sed 's/^/  /' >&2
  exit 1
}

# rw_level LEVEL: begin the tests at -O0 or -O2, in the folders plain and
# ours of $rw_dir.
rw_level ()
{
  rw_level=$1
  rw_dir=$rw_out/${rw_level#-}
  rw_passed=0
  rw_failed=0
  rm -rf "$rw_dir"
  mkdir -p "$rw_dir/plain" "$rw_dir/ours"
}

# rw_gcc WHAT WORD...: run both compilers, each in its folder.
rw_gcc ()
{
  rw_what=$1
  shift
  for rw_kind in plain ours; do
    rw_command=$rw_plain
    [ $rw_kind = plain ] || rw_command=$rw_ours
    (cd "$rw_dir/$rw_kind" && $rw_command "$rw_level" -w "$@") \
      >"$rw_dir/compile.log" 2>&1 \
      || rw_fail "$rw_what does not compile ($rw_kind)" "$rw_dir/compile.log"
  done
}

# rw_library NAME WORD...: compile all, and make it libNAME.a.
rw_library ()
{
  rw_archive=lib$1.a
  shift
  rw_gcc "$rw_archive" -c "$@"
  for rw_kind in plain ours; do
    (cd "$rw_dir/$rw_kind" && "${rw_tools}ar" cr "$rw_archive" ./*.o)
  done
}

# rw_compile PROGRAM WORD...: compile and link.
rw_compile ()
{
  rw_program=$1
  shift
  rw_gcc "$rw_program" "$@" -o "$rw_program.exe"
  # Growable, or the test says nothing.
  "${rw_tools}nm" "$rw_dir/ours/$rw_program.exe" | grep -q '__rt_main$' \
    || rw_die "$rw_program has no growable main"
}

# rw_files FILE...: copy what the tests read.
rw_files ()
{
  for rw_kind in plain ours; do
    cp "$@" "$rw_dir/$rw_kind"
  done
}

# rw_run KIND SECONDS LOG PROGRAM [ARGUMENT]...: run it in KIND's folder.  In
# what programs say of their own path KIND becomes RUN.
rw_run ()
{
  rw_kind=$1
  rw_limit=$2
  rw_log=$rw_dir/$rw_kind.$3
  shift 3
  RT_DEBUG=
  [ "$rw_kind" = plain ] || RT_DEBUG=$rw_debug
  (cd "$rw_dir/$rw_kind" && export RT_DEBUG \
    && sh "$top/testsuite/lib/wine-run" "$rw_limit" "$@") \
    | LC_ALL=C sed "s/\\\\$rw_kind\\\\/\\\\RUN\\\\/g" >"$rw_log"
}

# rw_verdict NAME COMMAND...: test NAME passes if COMMAND does; else show what
# it printed, and the ends of what the programs did.
rw_verdict ()
{
  rw_test=$1
  shift
  if "$@" >"$rw_dir/verdict.log" 2>&1; then
    rw_passed=$((rw_passed + 1))
    return
  fi
  rw_failed=$((rw_failed + 1))
  echo "$rw_name $rw_level: $rw_test fails" >&2
  for rw_log in "$rw_dir/verdict.log" "$rw_dir"/*."$rw_test.out"; do
    if [ -s "$rw_log" ]; then
      echo "$rw_log ends with" >&2
      tail -n 15 "$rw_log" | sed 's/^/  /' >&2
    fi
  done
}

# rw_ended KIND NAME: did the program end with status 0?
rw_ended ()
{
  grep -q '^\*\*\* exit status 0$' "$rw_dir/$1.$2.out"
}

# rw_case NAME REGEXP PROGRAM [ARGUMENT]...: a test: both end with status 0,
# the plain one prints REGEXP, and ours prints the same and leaves the same
# files.
rw_case ()
{
  rw_test=$1
  rw_regexp=$2
  shift 2
  rw_run plain 120 "$rw_test.out" "$@"
  rw_run ours 3600 "$rw_test.out" "$@"
  rw_verdict "$rw_test" rw_equal
}

rw_equal ()
{
  rw_ended plain "$rw_test" \
    && grep -E -e "$rw_regexp" "$rw_dir/plain.$rw_test.out" \
    && cmp "$rw_dir/plain.$rw_test.out" "$rw_dir/ours.$rw_test.out" \
    && diff -rq -x '*.exe' -x '*.[oa]' "$rw_dir/plain" "$rw_dir/ours"
}

# rw_same NAME WANTED FILE: a test: FILE, of both, is as WANTED.
rw_same ()
{
  rw_wanted=$2
  rw_file=$3
  rw_verdict "$1" rw_is_wanted
}

rw_is_wanted ()
{
  cmp "$rw_wanted" "$rw_dir/plain/$rw_file" \
    && cmp "$rw_wanted" "$rw_dir/ours/$rw_file"
}

# rw_summary: the level's one line.
rw_summary ()
{
  echo "$rw_package $rw_version $rw_level:" \
    "$rw_passed passed, $rw_failed failed"
  [ "$rw_passed" != 0 ] && [ "$rw_failed" = 0 ] || rw_status=1
}
# shellcheck disable=SC2034  # the callers' exit status
rw_status=0
