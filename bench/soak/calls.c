/* calls.c: calls of Windows and of plain code, callbacks, faults.
   SPDX-License-Identifier: MIT  */

#include <errno.h>
#include <string.h>

#include "soak.h"

/* soak-load-0.dll and so on.  */
#define LIBRARIES 3

#define IMPORT __declspec(dllimport)
IMPORT long long soak_mix (long long, long long, long long, long long,
                           long long, long long);
IMPORT double soak_scale (double, int, double);
IMPORT int soak_call (int (*) (int, int), int, int);
IMPORT int soak_thread (int (*) (int, int), int, int);
IMPORT int soak_pool (int (*) (int, int), int, int);

/* -- Calls --------------------------------------------------------------- */

void
do_call (struct chance *c)
{
  long long a[6], want;
  struct rt_result r;
  double x;

  for (int i = 0; i < 6; i++)
    a[i] = pick (c, 1u << 30);
  want = a[0] + 3 * a[1] + 5 * a[2] + 7 * a[3] + 11 * a[4] + 13 * a[5];
  CHECK_EQ (soak_mix (a[0], a[1], a[2], a[3], a[4], a[5]), want);
  CHECK_EQ (GetLastError (), (a[0] ^ a[5]) & 0xffff);
  rt_gosched ();
  CHECK_EQ (GetLastError (), (a[0] ^ a[5]) & 0xffff);
  r = rt_syscall6 ((void *) (uintptr_t) soak_mix, 6, (uintptr_t) a[0],
                   (uintptr_t) a[1], (uintptr_t) a[2], (uintptr_t) a[3],
                   (uintptr_t) a[4], (uintptr_t) a[5]);
  CHECK_EQ (r.r1, want);
  CHECK_EQ (r.err, (a[0] ^ a[5]) & 0xffff);
  x = soak_scale (1.5, (int) (a[0] & 1023), 0.25);
  CHECK_EQ (x * 4, (a[0] & 1023) * 6 + 1);
}

void
do_errno (struct chance *c)
{
  int e = (int) pick (c, 40) + 1;

  errno = e;
  SetLastError ((DWORD) e * 3);
  if (pick (c, 2))
    rt_gosched ();
  else
    rt_sleep (pick (c, 3) * MS);
  CHECK_EQ (errno, e);
  CHECK_EQ (GetLastError (), e * 3);
}

/* Bytes through a pipe, into a buffer that is a local.  */
void
do_pipe (struct chance *c)
{
  char out[600], in[600];
  DWORD n = pick (c, 600) + 1, done = 0;
  HANDLE from, to;

  memset (out, (int) pick (c, 256), n);
  memset (in, 0, sizeof in);
  CHECK_EQ (CreatePipe (&from, &to, NULL, 4096), 1);
  CHECK_EQ (WriteFile (to, out, n, &done, NULL), 1);
  CHECK_EQ (done, n);
  CHECK_EQ (descend (30, NULL), 465);
  CHECK_EQ (ReadFile (from, in, n, &done, NULL), 1);
  CHECK_EQ (done, n);
  CHECK_EQ (memcmp (in, out, n), 0);
  CloseHandle (from);
  CloseHandle (to);
}

void
do_libc (struct chance *c)
{
  char text[64], *end;
  int n = (int) pick (c, 1u << 20);
  void *p = malloc (pick (c, 3000) + 1);

  CHECK_EQ (snprintf (text, sizeof text, "%d/%05d", n, n) > 6, 1);
  CHECK_EQ (strtol (text, &end, 10), n);
  CHECK_EQ (*end, '/');
  free (p);
}

/* -- Callbacks ------------------------------------------------------------ */

static int (*again_callback) (int, int);
static int (*foreign_callback) (int, int);
static int (*ending_callback) (int, int);
static int (*throwing_callback) (int, int);

/* What soak_call calls: as deep again as DEPTH says.  */
static int
again (int depth, int salt)
{
  volatile int kept = salt;
  int result = 0;

  CHECK_EQ (GetLastError (), depth + 1000);
  if (salt % 3 == 0)
    CHECK_EQ (descend (salt % 200, NULL), salt % 200 * (salt % 200 + 1) / 2);
  if (salt % 5 == 0)
    rt_gosched ();
  if (depth > 0)
    {
      struct rt_result r;

      if (salt & 1)
        result = soak_call (again_callback, depth - 1, salt + 1);
      else
        {
          r = rt_syscall ((void *) (uintptr_t) soak_call, 3,
                          (uintptr_t) again_callback, (uintptr_t) depth - 1,
                          (uintptr_t) salt + 1);
          result = (int) r.r1;
          CHECK_EQ (r.err, depth - 1 + 2000);
        }
    }
  CHECK_EQ (kept, salt);
  return result + salt;
}

void
do_callback (struct chance *c)
{
  int depth = (int) pick (c, 6), salt = (int) pick (c, 10000), want = 0;

  for (int i = 0; i <= depth; i++)
    want += salt + i + 1;
  CHECK_EQ (soak_call (again_callback, depth, salt), want);
  CHECK_EQ (GetLastError (), depth + 2000);
}

