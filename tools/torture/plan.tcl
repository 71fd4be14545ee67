# plan.tcl: what to do with each of GCC's execution tests.
# SPDX-License-Identifier: MIT
#
# usage: expect plan.tcl TESTSUITE
#
# Prints a line for each test and option set that applies to Win64, where
# TESTSUITE is GCC's gcc/testsuite:
#
#     name|what|language|levels|options|sources
#
# WHAT is run or compile, LANGUAGE c or c++, LEVELS where it applies; sources
# are relative to TESTSUITE.  A line "name|skip|REASON" says why a test does
# not apply.
#
# The directives mean what DejaGnu and GCC's own library make of them, but
# for what the plain compiler's result decides as well: a requirement that we
# do not know is taken to be met.

set levels { -O0 -O1 -O2 -O3 -Os }

# -- Targets ------------------------------------------------------------

set triplet x86_64-w64-mingw32

# The C++ standard of the test at hand, a year; 0 when it is C.
set standard 0

# What GCC calls effective targets: these are not ours.
set absent {
    arm32 arm_fp16_alternative_ok default_packed fork freestanding ia32 ilp32
    lp64 mmap newlib_nano_io nptl run_expensive_tests short_eq_int x32
}

# Those of the processor that is here.
set cpu [open /proc/cpuinfo]
regexp -line {^flags.*$} [read $cpu] cpu_flags
close $cpu

# Whether the effective target NAME is ours.
proc holds { name } {
    global absent cpu_flags standard
    if { $name in { c c++ } } {
        return [expr { ($name eq "c++") == ($standard != 0) }]
    }
    if { [regexp {^c\+\+([0-9]+)(_only|_down|)$} $name -> year range] } {
        set year [expr { $year > 90 ? 1900 + $year : 2000 + $year }]
        switch -- $range {
            _only { return [expr { $standard == $year }] }
            _down { return [expr { $standard && $standard <= $year }] }
        }
        return [expr { $standard >= $year }]
    }
    if { [regexp {^(avx.*|bmi.*|fma|f16c)_runtime$} $name -> feature] } {
        return [expr { $feature in $cpu_flags }]
    }
    return [expr { $name ni $absent }]
}

proc istarget { pattern } {
    global triplet
    return [string match $pattern $triplet]
}

# Whether SELECTOR, the words of a target selector, is about us.
proc selected { selector } {
    set first [lindex $selector 0]
    switch -- [llength $selector] {
        0 { return 1 }
        1 {
            if { [llength $first] > 1 } {
                return [selected $first]
            }
            if { [string match {*-*-*} $first] } {
                return [istarget $first]
            }
            return [holds $first]
        }
        2 {
            if { $first eq "!" } {
                return [expr { ![selected [lindex $selector 1]] }]
            }
        }
        3 {
            set right [lrange $selector 2 end]
            switch -- [lindex $selector 1] {
                && { return [expr { [selected [list $first]]
                                    && [selected $right] }] }
                || { return [expr { [selected [list $first]]
                                    || [selected $right] }] }
            }
        }
    }
    foreach word $selector {
        if { [selected [list $word]] } {
            return 1
        }
    }
    return 0
}

# Whether a directive with the argument "{ target SELECTOR }" holds here;
# with none, or with xfail, it does.
proc applies { argument } {
    if { [lindex $argument 0] ne "target" } {
        return 1
    }
    return [selected [lrange $argument 1 end]]
}

# -- Directives ---------------------------------------------------------

# The directives of FILE, a list of lists.
proc directives { file } {
    set f [open $file]
    fconfigure $f -encoding binary
    set text [read $f]
    close $f
    set result {}
    foreach { - name rest } [regexp -all -inline -line \
        {\{[ \t]+(dg-[-a-z]+)[ \t]+(.*)[ \t]+\}[^\}]*$} $text] {
        if { [catch { llength $rest }] } {
            continue
        }
        lappend result [concat $name $rest]
    }
    return $result
}

# The .x file beside FILE, a Tcl script for c-torture.exp: returns whether
# the test is to be left out, and the options that it adds.
proc alternate { file } {
    set script "[file rootname $file].x"
    if { ![file exists $script] } {
        return { 0 {} }
    }
    set child [interp create]
    interp alias $child istarget {} istarget
    $child eval {
        set target_triplet ""
        set additional_flags {}
        proc load_lib { name } {}
        proc unknown { name args } {
            if { ![regexp {^check_effective_target_(.*)$} $name -> what] } {
                error "unknown command $name"
            }
            return [holds $what]
        }
    }
    interp alias $child holds {} holds
    set skip [$child eval [list source $script]]
    set flags [$child eval { set additional_flags }]
    interp delete $child
    return [list [expr { $skip ne "" && $skip }] $flags]
}

# Whether one of the glob patterns OPTIONS is among WORDS, or is "*".
proc given { options words } {
    foreach option $options {
        if { $option ne "" && [lsearch -glob $words $option] >= 0 } {
            return 1
        }
    }
    return 0
}

# Why DIRECTIVES leave their test out, or "".
proc excluded { directives } {
    foreach directive $directives {
        foreach { kind a b } $directive break
        switch -- $kind {
            dg-do { if { ![applies $b] } { return "for another target" } }
            dg-require-effective-target {
                if { [applies $b] && ![holds $a] } { return "needs $a" }
            }
            dg-require-fork { return "needs fork" }
        }
    }
    return ""
}

