/* The other unit of tls-2.c.  */

#include "plugin-test.h"

extern __thread int tls_number;
__thread int tls_number = 7;

int tls_add (int n);
int *tls_where (void);

int
tls_add (int n)
{
  deep (20);
  tls_number += n;
  return tls_number;
}

int *
tls_where (void)
{
  return &tls_number;
}
