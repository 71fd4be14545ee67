/* What threads had that were terminated is given back before there are many
   of them.  */
/* { dg-do run } */
/* { dg-plain-sources "terminate-plain.c" } */

#include "rt-test.h"
#include "rt.h"
#include "thread-test.h"
#include "usage.h"

/* Wine 8 itself leaves a megabyte behind of each.  */
#define THREADS 100
#define SIZE    ((size_t) 4 << 20)
#define MEMORY  ((size_t) 250 << 20)    /* All of them: 400 MB.  */
#define HANDLES 30

static int NOINLINE
fill (volatile char *buffer, char value)
{
  size_t i;

  for (i = 0; i < SIZE; i += 1000)
    buffer[i] = value;
  return buffer[1000];
}

static int
called_back (int n)
{
  volatile char buffer[SIZE];

  return fill (buffer, (char) n);
}

int
main (void)
{
  void *callback;
  unsigned long handles_before = handles ();
  size_t before = committed ();
  int i;

  CHECK_EQ (rt_callback_new ((void *) called_back, "i(i)", &callback), 0);
  for (i = 0; i < THREADS; i++)
    {
      start_and_terminate ((int (*) (int)) callback, i, &returned, 1);
      while (!terminated)
        rt_sleep (MS / 2);
      CHECK (committed () < before + MEMORY);
      CHECK (handles () < handles_before + HANDLES);
    }
  return 0;
}
