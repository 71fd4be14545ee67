/* The address of a local may be kept anywhere, and the local is found there
   after any number of moves.  */
/* { dg-do run } */

#include "plugin-test.h"

struct link { struct link *up; int value; };

static int *global;
static struct link *chain;

static NOINLINE int
down (int n, struct link *up)
{
  struct link me = { up, n };

  chain = &me;
  if (n > 0)
    return down (n - 1, &me);
  int sum = 0;
  for (struct link *p = chain; p != NULL; p = p->up)
    sum += p->value++;
  return sum;
}

static NOINLINE void
write_through (int n, int **p)
{
  if (n > 0)
    write_through (n - 1, p);
  else
    **p = 99;
}

static NOINLINE int
by_heap (void)
{
  int local = 1;
  int **cell = malloc (sizeof *cell);

  *cell = &local;
  deep (50);
  write_through (50, cell);
  free (cell);
  return local;
}

static NOINLINE int
by_global (void)
{
  int local = 1;

  global = &local;
  deep (50);
  *global += 1;
  deep (50);
  return local;
}

static NOINLINE int
by_integer (void)
{
  char text[20] = "abc";
  uintptr_t address = (uintptr_t) text ^ 0x5555;

  deep (50);
  ((char *) (address ^ 0x5555))[1] = 'x';
  return strcmp (text, "axc");
}

/* Arguments on the stack, too.  */
static NOINLINE int
parameters (int a, int b, int c, int d, int e, int f, double g, char h)
{
  int *p[6] = { &a, &b, &c, &d, &e, &f };
  double *pg = &g;
  char *ph = &h;
  int sum = 0;

  deep (50);
  for (int i = 0; i < 6; i++)
    sum += (*p[i])++ * (i + 1);
  deep (50);
  return sum + (int) *pg + *ph + (a - 1) + (f - 6);
}

int
main (void)
{
  int (*volatile pointer) (int, int, int, int, int, int, double, char)
    = parameters;

  CHECK_EQ (down (200, NULL), 200 * 201 / 2);
  CHECK_EQ (by_heap (), 99);
  CHECK_EQ (by_global (), 2);
  CHECK_EQ (by_integer (), 0);
  CHECK_EQ (parameters (1, 2, 3, 4, 5, 6, 7, 8), 91 + 7 + 8 + 2);
  CHECK_EQ (pointer (1, 2, 3, 4, 5, 6, 7, 8), 91 + 7 + 8 + 2);
  return 0;
}
