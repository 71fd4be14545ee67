/* Functions that an exception leaves give their data frames back; what the one
   that catches has allocated, alloca too, is kept.  */
/* { dg-do run } */

#include <string>

#include "cxx-test.h"

static NOINLINE int
big (int n)
{
  char buffer[3000];

  memset (buffer, n, sizeof buffer);
  if (n == 0)
    throw std::string ("big");
  return big (n - 1) + buffer[n];
}

/* No local of its own in memory.  */
static NOINLINE int
loop (int n)
{
  int caught = 0;

  while (n-- > 0)
    try
      {
        big (20);
      }
    catch (...)
      {
        caught++;
      }
  return caught;
}

static NOINLINE int
variable (int n)
{
  int caught = 0;
  char *first = (char *) alloca (n);

  memset (first, 'a', n);
  for (int i = 0; i < 20; i++)
    {
      char vla[n * 2];
      char *more;

      memset (vla, 'b', n * 2);
      try
        {
          more = (char *) alloca (n);
          memset (more, 'c', n);
          big (i);
        }
      catch (std::string &)
        {
          char after[n];

          caught++;
          memset (after, 'd', n);
          deep (10, [] {});
          for (int k = 0; k < n; k++)
            if (first[k] != 'a' || vla[k] != 'b' || vla[n + k] != 'b'
                || more[k] != 'c' || after[k] != 'd')
              return -1;
        }
    }
  return caught;
}

/* A scope with a variable array ends before the throw.  */
static NOINLINE int
scopes (int n, int size)
{
  int caught = 0;

  while (n-- > 0)
    {
      {
        char vla[size];
        memset (vla, n, size);
        deep (1, [&] { caught += vla[size - 1] == (char) n; });
      }
      try
        {
          big (5);
        }
      catch (...)
        {
          caught++;
        }
    }
  return caught;
}

/* One way has a local in memory, the other one catches.  */
static NOINLINE int
either (int n)
{
  if (n % 2)
    {
      char local[200];
      memset (local, n, sizeof local);
      deep (1, [&] { local[0]++; });
      return local[0] - n;
    }
  try
    {
      big (5);
    }
  catch (...)
    {
      return 1;
    }
  return 0;
}

/* What functions below do leaves this one's locals alone.  */
static NOINLINE int
keeps (int n)
{
  char mine[500];
  int sum = 0;

  memset (mine, 'm', sizeof mine);
  for (int i = 0; i < n; i++)
    sum += either (i);
  for (char c : mine)
    if (c != 'm')
      return -1;
  return sum;
}

/* Pinned.  */
static NOINLINE int
pinned (int n, ...)
{
  int caught = 0;
  __builtin_va_list list;

  __builtin_va_start (list, n);
  __builtin_va_end (list);
  while (n-- > 0)
    try
      {
        char *p = (char *) alloca (100);
        p[n % 100] = 'p';
        big (10);
        caught += p[0];
      }
    catch (...)
      {
        caught++;
      }
  return caught;
}

static void
work ()
{
  CHECK_EQ (loop (10), 10);
  size_t size = info ().data_size;
  CHECK_EQ (loop (1000), 1000);
  CHECK_EQ (info ().data_size, size);
  CHECK_EQ (variable (100), 20);
  CHECK_EQ (variable (5000), 20);
  CHECK_EQ (scopes (1000, 2000), 2000);
  CHECK_EQ (keeps (100), 100);
  CHECK_EQ (pinned (50), 50);
  CHECK_EQ (loop (1000), 1000);
  CHECK (info ().data_size < size + 200000);
}

int
main ()
{
  on_fresh (work);
  return 0;
}
