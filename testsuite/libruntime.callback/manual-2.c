/* A thread that Windows made calls back, and its callback waits.  */

#include <rt.h>
#include <stdio.h>
#include <windows.h>

struct talk
{
  struct rt_chan *question;
  struct rt_chan *answer;
};

/* The thread's function.  It runs on a goroutine of its own, so it may wait
   for channels like any other.  */
static DWORD
answer (struct talk *talk)
{
  int n;

  while (rt_chan_recv (talk->question, &n) == 0)
    {
      n *= 2;
      rt_chan_send (talk->answer, &n);
    }
  return 42;
}

int
main (void)
{
  struct talk talk;
  void *callback;
  HANDLE thread;
  DWORD code;
  int n = 21;

  if (rt_chan_new (sizeof n, 0, &talk.question) != 0
      || rt_chan_new (sizeof n, 0, &talk.answer) != 0
      || rt_callback_new ((void *) answer, "I(p)", &callback) != 0)
    return 1;
  /* TALK is a local of main; the thread may use it all the same.  */
  thread = CreateThread (NULL, 0, (LPTHREAD_START_ROUTINE) callback, &talk,
                         0, NULL);
  rt_chan_send (talk.question, &n);
  rt_chan_recv (talk.answer, &n);
  rt_chan_close (talk.question);
  WaitForSingleObject (thread, INFINITE);
  GetExitCodeThread (thread, &code);
  CloseHandle (thread);
  rt_callback_free (callback);
  printf ("answer %d, exit code %lu\n", n, code);
  return 0;
}

/* { dg-do run } */
/* { dg-match "answer 42, exit code 42" } */
