/* Plain code that ends the process, or has somebody else do it.  */

#include <stdlib.h>
#include <windows.h>

void plain_exit (int status);
void plain_thread (void *function, int status);
int plain_call (int (*function) (int), int n);

void
plain_exit (int status)
{
  exit (status);
}

/* FUNCTION (STATUS) on a thread of its own.  */
void
plain_thread (void *function, int status)
{
  CreateThread (NULL, 0, (LPTHREAD_START_ROUTINE) function,
                (void *) (intptr_t) status, 0, NULL);
  Sleep (INFINITE);
}

int
plain_call (int (*function) (int), int n)
{
  return function (n);
}
