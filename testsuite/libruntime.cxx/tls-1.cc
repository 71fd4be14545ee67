/* thread_local objects belong to the thread: a goroutine that is bound to its
   thread keeps them, and they are destroyed with the thread.  */
/* { dg-do run } */

#include <string>

#include "cxx-test.h"

static int constructed, destroyed;

struct object
{
  std::string text;
  object () : text ("new")
  {
    __atomic_add_fetch (&constructed, 1, __ATOMIC_RELAXED);
    deep (20, [] {});
  }
  ~object ()
  {
    deep (20, [] {});
    __atomic_add_fetch (&destroyed, 1, __ATOMIC_RELAXED);
  }
};

static thread_local object mine;
static thread_local int number = 7;

static NOINLINE void
use (int n)
{
  std::string before = mine.text;

  number += n;
  mine.text = std::to_string (number);
  CHECK (before == "new" || before == std::to_string (number - n));
}

/* Growable code on a thread that Windows made.  */
static unsigned long
thread (void *)
{
  CHECK_STRING (mine.text, "new");
  use (1);
  CHECK_STRING (mine.text, "8");
  return 0;
}

static void
bound ()
{
  rt_lockosthread ();
  int start = number;
  mine.text = std::to_string (start);
  for (int i = 1; i <= 10; i++)
    {
      use (1);
      rt_gosched ();
      deep (50, [] { rt_sleep (MS / 10); });
      CHECK_EQ (number, start + i);
      CHECK_STRING (mine.text, std::to_string (number).c_str ());
    }
  rt_unlockosthread ();
}

int
main ()
{
  struct rt_waitgroup group = {};
  auto fn = bound;

  for (int i = 0; i < 4; i++)
    go (&fn, &group);
  CHECK_EQ (rt_waitgroup_wait (&group), 0);
  CHECK (constructed >= 1);

  int before = constructed, gone = destroyed;
  for (int i = 0; i < 2; i++)
    {
      void *handle = CreateThread (NULL, 0, thread, NULL, 0, NULL);
      CHECK_EQ (WaitForSingleObject (handle, 10000), 0);
      CloseHandle (handle);
    }
  CHECK_EQ (constructed, before + 2);
  CHECK_EQ (destroyed, gone + 2);
  return 0;
}
