/* Functions with buffers of 16 to 4784 bytes on the control stack.  */

#include <stdint.h>

uintptr_t clang_call (uintptr_t n);
void clang_sizes (void *i);
void check_eq (uint64_t got, uint64_t want);
void finished (void);

#define S(size)                                                         \
  static __attribute__ ((noinline)) uintptr_t                           \
  size_##size (void)                                                    \
  {                                                                     \
    volatile char buffer[size * 16];                                    \
    uintptr_t r;                                                        \
                                                                        \
    buffer[0] = buffer[sizeof buffer - 1] = 7;                          \
    r = clang_call (sizeof buffer);                                     \
    return buffer[0] + buffer[sizeof buffer - 1] == 14 ? r : 0;         \
  }
#define T(size) size_##size,

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
  S10 (f, 7) S10 (f, 8) S10 (f, 9) S100 (f, 1) S100 (f, 2)

ALL (S)

static uintptr_t (*const sizes[]) (void) = { ALL (T) };

void
clang_sizes (void *i)
{
  check_eq (sizes[(uintptr_t) i] (), 16 * ((uintptr_t) i + 1));
  finished ();
}
