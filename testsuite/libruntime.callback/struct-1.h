/* struct-1.h: structs of many sizes, by value.
   SPDX-License-Identifier: MIT  */

#ifndef STRUCT_1_H
#define STRUCT_1_H

#include <stdint.h>

/* In a register: 1, 2, 4, 8; by reference: all others.  */
#define OBJECTS                                                         \
  OBJECT (1) OBJECT (2) OBJECT (3) OBJECT (4) OBJECT (5) OBJECT (6)     \
  OBJECT (7) OBJECT (8) OBJECT (9) OBJECT (16) OBJECT (24) OBJECT (100)

#define OBJECT(n)                                                       \
  struct object##n { uint8_t byte[n]; };                                \
  typedef struct object##n back##n (int v, struct object##n a, double x, \
                                    struct object##n b, struct object##n c); \
  STRUCT_IMPORT void call##n (back##n *f);
OBJECTS
#undef OBJECT

#endif /* STRUCT_1_H */
