/* calls.h: the functions of calls-dll.c.
   SPDX-License-Identifier: MIT  */

#ifndef CALLS_H
#define CALLS_H

#include "rt-test.h"

#ifndef CALLS_IMPORT
# define CALLS_IMPORT
#endif

/* By register: 1, 2, 4, 8; by reference: all others.  */
#define OBJECTS                                                         \
  OBJECT (1) OBJECT (2) OBJECT (3) OBJECT (4) OBJECT (5) OBJECT (7)     \
  OBJECT (8) OBJECT (12) OBJECT (16) OBJECT (24) OBJECT (40)

#define OBJECT(n)                                                       \
  struct object##n { uint8_t byte[n]; };                                \
  CALLS_IMPORT struct object##n pass##n (int v, struct object##n o,     \
                                         double x);
OBJECTS
#undef OBJECT

CALLS_IMPORT uintptr_t none (void);
CALLS_IMPORT uintptr_t weigh (uintptr_t n, ...);
CALLS_IMPORT uintptr_t one (uintptr_t a);
CALLS_IMPORT uintptr_t two (uintptr_t a, uintptr_t b);
CALLS_IMPORT uintptr_t three (uintptr_t a, uintptr_t b, uintptr_t c);
CALLS_IMPORT uintptr_t four (uintptr_t a, uintptr_t b, uintptr_t c,
                             uintptr_t d);
CALLS_IMPORT uintptr_t five (uintptr_t a, uintptr_t b, uintptr_t c,
                             uintptr_t d, uintptr_t e);
CALLS_IMPORT uintptr_t eight (uintptr_t a, uintptr_t b, uintptr_t c,
                              uintptr_t d, uintptr_t e, uintptr_t f,
                              uintptr_t g, uintptr_t h);
CALLS_IMPORT uintptr_t twelve (uintptr_t a, uintptr_t b, uintptr_t c,
                               uintptr_t d, uintptr_t e, uintptr_t f,
                               uintptr_t g, uintptr_t h, uintptr_t i,
                               uintptr_t j, uintptr_t k, uintptr_t l);

/* Forty arguments: integers, doubles, floats, pointers.  */
#define FORTY(I, D, F, P)                                               \
  I (1), D (2), P (3), F (4), D (5), I (6), D (7), P (8), F (9), D (10),  \
  I (11), D (12), P (13), F (14), D (15), I (16), D (17), P (18), F (19), \
  D (20), I (21), D (22), P (23), F (24), D (25), I (26), D (27), P (28), \
  F (29), D (30), I (31), D (32), P (33), F (34), D (35), I (36), D (37), \
  P (38), F (39), D (40)
#define FORTY_I(n) uintptr_t a##n
#define FORTY_D(n) double a##n
#define FORTY_F(n) float a##n
#define FORTY_P(n) const uintptr_t *a##n
#define FORTY_PARAMETERS FORTY (FORTY_I, FORTY_D, FORTY_F, FORTY_P)

CALLS_IMPORT uintptr_t forty (FORTY_PARAMETERS);

/* The same between objects by reference, with an object out.  */
struct loaded
{
  uintptr_t sum, back;
  struct object24 first;
  struct object12 last;
};
CALLS_IMPORT struct loaded load (uintptr_t (*back) (uintptr_t n),
                                 struct object24 first, FORTY_PARAMETERS,
                                 struct object12 last, float x);

CALLS_IMPORT double double1 (double, int64_t, int64_t, int64_t, int64_t,
                             int64_t);
CALLS_IMPORT double double2 (int64_t, double, int64_t, int64_t, int64_t,
                             int64_t);
CALLS_IMPORT double double3 (int64_t, int64_t, double, int64_t, int64_t,
                             int64_t);
CALLS_IMPORT double double4 (int64_t, int64_t, int64_t, double, int64_t,
                             int64_t);
CALLS_IMPORT double double5 (int64_t, int64_t, int64_t, int64_t, double,
                             int64_t);
CALLS_IMPORT double double6 (int64_t, int64_t, int64_t, int64_t, int64_t,
                             double);
CALLS_IMPORT double doubles8 (double, double, double, double, double, double,
                              double, double);
CALLS_IMPORT float floats8 (float, float, float, float, float, float, float,
                            float);
CALLS_IMPORT double mixed (float a, int8_t b, double c, uint16_t d, float e,
                           int32_t f, double g);
CALLS_IMPORT int8_t int8 (int8_t v);
CALLS_IMPORT int16_t int16 (int16_t v);
CALLS_IMPORT int32_t int32 (int32_t v);
CALLS_IMPORT int64_t int64 (int64_t v);
CALLS_IMPORT uint8_t uint8 (uint8_t v);
CALLS_IMPORT uint32_t uint32 (uint32_t v);
CALLS_IMPORT void fail (unsigned long error);
CALLS_IMPORT void nap (unsigned long ms, unsigned long error);

#endif /* CALLS_H */
