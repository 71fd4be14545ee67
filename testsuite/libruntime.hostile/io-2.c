/* Overlapped reads and writes of pipes into locals of goroutines that do not
   wait in the call: they run, grow, wait for each other, change threads, and
   Windows completes the transfer meanwhile, from another thread's write.  */
/* { dg-do run } */

#include "io-test.h"

#include <stdio.h>

#define N 4
#define SIZE 3000
#define ROUNDS 8

static struct rt_waitgroup done;
static struct rt_chan *go_on[N];

struct pipe
{
  HANDLE reads, writes;
  unsigned n;
};

static void
open_pipe (struct pipe *p, unsigned n)
{
  char name[100];

  sprintf (name, "\\\\.\\pipe\\rt-io-2-%lu-%u", GetCurrentProcessId (), n);
  p->n = n;
  p->reads = CreateNamedPipeA (name,
                               PIPE_ACCESS_INBOUND | FILE_FLAG_OVERLAPPED,
                               PIPE_TYPE_BYTE | PIPE_WAIT, 1, 65536, 65536, 0,
                               NULL);
  CHECK (p->reads != INVALID_HANDLE_VALUE);
  p->writes = CreateFileA (name, GENERIC_WRITE, 0, NULL, OPEN_EXISTING,
                           FILE_FLAG_OVERLAPPED, NULL);
  CHECK (p->writes != INVALID_HANDLE_VALUE);
}

static void
writer (void *arg)
{
  struct pipe *p = arg;
  unsigned char data[SIZE];
  OVERLAPPED overlapped;
  unsigned i;
  DWORD n;

  for (i = 0; i < ROUNDS; i++)
    {
      memset (&overlapped, 0, sizeof overlapped);
      overlapped.hEvent = CreateEventA (NULL, TRUE, FALSE, NULL);
      CHECK (overlapped.hEvent != NULL);
      fill (data, SIZE, p->n + i);
      /* The reader has begun, and is somewhere else now.  */
      CHECK_EQ (rt_chan_recv (go_on[p->n], NULL), 0);
      stir (100);
      CHECK (WriteFile (p->writes, data, SIZE, NULL, &overlapped)
             || GetLastError () == ERROR_IO_PENDING);
      stir (200);
      CHECK (GetOverlappedResult (p->writes, &overlapped, &n, TRUE));
      CHECK_EQ (n, SIZE);
      CloseHandle (overlapped.hEvent);
    }
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

/* Read SIZE bytes, which nobody has written as yet.  */
static void NOINLINE
read_one (struct pipe *p, unsigned i)
{
  unsigned char data[SIZE];
  OVERLAPPED overlapped;
  DWORD n;

  memset (data, 0, sizeof data);
  memset (&overlapped, 0, sizeof overlapped);
  overlapped.hEvent = CreateEventA (NULL, TRUE, FALSE, NULL);
  CHECK (overlapped.hEvent != NULL);
  CHECK (!ReadFile (p->reads, data, SIZE, NULL, &overlapped));
  CHECK_EQ (GetLastError (), ERROR_IO_PENDING);
  stir (100);
  CHECK_EQ (rt_chan_send (go_on[p->n], NULL), 0);
  /* Parked, grown, moved, shrunk.  */
  while (WaitForSingleObject (overlapped.hEvent, 0) == WAIT_TIMEOUT)
    {
      stir (700);
      rt_sleep (MS);
      rt_gosched ();
    }
  rt_sleep (MS);
  stir (100);
  CHECK (GetOverlappedResult (p->reads, &overlapped, &n, FALSE));
  CHECK_EQ (n, SIZE);
  compare (data, SIZE, p->n + i);
  CloseHandle (overlapped.hEvent);
}

static void
reader (void *arg)
{
  struct pipe *p = arg;
  unsigned i;

  for (i = 0; i < ROUNDS; i++)
    read_one (p, i);
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

/* The buffer of a read that is cancelled: Windows says when it is done with
   it.  */
static void NOINLINE
cancels (struct pipe *p)
{
  unsigned char data[SIZE];
  OVERLAPPED overlapped;
  DWORD n;

  memset (&overlapped, 0, sizeof overlapped);
  overlapped.hEvent = CreateEventA (NULL, TRUE, FALSE, NULL);
  CHECK (!ReadFile (p->reads, data, SIZE, NULL, &overlapped));
  CHECK_EQ (GetLastError (), ERROR_IO_PENDING);
  stir (500);
  rt_gosched ();
  CHECK (CancelIoEx (p->reads, &overlapped));
  CHECK (!GetOverlappedResult (p->reads, &overlapped, &n, TRUE));
  CHECK_EQ (GetLastError (), ERROR_OPERATION_ABORTED);
  CloseHandle (overlapped.hEvent);
}

int
main (void)
{
  struct pipe pipes[N];
  unsigned i;

  CHECK_EQ (rt_waitgroup_add (&done, 2 * N), 0);
  for (i = 0; i < N; i++)
    {
      open_pipe (&pipes[i], i);
      CHECK_EQ (rt_chan_new (0, 0, &go_on[i]), 0);
    }
  cancels (&pipes[0]);
  for (i = 0; i < N; i++)
    {
      CHECK_EQ (rt_go (writer, &pipes[i]), 0);
      CHECK_EQ (rt_go (reader, &pipes[i]), 0);
    }
  CHECK_EQ (rt_waitgroup_wait (&done), 0);
  for (i = 0; i < N; i++)
    {
      CloseHandle (pipes[i].reads);
      CloseHandle (pipes[i].writes);
    }
  return 0;
}
