/* The manual's program: Control-C ends it in good order.  */
/* { dg-do run } */
/* { dg-match "^stopped by Control-C$" } */

#include <stdio.h>
#include <windows.h>
#include "rt.h"

static struct rt_chan *events, *ticks;

static void
work (void *arg)
{
  for (;;)
    {
      rt_sleep (1000000);
      rt_chan_send (ticks, NULL);
    }
}

static void
press_control_c (void) /* So that the manual's program ends.  */
{
  LPTHREAD_START_ROUTINE routine = (LPTHREAD_START_ROUTINE) (void *)
    GetProcAddress (GetModuleHandleA ("kernel32"), "CtrlRoutine");

  CloseHandle (CreateThread (NULL, 0, routine, CTRL_C_EVENT, 0, NULL));
}

int
main (void)
{
  struct rt_select_case cases[2] = {
    { RT_SELECT_RECV, NULL, NULL, 0 }, { RT_SELECT_RECV, NULL, NULL, 0 }
  };
  int n = 0;
  size_t i;

  rt_chan_new (sizeof (uint32_t), 1, &events);
  rt_chan_new (0, 0, &ticks);
  rt_signal_notify (events, RT_CTRL_C | RT_CTRL_CLOSE);
  rt_go (work, NULL);
  cases[0].chan = events;
  cases[1].chan = ticks;
  while (rt_select (cases, 2, RT_FOREVER, &i) == 0 && i == 1)
    if (++n == 5)
      press_control_c ();
  puts ("stopped by Control-C");
  return 0;
}
