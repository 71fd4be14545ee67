/* Calls that block, callbacks that park and grow, channels and yields, all
   at once on 4 p's, a hundred goroutines: every result is right.  */
/* { dg-do run } */
/* { dg-env "RT_MAXPROCS=4" } */
/* { dg-dll "mix-1-dll.c" } */

#include "rt-test.h"
#include "rt.h"

#define MANY 100
#define ROUNDS 30

static void *call_back, *callback;
static struct rt_chan *chan[4];
static struct rt_waitgroup done;

static int __attribute__ ((noinline))
descend (int n, int *sum)
{
  int mine = n;

  if (n > 1 && descend (n - 1, &mine) != n - 1)
    return -1;
  *sum += mine;
  return n;
}

static uintptr_t
called_back (uintptr_t n)
{
  int sum = 0;

  switch (n % 4)
    {
    case 0:
      CHECK_EQ (descend (50, &sum), 50);
      break;
    case 1:
      rt_gosched ();
      break;
    case 2:
      rt_sleep (100000);
      break;
    default:
      CHECK_EQ (rt_syscall (call_back, 2, (uintptr_t) callback, n / 4, 0).r1,
                n / 4);
    }
  SetLastError (99);
  return n;
}

static int
compare (const void *a, const void *b)
{
  return *(const int *) a - *(const int *) b;
}

static void
worker (void *arg)
{
  uintptr_t me = (uintptr_t) arg, i;
  uint32_t random = (uint32_t) me * 2654435761u + 1;

  for (i = 0; i < ROUNDS; i++)
    {
      int numbers[20], k;
      struct rt_result r;

      random ^= random << 13;
      random ^= random >> 17;
      random ^= random << 5;
      switch (random % 6)
        {
        case 0:
          r = rt_syscall (call_back, 2, (uintptr_t) callback, random % 1000,
                          0);
          CHECK_EQ (r.r1, random % 1000);
          CHECK_EQ (r.err, 333);
          break;
        case 1:
          Sleep (random % 3);
          break;
        case 2:
          for (k = 0; k < 20; k++)
            numbers[k] = (int) (random >> (k + 8));
          qsort (numbers, 20, sizeof *numbers, compare);
          for (k = 1; k < 20; k++)
            CHECK (numbers[k - 1] <= numbers[k]);
          break;
        case 3:
          SetLastError (random);
          rt_gosched ();
          CHECK_EQ (GetLastError (), random);
          break;
        case 4:
          CHECK_EQ (descend (100, &(int) { 0 }), 100);
          break;
        default:
          CHECK_EQ (rt_chan_send (chan[random % 4], &me), 0);
        }
    }
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

static void
drain (void *arg)
{
  uintptr_t n;

  while (rt_chan_recv (arg, &n) == 0)
    CHECK (n < MANY);
}

int
main (void)
{
  uintptr_t i;

  call_back = test_proc ("mix-1-dll.dll", "call_back");
  CHECK_EQ (rt_callback_new ((void *) called_back, "L(L)", &callback), 0);
  for (i = 0; i < 4; i++)
    {
      CHECK_EQ (rt_chan_new (sizeof (uintptr_t), i, &chan[i]), 0);
      CHECK_EQ (rt_go (drain, chan[i]), 0);
    }
  CHECK_EQ (rt_waitgroup_add (&done, MANY), 0);
  for (i = 0; i < MANY; i++)
    CHECK_EQ (rt_go (worker, (void *) i), 0);
  CHECK_EQ (rt_waitgroup_wait (&done), 0);
  for (i = 0; i < 4; i++)
    CHECK_EQ (rt_chan_close (chan[i]), 0);
  while (rt_numgoroutine () > 1)
    rt_gosched ();
  return 0;
}
