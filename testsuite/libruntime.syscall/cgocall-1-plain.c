/* A plain function with a large frame.  */

#include "rt-test.h"

struct plain_arg
{
  uintptr_t (*callback) (uintptr_t);
  uintptr_t n;
};

uintptr_t plain_function (void *arg);

uintptr_t
plain_function (void *arg)
{
  volatile char frame[100000];
  struct plain_arg *plain = arg;
  uintptr_t r;

  memset ((char *) frame, 1, sizeof frame);
  if (!plain)
    return frame[99999];
  r = plain->callback (plain->n);
  CHECK_EQ (frame[0] + frame[99999], 2);
  SetLastError (321);
  return r + 0x8000000000000000;
}
