/* A chain of goroutines, each of which filters what the one before it sends,
   finds the primes.  */
/* { dg-do run } */

#include "chan-test.h"

struct filter
{
  struct rt_chan *in, *out;
  int prime;
};

static void
generate (void *arg)
{
  int i;

  for (i = 2; ; i++)
    send_int (arg, i);
}

static void
filter (void *arg)
{
  struct filter f = *(struct filter *) arg;

  free (arg);
  for (;;)
    {
      int i = recv_int (f.in);

      if (i % f.prime)
        send_int (f.out, i);
    }
}

int
main (void)
{
  struct rt_chan *chan = chan_new (sizeof (int), 0);
  int i, prime = 0;

  CHECK_EQ (rt_go (generate, chan), 0);
  for (i = 0; i < 100; i++)
    {
      struct filter *f = malloc (sizeof *f);

      prime = recv_int (chan);
      f->in = chan;
      f->out = chan_new (sizeof (int), i % 3);
      f->prime = prime;
      chan = f->out;
      CHECK_EQ (rt_go (filter, f), 0);
    }
  CHECK_EQ (prime, 541);
  return 0;
}
