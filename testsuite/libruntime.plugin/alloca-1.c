/* alloca and variable-length arrays live on the data stack, are aligned, and
   go when their scope or function ends: a loop that would need gigabytes
   runs.  */
/* { dg-do run } */

#include <malloc.h>
#include "plugin-test.h"

static NOINLINE int
once (int k)
{
  char vla[k * 10];
  int *p = alloca (k * sizeof *p);

  memset (vla, k, sizeof vla);
  p[k - 1] = k;
  deep (3);
  CHECK (((uintptr_t) p & 15) == 0);
  return vla[k * 10 - 1] + p[k - 1];
}

static NOINLINE int
matrix (int n)
{
  int m[n][n + 1];
  int (*row)[n + 1] = m;

  for (int i = 0; i < n; i++)
    for (int j = 0; j <= n; j++)
      m[i][j] = i * j;
  deep (3);
  return row[n - 1][n] + (int) sizeof *row;
}

/* The scope's end frees.  */
static NOINLINE int
scopes (int n, size_t bytes)
{
  int sum = 0;

  for (int i = 0; i < n; i++)
    {
      volatile char vla[bytes];

      vla[0] = vla[bytes - 1] = 1;
      sum += vla[0] + deep (1) - 1;
    }
  return sum;
}

/* The function's end frees.  */
static NOINLINE int
leaf_alloca (size_t bytes)
{
  volatile char *p = alloca (bytes);

  p[0] = p[bytes - 1] = 1;
  return p[0];
}

/* Whether P, of which GCC is not to know anything, is aligned to BYTES.  */
static NOINLINE int
aligned_p (void *p, int bytes)
{
  __asm__ ("" : "+r"(p) : : "memory");
  return ((uintptr_t) p & (bytes - 1)) == 0;
}

static NOINLINE int
over_aligned (int n)
{
  _Alignas (64) char fixed[64];
  int k __attribute__ ((aligned (32))) = n;
  char *p = __builtin_alloca_with_align (n, 512);
  int *pk = &k;

  deep (3);
  *pk += 1;
  p[0] = 1;
  return aligned_p (fixed, 64) + aligned_p (pk, 32) + aligned_p (p, 64) + k;
}

struct aligned
{
  char bytes[64];
} __attribute__ ((aligned (64)));

/* To GCC its size is constant.  */
static NOINLINE int
over_aligned_array (void)
{
  int two = 2;
  struct aligned array[two];

  return aligned_p (array, 64);
}

/* There is something else on the data stack.  */
static NOINLINE int
over_aligned_behind (int bytes)
{
  char *p = alloca (bytes);

  __asm__ ("" : : "r"(p) : "memory");
  return over_aligned_array ();
}

int
main (void)
{
  int sum = 0;

  for (int k = 1; k < 20; k++)
    sum += once (k);
  CHECK_EQ (sum, 2 * 190);
  CHECK_EQ (matrix (4), 12 + 20);
  CHECK_EQ (scopes (2000, 1 << 20), 2000);
  sum = 0;
  for (int i = 0; i < 2000; i++)
    sum += leaf_alloca (1 << 20);
  CHECK_EQ (sum, 2000);
  CHECK_EQ (over_aligned (3), 7);
  for (int bytes = 0; bytes < 64; bytes += 16)
    CHECK_EQ (over_aligned_behind (bytes), 1);
  return 0;
}
