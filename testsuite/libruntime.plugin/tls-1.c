/* -warn-tls tells of a thread-local variable that is used before and after a
   call in which the goroutine may change threads, and of no other.  */
/* { dg-do compile } */
/* { dg-skip "dll" "nothing is linked" } */

#include <errno.h>
#include <string.h>

void other (void);

static __thread int counter;
__thread struct { int a, b; } pair;
__thread char name[16];

int
across (void)
{
  counter++;
  other ();
  return counter;               /* { dg-warning "thread-local 'counter'" } */
}

int
loop (int n)
{
  int sum = 0;

  while (n--)
    {
      sum += pair.b;            /* { dg-warning "thread-local 'pair'" } */
      other ();
    }
  return sum;
}

int *
kept (void)
{
  int *p = &pair.a;

  *p = 2;
  other ();
  *p = 1;                       /* { dg-warning "thread-local 'pair'" } */
  return &pair.b;
}

int
before (void)
{
  int n = counter;

  counter = n + 1;
  other ();
  return n;
}

int
after (void)
{
  other ();
  return counter++ + pair.a;
}

int
one_side (int n)
{
  if (n)
    counter = n;
  else
    other ();
  return n;
}

/* Functions that do not block: no change of threads.  */
size_t
not_blocking (const char *s)
{
  strcpy (name, s);
  errno = 0;
  return strlen (name);
}

/* { dg-options "-fplugin-arg-growstack-warn-tls -fno-diagnostics-show-caret" } */
/* { dg-warning "In function" "the line before it" { target *-*-* } 0 } */
