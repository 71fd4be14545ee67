/* bench-dll.c: the functions that everybody calls.
   SPDX-License-Identifier: MIT  */

#include <stdint.h>

typedef intptr_t callback (intptr_t);

__declspec (dllexport) intptr_t
add (intptr_t a, intptr_t b)
{
  return a + b;
}

/* Call F N times.  */
__declspec (dllexport) intptr_t
callk (callback *f, intptr_t n)
{
  intptr_t i, sum = 0;

  for (i = 0; i < n; i++)
    sum += f (i);
  return sum;
}
