/* A thread that the program made feeds goroutines that wait on a channel, and
   hears from them; they are not taken for deadlocked meanwhile.  */
/* { dg-do run } */

#include "chan-test.h"

#define N 200

static struct rt_chan *to_us, *to_thread;

/* Plain threads do not wait on channels, they look again.  */
static unsigned long
thread (void *arg)
{
  int i, value;

  (void) arg;
  Sleep (50);
  for (i = 0; i < N; i++)
    {
      if (i % 3)
        CHECK_EQ (rt_chan_send (to_us, &i), 0);
      else
        while (rt_chan_trysend (to_us, &i) == RT_EAGAIN)
          Sleep (0);
      value = -1;
      while (rt_chan_tryrecv (to_thread, &value) == RT_EAGAIN)
        Sleep (0);
      CHECK_EQ (value, i + 1000);
    }
  CHECK_EQ (rt_chan_recv (to_us, &value), RT_ENOTG);
  Sleep (50);
  CHECK_EQ (rt_chan_close (to_us), 0);
  return 33;
}

int
main (void)
{
  void *handle;
  unsigned long code = 0;
  int i, value;

  to_us = chan_new (sizeof (int), 1);
  to_thread = chan_new (sizeof (int), 1);
  handle = CreateThread (NULL, 0, thread, NULL, 0, NULL);
  CHECK (handle != NULL);
  for (i = 0; i < N; i++)
    {
      CHECK_EQ (recv_int (to_us), i);
      send_int (to_thread, i + 1000);
    }
  CHECK_EQ (rt_chan_recv (to_us, &value), RT_ECLOSED);
  CHECK_EQ (WaitForSingleObject (handle, 10000), 0);
  CHECK (GetExitCodeThread (handle, &code));
  CHECK_EQ (code, 33);
  CHECK (CloseHandle (handle));
  return 0;
}
