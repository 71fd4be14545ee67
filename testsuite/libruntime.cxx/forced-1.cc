/* _Unwind_ForcedUnwind: cleanups run, on every stack, and its function is
   asked about each frame and told of the end.  */
/* { dg-do run } */
/* { dg-plain-sources "forced-1-plain.cc" } */

#include <setjmp.h>
#include <unwind.h>

#include "cxx-test.h"

void plain_call (void (*fn) ());        /* forced-1-plain.cc  */
extern int plain_cleanups;

static int asked;
static int ended;
static int deleted;
static int destroyed;
static jmp_buf *out;

static _Unwind_Reason_Code
stop (int version, _Unwind_Action actions, _Unwind_Exception_Class,
      struct _Unwind_Exception *, struct _Unwind_Context *, void *argument)
{
  CHECK_EQ (version, 1);
  CHECK (actions & _UA_FORCE_UNWIND);
  CHECK (argument == &asked);
  asked++;
  if (actions & _UA_END_OF_STACK)
    {
      ended++;
      if (out)
        longjmp (*out, 1);
    }
  return _URC_NO_REASON;
}

static void
gone (_Unwind_Reason_Code, struct _Unwind_Exception *exception)
{
  deleted++;
  delete exception;
}

static NOINLINE void
force ()
{
  _Unwind_Exception *exception = new _Unwind_Exception ();

  exception->exception_cleanup = gone;
  _Unwind_ForcedUnwind (exception, stop, &asked);
  delete exception;
}

struct witness
{
  ~witness ()
  {
    destroyed++;
    deep (50, rt_gosched);
  }
};

static NOINLINE void
cleans_up (int n)
{
  witness mine;

  if (n == 0)
    force ();
  else
    cleans_up (n - 1);
  BARRIER ();
}

/* What is caught has passed N frames with something to destroy.  */
template <class F>
static NOINLINE void
catches (int n, F fn)
{
  bool caught = false;

  asked = ended = deleted = destroyed = 0;
  try
    {
      fn ();
    }
  catch (...)
    {
      CHECK_EQ (destroyed, n);
      CHECK_EQ (deleted, 0);
      caught = true;
    }
  CHECK (caught);
  CHECK_EQ (deleted, 1);
  CHECK_EQ (ended, 0);
  CHECK (asked > 0);
}

static NOINLINE void
again ()
{
  try
    {
      cleans_up (3);
    }
  catch (...)
    {
      destroyed++;
      throw;
    }
}

static NOINLINE void
chained (int n, ...)
{
  deep (100, [n] { cleans_up (n); });
  BARRIER ();
}

/* Catches what plain code's FN throws, but not what is forced.  */
static NOINLINE void
around (void (*fn) ())
{
  try
    {
      plain_call (fn);
    }
  catch (int)
    {
    }
  BARRIER ();
}

static void
in_callback ()
{
  force ();
  CHECK_EQ (ended, 2);
}

/* Both this and plain_call have something to destroy.  */
static NOINLINE void
around_callback (void (*callback) ())
{
  witness mine;
  int before = plain_cleanups, before_mine = destroyed;

  plain_call (callback);
  CHECK_EQ (plain_cleanups, before + 1);
  CHECK_EQ (destroyed, before_mine);
}

static void
work ()
{
  jmp_buf here;

  catches (0, force);
  catches (1, [] { cleans_up (0); });
  catches (10, [] { deep (100, [] { cleans_up (9); }); });
  catches (5, [] { again (); });
  catches (5, [] { chained (4); });
  catches (2, [] { plain_call ([] { cleans_up (1); }); });
  CHECK_EQ (plain_cleanups, 1);
  /* The second passes where the first was caught.  */
  catches (2, []
    {
      around ([] { throw 1; });
      around ([] { cleans_up (1); });
    });
  CHECK_EQ (plain_cleanups, 3);

  /* Nothing to clean up, and nobody.  */
  asked = ended = deleted = 0;
  force ();
  CHECK_EQ (ended, 1);
  CHECK_EQ (deleted, 0);

  /* Nor up to where a callback begins.  */
  void *callback;
  CHECK_EQ (rt_callback_new ((void *) in_callback, "v()", &callback), 0);
  deep (10, [&] { around_callback ((void (*) ()) callback); });
  CHECK_EQ (ended, 2);

  if (setjmp (here) == 0)
    {
      out = &here;
      force ();
      CHECK (!"reached");
    }
  CHECK_EQ (ended, 3);
}

int
main ()
{
  on_fresh (work);
  return 0;
}
