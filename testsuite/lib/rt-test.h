/* rt-test.h: what every test program includes.
   SPDX-License-Identifier: MIT

   A test is silent while all is well.  A check that fails prints its place,
   both expressions and both values, and ends the process with status 1.
   When the process ends by exit or by main's return, the last line of its
   output counts the checks that passed: that line, and status 0, is what
   the harness takes for success.

   The few Windows functions that tests need are declared here, since
   windows.h makes each compilation a second longer.  A test that needs more
   of it includes it first.

   Helper files (x-dll.c, x-plain.c, x-more.c) are compiled with
   RT_TEST_HELPER: their checks end the process too, but are not counted.  */

#ifndef RT_TEST_H
#define RT_TEST_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

#ifndef _WINDOWS_
#define RT_TEST_IMPORT __declspec (dllimport)
RT_TEST_IMPORT void *LoadLibraryA (const char *);
RT_TEST_IMPORT int FreeLibrary (void *);
RT_TEST_IMPORT void *GetProcAddress (void *, const char *);
RT_TEST_IMPORT void *GetModuleHandleA (const char *);
RT_TEST_IMPORT unsigned long GetLastError (void);
RT_TEST_IMPORT void SetLastError (unsigned long);
RT_TEST_IMPORT void Sleep (unsigned long);
RT_TEST_IMPORT unsigned long GetTickCount (void);
RT_TEST_IMPORT unsigned long GetCurrentThreadId (void);
RT_TEST_IMPORT void *GetStdHandle (unsigned long);
RT_TEST_IMPORT int WriteFile (void *, const void *, unsigned long,
                              unsigned long *, void *);
RT_TEST_IMPORT void ExitProcess (unsigned int) __attribute__ ((noreturn));
RT_TEST_IMPORT void *CreateThread (void *, size_t,
                                   unsigned long (*) (void *), void *,
                                   unsigned long, unsigned long *);
RT_TEST_IMPORT unsigned long WaitForSingleObject (void *, unsigned long);
RT_TEST_IMPORT int GetExitCodeThread (void *, unsigned long *);
RT_TEST_IMPORT int CloseHandle (void *);
#undef RT_TEST_IMPORT
#endif

#ifdef __cplusplus
}
#endif

