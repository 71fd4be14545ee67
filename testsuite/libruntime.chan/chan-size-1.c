/* Elements of any size arrive whole, through the ring and from hand to hand;
   elements of no bytes are counted.  */
/* { dg-do run } */

#include "chan-test.h"

#define MAX 5000

struct job
{
  struct rt_chan *chan;
  size_t size;
};

static unsigned char
byte (size_t size, int round, size_t i)
{
  return (unsigned char) (size * 7 + round * 31 + i);
}

static void
producer (void *arg)
{
  struct job *job = arg;
  unsigned char elem[MAX];
  int round;
  size_t i;

  for (round = 0; round < 4; round++)
    {
      for (i = 0; i < job->size; i++)
        elem[i] = byte (job->size, round, i);
      CHECK_EQ (rt_chan_send (job->chan, job->size ? elem : NULL), 0);
    }
}

static void
try_size (size_t size, size_t room)
{
  struct job job = { chan_new (size, room), size };
  unsigned char elem[MAX + 1];
  int round;
  size_t i;

  CHECK_EQ (rt_go (producer, &job), 0);
  for (round = 0; round < 4; round++)
    {
      elem[size] = 0xee;
      CHECK_EQ (rt_chan_recv (job.chan, elem), 0);
      for (i = 0; i < size; i++)
        CHECK_EQ (elem[i], byte (size, round, i));
      CHECK_EQ (elem[size], 0xee);
    }
  CHECK_EQ (rt_chan_tryrecv (job.chan, elem), RT_EAGAIN);
  CHECK_EQ (rt_chan_free (job.chan), 0);
}

int
main (void)
{
  static const size_t sizes[]
    = { 0, 1, 2, 3, 4, 7, 8, 9, 16, 24, 100, 4096, MAX };
  size_t k;

  for (k = 0; k < sizeof sizes / sizeof *sizes; k++)
    {
      try_size (sizes[k], 0);
      try_size (sizes[k], 2);
    }
  return 0;
}
