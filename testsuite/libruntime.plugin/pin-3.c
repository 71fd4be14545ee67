/* A frame that GCC aligns at its entry pins, and it is said.  */
/* { dg-do compile } */
/* { dg-skip "dll" "nothing is linked" } */

void sink (void *);

int
realigned (int n) /* { dg-warning "'realigned' is pinned: its frame must be realigned" } */
{
  sink (0);
  return n;
}

/* { dg-options "-mincoming-stack-boundary=3 -fplugin-arg-growstack-verbose -fno-diagnostics-show-caret" } */
/* { dg-warning "In function" "the line before it" { target *-*-* } 0 } */
