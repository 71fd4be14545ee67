/* Keeps an address, and writes there.  */

#include "rt-test.h"

static int *remembered, count;

__declspec (dllexport) void
remember (int *where)
{
  remembered = where;
}

__declspec (dllexport) void
write_now (int value)
{
  *remembered = value;
}

static unsigned long
thread_main (void *counter)
{
  int i;

  for (i = 0; i < count; i++)
    {
      ++*(volatile int *) counter;
      if (i % 100 == 0)
        Sleep (1);
    }
  return 0;
}

__declspec (dllexport) void *
write_later (int *counter, int times)
{
  count = times;
  return CreateThread (NULL, 0, thread_main, counter, 0, NULL);
}
