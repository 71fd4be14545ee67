/* Functions with every kind of argument and result.  */

#include <stdarg.h>

#include "calls.h"

__declspec (dllexport) uintptr_t
none (void)
{
  SetLastError (12);
  return 0x8123456789abcdef;
}

/* The sum of the N arguments behind it, each times its place.  */
__declspec (dllexport) uintptr_t
weigh (uintptr_t n, ...)
{
  uintptr_t sum = 0, i;
  va_list ap;

  va_start (ap, n);
  for (i = 1; i <= n; i++)
    sum += i * va_arg (ap, uintptr_t);
  va_end (ap);
  SetLastError ((unsigned long) (n + 1000));
  return sum;
}

/* And the same without the count: twelve of them.  */
__declspec (dllexport) uintptr_t
twelve (uintptr_t a, uintptr_t b, uintptr_t c, uintptr_t d, uintptr_t e,
        uintptr_t f, uintptr_t g, uintptr_t h, uintptr_t i, uintptr_t j,
        uintptr_t k, uintptr_t l)
{
  return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h + 9 * i
         + 10 * j + 11 * k + 12 * l;
}

__declspec (dllexport) uintptr_t one (uintptr_t a) { return a; }

__declspec (dllexport) uintptr_t
two (uintptr_t a, uintptr_t b)
{
  return a + 2 * b;
}

__declspec (dllexport) uintptr_t
three (uintptr_t a, uintptr_t b, uintptr_t c)
{
  return a + 2 * b + 3 * c;
}

__declspec (dllexport) uintptr_t
four (uintptr_t a, uintptr_t b, uintptr_t c, uintptr_t d)
{
  return a + 2 * b + 3 * c + 4 * d;
}

__declspec (dllexport) uintptr_t
five (uintptr_t a, uintptr_t b, uintptr_t c, uintptr_t d, uintptr_t e)
{
  return a + 2 * b + 3 * c + 4 * d + 5 * e;
}

__declspec (dllexport) uintptr_t
eight (uintptr_t a, uintptr_t b, uintptr_t c, uintptr_t d, uintptr_t e,
       uintptr_t f, uintptr_t g, uintptr_t h)
{
  return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h;
}

/* The sum of forty, each times its place: halves count as 1, quarters too.  */
#define ADD_I(n) sum += n * a##n
#define ADD_D(n) sum += n * (uintptr_t) (a##n * 2)
#define ADD_F(n) sum += n * (uintptr_t) (a##n * 4)
#define ADD_P(n) sum += n * *a##n

__declspec (dllexport) uintptr_t
forty (FORTY_PARAMETERS)
{
  uintptr_t sum = 0;

  FORTY (ADD_I, ADD_D, ADD_F, ADD_P);
  return sum;
}

/* BACK comes before all that is read.  */
__declspec (dllexport) struct loaded
load (uintptr_t (*back) (uintptr_t n), struct object24 first,
      FORTY_PARAMETERS, struct object12 last, float x)
{
  struct loaded out = { 0 };
  uintptr_t sum = 0;
  int i;

  out.back = back (100);
  FORTY (ADD_I, ADD_D, ADD_F, ADD_P);
  out.sum = sum + 42 * (uintptr_t) (x * 4);
  for (i = 0; i < 24; i++)
    out.first.byte[i] = ++first.byte[i];
  for (i = 0; i < 12; i++)
    out.last.byte[i] = ++last.byte[i];
  return out;
}

/* A double in the place that the name says, integers in the others.  */
__declspec (dllexport) double
double1 (double x, int64_t b, int64_t c, int64_t d, int64_t e, int64_t f)
{
  return x * 64 + (double) (b + 2 * c + 4 * d + 8 * e + 16 * f);
}

__declspec (dllexport) double
double2 (int64_t a, double x, int64_t c, int64_t d, int64_t e, int64_t f)
{
  return x * 64 + (double) (a + 2 * c + 4 * d + 8 * e + 16 * f);
}

__declspec (dllexport) double
double3 (int64_t a, int64_t b, double x, int64_t d, int64_t e, int64_t f)
{
  return x * 64 + (double) (a + 2 * b + 4 * d + 8 * e + 16 * f);
}

__declspec (dllexport) double
double4 (int64_t a, int64_t b, int64_t c, double x, int64_t e, int64_t f)
{
  return x * 64 + (double) (a + 2 * b + 4 * c + 8 * e + 16 * f);
}

__declspec (dllexport) double
double5 (int64_t a, int64_t b, int64_t c, int64_t d, double x, int64_t f)
{
  return x * 64 + (double) (a + 2 * b + 4 * c + 8 * d + 16 * f);
}

__declspec (dllexport) double
double6 (int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, double x)
{
  return x * 64 + (double) (a + 2 * b + 4 * c + 8 * d + 16 * e);
}

__declspec (dllexport) double
doubles8 (double a, double b, double c, double d, double e, double f,
          double g, double h)
{
  return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h;
}

__declspec (dllexport) float
floats8 (float a, float b, float c, float d, float e, float f, float g,
         float h)
{
  return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h;
}

__declspec (dllexport) double
mixed (float a, int8_t b, double c, uint16_t d, float e, int32_t f, double g)
{
  return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g;
}

__declspec (dllexport) int8_t int8 (int8_t v) { return v; }
__declspec (dllexport) int16_t int16 (int16_t v) { return v; }
__declspec (dllexport) int32_t int32 (int32_t v) { return v; }
__declspec (dllexport) int64_t int64 (int64_t v) { return v; }
__declspec (dllexport) uint8_t uint8 (uint8_t v) { return v; }
__declspec (dllexport) uint32_t uint32 (uint32_t v) { return v; }

/* Objects of N bytes: what comes in has V + 0, V + 1, ... in it, what goes
   out has one more in each.  */
#define OBJECT(n)                                                       \
  __declspec (dllexport) struct object##n                               \
  pass##n (int v, struct object##n o, double x)                         \
  {                                                                     \
    int i;                                                              \
                                                                        \
    for (i = 0; i < n; i++)                                             \
      CHECK_EQ (o.byte[i]++, (uint8_t) (v + i));                        \
    CHECK_EQ_DOUBLE (x, n + 0.5);                                       \
    return o;                                                           \
  }
OBJECTS

__declspec (dllexport) void
fail (unsigned long error)
{
  SetLastError (error);
}

__declspec (dllexport) void
nap (unsigned long ms, unsigned long error)
{
  Sleep (ms);
  SetLastError (error);
}
