/* cxx-test.h: what the tests of C++ have in common.
   SPDX-License-Identifier: MIT  */

#ifndef CXX_TEST_H
#define CXX_TEST_H

#include "rt-test.h"
#include "rt.h"

/* CHECK_EQ compares copies, of which the compiler no longer knows that they
   are constants.  */
#pragma GCC diagnostic ignored "-Wsign-compare"
/* Of deep, when what it calls throws.  */
#pragma GCC diagnostic ignored "-Winfinite-recursion"

#define MS ((uint64_t) 1000000)
#define NOINLINE __attribute__ ((noinline, noclone))

/* GOT, a std::string, is WANT.  */
#define CHECK_STRING(got, want)                                         \
  do                                                                    \
    {                                                                   \
      const auto &rt_test_string = (got);                               \
      CHECK_STR (rt_test_string.c_str (), want);                        \
    }                                                                   \
  while (0)

/* Keep GCC from turning recursion into a loop.  */
#define BARRIER() __asm__ volatile ("" : : : "memory")

static inline struct rt_stackinfo
info ()
{
  struct rt_stackinfo i;

  CHECK_EQ (rt_stackinfo (&i), 0);
  return i;
}

/* Go DEPTH frames deep, at 100 bytes of control stack or more each, and run
   FN there.  */
template <class F>
NOINLINE void
deep (int depth, F &&fn)
{
  BARRIER ();
  if (depth == 0)
    fn ();
  else
    deep (depth - 1, fn);
  BARRIER ();
}

/* Start a goroutine that runs *FN and then says so to GROUP; both outlive
   it.  */
template <class F>
struct test_go
{
  F *fn;
  struct rt_waitgroup *group;

  static void
  start (void *arg)
  {
    test_go mine = *(test_go *) arg;

    delete (test_go *) arg;
    (*mine.fn) ();
    CHECK_EQ (rt_waitgroup_done (mine.group), 0);
  }
};

template <class F>
void
go (F *fn, struct rt_waitgroup *group)
{
  CHECK_EQ (rt_waitgroup_add (group, 1), 0);
  CHECK_EQ (rt_go (test_go<F>::start, new test_go<F> { fn, group }), 0);
}

/* Run FN on a goroutine of its own, to its end.  */
template <class F>
void
on_fresh (F fn)
{
  struct rt_waitgroup group = {};

  go (&fn, &group);
  CHECK_EQ (rt_waitgroup_wait (&group), 0);
}

#endif /* CXX_TEST_H */
