/* new and delete in all their forms, and operators of the program's own, which
   the library calls too.  */
/* { dg-do run } */
/* { dg-options "-std=gnu++17 -static-libstdc++" } */

#include <stdlib.h>

#include <memory>
#include <new>
#include <string>
#include <vector>

#include "cxx-test.h"

static int news, deletes;

void *
operator new (size_t size)
{
  void *p = malloc (size ? size : 1);

  __atomic_add_fetch (&news, 1, __ATOMIC_RELAXED);
  deep (5, [] {});
  if (!p)
    abort ();
  return p;
}

void
operator delete (void *p) noexcept
{
  if (p)
    __atomic_add_fetch (&deletes, 1, __ATOMIC_RELAXED);
  free (p);
}

void
operator delete (void *p, size_t) noexcept
{
  ::operator delete (p);
}

static int alive;

struct object
{
  int n;
  object (int n = 3) : n (n) { alive++; }
  object (const object &o) : n (o.n) { alive++; }
  virtual ~object () { deep (10, [] {}); alive--; }
};

struct larger : object
{
  char more[1000];
  larger () : object (4) { memset (more, 1, sizeof more); }
};

struct alignas (64) aligned
{
  char bytes[100];
};

/* At N + 1 places, of which some may be aligned by chance; the compiler knows
   nothing of what comes out of WHERE.  */
static NOINLINE void
over_aligned (int n)
{
  aligned local[2];
  aligned *volatile where = local;

  deep (5, [&] { memset (local, 7, sizeof local); });
  CHECK_EQ ((uintptr_t) where % 64, 0u);
  CHECK_EQ (local[1].bytes[99], 7);
  if (n > 0)
    over_aligned (n - 1);
}

static void
work ()
{
  object *o = new larger;
  object *array = new object[10];
  CHECK_EQ (alive, 11);
  CHECK_EQ (array[9].n + o->n, 7);
  delete o;
  delete[] array;
  CHECK_EQ (alive, 0);

  /* On the goroutine's own stack.  */
  alignas (larger) char place[sizeof (larger)];
  o = new (place) larger;
  CHECK_EQ (o->n, 4);
  o->~object ();
  CHECK_EQ (alive, 0);

  aligned *a = new aligned[3];
  CHECK_EQ ((uintptr_t) a % 64, 0u);
  memset (a, 0, 3 * sizeof *a);
  delete[] a;
  over_aligned (3);

  auto shared = std::make_shared<larger> ();
  std::weak_ptr<object> weak = shared;
  std::unique_ptr<object> unique (new object (8));
  std::vector<std::shared_ptr<object>> many (5, shared);
  CHECK_EQ (shared.use_count (), 6);
  CHECK_EQ (alive, 2);
  many.clear ();
  shared.reset ();
  unique.reset ();
  CHECK (weak.expired ());
  CHECK_EQ (alive, 0);
  char *p = new (std::nothrow) char[10];
  CHECK (p != nullptr);
  ::operator delete[] (p, std::nothrow);

  /* The library's.  */
  int before = news;
  std::string s (100, 'x');
  CHECK_EQ (news, before + 1);
  s += s;
  CHECK_EQ (s.size (), 200u);
  CHECK_EQ (news, before + 2);
}

int
main ()
{
  work ();
  CHECK (news > 0 && deletes > 0);
  on_fresh ([] { work (); });
  return 0;
}
