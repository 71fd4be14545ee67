/* line-1.c: faults in a DLL that the loader has moved; the numbers after
   "line" are where the traceback must lead.
   SPDX-License-Identifier: MIT  */

#include <stdint.h>
#include <stdio.h>
#include <windows.h>

#define IMPORT __declspec (dllimport)
#define NOINLINE __attribute__ ((noinline, noclone))

IMPORT int line_fault (int (*fn) (int), int n);
IMPORT void *line_base (void);

static volatile int sink;

static NOINLINE int
through (int n)
{
  sink = n;
  n = line_fault (through, n - 1);      /* line 21 */
  sink++;
  return n;
}

int
main (void)
{
  puts (line_base () == (void *) GetModuleHandleW (NULL) ? "same" : "moved");
  fflush (stdout);
  sink = through (2);                   /* line 31 */
  return sink;
}
