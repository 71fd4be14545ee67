/* What a growable function begins with: the magic NOP if its address can
   escape, then the check, but in a small leaf.  */
/* { dg-do run } */

#include "plugin-test.h"

static const unsigned char magic[] = { 0x0f, 0x1f, 0x40, 0xc7 };
/* cmpq %gs:40, %rsp  */
static const unsigned char check[]
  = { 0x65, 0x48, 0x3b, 0x24, 0x25, 0x28, 0, 0, 0 };
/* leaq -frame(%rsp), %r11  */
static const unsigned char check_large[] = { 0x4c, 0x8d, 0x9c, 0x24 };

void small (volatile int *);
int leaf (int);
int large (void);

NOINLINE void
small (volatile int *p)
{
  *p = deep (1);
}

NOINLINE int
leaf (int n)
{
  return n + 1;
}

/* A leaf's locals stay on the control stack.  */
NOINLINE int
large (void)
{
  volatile char buffer[1000];

  buffer[999] = 1;
  return buffer[999];
}

__attribute__ ((no_split_stack)) static NOINLINE int
plain (volatile int *p)
{
  return *p + 1;
}

static int
begins (void *function, const void *bytes, size_t n)
{
  return memcmp (function, bytes, n) == 0;
}

int
main (void)
{
  char *f = (char *) small;

  CHECK (begins (f, magic, sizeof magic));
  CHECK (begins (f + 4, check, sizeof check));
  f = (char *) leaf;
  CHECK (begins (f, magic, sizeof magic));
  CHECK (!begins (f + 4, check, sizeof check));
  f = (char *) large;
  CHECK (begins (f, magic, sizeof magic));
  CHECK (begins (f + 4, check_large, sizeof check_large));
  f = (char *) plain;
  CHECK (!begins (f, magic, sizeof magic));
  return 0;
}
