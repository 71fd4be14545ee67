/* chan-test.h: what the tests of channels have in common.
   SPDX-License-Identifier: MIT  */

#ifndef CHAN_TEST_H
#define CHAN_TEST_H

#include "rt-test.h"
#include "rt.h"

#define MS ((uint64_t) 1000000)

/* Give others the time to park, or to be late.  */
#define SETTLE (20 * MS)

__declspec (dllimport) int QueryPerformanceCounter (int64_t *);
__declspec (dllimport) int QueryPerformanceFrequency (int64_t *);

/* Milliseconds from the clock that counts them without lag.  */
static inline uint64_t
test_ms (void)
{
  int64_t now, frequency;

  QueryPerformanceCounter (&now);
  QueryPerformanceFrequency (&frequency);
  return (uint64_t) (now / frequency * 1000
                     + now % frequency * 1000 / frequency);
}

static inline struct rt_chan *
chan_new (size_t elemsize, size_t capacity)
{
  struct rt_chan *chan = NULL;

  CHECK_EQ (rt_chan_new (elemsize, capacity, &chan), 0);
  CHECK (chan != NULL);
  return chan;
}

/* Send and receive an int, which must succeed.  */
static inline void
send_int (struct rt_chan *chan, int value)
{
  CHECK_EQ (rt_chan_send (chan, &value), 0);
}

static inline int
recv_int (struct rt_chan *chan)
{
  int value = -1;

  CHECK_EQ (rt_chan_recv (chan, &value), 0);
  return value;
}

/* A case of a select.  */
static inline struct rt_select_case
send_case (struct rt_chan *chan, void *elem)
{
  struct rt_select_case c = { RT_SELECT_SEND, chan, elem, 77 };

  return c;
}

static inline struct rt_select_case
recv_case (struct rt_chan *chan, void *elem)
{
  struct rt_select_case c = { RT_SELECT_RECV, chan, elem, 77 };

  return c;
}

#endif /* CHAN_TEST_H */
