/* A program's own function by the name of a small one of libc may need much
   stack: its callers, whose locals are on the control stack, do not move.  */
/* { dg-do run } */
/* { dg-more-sources "small-1-more.c" } */

#include "plugin-test.h"

static volatile int length = 400;
static volatile char filler = 'x';

/* Calls nothing but small functions.  */
static NOINLINE size_t
measure (int n)
{
  char text[512];
  char *end;

  for (int i = 0; i < n; i++)
    text[i] = filler;
  text[n] = 'z';
  text[n + 1] = '\0';
  end = strchr (text, 'z');
  *end = 'y';
  return strlen (text) * 1000 + (size_t) (end - text)
         + (text[n] == 'y' ? 0 : 1);
}

int
main (void)
{
  for (int i = 0; i < 20; i++)
    CHECK_EQ (measure (length), 401400u);
  CHECK_EQ (deep (100), 100);
  return 0;
}
