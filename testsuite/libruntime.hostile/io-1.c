/* ReadFileEx and WriteFileEx with buffers and OVERLAPPED structures that are
   locals of goroutines: Windows writes to them by APCs, while the stacks move,
   in movable and in pinned functions, and in completion routines that are
   plain code, growable code, or callbacks on the goroutine.  */
/* { dg-do run } */
/* { dg-plain-sources "io-1-plain.c" } */

#include "io-test.h"

#include <stdio.h>

#define N 4
#define SIZE 5000
#define ROUNDS 6

static struct rt_waitgroup done;

void CALLBACK complete_plain (DWORD err, DWORD bytes, OVERLAPPED *overlapped);

/* Growable, and Windows calls it on the system stack.  */
static void CALLBACK
complete (DWORD err, DWORD bytes, OVERLAPPED *overlapped)
{
  CHECK (on_system_stack ());
  stir (20);
  complete_plain (err, bytes, overlapped);
}

/* On the goroutine, which waits in SleepEx: it may wait, and move.  */
static void CALLBACK
complete_on_goroutine (DWORD err, DWORD bytes, OVERLAPPED *overlapped)
{
  CHECK (!on_system_stack ());
  stir (300);
  rt_sleep (MS);
  complete_plain (err, bytes, overlapped);
}

static LPOVERLAPPED_COMPLETION_ROUTINE routines[3]
    = { complete_plain, complete };

static void NOINLINE
wait (struct request *r)
{
  while (!r->completed)
    {
      stir (100);
      SleepEx (10, TRUE);
    }
  CHECK_EQ (r->err, 0);
}

static void
write_and_read (HANDLE file, unsigned n, LPOVERLAPPED_COMPLETION_ROUTINE fn)
{
  unsigned char out[SIZE], in[SIZE];
  struct request w, r;

  memset (&w, 0, sizeof w);
  memset (&r, 0, sizeof r);
  memset (in, 0, sizeof in);
  fill (out, SIZE, n);
  w.overlapped.Offset = r.overlapped.Offset = n * 100;
  CHECK (WriteFileEx (file, out, SIZE, &w.overlapped, fn));
  stir (200);
  wait (&w);
  CHECK_EQ (w.bytes, SIZE);
  CHECK (ReadFileEx (file, in, SIZE, &r.overlapped, fn));
  stir (400);
  wait (&r);
  CHECK_EQ (r.bytes, SIZE);
  compare (in, SIZE, n);
}

/* The same in a function that is pinned, since it reads its arguments.  */
static void
pinned (HANDLE file, unsigned n, LPOVERLAPPED_COMPLETION_ROUTINE fn, ...)
{
  unsigned char out[SIZE], in[SIZE];
  struct request w, r;
  va_list ap;

  va_start (ap, fn);
  CHECK_EQ (va_arg (ap, unsigned), n);
  va_end (ap);
  memset (&w, 0, sizeof w);
  memset (&r, 0, sizeof r);
  fill (out, SIZE, n);
  CHECK (WriteFileEx (file, out, SIZE, &w.overlapped, fn));
  stir (300);
  wait (&w);
  CHECK (ReadFileEx (file, in, SIZE, &r.overlapped, fn));
  stir (300);
  wait (&r);
  CHECK_EQ (r.bytes, SIZE);
  compare (in, SIZE, n);
}

static void
run (void *arg)
{
  unsigned n = (unsigned) (uintptr_t) arg, i;
  char name[MAX_PATH], folder[MAX_PATH];
  HANDLE file;

  rt_lockosthread (); /* An APC is the thread's.  */
  CHECK (GetTempPathA (sizeof folder, folder));
  CHECK (GetTempFileNameA (folder, "rt", 0, name));
  file = CreateFileA (name, GENERIC_READ | GENERIC_WRITE, 0, NULL,
                      CREATE_ALWAYS,
                      FILE_FLAG_OVERLAPPED | FILE_FLAG_DELETE_ON_CLOSE, NULL);
  CHECK (file != INVALID_HANDLE_VALUE);
  for (i = 0; i < ROUNDS; i++)
    {
      write_and_read (file, n + i, routines[i % 3]);
      pinned (file, n + i, routines[(i + 1) % 3], n + i);
    }
  CHECK (CloseHandle (file));
  rt_unlockosthread ();
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

int
main (void)
{
  uintptr_t i;
  void *fn;

  CHECK_EQ (rt_callback_new (complete_on_goroutine, "v(IIp)", &fn), 0);
  routines[2] = (LPOVERLAPPED_COMPLETION_ROUTINE) (uintptr_t) fn;
  CHECK_EQ (rt_waitgroup_add (&done, N), 0);
  for (i = 0; i < N; i++)
    CHECK_EQ (rt_go (run, (void *) i), 0);
  CHECK_EQ (rt_waitgroup_wait (&done), 0);
  return 0;
}
