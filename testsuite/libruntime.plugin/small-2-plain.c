/* Plain code of small-2.c: how many bytes of stack functions use.  */

#include <wchar.h>

#include "plugin-test.h"

#define ROOM 8192
#define FILL 0x5a

size_t small_functions (size_t n, const char **name);
size_t large_function (void);

static volatile uintptr_t sink;

/* libgcc's, which its manual describes.  */
typedef int ti __attribute__ ((mode (TI)));
typedef unsigned int uti __attribute__ ((mode (TI)));
typedef float _Complex sc;
typedef double _Complex dc;
typedef long double _Complex xc;

ti __ashlti3 (ti, int), __ashrti3 (ti, int), __lshrti3 (ti, int);
int64_t __bswapdi2 (int64_t);
int32_t __bswapsi2 (int32_t);
int __clrsbdi2 (int64_t), __clrsbti2 (ti), __clzdi2 (int64_t);
int __clzti2 (ti), __ctzdi2 (int64_t), __ctzti2 (ti);
int __ffsdi2 (int64_t), __ffsti2 (ti), __paritydi2 (int64_t);
int __parityti2 (ti), __popcountdi2 (int64_t), __popcountti2 (ti);
int __cmpti2 (ti, ti), __ucmpti2 (uti, uti);
ti __divmodti4 (ti, ti, ti *), __divti3 (ti, ti), __modti3 (ti, ti);
ti __multi3 (ti, ti), __negti2 (ti);
uti __udivmodti4 (uti, uti, uti *), __udivti3 (uti, uti);
uti __umodti3 (uti, uti);
sc __divsc3 (float, float, float, float), __mulsc3 (float, float, float,
                                                    float);
dc __divdc3 (double, double, double, double);
dc __muldc3 (double, double, double, double);
xc __divxc3 (long double, long double, long double, long double);
xc __mulxc3 (long double, long double, long double, long double);
ti __fixdfti (double), __fixsfti (float), __fixxfti (long double);
uint64_t __fixunsdfdi (double), __fixunsxfdi (long double);
uti __fixunsdfti (double), __fixunssfti (float), __fixunsxfti (long double);
double __floattidf (ti), __floatuntidf (uti), __powidf2 (double, int);
float __floattisf (ti), __floatuntisf (uti), __powisf2 (float, int);
long double __floattixf (ti), __floatuntixf (uti);
long double __powixf2 (long double, int);

static volatile ti w = (ti) 0x123456789abcdef << 60, v = -0x7654321;
static volatile uti u = (uti) 0xfedcba9876543210 << 64, t = (uti) 3 << 63;
static volatile double d = 1.25e30, infinite = __builtin_inf ();
static ti rest;
static uti urest;

/* ___chkstk_ms takes its argument in rax.  */
static NOINLINE int
chkstk (void)
{
  int result;

  __asm__ volatile ("call ___chkstk_ms"
                    : "=a" (result) : "a" (40) : "cc", "memory");
  return result;
}

static char text[64] = "a text";
static wchar_t wide[64] = L"a text";

/* Fill the stack below the caller's frame.  */
static NOINLINE void
fill (void)
{
  char room[ROOM];
  volatile char *p = room;

  __asm__ volatile("" : "+r"(p));
  for (size_t i = 0; i < ROOM; i++)
    p[i] = FILL;
}

/* How much of that has been written to since.  */
static NOINLINE size_t
used (void)
{
  char room[ROOM];
  volatile char *p = room;
  size_t i = 0;

  __asm__ volatile("" : "+r"(p));
  while (i < ROOM && p[i] == FILL)
    i++;
  return ROOM - i;
}

size_t
large_function (void)
{
  fill ();
  sink = (uintptr_t) atof ("1.7976931348623157e308");
  return used ();
}

