/* Each further reason to pin a function is said, by name.  */
/* { dg-do compile } */
/* { dg-skip "dll" "nothing is linked" } */

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

void sink (void *);
intptr_t buf[5];

int
variadic (int n, ...) /* { dg-warning "'variadic' is pinned: it reads its variable arguments" } */
{
  va_list ap;

  va_start (ap, n);
  n = va_arg (ap, int);
  va_end (ap);
  return n;
}

void
jumps (void) /* { dg-warning "'jumps' is pinned: it jumps between functions" } */
{
  __builtin_longjmp (buf, 1);
}

int
target (int n) /* { dg-warning "'target' is pinned: it is the target of a nonlocal goto" } */
{
  __label__ out;
  auto void leave (void);

  void
  leave (void) /* { dg-warning "'leave' is pinned: it jumps between functions" } */
  {
    if (n)
      goto out;
  }

  leave ();
  sink (leave);
  return 1;
out:
  return 2;
}

void *
caller (void) /* { dg-warning "'caller' is pinned: it takes a caller's return address" } */
{
  sink (NULL);
  return __builtin_return_address (1);
}

void
unwinds (void) /* { dg-warning "'unwinds' is pinned: it unwinds the stack" } */
{
  __builtin_unwind_init ();
  sink (NULL);
}

void *
builds (void) /* { dg-warning "'builds' is pinned: it builds a call from parts" } */
{
  return __builtin_apply ((void (*) ()) sink, __builtin_apply_args (), 32);
}

void
by_value (int n) /* { dg-warning "'by_value' is pinned: it passes an object of variable size by value" } */
{
  struct variable { int a[n]; } v;
  auto void take (struct variable);

  void
  take (struct variable w)
  {
    sink (w.a);
  }

  sink (&v);
  take (v);
}

void
pushes (void) /* { dg-warning "'pushes' is pinned: its asm uses the stack" } */
{
  __asm__ ("pushq $1\n\tpopq %%rax" ::: "rax");
  sink (NULL);
}

__attribute__ ((interrupt, target ("general-regs-only"), optimize ("O2"))) void
interrupts (struct frame *frame) /* { dg-warning "'interrupts' is pinned: it is an interrupt handler" } */
{
  (void) frame;
}

size_t
strspn (const char *s, const char *set) /* { dg-warning "'strspn' is pinned: its callers take it for the C library's" } */
{
  sink ((void *) s);
  return *set;
}

__attribute__ ((sysv_abi, force_align_arg_pointer)) int
sysv (int n) /* { dg-warning "'sysv' is pinned: it is of sysv_abi, without unwind information" } */
{
  sink (NULL);
  return n;
}

/* The verifier's: operands are passed by address.  */
int
less (_Float128 a, _Float128 b) /* { dg-warning "'less' is pinned: a frame address is passed in a register" } */
{
  return a < b;
}

/* { dg-options "-fplugin-arg-growstack-verbose -fno-diagnostics-show-caret -w" } */
/* { dg-warning "In function" "the line before it" { target *-*-* } 0 } */
