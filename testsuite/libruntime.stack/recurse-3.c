/* Data stacks grow to 1 and 64 KiB, 1 and 64 MiB, and what is in them
   stays.  */
/* { dg-do run } */

#include "stack-test.h"

/* Frames of SIZE bytes of data stack.  */
#define FRAMES(size)                                                    \
  static int NOINLINE                                                   \
  frames_##size (int depth, int *outer)                                 \
  {                                                                     \
    int buffer[size / 4];                                               \
    int r;                                                              \
                                                                        \
    buffer[0] = depth;                                                  \
    buffer[size / 4 - 1] = depth + 1;                                   \
    BARRIER ();                                                         \
    r = depth ? frames_##size (depth - 1, buffer) + 1 : 0;              \
    CHECK_EQ (buffer[size / 4 - 1], depth + 1);                         \
    CHECK_EQ (buffer[0], depth);                                        \
    CHECK_EQ (outer[0], depth + 1);                                     \
    return r;                                                           \
  }
FRAMES (64)
FRAMES (1000)
FRAMES (65536)

static void
small (void *arg)
{
  int depth = (int) ((size_t) arg / 64), outer = depth + 1;

  CHECK_EQ (frames_64 (depth, &outer), depth);
}

static void
middle (void *arg)
{
  int depth = (int) ((size_t) arg / 1000), outer = depth + 1;

  CHECK_EQ (frames_1000 (depth, &outer), depth);
}

static void
large (void *arg)
{
  int depth = (int) ((size_t) arg / 65536), outer = depth + 1;

  CHECK_EQ (frames_65536 (depth, &outer), depth);
}

int
main (void)
{
  on_fresh (small, (void *) 1024);
  on_fresh (small, (void *) 65536);
  on_fresh (middle, (void *) 65536);
  on_fresh (middle, (void *) (1 << 20));
  on_fresh (large, (void *) (64 << 20));
  return 0;
}
