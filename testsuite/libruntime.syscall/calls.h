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
