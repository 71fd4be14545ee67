/* Plain code finds gs:0x28 as it left it, whatever it puts there, and
   growable code grows all the same (invariant I2).  */
/* { dg-do run } */
/* { dg-plain-sources "teb-2-plain.c" } */

#include "rt-test.h"
#include "rt.h"

uintptr_t get_word (void);
void set_word (uintptr_t value);

static int __attribute__ ((noinline))
descend (int n)
{
  if (n > 1 && descend (n - 1) != n - 1)
    return -1;
  return n;
}

static uintptr_t
called_back (uintptr_t n)
{
  CHECK_EQ (descend (300), 300);
  CHECK_EQ (get_word (), n);
  set_word (n + 1);
  return n;
}

int call_it (uintptr_t (*callback) (uintptr_t), uintptr_t n);

int
main (void)
{
  void *callback;
  uintptr_t n;

  CHECK_EQ (rt_callback_new ((void *) called_back, "L(L)", &callback), 0);
  for (n = 1; n < 20; n++)
    {
      uintptr_t value = n % 2 ? n : UINTPTR_MAX - n;

      set_word (value);
      CHECK_EQ (descend (500), 500);
      CHECK_EQ (get_word (), value);
      CHECK_EQ (call_it ((uintptr_t (*) (uintptr_t)) callback, value), 1);
      rt_gosched ();
    }
  set_word (0);
  return 0;
}
