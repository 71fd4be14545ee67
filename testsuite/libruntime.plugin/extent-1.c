/* A data frame is there from the first mention of a local to the end of its
   scope, on the ways that need it, and on no others.  */
/* { dg-do run } */
/* { dg-skip "-O0 -Os" "there frames last longer" } */

#include <setjmp.h>

#include "plugin-test.h"

#define ROUNDS 50
#define RARE(x) __builtin_expect_with_probability ((x) != 0, 0, 0.99)

static volatile int sink;
static int *kept, *also_kept;
static jmp_buf back;

static void NOINLINE
keep (int *p)
{
  kept = p;
}

/* Where the next data frame is, by one that is written over.  */
static uintptr_t NOINLINE
here (void)
{
  volatile char bytes[64];

  for (int i = 0; i < 64; i++)
    bytes[i] = (char) -1;
  sink = bytes[sink & 63];
  keep (NULL);
  return (uintptr_t) bytes;
}

static uintptr_t NOINLINE
here_keeping (void)
{
  int *p = kept;
  uintptr_t place = here ();

  kept = p;
  return place;
}

/* The quick way has no frame, the other has none at its end.  */
static void NOINLINE
quick (int slow, uintptr_t want[2])
{
  if (slow)
    {
      int local = slow;

      keep (&local);
      CHECK_EQ (here_keeping (), want[1]);
      CHECK_EQ (*kept, slow);
    }
  sink++;
  CHECK_EQ (here (), want[0]);
}

/* A scope ends where no address is mentioned any more.  */
static void NOINLINE
in_scope (int n)
{
  if (n & 1)
    {
      int local = n;

      keep (&local);
      if (n & 2)
        sink++;
      for (int i = 0; i < 3; i++)
        here_keeping ();
      CHECK_EQ (*kept, n);
      *kept = n + 1;
      here_keeping ();
      CHECK_EQ (*kept, n + 1);
    }
  sink += n;
  here ();
}

/* Scopes that begin anew in loops, and an address that was computed before.
   The loop is small enough to be unrolled and peeled.  */
static int NOINLINE
in_loop (int n, int *last)
{
  int sum = 0;

  if (n == 0)
    return -1;
  for (int i = 0; i < n; i++)
    {
      int local[4] = { i, i + 1, i + 2, i + 3 };

      keep (local);
      here_keeping ();
      for (int k = 0; k < 4; k++)
        sum += kept[k] + local[k];
      *last = local[3];
    }
  here ();
  return sum;
}

/* A quick way around a loop has no frame.  */
static int NOINLINE
around (int n, uintptr_t want[2])
{
  int sum = 0;

  while (n > 0)
    {
      int local = n;

      keep (&local);
      CHECK_EQ (here_keeping (), want[1]);
      sum += *kept;
      n -= 3;
    }
  CHECK_EQ (here (), want[0]);
  return sum;
}

/* Rare scopes in a loop have a frame each, in turn; what else is done there
   has none.  One of them has a loop of its own, two ways out, and an address
   of which GCC cannot see the local.  */
static int NOINLINE
rare (const char *code, int n, uintptr_t want[2])
{
  int sum = 0;

  for (;; code++)
    {
      CHECK_EQ (here (), want[0]);
      if (RARE (*code == 'a'))
        {
          int local = n;

          keep (&local);
          CHECK_EQ (here_keeping (), want[1]);
          sum += *kept;
        }
      else if (RARE (*code == 'b'))
        {
          int one = n, two = n * 2, *p = n & 1 ? &one : &two;

          for (int i = 0; i < n; i++)
            {
              keep (p);
              CHECK_EQ (here_keeping (), want[1]);
              *kept += i;
              if (*p > 1000)
                return *p;
              p = p == &one ? &two : &one;
            }
          sum += one + two;
        }
      else if (*code == 'c')
        sum += 7;
      else
        return sum;
    }
}

/* A parameter's address is taken in a rare place, from which there is no way
   back.  */
static void NOINLINE __attribute__ ((noreturn))
jump (void)
{
  longjmp (back, *kept);
}

static int NOINLINE
parameter (int n, const char *code)
{
  for (;; code++)
    {
      here ();
      if (RARE (*code == 'a'))
        {
          keep (&n);
          here_keeping ();
          jump ();
        }
      if (RARE (*code == 'b'))
        return 0;
    }
}

static int NOINLINE
jumped (int n)
{
  int value = setjmp (back);

  if (value == 0)
    parameter (n, "cca");
  return value;
}

/* Two scopes that do not meet, one with a way out of its middle.  */
static int NOINLINE
two (int n)
{
  if (n == 1)
    {
      int a = 10;

      keep (&a);
      here_keeping ();
      if (*kept == 10 && sink > 1000)
        return 1;
      a += *kept;
      return a;
    }
  if (n == 2)
    {
      int b = 30;

      keep (&b);
      also_kept = kept;
      here ();
      *also_kept += 2;
      return b;
    }
  return 0;
}

/* Large objects by value, before a way without a frame.  */
struct large
{
  long long word[5];
};

static struct large NOINLINE
rotate (struct large l)
{
  long long first = l.word[0];

  for (int i = 0; i < 4; i++)
    l.word[i] = l.word[i + 1];
  l.word[4] = first;
  return l;
}

static long long NOINLINE
by_value (int n, const struct large *l)
{
  long long result = n;

  if (n & 1)
    {
      struct large turned = rotate (rotate (*l));

      result += turned.word[0] * 10 + turned.word[4];
    }
  here ();
  return result;
}

static void
run (void *unused)
{
  static const struct large large = { { 1, 2, 3, 4, 5 } };
  uintptr_t want[2];
  int last = 0;

  (void) unused;
  want[0] = here ();
  want[1] = want[0] - 16;
  for (int i = 0; i < ROUNDS; i++)
    {
      quick (i % 3, want);
      in_scope (i);
      CHECK_EQ (in_loop (i % 7, &last),
                i % 7 ? (i % 7) * (i % 7 - 1) * 4 + (i % 7) * 12 : -1);
      CHECK_EQ (two (i % 3), i % 3 == 1 ? 20 : i % 3 == 2 ? 32 : 0);
      CHECK_EQ (around (i % 7, want), i % 7 > 3 ? i % 7 * 2 - 3 : i % 7);
      CHECK_EQ (rare ("ccaccbc", i % 7, want),
                35 + i % 7 * 4 + i % 7 * (i % 7 - 1) / 2);
      CHECK_EQ (rare ("ab", 1000, want), 2000);
      CHECK_EQ (parameter (i, "cb"), 0);
      CHECK_EQ (jumped (i + 1), i + 1);
      CHECK_EQ (by_value (i, &large), i & 1 ? i + 32 : i);
      CHECK_EQ (here (), want[0]);
    }
}

int
main (void)
{
  run (NULL);
  return 0;
}
