/* Plain code that ends the goroutine.  */

#include "rt.h"

void plain_exit (void);

void
plain_exit (void)
{
  rt_goexit ();
}
