/* alloca and arrays of variable size in loops: contents stay, alignment is
   right, an array's memory is given back at the end of its block.  */
/* { dg-do run } */

#include "stack-test.h"

struct cell
{
  struct cell *next;
  uint64_t value;
};

/* N cells in this one frame.  */
static uint64_t NOINLINE
list (int n)
{
  struct cell *head = NULL;
  uint64_t sum = 0;
  int i;

  for (i = 0; i < n; i++)
    {
      struct cell *cell = __builtin_alloca (sizeof *cell + i % 7);

      CHECK_EQ ((uintptr_t) cell % 16, 0);
      cell->next = head;
      cell->value = deep (i % 5, i, 0, 0, 0, 0);
      head = cell;
    }
  for (; head; head = head->next)
    sum += head->value;
  return sum;
}

static size_t NOINLINE
arrays (int n)
{
  size_t size = 0;
  int i, k;

  for (i = 1; i <= n; i++)
    {
      int array[i * 10], *p = array;

      for (k = 0; k < i * 10; k++)
        array[k] = k;
      deep (3, 1, 2, 3, 4, 5);
      for (k = 0; k < i * 10; k++)
        if (p[k] != k)
          CHECK_EQ (p[k], k);
      size = info ().data_size;
    }
  return size;
}

static void
run (void *unused)
{
  size_t size;
  int i;

  (void) unused;
  for (i = 0; i < 200; i += 40)
    CHECK_EQ (list (i), (uint64_t) i * (i - 1) / 2 + i / 5 * 10);
  /* The last is 4000 bytes; all of them, 200 KB.  */
  size = arrays (100);
  CHECK (size < 50000);
  CHECK (arrays (100) <= size);
}

int
main (void)
{
  on_fresh (run, NULL);
  return 0;
}
