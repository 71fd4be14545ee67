/* The walk of walk-1.c and others, in plain code.  */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "walk-1.h"

void
walk (struct walk *w, uintptr_t pc, uintptr_t sp, uintptr_t rbp)
{
  CONTEXT context;
  DWORD64 base, establisher;
  RUNTIME_FUNCTION *fn;
  PVOID data;

  RtlCaptureContext (&context);
  if (pc)
    {
      context.Rip = pc;
      context.Rsp = sp;
      context.Rbp = rbp;
    }
  w->n = w->missing = w->ended = 0;
  while (w->n < WALK_MAX)
    {
      if (!context.Rip)
        {
          w->ended = 1;
          break;
        }
      fn = RtlLookupFunctionEntry (context.Rip, &base, NULL);
      w->pc[w->n] = context.Rip;
      w->fn[w->n] = fn ? (uintptr_t) base + fn->BeginAddress : 0;
      w->n++;
      if (!fn)
        {
          w->missing = w->n;
          break;
        }
      RtlVirtualUnwind (UNW_FLAG_NHANDLER, base, context.Rip, fn, &context,
                        &data, &establisher, NULL);
    }
}
