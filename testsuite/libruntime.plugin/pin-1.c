/* What pins, and that it is said.  */

#include <setjmp.h>

void sink (void *);
jmp_buf buf;

int
jumps (void) /* { dg-warning "is pinned: it calls setjmp" } */
{
  return setjmp (buf);
}

void
frames (void) /* { dg-warning "is pinned: it takes a caller's frame's address" } */
{
  sink (__builtin_frame_address (1));
}

void
assembles (void) /* { dg-warning "is pinned: its asm uses the stack" } */
{
  __asm__ volatile ("movq %%rsp, %%rax" ::: "rax");
  sink (0);
}

/* Movable: nothing is said.  */
void
movable (int n)
{
  char vla[n], array[100];

  sink (vla);
  sink (array);
  sink (__builtin_return_address (0));
  sink (__builtin_frame_address (0));
}

/* { dg-do compile } */
/* { dg-options "-fplugin-arg-growstack-verbose -fno-diagnostics-show-caret -Wno-frame-address" } */
/* { dg-warning "In function" "the line before it" { target *-*-* } 0 } */
