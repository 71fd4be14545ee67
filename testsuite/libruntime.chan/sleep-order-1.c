/* Sleepers wake by their times, not by the order in which they went to sleep,
   and none too early.  */
/* { dg-do run } */

#include "chan-test.h"

#define N 20
#define STEP 25

static struct rt_chan *order;
static uint64_t begin;

static void
sleeper (void *arg)
{
  int i = (int) (intptr_t) arg;
  uint64_t before = test_ms ();

  rt_sleep ((uint64_t) i * STEP * MS);
  CHECK (test_ms () - before >= (uint64_t) i * STEP - (i > 0));
  send_int (order, i);
}

int
main (void)
{
  int i, late = 0;

  order = chan_new (sizeof (int), N);
  begin = test_ms ();
  for (i = 0; i < N; i++)
    CHECK_EQ (rt_go (sleeper, (void *) (intptr_t) (i * 7 % N)), 0);
  late = test_ms () - begin > STEP / 2;
  for (i = 0; i < N; i++)
    {
      int got = recv_int (order);

      /* Once the machine was too busy the order says nothing.  */
      late |= test_ms () - begin > (uint64_t) i * STEP + STEP / 2;
      if (!late)
        CHECK_EQ (got, i);
    }
  CHECK (test_ms () - begin >= (N - 1) * STEP - 1);
  CHECK (test_ms () - begin < 30000);
  rt_sleep (0);
  return 0;
}
