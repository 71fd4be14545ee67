/* thread-test.h: what the tests of threads have in common.
   SPDX-License-Identifier: MIT  */

#ifndef THREAD_TEST_H
#define THREAD_TEST_H

#include <stddef.h>
#include <stdint.h>

#define MS ((uint64_t) 1000000)
#define NOINLINE __attribute__ ((noinline, noclone))

/* The ways in which run_threads' threads end.  All but GROWABLE call back
   first.  */
enum
{
  RETURN,
  EXITTHREAD,
  ENDTHREADEX,
  FREELIBRARY,
  GROWABLE, /* Call growable code by its address, and return.  */
  BOTH,     /* That too.  */
  IN_CALLBACK,  /* The callback itself ends the thread, with its number.  */
  WAYS
};

/* Make COUNT threads, a few at a time, that end in the ways FIRST to LAST, in
   turn, and wait for them.  CALLED_BACK (way) gives way + 1, FUNCTION (way)
   way + 2.  In ends-plain.c.  */
void run_threads (int first, int last, int count, int (*called_back) (int),
                  int (*function) (int));

/* Make a thread that calls CALLBACK (ARG), sets RETURNED and waits for ever,
   and another that waits for *FLAG, and MS milliseconds, terminates the first,
   and sets TERMINATED.  In terminate-plain.c.  */
void start_and_terminate (int (*callback) (int), int arg, volatile int *flag,
                          unsigned int ms);
extern volatile int returned, terminated;

/* N frames deep, each with a data frame; returns N.  */
__attribute__ ((unused)) static int NOINLINE
descend (int n)
{
  volatile char buffer[200];

  buffer[n % 200] = (char) n;
  return n > 0 ? descend (n - 1) + (buffer[n % 200] == (char) n) : 0;
}

/* Touch the pages of a local, so that it is in memory; returns N.  */
__attribute__ ((unused)) static int NOINLINE
touch (volatile char *buffer, size_t size, int n)
{
  size_t i;

  for (i = 0; i < size; i += 500)
    buffer[i] = (char) n;
  return buffer[500];
}

#endif /* THREAD_TEST_H */
