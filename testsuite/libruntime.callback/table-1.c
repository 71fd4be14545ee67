/* The table holds 2048 callbacks; one more is RT_EFULL, and each that is
   freed can be made anew, with another function.  */
/* { dg-do run } */

#include "cb-test.h"

#define MAX 2048

static void *table[MAX];

static uintptr_t
twice (uintptr_t n)
{
  return 2 * n;
}

static uintptr_t
sum (uintptr_t a, uintptr_t b, uintptr_t c, uintptr_t d, uintptr_t e)
{
  return a + b + c + d + e;
}

static uintptr_t
call (void *callback, uintptr_t n)
{
  return ((uintptr_t (*) (uintptr_t)) (uintptr_t) callback) (n);
}

static int
compare (const void *a, const void *b)
{
  uintptr_t x = *(const uintptr_t *) a, y = *(const uintptr_t *) b;

  return (x > y) - (x < y);
}

int
main (void)
{
  void *one = &one, *sorted[MAX];
  int i;

  for (i = 0; i < MAX; i++)
    CHECK_EQ (rt_callback_new (twice, "L(L)", &table[i]), 0);
  CHECK_EQ (rt_callback_new (twice, "L(L)", &one), RT_EFULL);
  CHECK_EQ (one, &one);
  for (i = 0; i < MAX; i += 100)
    CHECK_EQ (call (table[i], i), (uintptr_t) 2 * i);
  CHECK_EQ (call (table[MAX - 1], 5), 10);

  /* All different.  */
  memcpy (sorted, table, sizeof sorted);
  qsort (sorted, MAX, sizeof *sorted, compare);
  for (i = 1; i < MAX; i++)
    CHECK (sorted[i - 1] < sorted[i]);

  /* One is freed and made again, many times.  */
  for (i = 0; i < 10000; i++)
    {
      CHECK_EQ (rt_callback_free (table[i % MAX]), 0);
      CHECK_EQ (rt_callback_new (sum, "L(LLLLL)", &one), 0);
      CHECK_EQ (one, table[i % MAX]);
      if (i % 1000 == 0)
        CHECK_EQ (((uintptr_t (*) (uintptr_t, uintptr_t, uintptr_t, uintptr_t,
                                   uintptr_t)) (uintptr_t) one)
                  (1, 2, 3, 4, 5), 15);
    }
  for (i = 0; i < MAX; i++)
    CHECK_EQ (rt_callback_free (table[i]), 0);
  for (i = 0; i < MAX; i++)
    CHECK_EQ (rt_callback_new (twice, "L(L)", &table[i]), 0);
  CHECK_EQ (rt_callback_new (twice, "L(L)", &one), RT_EFULL);
  CHECK_EQ (call (table[77], 77), 154);
  return 0;
}
