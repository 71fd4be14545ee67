/* nonshared/wmain.c: start a growable wmain.
   SPDX-License-Identifier: MIT  */

#include "rti-start.h"

int __rt_wmain (int argc, wchar_t **argv, wchar_t **envp);
int __rt_start_wmain (int argc, wchar_t **argv, wchar_t **envp);

int
__rt_start_wmain (int argc, wchar_t **argv, wchar_t **envp)
{
  __main ();
  rt_start_main ((void *) __rt_wmain, (uintptr_t) argc, (uintptr_t) argv,
                 (uintptr_t) envp, 0);
}
