/* plugin-test.h: for the tests of the plugin.
   SPDX-License-Identifier: MIT  */

#ifndef PLUGIN_TEST_H
#define PLUGIN_TEST_H

#include "rt-test.h"

#define NOINLINE __attribute__ ((noinline, noclone))

/* Use up control stack and data stack, so that both grow; with movestack
   the control stack moves at every level.  Returns N.  */
RT_TEST_UNUSED static NOINLINE int
deep (int n)
{
  volatile char buffer[48];

  buffer[n % 48] = 1;
  if (n == 0)
    return 0;
  return deep (n - 1) + buffer[n % 48];
}

#endif /* PLUGIN_TEST_H */
