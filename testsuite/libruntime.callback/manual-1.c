/* Windows waits for ten goroutines and calls back on main's.  */

#include <rt.h>
#include <stdio.h>
#include <windows.h>

static int locales;

static BOOL CALLBACK
see (char *name)
{
  locales += name != NULL;      /* On main's goroutine.  */
  return TRUE;
}

static void
nap (void *done)
{
  Sleep (100);                  /* The other nine go on.  */
  rt_chan_send (done, NULL);
}

int
main (void)
{
  struct rt_chan *done;
  void *callback;
  int i;

  rt_chan_new (0, 0, &done);
  rt_callback_new ((void *) see, "i(p)", &callback);
  for (i = 0; i < 10; i++)
    rt_go (nap, done);
  EnumSystemLocalesA ((LOCALE_ENUMPROCA) callback, LCID_INSTALLED);
  for (i = 0; i < 10; i++)
    rt_chan_recv (done, NULL);
  printf ("10 naps, %s locales\n", locales > 0 ? "some" : "no");
  return 0;
}

/* { dg-do run } */
/* { dg-match "10 naps, some locales" } */
