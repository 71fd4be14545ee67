/* Aggregates of many sizes by value, as arguments and results, through
   frames that move.  */
/* { dg-do run } */

#include "stack-test.h"

#define SIZE(n)                                                         \
  struct object##n { uint8_t byte[n]; };                                \
                                                                        \
  static struct object##n NOINLINE                                      \
  down##n (int depth, struct object##n a, double x, struct object##n b) \
  {                                                                     \
    struct object##n r;                                                 \
    int i;                                                              \
                                                                        \
    if (depth == 0)                                                     \
      {                                                                 \
        for (i = 0; i < n; i++)                                         \
          a.byte[i] = (uint8_t) (a.byte[i] + b.byte[i]);                \
        return a;                                                       \
      }                                                                 \
    r = down##n (depth - 1, b, x + 1, a);                               \
    for (i = 0; i < n; i++)                                             \
      {                                                                 \
        CHECK_EQ (r.byte[i], (uint8_t) (a.byte[i] + b.byte[i]           \
                                        + depth - 1));                  \
        r.byte[i]++;                                                    \
      }                                                                 \
    return r;                                                           \
  }                                                                     \
                                                                        \
  static void                                                           \
  run##n (void *unused)                                                 \
  {                                                                     \
    struct object##n a, b, r;                                           \
    int i;                                                              \
                                                                        \
    (void) unused;                                                      \
    for (i = 0; i < n; i++)                                             \
      {                                                                 \
        a.byte[i] = (uint8_t) i;                                        \
        b.byte[i] = (uint8_t) (3 * i);                                  \
      }                                                                 \
    r = down##n (60, a, 0, b);                                          \
    for (i = 0; i < n; i++)                                             \
      {                                                                 \
        CHECK_EQ (a.byte[i], (uint8_t) i);                              \
        CHECK_EQ (b.byte[i], (uint8_t) (3 * i));                        \
        CHECK_EQ (r.byte[i], (uint8_t) (4 * i + 60));                   \
      }                                                                 \
  }
SIZE (1)
SIZE (2)
SIZE (3)
SIZE (4)
SIZE (7)
SIZE (8)
SIZE (12)
SIZE (16)
SIZE (24)
SIZE (100)

int
main (void)
{
#define RUN(n) on_fresh (run##n, NULL)
  RUN (1);
  RUN (2);
  RUN (3);
  RUN (4);
  RUN (7);
  RUN (8);
  RUN (12);
  RUN (16);
  RUN (24);
  RUN (100);
  return 0;
}
