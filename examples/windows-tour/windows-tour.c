/* windows-tour.c: Windows calls goroutines back, from several directions.
   SPDX-License-Identifier: MIT

   Nothing here says where a stack ends or where one begins: Windows calls
   are written as ever, and what Windows is to call goes through
   rt_callback_new, whichever thread it will be called on.  */

#include <stdio.h>
#include <stdlib.h>

#ifndef WIN32_LEAN_AND_MEAN
# define WIN32_LEAN_AND_MEAN
#endif
#include <windows.h>

#include "rt.h"

static struct rt_chan *ticks, *news;

/* Of FN, that Windows will call as SPEC says.  */
static void *
callback (void *fn, const char *spec)
{
  void *result = NULL;
  uint32_t err = rt_callback_new (fn, spec, &result);

  if (err != 0)
    printf ("rt_callback_new (%s): error 0x%x\n", spec, err);
  return result;
}

static int
verdict (int right)
{
  printf ("  %s\n", right ? "right" : "WRONG");
  return right;
}

/* -- A callback during the call, on the same goroutine ----------------- */

static int locales, english;
static struct rt_stackinfo before, after;

/* Use enough stack that it has to move while Windows is in the middle of
   its enumeration.  */
static int
deep (int depth)
{
  volatile char buffer[128];

  buffer[depth % 128] = 1;
  return depth == 0 ? 0 : deep (depth - 1) + buffer[depth % 128];
}

static BOOL
on_locale (char *name)
{
  unsigned long id = strtoul (name, NULL, 16);

  locales++;
  if (id == 0x0409)
    {
      rt_stackinfo (&before);
      english = deep (500) == 500;
      rt_stackinfo (&after);
    }
  return TRUE;
}

static int
tour_locales (void)
{
  void *fn = callback ((void *) on_locale, "i(p)");
  BOOL done = EnumSystemLocalesA ((LOCALE_ENUMPROCA) fn, LCID_SUPPORTED);

  printf ("EnumSystemLocalesA\n");
  printf ("  %s, U.S. English %s\n", locales > 10 ? "many locales" : "few",
          english ? "among them" : "missing");
  printf ("  stack of %zu bytes before it, %zu after\n",
          before.control_size, after.control_size);
  return verdict (done && english && after.moves > before.moves
                  && rt_callback_free (fn) == 0);
}

/* -- A callback on a thread of Windows' pool --------------------------- */

static void
on_tick (void *number, BOOLEAN fired)
{
  int value = fired ? ++*(int *) number : -1;

  /* This waits until somebody receives, as any goroutine would.  */
  rt_chan_send (ticks, &value);
}

static int
tour_timer (void)
{
  void *fn = callback ((void *) on_tick, "v(pB)");
  HANDLE timer;
  int number = 0, tick = 0, right = 1, i;

  printf ("CreateTimerQueueTimer\n");
  for (i = 1; i <= 4; i++)
    {
      if (!CreateTimerQueueTimer (&timer, NULL, (WAITORTIMERCALLBACK) fn,
                                  &number, 5, 0, WT_EXECUTEDEFAULT))
        return verdict (0);
      right &= rt_chan_recv (ticks, &tick) == 0 && tick == i;
      /* INVALID_HANDLE_VALUE: return when no callback runs any more.  */
      right &= DeleteTimerQueueTimer (NULL, timer, INVALID_HANDLE_VALUE) != 0;
    }
  printf ("  %d ticks\n", tick);
  return verdict (right && rt_callback_free (fn) == 0);
}

/* -- A thread that we make --------------------------------------------- */

static DWORD
on_thread (void *arg)
{
  int value = *(int *) arg * 2;

  rt_chan_send (news, &value);
  return value + 1;
}

static int
tour_thread (void)
{
  void *fn = callback ((void *) on_thread, "I(p)");
  int arg = 21, value = 0, right;
  DWORD code = 0;
  HANDLE thread = CreateThread (NULL, 0, (LPTHREAD_START_ROUTINE) fn, &arg, 0,
                                NULL);

  right = thread && rt_chan_recv (news, &value) == 0
          && WaitForSingleObject (thread, INFINITE) == WAIT_OBJECT_0
          && GetExitCodeThread (thread, &code) && CloseHandle (thread);
  printf ("CreateThread\n");
  printf ("  sent %d, ended with %lu\n", value, code);
  return verdict (right && value == 42 && code == 43
                  && rt_callback_free (fn) == 0);
}

/* -- Errors belong to the goroutine ------------------------------------ */

static void
other (void *arg)
{
  SetLastError (5);
  rt_chan_send (arg, NULL);
}

static int
tour_error (void)
{
  struct rt_chan *done;
  BOOL deleted;
  DWORD err;

  if (rt_chan_new (0, 0, &done) != 0)
    return 0;
  deleted = DeleteFileA ("there is no such file");
  rt_go (other, done);
  rt_chan_recv (done, NULL);
  err = GetLastError ();
  printf ("GetLastError\n");
  printf ("  %lu, though another goroutine has set it to 5 since\n", err);
  return verdict (!deleted && err == ERROR_FILE_NOT_FOUND
                  && rt_chan_free (done) == 0);
}

int
main (void)
{
  int right;

  if (rt_chan_new (sizeof (int), 0, &ticks) != 0
      || rt_chan_new (sizeof (int), 0, &news) != 0)
    return 1;
  right = tour_locales ();
  right &= tour_timer ();
  right &= tour_thread ();
  right &= tour_error ();
  printf ("all %s\n", right ? "right" : "WRONG");
  return !right;
}
