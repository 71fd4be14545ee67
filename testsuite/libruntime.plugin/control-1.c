/* Computed goto, switch tables, statement expressions, nested functions and
   their trampolines, tail calls, bit-fields, inline asm.  */
/* { dg-do run } */

#include "plugin-test.h"

static NOINLINE int
threaded (int code)
{
  static void *const labels[] = { &&one, &&ten, &&hundred, &&end };
  int x = 0, *p = &x;

next:
  code >>= 2;
  goto *labels[code & 3];
one:
  *p += 1;
  deep (2);
  goto next;
ten:
  *p += 10;
  deep (2);
  goto next;
hundred:
  *p += 100;
  goto next;
end:
  return x;
}

static NOINLINE int
choose (int n)
{
  int x[4] = { 1, 2, 3, 4 };

  deep (2);
  switch (n)
    {
    case 0:
      return x[0];
    case 1:
      return x[1] + deep (1);
    case 2:
      return x[2];
    case 3:
      x[3]++;
      /* fall through */
    case 4:
      return x[3];
    case 5:
      return 50;
    case 6:
      return 60 + deep (4);
    default:
      return -1;
    }
}

static NOINLINE int
expression (int n)
{
  return ({
    int a[3] = { n, n + 1, n + 2 };
    deep (2);
    a[0] + a[1] + a[2];
  });
}

static NOINLINE int
apply (int (*f) (int), int n)
{
  return f (n) + deep (2);
}

static NOINLINE int
nested (int n)
{
  int sum = 0;

  int add (int k)
  {
    deep (2);
    sum += k;
    return k == 0 ? sum : add (k - 1);
  }

  return add (n) + apply (add, 2);
}

static NOINLINE int
tail_end (int n, int *p)
{
  deep (2);
  return n + *p;
}

static NOINLINE int
tail (int n, int *p)
{
  return n > 100 ? tail_end (n, p) : tail (n + 40, p);
}

struct fields
{
  unsigned a : 3, b : 13;
  signed c : 5;
  unsigned long long d : 40;
};

static NOINLINE int
bit_fields (void)
{
  struct fields f = { 6, 100, -3, 0x123456789aULL }, *volatile p = &f;

  deep (2);
  p->a++;
  p->c--;
  deep (2);
  return f.a + f.b + f.c + (int) (f.d & 0xff);
}

static NOINLINE int
assembly (int n)
{
  int m = n, o;

  __asm__ volatile ("addl $1, %0\n\tmovl %0, %%eax\n\tmovl %%eax, %1"
                    : "+m" (m), "=r" (o)
                    :
                    : "eax", "cc");
  deep (2);
  return m + o;
}

int
main (void)
{
  int x = 5;

  CHECK_EQ (threaded (0xe4 << 2), 111);
  CHECK_EQ (choose (0), 1);
  CHECK_EQ (choose (1), 3);
  CHECK_EQ (choose (3), 5);
  CHECK_EQ (choose (6), 64);
  CHECK_EQ (choose (7), -1);
  CHECK_EQ (expression (5), 18);
  CHECK_EQ (nested (3), 6 + 9 + 2);
  CHECK_EQ (tail (1, &x), 126);
  CHECK_EQ (bit_fields (), 7 + 100 - 4 + 0x9a);
  CHECK_EQ (assembly (3), 8);
  return 0;
}