/* What the function of number N uses, and its NAME; 0 after the last.  */
size_t
small_functions (size_t n, const char **name)
{
  size_t i = 0;

  fill ();
#define TRY(function, ...)                           \
  if (i++ == n)                                      \
    {                                                \
      *name = #function;                             \
      sink = (uintptr_t) function (__VA_ARGS__);     \
      return used ();                                \
    }
  TRY (memcmp, text, "other", 5)
  TRY (memcpy, text, "words", 5)
  TRY (memmove, text, "words", 5)
  TRY (memset, text + 5, 'x', 50)
  TRY (memchr, text, 'z', 50)
  TRY (strcat, text, "more")
  TRY (strchr, text, 'z')
  TRY (strcmp, text, "words")
  TRY (strcpy, text, "words")
  TRY (strcspn, text, "xyz")
  TRY (strlen, text)
  TRY (strncat, text, "more", 3)
  TRY (strncmp, text, "words", 4)
  TRY (strncpy, text, "text", 20)
  TRY (strnlen, text, 20)
  TRY (strpbrk, text, "xyz")
  TRY (strrchr, text, 'e')
  TRY (strspn, text, "etx")
  TRY (strstr, text, "xt")
  TRY (wcscat, wide, L"more")
  TRY (wcschr, wide, L'z')
  TRY (wcscmp, wide, L"words")
  TRY (wcscpy, wide, L"words")
  TRY (wcslen, wide)
  TRY (wcsncat, wide, L"more", 3)
  TRY (wcsncmp, wide, L"words", 4)
  TRY (wcsncpy, wide, L"text", 20)
  TRY (wcsnlen, wide, 20)
  TRY (wcsrchr, wide, L'e')
  TRY (wcsstr, wide, L"xt")
  TRY (chkstk)
  TRY (__ashlti3, w, 70)
  TRY (__ashrti3, w, 70)
  TRY (__lshrti3, w, 70)
  TRY (__bswapdi2, w >> 58)
  TRY (__bswapsi2, w >> 58)
  TRY (__clrsbdi2, w >> 58)
  TRY (__clrsbti2, w >> 58)
  TRY (__clzdi2, w >> 58)
  TRY (__clzti2, w >> 58)
  TRY (__cmpti2, w, v)
  TRY (__ctzdi2, w >> 58)
  TRY (__ctzti2, w >> 58)
  TRY (__divmodti4, w, v, &rest)
  TRY (__divti3, w, v)
  TRY (__ffsdi2, w >> 58)
  TRY (__ffsti2, w >> 58)
  TRY (__modti3, w, v)
  TRY (__multi3, w, v)
  TRY (__negti2, w)
  TRY (__paritydi2, w >> 58)
  TRY (__parityti2, w >> 58)
  TRY (__popcountdi2, w >> 58)
  TRY (__popcountti2, w >> 58)
  TRY (__ucmpti2, u, t)
  TRY (__udivmodti4, u, t, &urest)
  TRY (__udivti3, u, t)
  TRY (__umodti3, u, t)
  TRY (__divdc3, infinite, d, 2, 3)
  TRY (__divsc3, infinite, d, 2, 3)
  TRY (__divxc3, infinite, d, 2, 3)
  TRY (__fixdfti, d)
  TRY (__fixsfti, d)
  TRY (__fixunsdfdi, d)
  TRY (__fixunsdfti, d)
  TRY (__fixunssfti, d)
  TRY (__fixunsxfdi, d)
  TRY (__fixunsxfti, d)
  TRY (__fixxfti, d)
  TRY (__floattidf, w)
  TRY (__floattisf, w)
  TRY (__floattixf, w)
  TRY (__floatuntidf, u)
  TRY (__floatuntisf, u)
  TRY (__floatuntixf, u)
  TRY (__muldc3, infinite, d, 2, 3)
  TRY (__mulsc3, infinite, d, 2, 3)
  TRY (__mulxc3, infinite, d, 2, 3)
  TRY (__powidf2, d, -77)
  TRY (__powisf2, d, -77)
  TRY (__powixf2, d, -77)
#undef TRY
  return 0;
}
