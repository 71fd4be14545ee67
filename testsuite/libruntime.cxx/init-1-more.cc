/* The second unit of init-1.cc.  */

#include <stdio.h>

#include "init-1.h"

char made[64], gone[64];

void
leave_trace (char *where, const char *what)
{
  strcat (where, " ");
  strcat (where, what);
}

static int numbers[] = { 1, 2, 3, 5 };
int other_total = [] { int n = 0; for (int i : numbers) n += i; return n; } ();

/* Destroyed after all that were made later.  */
static struct last
{
  ~last () { printf ("gone:%s\n", gone); fflush (stdout); }
} last __attribute__ ((init_priority (101)));
