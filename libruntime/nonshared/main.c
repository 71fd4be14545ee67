/* nonshared/main.c: start a growable main.
   SPDX-License-Identifier: MIT  */

#include "rti-start.h"

int __rt_main (int argc, char **argv, char **envp);
int __rt_start_main (int argc, char **argv, char **envp);

int
__rt_start_main (int argc, char **argv, char **envp)
{
  __main ();
  rt_start_main ((void *) __rt_main, (uintptr_t) argc, (uintptr_t) argv,
                 (uintptr_t) envp, 0);
}
