/* One goroutine waits for a word from another.  */

#include <rt.h>
#include <stdio.h>

static struct rt_g *waiter;

static void
waker (void *arg)
{
  (void) arg;
  rt_sleep (10000000);          /* 10 ms.  */
  puts ("wake up");
  rt_ready (waiter);
}

int
main (void)
{
  waiter = rt_self ();
  if (rt_go (waker, NULL) != 0)
    return 1;
  printf ("goroutines: %u\n", rt_numgoroutine ());
  rt_park ();                   /* Whoever comes first waits for nobody.  */
  puts ("awake");
  return 0;
}

/* { dg-do run } */
/* { dg-match "goroutines: 2\nwake up\nawake\n" } */
