/* Who calls a variadic function of sysv_abi passes the number of vector
   registers in rax, for which no slot has room.  */
/* { dg-do compile } */
/* { dg-options "-fno-diagnostics-show-caret" } */
/* { dg-skip "dll" "nothing is linked" } */

int __attribute__ ((sysv_abi)) elsewhere (int, ...);

int
call (void)
{
  return elsewhere (1, 2.0); /* { dg-error "variadic, of .sysv_abi." } */
}

/* { dg-error "In function" "the line before it" { target *-*-* } 0 } */
