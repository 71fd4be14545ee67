/* Control-C in a console: it comes to a goroutine; a program that waits for it
   alone is not dead; without rt_signal_notify, or after rt_signal_stop, it
   ends the process.  Control-Break is for real Windows: Wine 8.0 does not send
   it.  */
/* { dg-do run } */
/* { dg-timeout 60 } */

#include <stdio.h>

#include "child.h"

#ifndef STATUS_CONTROL_C_EXIT
#define STATUS_CONTROL_C_EXIT 0xc000013a
#endif

static int
child (const char *what)
{
  int is_break = strstr (what, "break") != NULL;
  struct rt_chan *chan;
  uint32_t event = 0;

  CHECK_EQ (rt_chan_new (sizeof (uint32_t), 1, &chan), 0);
  if (strstr (what, "notify"))
    CHECK_EQ (rt_signal_notify (chan, RT_CTRL_C | RT_CTRL_BREAK), 0);
  if (strstr (what, "stop"))
    CHECK_EQ (rt_signal_stop (chan), 0);
  if (strstr (what, "wait"))
    CHECK_EQ (rt_chan_recv (chan, &event), 0);
  if (!GenerateConsoleCtrlEvent (is_break ? CTRL_BREAK_EVENT : CTRL_C_EVENT,
                                 0))
    return 99;
  if (strstr (what, "only"))
    Sleep (5000);
  CHECK_EQ (rt_chan_recv (chan, &event), 0);
  CHECK_EQ (event, is_break ? RT_CTRL_BREAK : RT_CTRL_C);
  printf ("received");
  exit (7);
}

int
main (int argc, char **argv)
{
  int wine = GetProcAddress (GetModuleHandleA ("ntdll.dll"),
                             "wine_get_version") != NULL;
  /* What Windows' own handler ends the process with.  */
  DWORD killed = wine ? 0 : STATUS_CONTROL_C_EXIT;
  struct child c;
  STARTUPINFOA startup = { sizeof startup };
  PROCESS_INFORMATION process;
  char path[MAX_PATH], command[MAX_PATH + 20];

  if (argc > 1)
    return child (argv[1]);
  run_child ("notify", NULL, NULL, CREATE_NO_WINDOW, &c);
  CHECK_EQ (c.status, 7);
  CHECK (strstr (c.output, "received") != NULL);
  run_child ("only", NULL, NULL, CREATE_NO_WINDOW, &c);
  CHECK_EQ (c.status, killed);
  run_child ("notify-stop-only", NULL, NULL, CREATE_NO_WINDOW, &c);
  CHECK_EQ (c.status, killed);
  if (!wine)
    {
      run_child ("break-notify", NULL, NULL, CREATE_NO_WINDOW, &c);
      CHECK_EQ (c.status, 7);
      run_child ("break-only", NULL, NULL, CREATE_NO_WINDOW, &c);
      CHECK_EQ (c.status, killed);
    }

  CHECK (GetModuleFileNameA (NULL, path, sizeof path) < sizeof path);
  sprintf (command, "\"%s\" notify-wait", path);
  CHECK (CreateProcessA (path, command, NULL, NULL, FALSE, CREATE_NO_WINDOW,
                         NULL, NULL, &startup, &process));
  CHECK_EQ (WaitForSingleObject (process.hProcess, 1000), WAIT_TIMEOUT);
  CHECK (TerminateProcess (process.hProcess, 1));
  return 0;
}
