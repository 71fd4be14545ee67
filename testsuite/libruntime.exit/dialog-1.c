/* A program whose main is growable pops up no dialog, and leaves its end to
   Windows Error Reporting with RT_TRACEBACK=wer.  */
/* { dg-do run } */
/* { dg-timeout 60 } */

#include <stdio.h>

#include "child.h"

#define NO_DIALOGS                                                      \
  (SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX)

/* Winnt.h's, not in all headers.  */
#define FAIL_FAST 0xc0000602

static int
child (const char *how)
{
  if (strcmp (how, "fault") == 0)
    *(volatile int *) 8 = 1;
  else if (strcmp (how, "fatal") == 0)
    rt_throw (1);
  else if (strcmp (how, "abort") == 0)
    abort ();
  return (int) GetErrorMode () + 10;
}

int
main (int argc, char **argv)
{
  /* Wine's RaiseFailFastException has no record but its own code.  */
  int wine = GetProcAddress (GetModuleHandleA ("ntdll.dll"),
                             "wine_get_version") != NULL;
  struct child c;

  if (argc > 1)
    return child (argv[1]);
  CHECK_EQ (GetErrorMode () & NO_DIALOGS, NO_DIALOGS);
  SetErrorMode (0);
  run_child ("mode", "RT_TRACEBACK", "single", 0, &c);
  CHECK_EQ (c.status, NO_DIALOGS + 10);
  run_child ("mode", "RT_TRACEBACK", "wer", 0, &c);
  CHECK_EQ (c.status, 10);
  run_child ("fault", "RT_TRACEBACK", "all", 0, &c);
  CHECK_EQ (c.status, 2);
  run_child ("fault", "RT_TRACEBACK", "wer", 0, &c);
  CHECK_EQ (c.status, wine ? FAIL_FAST : EXCEPTION_ACCESS_VIOLATION);
  CHECK (strstr (c.output, "goroutine 1 [running]:") != NULL);
  run_child ("fatal", "RT_TRACEBACK", "wer", 0, &c);
  CHECK_EQ (c.status, FAIL_FAST);
  run_child ("abort", "RT_TRACEBACK", "single", 0, &c);
  CHECK_EQ (c.status, 3);
  run_child ("abort", "RT_TRACEBACK", "wer", 0, &c);
  CHECK_EQ (c.status, FAIL_FAST);
  return 0;
}
