/* matrix.c: products of matrices, small ones by value, a large one by rows.
   SPDX-License-Identifier: MIT  */

#include "timer.h"

#define N 160

struct small
{
  double at[4][4];
};

static double a[N][N], b[N][N], c[N][N];

static __attribute__ ((noinline)) struct small
multiply (struct small x, struct small y)
{
  struct small z = { { { 0 } } };

  for (int i = 0; i < 4; i++)
    for (int j = 0; j < 4; j++)
      for (int k = 0; k < 4; k++)
        z.at[i][j] += x.at[i][k] * y.at[k][j];
  return z;
}

static __attribute__ ((noinline)) double
row_by_column (const double *row, int column)
{
  double sum = 0;

  for (int k = 0; k < N; k++)
    sum += row[k] * b[k][column];
  return sum;
}

static uint32_t
work (void)
{
  struct small turn = { { { 0, 1, 0, 0 }, { 0, 0, 1, 0 }, { 0, 0, 0, 1 },
                          { 1, 0, 0, 0 } } };
  struct small product = turn;

  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++)
      {
        a[i][j] = i + j;
        b[i][j] = i - j;
      }
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++)
      c[i][j] = row_by_column (a[i], j);
  for (int i = 0; i < 20001; i++)
    product = multiply (product, turn);
  return (uint32_t) (int64_t) c[N / 2][N / 3] + (uint32_t) product.at[0][2];
}
