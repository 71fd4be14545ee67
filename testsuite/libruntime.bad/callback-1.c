/* Bad specs, functions and callbacks give the errors that rt.h names.  */
/* { dg-do run } */

#include "rt-test.h"
#include "rt.h"

static int
fn (int a)
{
  return a;
}

int
main (void)
{
  static const char *const bad[] = {
    "", "i", "i(", "(i)", "i(i", "i(i) ", " i(i)", "i(i)i", "i(v)", "vv()",
    "i(x)", "x(i)", "i(i,i)", "i({})", "i({0})", "i({-1})", "i({4)", "i({4",
    "i(4})", "i({1048577})", "i({99999999999999999999})", "{}()", "{8(i)",
    "i((i))", "i(\x80)", "ii(i)"
  };
  char many[80] = "i(";
  void *callback = &callback, *other = NULL;
  size_t i;

  CHECK_EQ (rt_callback_new (NULL, "i(i)", &callback), RT_EINVAL);
  CHECK_EQ (rt_callback_new ((void *) 0xffff, "i(i)", &callback), RT_EINVAL);
  CHECK_EQ (rt_callback_new (fn, "i(i)", NULL), RT_EINVAL);
  CHECK_EQ (rt_callback_new (fn, NULL, &callback), RT_ESPEC);
  for (i = 0; i < sizeof bad / sizeof *bad; i++)
    CHECK_EQ (rt_callback_new (fn, bad[i], &callback), RT_ESPEC);
  memset (many + 2, 'i', 65);
  strcpy (many + 67, ")");
  CHECK_EQ (rt_callback_new (fn, many, &callback), RT_ESPEC);
  CHECK_EQ (callback, &callback);
  strcpy (many + 66, ")");
  CHECK_EQ (rt_callback_new (fn, many, &callback), 0);
  CHECK_EQ (rt_callback_free (callback), 0);
  /* A hidden pointer is an argument more.  */
  memcpy (many, "{16}(", 5);
  memset (many + 5, 'i', 64);
  strcpy (many + 69, ")");
  CHECK_EQ (rt_callback_new (fn, many, &other), RT_ESPEC);

  CHECK_EQ (rt_callback_free (NULL), RT_EINVAL);
  CHECK_EQ (rt_callback_free (fn), RT_EINVAL);
  CHECK_EQ (rt_callback_free (&callback), RT_EINVAL);
  CHECK_EQ (rt_callback_new (fn, "i(i)", &callback), 0);
  CHECK_EQ (rt_callback_free ((char *) callback + 1), RT_EINVAL);
  CHECK_EQ (rt_callback_free ((char *) callback + 16 * 100), RT_EINVAL);
  CHECK_EQ (rt_callback_free ((char *) callback + 16 * 2048), RT_EINVAL);
  CHECK_EQ (rt_callback_free (callback), 0);
  CHECK_EQ (rt_callback_free (callback), RT_EFREED);
  CHECK_EQ (rt_callback_free (callback), RT_EFREED);
  CHECK_EQ (rt_callback_new (fn, "i(i)", &other), 0);
  CHECK_EQ (rt_callback_free (other), 0);
  return 0;
}
