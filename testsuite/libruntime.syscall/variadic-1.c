/* A cdecl variadic function of Windows, wsprintfA, called by rt_syscalln
   and directly.  */
/* { dg-do run } */
/* { dg-options "-luser32" } */

#include "syscall-test.h"

__declspec (dllimport) int wsprintfA (char *, const char *, ...);

#define FORMAT "%d %s %x %lu %c %I64x %05d %s"

static void *wsprintf_fn;

static void
format (void *unused)
{
  char text[256];
  struct rt_result r;
  uintptr_t args[] = {
    (uintptr_t) text, (uintptr_t) FORMAT, (uint32_t) -3, (uintptr_t) "four",
    0xabc, 4000000000u, 'x', 0x123456789abcdef0, 42, (uintptr_t) "last"
  };
  static const char want[]
    = "-3 four abc 4000000000 x 123456789abcdef0 00042 last";

  (void) unused;
  memset (text, 'Q', sizeof text);
  r = rt_syscalln (wsprintf_fn, sizeof args / sizeof *args, args);
  CHECK_EQ ((int) r.r1, (int) sizeof want - 1);
  CHECK_STR (text, want);

  memset (text, 'Q', sizeof text);
  CHECK_EQ (wsprintfA (text, FORMAT, -3, "four", 0xabc, 4000000000ul, 'x',
                       0x123456789abcdef0, 42, "last"),
            (int) sizeof want - 1);
  CHECK_STR (text, want);
}

int
main (void)
{
  wsprintf_fn = test_proc ("user32.dll", "wsprintfA");
  format (NULL);
  on_fresh (format, NULL);
  return 0;
}
