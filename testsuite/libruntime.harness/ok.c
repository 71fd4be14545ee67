/* A test that passes is seen to pass.  */

#include "rt-test.h"

int
main (void)
{
  int word = 7;

  CHECK (word == 7);
  CHECK_EQ (word, 7);
  CHECK_EQ (&word, &word);
  CHECK_EQ_DOUBLE (word / 2.0, 3.5);
  CHECK_STR ("seven", "seven");
  return 0;
}
