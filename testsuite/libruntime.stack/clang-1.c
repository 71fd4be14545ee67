/* Goroutines of code that clang -fsplit-stack made grow by chained segments,
   with their locals on the control stack; they call us and are called.  */
/* { dg-do run } */
/* { dg-require "clang" } */
/* { dg-clang-sources "clang-1-clang.c" } */

#include "stack-test.h"

#include "clang-1.h"

static struct rt_waitgroup done;

/* Called by clang's code, on the same stack.  */
void
check_eq (uint64_t got, uint64_t want)
{
  CHECK_EQ (got, want);
}

uint64_t
chains (void)
{
  return info ().chains;
}

uint64_t
ours (uint64_t n)
{
  CHECK_EQ (deep (n, 1, 2, 3, 4, 5), n + 15);
  return n == 0 ? 0 : clang_up (ours, n - 1) + 1;
}

void
finished (void)
{
  CHECK_EQ (rt_waitgroup_done (&done), 0);
}

/* Its first frame is one of clang's.  */
static void
go (void (*fn) (void *), void *arg)
{
  CHECK_EQ (rt_waitgroup_add (&done, 1), 0);
  CHECK_EQ (rt_go (fn, arg), 0);
  CHECK_EQ (rt_waitgroup_wait (&done), 0);
}

int
main (void)
{
  go (clang_run, (void *) 1);
  go (clang_run, (void *) 50);
  go (clang_run, (void *) 1000);
  go (clang_mixed, NULL);
  return 0;
}
