/* sort.c: quicksort and merge sort of integers, through a pointer to the
   comparison.
   SPDX-License-Identifier: MIT  */

#include "timer.h"

#define N 100000

typedef int compare (const uint32_t *, const uint32_t *);

static uint32_t data[N], copy[N], aside[N];

static int
by_value (const uint32_t *a, const uint32_t *b)
{
  return *a < *b ? -1 : *a > *b;
}

static int
by_low_half (const uint32_t *a, const uint32_t *b)
{
  uint32_t x = *a & 0xffff, y = *b & 0xffff;

  return x < y ? -1 : x > y;
}

static __attribute__ ((noinline)) void
quicksort (uint32_t *p, size_t n, compare *order)
{
  while (n > 1)
    {
      uint32_t pivot = p[n / 2], t;
      size_t i = 0, j = n - 1;

      for (;; i++, j--)
        {
          while (order (&p[i], &pivot) < 0)
            i++;
          while (order (&p[j], &pivot) > 0)
            j--;
          if (i >= j)
            break;
          t = p[i];
          p[i] = p[j];
          p[j] = t;
        }
      quicksort (p, i, order);
      p += j + 1;
      n -= j + 1;
    }
}

static __attribute__ ((noinline)) void
mergesort (uint32_t *p, size_t n, uint32_t *space, compare *order)
{
  size_t half = n / 2, i = 0, j = half, k = 0;

  if (n < 2)
    return;
  mergesort (p, half, space, order);
  mergesort (p + half, n - half, space, order);
  while (i < half && j < n)
    space[k++] = order (&p[j], &p[i]) < 0 ? p[j++] : p[i++];
  while (i < half)
    space[k++] = p[i++];
  memcpy (p, space, k * sizeof *p);
}

static uint32_t
work (void)
{
  static compare *volatile orders[2] = { by_value, by_low_half };
  uint32_t state = 1;

  for (size_t i = 0; i < N; i++)
    data[i] = copy[i] = rnd (&state);
  quicksort (data, N, orders[0]);
  mergesort (copy, N, aside, orders[1]);
  return data[N / 3] * 31 + copy[N / 3];
}
