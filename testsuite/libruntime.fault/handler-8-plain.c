/* The plain part of handler-8.c: a walk by Windows' unwinder.  */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include <stdio.h>

#include "rt-test.h"

struct named
{
  const char *name;
  const void *at;
};

void plain_walk (CONTEXT *context, const struct named *names);

void
plain_walk (CONTEXT *context, const struct named *names)
{
  const char *last = NULL;
  DWORD64 base, establisher;
  PVOID data;

  printf ("frames:");
  while (context->Rip)
    {
      RUNTIME_FUNCTION *fn
          = RtlLookupFunctionEntry (context->Rip, &base, NULL);

      CHECK (fn != NULL);
      for (const struct named *n = names; n->name; n++)
        if ((uintptr_t) n->at >= base + fn->BeginAddress
            && (uintptr_t) n->at < base + fn->EndAddress && n->name != last)
          {
            printf (" %s", last = n->name);
            if (strcmp (last, "faults") == 0)
              printf (" %lx", (unsigned long) context->Rbx);
          }
      RtlVirtualUnwind (UNW_FLAG_NHANDLER, base, context->Rip, fn, context,
                        &data, &establisher, NULL);
    }
  printf ("\n");
  fflush (stdout);
}
