/* nonshared/rti-start.h: from the CRT's entry point to a growable one.
   SPDX-License-Identifier: MIT

   A growable main has the assembler name __rt_main.  The plugin puts

        main:   jmp     __rt_start_main

   beside it, so that the CRT finds a main; likewise wmain, WinMain and
   wWinMain.  The archive itself defines no main, else the linker would
   take that one into programs with a plain WinMain (whose main is the
   CRT's), and into all that name the archive before their own files.

   Each starting function is alone in its file, or every program would have
   to define all four.  */

#ifndef RTI_START_H
#define RTI_START_H

#include <stdint.h>

#include "rti-g.h"

/* Run FN (A, B, C, D), which is growable, as the first goroutine, and exit
   the process with its result.  Exported from the DLL.  */
void rt_start_main (void *fn, uintptr_t a, uintptr_t b, uintptr_t c,
                    uintptr_t d) __attribute__ ((__noreturn__));

/* The CRT's, idempotent: run the constructors.  GCC puts a call of it in
   every main, but not in a growable one.  */
void __main (void);

#endif /* RTI_START_H */
