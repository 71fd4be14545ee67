/* The program of the manual's section on fault handlers.  */
/* { dg-do run } */
/* { dg-match "^7 / 2 = 3$" } */
/* { dg-match "^7 / 0: error c0000094$" } */
/* { dg-match "^no pointer: error c0000005$" } */
/* { dg-match "^done$" } */

#include <stdio.h>
#include <rt.h>

struct division
{
  const int *a, *b;
  int result;
};

static void
divide (void *arg)
{
  struct division *d = arg;

  d->result = *d->a / *d->b;
}

static void
handler (const struct rt_fault *fault)
{
  rt_throw (fault->code);
}

/* DIVIDE, by which a fault is an error like any other.  */
static uintptr_t
checked_divide (struct division *d)
{
  uintptr_t code = 0;

  rt_try (divide, d, &code);
  return code;
}

int
main (void)
{
  int seven = 7, two = 2, zero = 0;
  struct division good = { &seven, &two, 0 };
  struct division bad = { &seven, &zero, 0 };
  struct division worse = { &seven, NULL, 0 };

  rt_fault_handler (handler);
  if (checked_divide (&good) == 0)
    printf ("7 / 2 = %d\n", good.result);
  printf ("7 / 0: error %x\n", (unsigned int) checked_divide (&bad));
  printf ("no pointer: error %x\n", (unsigned int) checked_divide (&worse));
  puts ("done");
  return 0;
}