/* COND holds.  */
#define CHECK(cond)                                                     \
  do                                                                    \
    {                                                                   \
      if (!(cond))                                                      \
        rt_test_failed (__FILE__, __LINE__, #cond, NULL, 0, 0);         \
      rt_test_passed ();                                                \
    }                                                                   \
  while (0)

/* GOT, an integer or a pointer, equals WANT.  */
#define CHECK_EQ(got, want)                                             \
  do                                                                    \
    {                                                                   \
      __typeof__ ((got) + 0) rt_test_got = (got);                       \
      __typeof__ ((want) + 0) rt_test_want = (want);                    \
      if (!(rt_test_got == rt_test_want))                               \
        rt_test_failed (__FILE__, __LINE__, #got, #want,                \
                        (intptr_t) rt_test_got,                         \
                        (intptr_t) rt_test_want);                       \
      rt_test_passed ();                                                \
    }                                                                   \
  while (0)

/* GOT, a float or double, has exactly the value of WANT; the bits of both as
   doubles are printed.  */
#define CHECK_EQ_DOUBLE(got, want)                                      \
  do                                                                    \
    {                                                                   \
      double rt_test_got = (got);                                       \
      double rt_test_want = (want);                                     \
      if (!(rt_test_got == rt_test_want))                               \
        rt_test_failed (__FILE__, __LINE__, #got, #want,                \
                        rt_test_bits (rt_test_got),                     \
                        rt_test_bits (rt_test_want));                   \
      rt_test_passed ();                                                \
    }                                                                   \
  while (0)

/* GOT, a string, is WANT.  */
#define CHECK_STR(got, want)                                            \
  do                                                                    \
    {                                                                   \
      const char *rt_test_got = (got);                                  \
      const char *rt_test_want = (want);                                \
      if (rt_test_got == NULL || strcmp (rt_test_got, rt_test_want) != 0) \
        rt_test_failed (__FILE__, __LINE__,                             \
                        rt_test_got ? rt_test_got : "NULL",             \
                        rt_test_want, 0, 0);                            \
      rt_test_passed ();                                                \
    }                                                                   \
  while (0)

#define RT_TEST_UNUSED __attribute__ ((unused))

/* The checks that passed.  */
RT_TEST_UNUSED static int rt_test_count;

RT_TEST_UNUSED static inline void
rt_test_passed (void)
{
  __atomic_fetch_add (&rt_test_count, 1, __ATOMIC_RELAXED);
}

RT_TEST_UNUSED static inline intptr_t
rt_test_bits (double value)
{
  union
  {
    double d;
    intptr_t i;
  } u = { value };

  return u.i;
}

/* Add the string S at P, not beyond END; return the new end.  */
RT_TEST_UNUSED static char *
rt_test_add (char *p, char *end, const char *s)
{
  while (*s != 0 && p < end)
    *p++ = *s++;
  return p;
}

/* The same with V in decimal, or in hexadecimal.  */
RT_TEST_UNUSED static char *
rt_test_add_number (char *p, char *end, intptr_t v, unsigned base)
{
  char digits[24];
  char *d = digits + sizeof digits - 1;
  uintptr_t u = v;

  if (base == 10 && v < 0)
    {
      p = rt_test_add (p, end, "-");
      u = -u;
    }
  *d = 0;
  do
    {
      *--d = "0123456789abcdef"[u % base];
      u /= base;
    }
  while (u != 0);
  return rt_test_add (p, end, d);
}

RT_TEST_UNUSED static void
rt_test_write (const char *from, const char *to)
{
  unsigned long written;

  WriteFile (GetStdHandle ((unsigned long) -11), from,
             (unsigned long) (to - from), &written, NULL);
}

/* Say that the check at FILE:LINE failed, and end the process.  WANT is NULL
   when there was but one expression.  */
RT_TEST_UNUSED static void __attribute__ ((noinline, noreturn, cold))
rt_test_failed (const char *file, int line, const char *got_text,
                const char *want_text, intptr_t got, intptr_t want)
{
  char text[1024];
  char *end = text + sizeof text - 1;
  char *p = text;

  p = rt_test_add (p, end, "\n");
  p = rt_test_add (p, end, file);
  p = rt_test_add (p, end, ":");
  p = rt_test_add_number (p, end, line, 10);
  p = rt_test_add (p, end, ": CHECK failed: ");
  p = rt_test_add (p, end, got_text);
  if (want_text != NULL)
    {
      p = rt_test_add (p, end, " == ");
      p = rt_test_add (p, end, want_text);
      p = rt_test_add (p, end, "\n  got  ");
      p = rt_test_add_number (p, end, got, 10);
      p = rt_test_add (p, end, " = 0x");
      p = rt_test_add_number (p, end, got, 16);
      p = rt_test_add (p, end, "\n  want ");
      p = rt_test_add_number (p, end, want, 10);
      p = rt_test_add (p, end, " = 0x");
      p = rt_test_add_number (p, end, want, 16);
    }
  *p++ = '\n';
  rt_test_write (text, p);
  ExitProcess (1);
}

/* The function NAME of the library DLL, which must be there.  */
RT_TEST_UNUSED static void *
test_proc (const char *dll, const char *name)
{
  __typeof__ (LoadLibraryA (dll)) module = LoadLibraryA (dll);
  void *proc;

  CHECK (module != NULL);
  proc = (void *) GetProcAddress (module, name);
  CHECK (proc != NULL);
  return proc;
}

#ifndef RT_TEST_HELPER

/* The last line of a test that ended as it should.  */
static void
rt_test_end (void)
{
  char text[64];
  char *end = text + sizeof text;
  char *p = text;

  p = rt_test_add (p, end, "\nrt-test: ");
  p = rt_test_add_number (p, end, rt_test_count, 10);
  p = rt_test_add (p, end, " checks passed\n");
  rt_test_write (text, p);
}

static void __attribute__ ((constructor))
rt_test_start (void)
{
  atexit (rt_test_end);
}

#endif /* !RT_TEST_HELPER */

#endif /* RT_TEST_H */