/* Called by threads that are not ours.  */
static int
foreign (int i, int salt)
{
  int own[2] = { i, salt };

  if (salt % 4 == 0)
    rt_gosched ();
  if (salt % 4 == 1)
    CHECK_EQ (descend (40, NULL), 820);
  if (salt % 4 == 2)
    rt_sleep (MS);
  return own[0] * 2 + own[1];
}

void
do_foreign (struct chance *c)
{
  int count = (int) pick (c, 20) + 1, salt = (int) pick (c, 1000);

  if (pick (c, 2))
    CHECK_EQ (soak_thread (foreign_callback, count, salt), count);
  else
    CHECK_EQ (soak_pool (foreign_callback, count, salt), count);
}

/* A callback that is made, used, and given back.  */
void
do_new_callback (struct chance *c)
{
  int salt = (int) pick (c, 1000);
  void *callback;

  CHECK_EQ (rt_callback_new ((void *) (uintptr_t) foreign, "i(ii)", &callback),
            0);
  CHECK_EQ (soak_call ((int (*) (int, int)) callback, 4, salt), 8 + salt + 1);
  CHECK_EQ (rt_callback_free (callback), 0);
}

/* -- Libraries that come and go ------------------------------------------- */

static int
plus_five (int n)
{
  return n + 5;
}

void
do_library (struct chance *c)
{
  WCHAR name[] = L"soak-load-0.dll";
  void *library = NULL, *sum = NULL, *through = NULL;
  int n = (int) pick (c, 200);

  name[10] = (WCHAR) (L'0' + pick (c, LIBRARIES));
  CHECK_EQ (rt_loadlibrary ((uint16_t *) name, &library), 0);
  CHECK_EQ (rt_getprocaddress (library, "soak_sum", &sum), 0);
  CHECK_EQ (rt_getprocaddress (library, "soak_through", &through), 0);
  CHECK_EQ (((int (*) (int)) sum) (n), n * (n + 1) / 2);
  CHECK_EQ (((int (*) (int (*) (int), int)) through) (plus_five, n), n + 6);
  CHECK_EQ (FreeLibrary (library), 1);
}

/* -- Ends of another kind ------------------------------------------------- */

static void
caught (const struct rt_fault *fault)
{
  CHECK_EQ (descend (60, NULL), 1830);
  rt_throw (fault->code);
}

static int *volatile nowhere;
static volatile int zero;

static int NOINLINE
fault_at (int depth, int kind)
{
  volatile char room[100];

  room[depth % 100] = 1;
  if (depth > 0)
    return fault_at (depth - 1, kind) + room[depth % 100];
  switch (kind)
    {
    case 0:
      return *nowhere;
    case 1:
      return 5 / zero;
    case 2:
      __asm__ volatile("ud2");
      return 0;
    case 3:
      return soak_call (throwing_callback, 1, 77);
    default:
      rt_throw (77);
    }
}

struct fault
{
  int depth, kind;
};

static void
fault_now (void *arg)
{
  struct fault *f = arg;

  fault_at (f->depth, f->kind);
  CHECK_EQ (0, 1);
}

static int
throw_77 (int depth, int salt)
{
  CHECK_EQ (descend (20 * depth, NULL), 210);
  rt_throw ((uintptr_t) salt);
}

void
do_fault (struct chance *c)
{
  static const uintptr_t want[] = { EXCEPTION_ACCESS_VIOLATION,
                                    EXCEPTION_INT_DIVIDE_BY_ZERO,
                                    EXCEPTION_ILLEGAL_INSTRUCTION, 77, 77 };
  struct fault f = { (int) pick (c, 80), (int) pick (c, 5) };
  uintptr_t value = 0;

  CHECK_EQ (rt_try (fault_now, &f, &value), RT_ETHROWN);
  CHECK_EQ (value, want[f.kind]);
}

static int
end_here (int depth, int salt)
{
  CHECK_EQ (descend (salt % 50, NULL), salt % 50 * (salt % 50 + 1) / 2);
  late--;
  rt_goexit ();
  return depth;
}

static void
ends (void *arg)
{
  soak_call (ending_callback, 1, (int) (uintptr_t) arg);
  CHECK_EQ (0, 1);
}

void
do_goexit (struct chance *c)
{
  late++;
  CHECK_EQ (rt_go (ends, (void *) (uintptr_t) pick (c, 1000)), 0);
}

static void
new_callback (int (*fn) (int, int), int (**callback) (int, int))
{
  void *address;

  CHECK_EQ (rt_callback_new ((void *) (uintptr_t) fn, "i(ii)", &address), 0);
  *callback = (int (*) (int, int)) address;
}

void
callbacks_init (void)
{
  new_callback (again, &again_callback);
  new_callback (foreign, &foreign_callback);
  new_callback (end_here, &ending_callback);
  new_callback (throw_77, &throwing_callback);
  CHECK_EQ (rt_fault_handler (caught), 0);
}
