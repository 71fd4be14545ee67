/* A buffer of each size from 4 to 5000 bytes in a function before it makes a
   call that calls back, on a fresh stack: the calls' results are right and
   the buffer stays.  */
/* { dg-do run } */
/* { dg-dll "sizes-1-dll.c" "link" } */

#include "stack-test.h"

__declspec (dllimport) uintptr_t cfunc (uintptr_t (*f) (uintptr_t),
                                        uintptr_t n);

static uintptr_t (*callback) (uintptr_t);

static uintptr_t
called_back (uintptr_t n)
{
  volatile char buffer[300];

  buffer[n % 300] = 1;
  return n + buffer[n % 300] - 1;
}

static uintptr_t NOINLINE
through (char *buffer, size_t size)
{
  uintptr_t r;

  memset (buffer, (int) size, size);
  r = cfunc (callback, size);
  CHECK_EQ (GetLastError (), 333);
  CHECK_EQ (buffer[0], (char) size);
  CHECK_EQ (buffer[size - 1], (char) size);
  return r;
}

#define S(size)                                                         \
  static uintptr_t                                                      \
  size_##size (void)                                                    \
  {                                                                     \
    char buffer[size * 4];                                              \
                                                                        \
    return through (buffer, sizeof buffer);                             \
  }
#define T(size) size_##size,

/* 1 to 1250, as words.  */
#define S9(f, n)                                                        \
  f (n##1) f (n##2) f (n##3) f (n##4) f (n##5) f (n##6) f (n##7)        \
  f (n##8) f (n##9)
#define S10(f, n) f (n##0) S9 (f, n)
#define S90(f, n)                                                       \
  S10 (f, n##1) S10 (f, n##2) S10 (f, n##3) S10 (f, n##4) S10 (f, n##5) \
  S10 (f, n##6) S10 (f, n##7) S10 (f, n##8) S10 (f, n##9)
#define S100(f, n) S10 (f, n##0) S90 (f, n)
#define ALL(f)                                                          \
  S9 (f, )                                                              \
  S10 (f, 1) S10 (f, 2) S10 (f, 3) S10 (f, 4) S10 (f, 5) S10 (f, 6)     \
  S10 (f, 7) S10 (f, 8) S10 (f, 9)                                      \
  S100 (f, 1) S100 (f, 2) S100 (f, 3) S100 (f, 4) S100 (f, 5)           \
  S100 (f, 6) S100 (f, 7) S100 (f, 8) S100 (f, 9) S100 (f, 10)          \
  S100 (f, 11) S10 (f, 120) S10 (f, 121) S10 (f, 122) S10 (f, 123)      \
  S10 (f, 124) f (1250)

ALL (S)

static uintptr_t (*const sizes[]) (void) = { ALL (T) };

#define SIZES (sizeof sizes / sizeof *sizes)

static struct rt_waitgroup done;

static void
run (void *arg)
{
  size_t i = (size_t) arg;

  CHECK_EQ (sizes[i] (), 4 * (i + 1));
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

int
main (void)
{
  void *address;
  size_t i;

  CHECK_EQ (SIZES, 1250);
  CHECK_EQ (rt_callback_new (called_back, "L(L)", &address), 0);
  callback = (uintptr_t (*) (uintptr_t)) (uintptr_t) address;
  CHECK_EQ (rt_waitgroup_add (&done, SIZES), 0);
  for (i = 0; i < SIZES; i++)
    CHECK_EQ (rt_go (run, (void *) i), 0);
  CHECK_EQ (rt_waitgroup_wait (&done), 0);
  return 0;
}
