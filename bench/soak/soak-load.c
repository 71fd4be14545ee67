/* soak-load.c: growable code that comes and goes.
   SPDX-License-Identifier: MIT  */

#define EXPORT __declspec (dllexport)

/* 0 + 1 + ... + N by a recursion with a local in memory.  */
EXPORT int
soak_sum (int n)
{
  volatile int here = n;

  if (n > 0)
    return soak_sum (n - 1) + here;
  return here;
}

/* The caller's function is growable, too.  */
EXPORT int
soak_through (int (*fn) (int), int n)
{
  volatile char room[100];

  room[n % 100] = (char) n;
  return fn (n) + (room[n % 100] == (char) n);
}