# Print the line of the test FILE, in LANGUAGE.  WHAT is done with it when it
# does not say; OPTIONS are always given, DEFAULTS unless it has dg-options;
# MORE are other sources; SUFFIX tells sets of options apart.
proc plan { file language what options defaults {more {}} {suffix ""} } {
    global levels standard
    set name "$file$suffix"
    set directives [directives $file]
    # g++'s own standard, or the newest before it that the test is for.
    foreach standard [expr { $language eq "c" ? 0 : { 2017 2014 1998 } }] {
        set why [excluded $directives]
        if { $why eq "" } {
            break
        }
    }
    if { $why ne "" } {
        puts "$name|skip|$why"
        return
    }
    if { $standard in { 2014 1998 } } {
        lappend options -std=gnu++[string range $standard 2 end]
    }
    set own $defaults
    set added {}
    set sources [concat $file $more]
    set skips {}
    foreach directive $directives {
        foreach { kind a b c d } $directive break
        switch -- $kind {
            dg-do { set what $a }
            dg-options { if { [applies $b] } { set own [join $a] } }
            dg-additional-options {
                if { [applies $b] } { lappend added [join $a] }
            }
            dg-additional-sources {
                if { [applies $b] } {
                    foreach source $a {
                        lappend sources "[file dirname $file]/$source"
                    }
                }
            }
            dg-skip-if {
                if { [selected $b] } {
                    if { $c eq "" } { set c * }
                    lappend skips [list $c $d]
                }
            }
        }
    }
    if { $what ni { run compile } } {
        puts "$name|skip|is to $what"
        return
    }
    foreach { skip flags } [alternate $file] break
    if { $skip } {
        puts "$name|skip|its .x file says so"
        return
    }
    set options [join [concat $options $own {*}$added $flags]]
    set where {}
    foreach level $levels {
        set words [concat $level $options]
        set out 0
        foreach pair $skips {
            if { [given [lindex $pair 0] $words]
                 && ![given [lindex $pair 1] $words] } {
                set out 1
            }
        }
        if { !$out } {
            lappend where $level
        }
    }
    puts "$name|$what|$language|$where|$options|$sources"
}

# -- The suites ---------------------------------------------------------

# The C and C++ files in FOLDER that hold PATTERN.
proc sources { folder {pattern ""} } {
    set result {}
    foreach file [lsort [glob -nocomplain $folder/*.{c,C}]] {
        set f [open $file]
        fconfigure $f -encoding binary
        if { [regexp -- $pattern [read $f]] } {
            lappend result $file
        }
        close $f
    }
    return $result
}

cd [lindex $argv 0]

# No warnings: a test is about its run.  Compilers of today also reject what
# these programs do, so nothing else is said.
foreach file [sources gcc.c-torture/execute] {
    plan $file c run -w {}
}
foreach file [sources gcc.c-torture/execute/ieee] {
    plan $file c run { -w -fno-inline } {}
}
# Each with a library of its own in place of libc.
set dir gcc.c-torture/execute/builtins
foreach file [sources $dir] {
    if { ![string match *-lib.c $file] } {
        plan $file c run {
            -w -fno-tree-dse -fno-tree-loop-distribute-patterns -fno-tracer
            -fno-ipa-ra -fno-inline-functions -Wl,--allow-multiple-definition
        } {} [list "[file rootname $file]-lib.c" $dir/lib/main.c]
    }
}
set run {dg-do +run}
foreach file [concat [sources gcc.dg/torture $run] \
                  [sources c-c++-common/torture $run]] {
    plan $file c run -w {}
}
# GCC's stackalign.exp also has -mpreferred-stack-boundary=5, and -fpic in
# C++; Win64's compiler refuses the one and ignores the other.
foreach { suffix option } { "" "" "+drap" -mforce-drap } {
    foreach file [sources gcc.dg/torture/stackalign $run] {
        plan $file c run [concat -w $option] { -mstackrealign -mno-mmx } {} \
            $suffix
    }
}
foreach file [sources g++.dg/torture $run] {
    plan $file c++ run -w {}
}
foreach file [sources c-c++-common/torture $run] {
    plan $file c++ run -w {} {} "+c++"
}
foreach file [sources g++.dg/torture/stackalign $run] {
    plan $file c++ run -w { -mstackrealign }
}
foreach file [sources g++.dg/eh $run] {
    plan $file c++ run -w { -pedantic-errors }
}
# Those for -mabi=ms, which is our default, declare main and functions of libc
# sysv_abi.  That is wrong here; some pass by what is in rcx.
set dir gcc.target/x86_64/abi/callabi
set wrong [sources $dir -mabi=ms]
foreach file [sources $dir $run] {
    if { $file in $wrong } {
        puts "$file|skip|for a libc of System V's ABI"
    } else {
        plan $file c run -w { -ansi -pedantic-errors }
    }
}
# Of the tests for the processor, those that know of Win64's ABI.
set abi [sources gcc.target/i386 {ms_abi|sysv_abi|-mabi=ms|_WIN64|-mingw}]
foreach file [sources gcc.target/i386 $run] {
    if { $file in $abi } {
        plan $file c run -w { -ansi -pedantic-errors }
    }
}
