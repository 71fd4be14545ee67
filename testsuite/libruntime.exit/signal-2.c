/* After the events after which Windows ends the process, the handler does not
   return: the program has its time, and ends with its own status.  */
/* { dg-do run } */
/* { dg-should-fail 5 } */
/* { dg-match "^last words$" } */
/* { dg-match "^atexit$" } */
/* { dg-timeout 20 } */

#include <stdio.h>

#include "signal-test.h"

static void
at_exit (void)
{
  printf ("atexit\n");
}

int
main (void)
{
  static const DWORD numbers[] = { CTRL_CLOSE_EVENT, CTRL_LOGOFF_EVENT,
                                   CTRL_SHUTDOWN_EVENT };
  struct rt_chan *chan;
  HANDLE threads[3];
  uint32_t event;

  atexit (at_exit);
  CHECK_EQ (rt_chan_new (sizeof (uint32_t), 1, &chan), 0);
  CHECK_EQ (rt_signal_notify (chan, RT_CTRL_ALL), 0);
  /* Wine calls one handler at a time.  */
  for (int i = 0; i < 3; i++)
    threads[i] = raise_event (numbers[i]);
  CHECK_EQ (rt_chan_recv (chan, &event), 0);
  CHECK (event == RT_CTRL_CLOSE || event == RT_CTRL_LOGOFF
         || event == RT_CTRL_SHUTDOWN);
  for (int i = 0; i < 3; i++)
    CHECK_EQ (WaitForSingleObject (threads[i], 100), WAIT_TIMEOUT);
  /* These do not ask Windows, which may hold a lock.  */
  CHECK_EQ (rt_signal_stop (chan), 0);
  CHECK_EQ (rt_signal_notify (chan, RT_CTRL_C), 0);
  printf ("last words\n");
  exit (5);
}
