/* A program may have functions of its own by libc's names.  */
/* { dg-do run } */
/* { dg-options "-fno-builtin" } */

#include "rt-test.h"
#include "rt.h"

static int calls;

/* These do what libc's do not, and none of it is what libruntime wants.  */

void *
memcpy (void *to, const void *from, size_t n)
{
  (void) from;
  (void) n;
  calls++;
  return to;
}

void *
memset (void *to, int c, size_t n)
{
  (void) c;
  (void) n;
  calls++;
  return to;
}

void
qsort (void *base, size_t n, size_t size,
       int (*compare) (const void *, const void *))
{
  (void) base;
  (void) n;
  (void) size;
  (void) compare;
  calls++;
}

/* Grow the stack, many times.  */
static int __attribute__ ((noinline))
deep (int n)
{
  volatile char room[64];

  room[n % 64] = (char) n;
  return n == 0 ? 0 : room[n % 64] - (char) n + 1 + deep (n - 1);
}

static struct element
{
  uint64_t a, b, c;
  char d[5];
} in, out;

#define MANY 40

static struct rt_chan *chans[MANY];
static struct rt_select_case cases[MANY];

int
main (void)
{
  struct rt_chan *chan = NULL;
  size_t i, index = MANY;

  /* MinGW's start-up code has copied argv.  */
  calls = 0;

  CHECK_EQ (deep (5000), 5000);

  in.a = 1;
  in.b = 2;
  in.c = 3;
  in.d[4] = 4;
  CHECK_EQ (rt_chan_new (sizeof in, 1, &chan), 0);
  CHECK_EQ (rt_chan_send (chan, &in), 0);
  CHECK_EQ (rt_chan_recv (chan, &out), 0);
  CHECK_EQ (out.a, 1);
  CHECK_EQ (out.b, 2);
  CHECK_EQ (out.c, 3);
  CHECK_EQ (out.d[4], 4);
  CHECK_EQ (rt_chan_close (chan), 0);
  CHECK_EQ (rt_chan_recv (chan, &out), RT_ECLOSED);
  CHECK_EQ (out.b, 0);
  CHECK_EQ (out.d[4], 0);

  /* Every channel is in it twice, which only a sorted list shows: locked
     twice, it would hang.  */
  for (i = 0; i < MANY; i++)
    {
      if (i < MANY / 2)
        CHECK_EQ (rt_chan_new (0, 1, &chans[i]), 0);
      else
        chans[i] = chans[i - MANY / 2];
      cases[i].op = RT_SELECT_RECV;
      cases[i].chan = chans[i];
    }
  CHECK_EQ (rt_chan_send (chans[3], NULL), 0);
  CHECK_EQ (rt_select (cases, MANY, RT_FOREVER, &index), 0);
  CHECK_EQ (index % (MANY / 2), 3);

  CHECK_EQ (calls, 0);
  return 0;
}
