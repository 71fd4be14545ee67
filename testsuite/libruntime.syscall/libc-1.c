/* Growable code calls libc: formatted output, conversions, sorting with
   its own comparison function, files, floating-point functions.  */
/* { dg-do run } */
/* { dg-options "-lm" } */

#include <math.h>
#include <stdio.h>

#include "syscall-test.h"

static int
compare (const void *a, const void *b)
{
  int x = *(const int *) a, y = *(const int *) b;

  recurse (2);
  return (x > y) - (x < y);
}

static void
libc (void *unused)
{
  char text[200], *end;
  int numbers[100], i, key = 35, a = 0;
  double volatile x = 2;
  FILE *file;

  (void) unused;
  snprintf (text, sizeof text, "%d %.3f %s %lld %g %c %u %d %d %.1f", 1, 2.5,
            "three", 4000000000000ll, 5e10, '6', 7u, 8, 9, 10.5);
  CHECK_STR (text, "1 2.500 three 4000000000000 5e+10 6 7 8 9 10.5");
  CHECK_EQ (strtol ("123xyz", &end, 10), 123);
  CHECK_STR (end, "xyz");
  CHECK_EQ_DOUBLE (strtod ("0.125", NULL), 0.125);
  CHECK_EQ (sscanf ("17 4", "%d %d", &i, &a), 2);
  CHECK_EQ (i * 100 + a, 1704);
  CHECK_EQ_DOUBLE (sqrt (x * 2), 2);
  CHECK_EQ_DOUBLE (pow (x, 10), 1024);
  CHECK_EQ_DOUBLE (fmod (x * 3.5, 4), 3);
  CHECK_EQ_DOUBLE (ldexp (x, 3), 16);
  for (i = 0; i < 100; i++)
    numbers[i] = i * 37 % 100;
  qsort (numbers, 100, sizeof *numbers, compare);
  for (i = 0; i < 100; i++)
    CHECK_EQ (numbers[i], i);
  CHECK_EQ ((int *) bsearch (&key, numbers, 100, sizeof key, compare)
              - numbers, 35);
  file = tmpfile ();
  if (file)
    {
      CHECK (fprintf (file, "%s %d %f\n", "line", 2, 3.0) > 0);
      rewind (file);
      CHECK (fgets (text, sizeof text, file) == text);
      CHECK_STR (text, "line 2 3.000000\n");
      CHECK_EQ (fclose (file), 0);
    }
}

int
main (void)
{
  libc (NULL);
  on_fresh (libc, NULL);
  return 0;
}
