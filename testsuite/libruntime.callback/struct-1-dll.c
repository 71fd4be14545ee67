/* Calls back with structs by value.  */

#include "rt-test.h"

#define STRUCT_IMPORT __declspec (dllexport)
#include "struct-1.h"

#define OBJECT(n)                                                       \
  void                                                                  \
  call##n (back##n *f)                                                  \
  {                                                                     \
    struct object##n a, b, c, r;                                        \
    int i;                                                              \
                                                                        \
    for (i = 0; i < n; i++)                                             \
      {                                                                 \
        a.byte[i] = (uint8_t) i;                                        \
        b.byte[i] = (uint8_t) (i + 100);                                \
        c.byte[i] = (uint8_t) (i * 2);                                  \
      }                                                                 \
    r = f (n, a, n + 0.5, b, c);                                        \
    for (i = 0; i < n; i++)                                             \
      {                                                                 \
        CHECK_EQ (r.byte[i], (uint8_t) (4 * i + 100));                  \
        CHECK_EQ (a.byte[i], (uint8_t) i);                              \
      }                                                                 \
  }
OBJECTS
