/* A callback's integer arguments and result have every width and sign.  */
/* { dg-do run } */
/* { dg-dll "int-1-dll.c" "link" } */

#include "cb-test.h"

#define INTEGER(name, type)                                             \
  __declspec (dllimport) int                                            \
  name (type (*f) (type, int, int, type, type, type), type a);          \
                                                                        \
  static type                                                           \
  name##_back (type a, int b, int c, type d, type e, type f)            \
  {                                                                     \
    type volatile zero = 0;                                             \
                                                                        \
    CHECK_EQ (b, 1);                                                    \
    CHECK_EQ (c, 2);                                                    \
    CHECK_EQ (a, d);                                                    \
    CHECK_EQ (a, e);                                                    \
    CHECK_EQ (a, f);                                                    \
    CHECK_EQ (a < zero, (type) -1 < zero && (type) (a >> 1) < zero);    \
    recurse (20);                                                       \
    return (type) -a;                                                   \
  }
INTEGER (do_int8, int8_t)
INTEGER (do_uint8, uint8_t)
INTEGER (do_int16, int16_t)
INTEGER (do_uint16, uint16_t)
INTEGER (do_int32, int32_t)
INTEGER (do_uint32, uint32_t)
INTEGER (do_int64, int64_t)
INTEGER (do_uint64, uint64_t)

__declspec (dllimport) int do_pointer (void *(*f) (void *, void *), void *a);
__declspec (dllimport) int do_void (void (*f) (int *, int), int a);
__declspec (dllimport) int do_none (int (*f) (void));

static void *
pointer_back (void *a, void *b)
{
  CHECK_EQ (b, NULL);
  recurse (20);
  return (char *) a + 1;
}

static void
void_back (int *r, int a)
{
  recurse (20);
  *r = a;
}

static int
none_back (void)
{
  recurse (20);
  return 4711;
}

#define TRY(name, type, letter)                                         \
  do                                                                    \
    {                                                                   \
      __typeof__ (&name##_back) f                                       \
        = callback_new (name##_back,                                    \
                        letter "(" letter "ii" letter letter letter ")"); \
                                                                        \
      for (i = 0; i < sizeof values / sizeof *values; i++)              \
        CHECK (name (f, (type) values[i]));                             \
      CHECK_EQ (rt_callback_free ((void *) f), 0);                      \
    }                                                                   \
  while (0)

int
main (void)
{
  static const int64_t values[] = {
    0, 1, -1, 127, 128, -128, 255, 256, 32767, 32768, -32768, 65535,
    INT32_MAX, INT32_MIN, UINT32_MAX, INT64_MAX, INT64_MIN,
    0x0123456789abcdef
  };
  int word;
  size_t i;

  TRY (do_int8, int8_t, "b");
  TRY (do_uint8, uint8_t, "B");
  TRY (do_int16, int16_t, "h");
  TRY (do_uint16, uint16_t, "H");
  TRY (do_int32, int32_t, "i");
  TRY (do_uint32, uint32_t, "I");
  TRY (do_int64, int64_t, "l");
  TRY (do_uint64, uint64_t, "L");
  CHECK (do_pointer (callback_new (pointer_back, "p(pp)"), &word));
  CHECK (do_void (callback_new (void_back, "v(pi)"), 17));
  CHECK (do_none (callback_new (none_back, "i()")));
  return 0;
}
