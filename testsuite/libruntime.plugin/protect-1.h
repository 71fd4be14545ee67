/* protect-1.h: functions that write over the ends of their locals.
   SPDX-License-Identifier: MIT  */

#ifndef PROTECT_1_H
#define PROTECT_1_H

#include <malloc.h>
#include <setjmp.h>
#include <stdarg.h>

extern jmp_buf protect_back;
void __stack_chk_fail (void);

#ifdef PROTECT_TEST

#include "plugin-test.h"

jmp_buf protect_back;
static volatile int seldom;

/* Write BYTES bytes; nothing is seen through.  */
static NOINLINE void
fill (void *p, int bytes)
{
  deep (3);
  for (int i = 0; i < bytes; i++)
    ((volatile char *) p)[i] = 'x';
}

static NOINLINE int
characters (int bytes)
{
  int before = bytes, *p = &before;
  char buffer[24];

  fill (p, 0);
  fill (buffer, bytes);
  CHECK_EQ (before, bytes);
  return buffer[0];
}

static NOINLINE int
integers (int bytes)
{
  int buffer[6];

  fill (buffer, bytes);
  return buffer[0] & 0xff;
}

static NOINLINE int
structure (int bytes)
{
  struct
  {
    int n[2];
    char buffer[16];
  } s;

  fill (&s, bytes);
  return s.n[0] & 0xff;
}

/* What is written is behind S.  */
static NOINLINE int
flexible (int bytes)
{
  struct
  {
    long long n;
    char buffer[];
  } s;

  s.n = 'x';
  fill (s.buffer, bytes);
  return s.n;
}

static NOINLINE int
aligned (int bytes)
{
  _Alignas (64) char buffer[24];

  fill (buffer, bytes);
  return buffer[0];
}

static NOINLINE int
variable (int bytes)
{
  char *buffer = alloca (bytes < 32 ? bytes : 32);

  fill (buffer, bytes < 32 ? bytes : 32 + 8);
  return buffer[0];
}

static NOINLINE int
array (int bytes)
{
  int n = bytes < 32 ? bytes : 32;
  char buffer[n];

  fill (buffer, bytes < 32 ? bytes : 32 + 8);
  return buffer[0];
}

static NOINLINE int
pinned (int bytes, ...)
{
  va_list ap;

  va_start (ap, bytes);
  bytes = va_arg (ap, int);
  va_end (ap);
  char *buffer = alloca (bytes < 32 ? bytes : 32);
  fill (buffer, bytes < 32 ? bytes : 32 + 8);
  return buffer[0];
}

static NOINLINE int
call_pinned (int bytes)
{
  return pinned (0, bytes);
}

/* Each place has its own data frame.  */
static NOINLINE int
places (int bytes)
{
  int sum = 0;

  if (__builtin_expect (seldom == 1, 0))
    {
      char buffer[40];

      fill (buffer, 1);
      sum += buffer[0];
    }
  for (int i = 0; i < 3; i++)
    sum += seldom;
  if (__builtin_expect (seldom == 0, 0))
    {
      char buffer[24];

      fill (buffer, bytes);
      sum += buffer[0];
    }
  return sum;
}

static NOINLINE __attribute__ ((no_stack_protector)) int
not_protected (int bytes)
{
  char buffer[24];

  fill (buffer, bytes);
  return buffer[0];
}

/* Whether the protector sees that F writes BYTES bytes.  */
static NOINLINE int
seen (int (*f) (int), int bytes)
{
  if (setjmp (protect_back))
    return 1;
  CHECK_EQ (f (bytes), 'x');
  return 0;
}

/* How many of F's overruns are seen: of none, of one byte, of eight.  */
static NOINLINE int
of_three (int (*f) (int))
{
  return seen (f, 24) + seen (f, 25) * 10 + seen (f, 32) * 100;
}

/* OF_INTEGERS: how many of those are to be seen.  */
static NOINLINE void
check_all (int of_integers)
{
  CHECK_EQ (of_three (characters), 110);
  CHECK_EQ (of_three (integers), of_integers);
  CHECK_EQ (of_three (structure), 110);
  CHECK_EQ (seen (flexible, 0) + seen (flexible, 1) * 10, 10);
  CHECK_EQ (of_three (aligned), 110);
  CHECK_EQ (of_three (places), 110);
  CHECK_EQ (seen (variable, 20), 0);
  CHECK_EQ (seen (variable, 32), 1);
  CHECK_EQ (seen (array, 20), 0);
  CHECK_EQ (seen (array, 32), 1);
  CHECK_EQ (seen (call_pinned, 20), 0);
  CHECK_EQ (seen (call_pinned, 32), 1);
  CHECK_EQ (of_three (not_protected), 0);
}

#endif /* PROTECT_TEST */

#endif /* PROTECT_1_H */
