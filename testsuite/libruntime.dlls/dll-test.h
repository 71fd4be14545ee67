/* dll-test.h: what tests of DLLs share.
   SPDX-License-Identifier: MIT  */

#ifndef DLL_TEST_H
#define DLL_TEST_H

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "rt-test.h"

/* Whether the caller is on the stack that Windows made for the thread, so that
   exceptions can be handled, and the stack can grow.  */
RT_TEST_UNUSED static int
on_system_stack (void)
{
  ULONG_PTR low, high;
  ULONG_PTR here;

  __asm__ ("movq\t%%rsp, %0" : "=r" (here));
  GetCurrentThreadStackLimits (&low, &high);
  return here >= low && here < high;
}

/* N frames deep, each with a local that the one below changes; returns N.  */
RT_TEST_UNUSED static int
descend (int n, volatile int *up)
{
  volatile int here = *up + n;
  int result = n > 0 ? descend (n - 1, &here) + 1 : 0;

  *up += 1;
  return result;
}

/* The function NAME of MODULE, as a pointer of TYPE.  */
#define PROC(module, type, name) \
  ((type) (void *) GetProcAddress (module, name))

#endif /* DLL_TEST_H */
