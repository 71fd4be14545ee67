/* A callback takes and returns structs of 1 to 100 bytes by value, in
   registers, by reference, on the stack, by hidden pointer.  */
/* { dg-do run } */
/* { dg-dll "struct-1-dll.c" "link" } */

#include "cb-test.h"

#define STRUCT_IMPORT __declspec (dllimport)
#include "struct-1.h"

#define OBJECT(n)                                                       \
  static struct object##n                                               \
  called##n (int v, struct object##n a, double x, struct object##n b,   \
             struct object##n c)                                        \
  {                                                                     \
    int i;                                                              \
                                                                        \
    CHECK_EQ (v, n);                                                    \
    CHECK_EQ_DOUBLE (x, n + 0.5);                                       \
    recurse (10);                                                       \
    for (i = 0; i < n; i++)                                             \
      a.byte[i] = (uint8_t) (a.byte[i] + b.byte[i] + c.byte[i]);        \
    recurse (20);                                                       \
    return a;                                                           \
  }
OBJECTS
#undef OBJECT

int
main (void)
{
#define STRING(n) #n
#define OBJECT(n)                                                       \
  call##n (callback_new (called##n, "{" STRING (n) "}(i{" STRING (n)    \
                         "}d{" STRING (n) "}{" STRING (n) "})"));
  OBJECTS
  return 0;
}
