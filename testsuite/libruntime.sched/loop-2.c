/* A check in a loop keeps every register that the loop has a value in, while
   other goroutines use the same ones: integers, vectors of any size, masks,
   the stack of the FPU and its control word.  */
/* { dg-do run } */
/* { dg-options "-fplugin-arg-growstack-loop-checks" } */
/* { dg-env "RT_MAXPROCS=1" } */
/* { dg-timeout 60 } */

#include "rt-test.h"
#include "rt.h"

static volatile int stop, wrong, done;

/* As many as there are registers that a function without a frame pointer can
   use, but one for the address of stop.  */
static void
integers (void *arg)
{
  long long a = (intptr_t) arg, b = 2 * a, c = 3 * a, d = 4 * a, e = 5 * a,
            f = 6 * a, g = 7 * a, h = 8 * a, i = 9 * a, j = 10 * a;

  while (!stop)
    __asm__ volatile("" : "+r"(a), "+r"(b), "+r"(c), "+r"(d), "+r"(e), "+r"(f),
                     "+r"(g), "+r"(h), "+r"(i), "+r"(j));
  wrong += b != 2 * a || c != 3 * a || d != 4 * a || e != 5 * a || f != 6 * a
           || g != 7 * a || h != 8 * a || i != 9 * a || j != 10 * a
           || a != (intptr_t) arg;
  done++;
}

static void
fpu (void *arg)
{
  long double x = (intptr_t) arg, y = x / 3;
  unsigned short control = 0, want = 0x27f;

  __asm__ volatile("fldcw\t%0" : : "m"(want));
  while (!stop)
    __asm__ volatile("" : "+t"(x), "+u"(y));
  __asm__ volatile("fnstcw\t%0" : "=m"(control));
  want = 0x37f;
  __asm__ volatile("fldcw\t%0" : : "m"(want));
  wrong += x != (intptr_t) arg || y != x / 3 || control != 0x27f;
  done++;
}

/* Vectors of BYTES bytes in sixteen registers of class CLASS.  */
#define VECTORS(name, isa, bytes, class)                                      \
  static void __attribute__ ((target (isa)))                                  \
  name (void *arg)                                                            \
  {                                                                           \
    typedef long long vector __attribute__ ((vector_size (bytes)));           \
    long long n = (intptr_t) arg;                                             \
    vector v = { n, n + 1 };                                                  \
    v[bytes / 8 - 1] = n + 2;                                                 \
    vector r0 = v, r1 = v + 1, r2 = v + 2, r3 = v + 3, r4 = v + 4,            \
           r5 = v + 5, r6 = v + 6, r7 = v + 7, r8 = v + 8, r9 = v + 9,        \
           r10 = v + 10, r11 = v + 11, r12 = v + 12, r13 = v + 13;            \
    while (!stop)                                                             \
      {                                                                       \
        __asm__ volatile("" : "+" class (r0), "+" class (r1),                 \
                         "+" class (r2), "+" class (r3), "+" class (r4),      \
                         "+" class (r5), "+" class (r6));                     \
        __asm__ volatile("" : "+" class (r7), "+" class (r8),                 \
                         "+" class (r9), "+" class (r10), "+" class (r11),    \
                         "+" class (r12), "+" class (r13));                   \
      }                                                                       \
    vector all = (r0 ^ v) | (r1 ^ (v + 1)) | (r2 ^ (v + 2)) | (r3 ^ (v + 3))  \
                 | (r4 ^ (v + 4)) | (r5 ^ (v + 5)) | (r6 ^ (v + 6))           \
                 | (r7 ^ (v + 7)) | (r8 ^ (v + 8)) | (r9 ^ (v + 9))           \
                 | (r10 ^ (v + 10)) | (r11 ^ (v + 11)) | (r12 ^ (v + 12))     \
                 | (r13 ^ (v + 13));                                          \
    for (unsigned int i = 0; i < bytes / 8; i++)                              \
      wrong += all[i] != 0;                                                   \
    done++;                                                                   \
  }

VECTORS (sse, "sse2", 16, "x")
VECTORS (avx, "avx2", 32, "x")
VECTORS (avx512, "avx512f", 64, "v")

static void __attribute__ ((target ("avx512f")))
masks (void *arg)
{
  unsigned short a = (unsigned short) (intptr_t) arg, b = a + 1, c = a + 2;

  while (!stop)
    __asm__ volatile("" : "+Yk"(a), "+Yk"(b), "+Yk"(c));
  wrong += a != (unsigned short) (intptr_t) arg || b != a + 1 || c != a + 2;
  done++;
}

static int started;

static void
start (void (*fn) (void *))
{
  CHECK_EQ (rt_go (fn, (void *) (intptr_t) ++started), 0);
  CHECK_EQ (rt_go (fn, (void *) (intptr_t) ++started), 0);
}

int
main (void)
{
  start (integers);
  start (fpu);
  start (sse);
  if (__builtin_cpu_supports ("avx2"))
    start (avx);
  if (__builtin_cpu_supports ("avx512f"))
    {
      start (avx512);
      start (masks);
    }
  rt_sleep (1500000000);
  stop = 1;
  while (done < started)
    rt_gosched ();
  CHECK_EQ (wrong, 0);
  return 0;
}
