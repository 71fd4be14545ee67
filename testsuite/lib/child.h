/* child.h: run this program again, with other variables in its environment.
   SPDX-License-Identifier: MIT  */

#ifndef CHILD_H
#define CHILD_H

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "rt-test.h"
#include "rt.h"

struct child
{
  DWORD status;
  char output[8000];
};

/* Run this program with the argument ARG, with the variable NAME set to
   VALUE (NULL: not set), created with FLAGS; fill in *CHILD.  */
static void
run_child (const char *arg, const char *name, const char *value, DWORD flags,
           struct child *child)
{
  SECURITY_ATTRIBUTES inherit = { sizeof inherit, NULL, TRUE };
  STARTUPINFOA startup = { sizeof startup };
  PROCESS_INFORMATION process;
  char path[MAX_PATH], command[MAX_PATH + 100];
  HANDLE read, write;
  DWORD n, length = 0;

  CHECK (GetModuleFileNameA (NULL, path, sizeof path) < sizeof path);
  strcpy (command, "\"");
  strcat (command, path);
  strcat (command, "\" ");
  strcat (command, arg);
  CHECK (CreatePipe (&read, &write, &inherit, 0));
  CHECK (SetHandleInformation (read, HANDLE_FLAG_INHERIT, 0));
  startup.dwFlags = STARTF_USESTDHANDLES;
  startup.hStdOutput = write;
  startup.hStdError = write;
  if (name)
    SetEnvironmentVariableA (name, value);
  SetLastError (0);
  if (!CreateProcessA (path, command, NULL, NULL, TRUE, flags, NULL, NULL,
                       &startup, &process))
    CHECK_EQ (GetLastError (), 0); /* Says why.  */
  if (name)
    SetEnvironmentVariableA (name, NULL);
  CloseHandle (write);
  while (length < sizeof child->output - 1
         && ReadFile (read, child->output + length,
                      (DWORD) sizeof child->output - 1 - length, &n, NULL)
         && n > 0)
    length += n;
  child->output[length] = '\0';
  CloseHandle (read);
  CHECK_EQ (WaitForSingleObject (process.hProcess, 30000), 0);
  CHECK (GetExitCodeProcess (process.hProcess, &child->status));
  CloseHandle (process.hThread);
  CloseHandle (process.hProcess);
}

#endif /* CHILD_H */
