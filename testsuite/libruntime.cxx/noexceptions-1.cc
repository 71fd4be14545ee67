/* -fno-exceptions: virtual calls, destructors, containers of the program's
   own and what they get by new, on stacks that grow and move.  Without
   landing pads data frames begin and end otherwise than with them.  */
/* { dg-do run } */
/* { dg-options "-fno-exceptions" } */

#include <new>
#include <utility>

#include "cxx-test.h"

static NOINLINE int
grow (int n)
{
  deep (300, [] {});
  return n;
}

static int alive;

struct shape
{
  int id;
  explicit shape (int i) : id (i) { alive++; }
  shape (const shape &) = delete;
  virtual ~shape () { alive -= grow (1); }
  virtual int area () const = 0;
};

struct square : shape
{
  int side;
  square (int i, int s) : shape (i), side (s) {}
  int area () const override { return grow (side * side); }
};

struct named
{
  char name[24] = "a shape";
  virtual int length () const { return grow (__builtin_strlen (name)); }
  virtual ~named () {}
};

struct label : square, named
{
  label (int i) : square (i, i) { name[0] = 'A'; }
  NOINLINE int length () const override { return named::length () + id; }
};

/* Elements in the heap, in one piece.  */
template <class T>
class array
{
  T *items = nullptr;
  int count = 0, room = 0;

public:
  array () {}
  array (const array &other) { for (int i = 0; i < other.count; i++)
                                 push (other.items[i]); }
  array &operator= (const array &) = delete;
  ~array ()
  {
    while (count > 0)
      items[--count].~T ();
    operator delete (items);
  }

  NOINLINE void
  push (T item)
  {
    if (count == room)
      {
        int more = room ? 2 * room : 1;
        T *copy = static_cast<T *> (operator new (more * sizeof (T)));

        for (int i = 0; i < count; i++)
          {
            new (copy + i) T (std::move (items[i]));
            items[i].~T ();
          }
        operator delete (items);
        items = copy;
        room = more;
      }
    new (items + count++) T (std::move (item));
  }

  T &operator[] (int i) { return items[i]; }
  int size () const { return count; }
};

/* A list whose nodes are on the stacks of those who call.  */
struct node
{
  node *up;
  int value;
  array<int> mine;
};

static NOINLINE int
climb (node *up, int depth)
{
  node here = { up, depth, {} };
  int sum = 0;

  for (int i = 0; i <= depth % 5; i++)
    here.mine.push (i);
  if (depth > 0)
    return climb (&here, depth - 1) + here.mine.size ();
  for (node *p = &here; p != nullptr; p = p->up)
    sum += p->value;
  return sum + here.mine.size ();
}

static void
work ()
{
  array<shape *> shapes;
  array<array<int>> rows;
  int sum = 0;

  CHECK_EQ (alive, 0);
  for (int i = 0; i < 10; i++)
    {
      array<int> row;

      shapes.push (i % 2 ? new square (i, i) : new label (i));
      for (int j = 0; j < i; j++)
        row.push (i * j);
      rows.push (row);
    }
  CHECK_EQ (alive, 10);
  for (int i = 0; i < 10; i++)
    sum += shapes[i]->area ();
  CHECK_EQ (sum, 285);
  for (int i = 0; i < 10; i++)
    {
      CHECK_EQ (rows[i].size (), i);
      for (int j = 0; j < i; j++)
        CHECK_EQ (rows[i][j], i * j);
    }
  {
    label here (4);
    named *second = &here;

    CHECK_EQ (second->length (), 7 + 4);
    CHECK_EQ (alive, 11);
  }
  CHECK_EQ (alive, 10);
  for (int i = 0; i < 10; i++)
    delete shapes[i];
  CHECK_EQ (alive, 0);

  /* Depths 100 to 0, and each frame's own array of depth % 5 + 1.  */
  CHECK_EQ (climb (nullptr, 100), 5050 + 20 * (1 + 2 + 3 + 4 + 5) + 1);
}

int
main ()
{
  work ();
  on_fresh ([]
    {
      uint64_t moves = info ().moves, chains = info ().chains;

      work ();
      CHECK (info ().moves > moves);
      CHECK_EQ (info ().chains, chains);
    });
  return 0;
}
