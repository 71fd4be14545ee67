/* Output that was asked for is seen, over several lines.  */

#include <stdio.h>

int
main (void)
{
  puts ("first line");
  puts ("second line");
  return 0;
}
