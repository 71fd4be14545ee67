/* Console events go to every channel that wants them, to a goroutine that
   waits and to one that selects.  What has no room for one misses it.  What
   nobody wants goes to the handler of before.  */
/* { dg-do run } */
/* { dg-timeout 30 } */

#include "signal-test.h"

static struct rt_chan *one, *two, *none, *quiet;
static volatile LONG passed_on;
static struct rt_waitgroup done;

/* The program's own handler: it had better not see what channels want.  */
static BOOL WINAPI
before (DWORD number)
{
  InterlockedExchangeAdd (&passed_on, (LONG) (1u << number));
  return TRUE;
}

static void
waits (void *arg)
{
  uint32_t event = 0;

  CHECK_EQ (rt_chan_recv (arg, &event), 0);
  CHECK_EQ (event, RT_CTRL_BREAK);
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

static void
selects (void *arg)
{
  uint32_t event = 0;
  size_t index = 9;
  struct rt_select_case cases[2] = {
    { RT_SELECT_RECV, arg, &event, 0 }, { RT_SELECT_RECV, quiet, NULL, 0 }
  };

  CHECK_EQ (rt_select (cases, 2, RT_FOREVER, &index), 0);
  CHECK_EQ (index, 0);
  CHECK_EQ (event, RT_CTRL_BREAK);
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

/* CHAN holds EVENT, and nothing else.  */
static void
holds (struct rt_chan *chan, uint32_t event)
{
  uint32_t got = 0;

  CHECK_EQ (rt_chan_tryrecv (chan, &got), 0);
  CHECK_EQ (got, event);
  CHECK_EQ (rt_chan_tryrecv (chan, &got), RT_EAGAIN);
}

int
main (void)
{
  CHECK (SetConsoleCtrlHandler (before, TRUE));
  CHECK_EQ (rt_chan_new (sizeof (uint32_t), 1, &one), 0);
  CHECK_EQ (rt_chan_new (sizeof (uint32_t), 1, &two), 0);
  CHECK_EQ (rt_chan_new (sizeof (uint32_t), 0, &none), 0);
  CHECK_EQ (rt_chan_new (0, 0, &quiet), 0);

  have_event (CTRL_C_EVENT);
  CHECK_EQ (passed_on, RT_CTRL_C);
  CHECK_EQ (rt_signal_notify (one, RT_CTRL_C | RT_CTRL_BREAK), 0);
  have_event (CTRL_C_EVENT);
  holds (one, RT_CTRL_C);
  CHECK_EQ (passed_on, RT_CTRL_C);

  /* More than one channel; and more events for a channel.  */
  CHECK_EQ (rt_signal_notify (two, RT_CTRL_BREAK), 0);
  CHECK_EQ (rt_signal_notify (none, RT_CTRL_ALL), 0);
  have_event (CTRL_C_EVENT);
  holds (one, RT_CTRL_C);
  CHECK_EQ (rt_chan_len (two), 0);
  CHECK_EQ (rt_signal_notify (two, RT_CTRL_C), 0);
  have_event (CTRL_C_EVENT);
  holds (one, RT_CTRL_C);
  holds (two, RT_CTRL_C);

  /* The first stays, the second finds no room.  */
  have_event (CTRL_C_EVENT);
  have_event (CTRL_BREAK_EVENT);
  holds (one, RT_CTRL_C);
  holds (two, RT_CTRL_C);

  for (int i = 0; i < 20; i++)
    {
      CHECK_EQ (rt_waitgroup_add (&done, 3), 0);
      CHECK_EQ (rt_go (waits, one), 0);
      CHECK_EQ (rt_go (selects, two), 0);
      CHECK_EQ (rt_go (waits, none), 0);
      rt_sleep (2000000);
      have_event (CTRL_BREAK_EVENT);
      CHECK_EQ (rt_waitgroup_wait (&done), 0);
    }

  /* One after the other does not want them any more; a closed channel does,
     but misses them.  */
  CHECK_EQ (rt_signal_stop (one), 0);
  CHECK_EQ (rt_signal_stop (one), RT_EINVAL);
  have_event (CTRL_C_EVENT);
  CHECK_EQ (rt_chan_len (one), 0);
  holds (two, RT_CTRL_C);
  CHECK_EQ (rt_signal_stop (none), 0);
  CHECK_EQ (rt_chan_close (two), 0);
  have_event (CTRL_C_EVENT);
  CHECK_EQ (rt_chan_tryrecv (two, NULL), RT_ECLOSED);
  CHECK_EQ (passed_on, RT_CTRL_C);
  CHECK_EQ (rt_signal_stop (two), 0);
  have_event (CTRL_C_EVENT);
  CHECK_EQ (passed_on, 2 * RT_CTRL_C);

  /* Again, before the handler of the program's own, which is the last that
     Windows has been told of.  */
  CHECK (SetConsoleCtrlHandler (before, FALSE));
  CHECK (SetConsoleCtrlHandler (before, TRUE));
  CHECK_EQ (rt_signal_notify (one, RT_CTRL_C), 0);
  have_event (CTRL_C_EVENT);
  holds (one, RT_CTRL_C);
  have_event (CTRL_BREAK_EVENT);
  CHECK_EQ (passed_on, 2 * RT_CTRL_C + RT_CTRL_BREAK);
  CHECK_EQ (rt_chan_free (one), RT_EINVAL);
  CHECK_EQ (rt_signal_stop (one), 0);
  CHECK_EQ (rt_chan_free (one), 0);
  CHECK_EQ (rt_chan_free (two), 0);
  CHECK_EQ (rt_chan_free (none), 0);
  return 0;
}
