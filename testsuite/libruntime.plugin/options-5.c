/* -mcmodel=large is refused, in words.  */
/* { dg-do compile } */
/* { dg-options "-mcmodel=large" } */
/* { dg-skip "dll" "nothing is linked" } */

int
main (void)
{
  return 0;
}

/* { dg-error "'-mcmodel=large' does not work with this plugin" "" { target *-*-* } 0 } */
/* { dg-error "failed to initialize plugin" "" { target *-*-* } 0 } */
