/* An option that the plugin does not know is an error.  */
/* { dg-do compile } */
/* { dg-options "-fplugin-arg-growstack-verbosely" } */
/* { dg-skip "dll" "nothing is linked" } */

int
main (void)
{
  return 0;
}

/* { dg-error "unknown option 'verbosely'" "" { target *-*-* } 0 } */
/* { dg-error "failed to initialize plugin" "" { target *-*-* } 0 } */
