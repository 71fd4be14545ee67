/* debug.c: what RT_DEBUG=stacks and RT_DEBUG=sched print.
   SPDX-License-Identifier: MIT  */

#include "rti-debug.h"

#include "rti-print.h"

bool rti_debug_stacks, rti_debug_sched;

static void
begin (struct rti_text *text, const char *area, const struct rt_g *g,
       const char *what)
{
  text->length = 0;
  rti_put (text, "libruntime: ");
  rti_put (text, area);
  rti_put (text, ": goroutine ");
  rti_put_dec (text, g->id);
  rti_put (text, ": ");
  rti_put (text, what);
}

void
rti_debug_stack_event (const struct rt_g *g, const char *what, size_t from,
                       size_t to)
{
  DWORD lasterror = GetLastError ();
  struct rti_text text;

  begin (&text, "stacks", g, what);
  rti_put (&text, ", ");
  rti_put_dec (&text, from);
  rti_put (&text, " -> ");
  rti_put_dec (&text, to);
  rti_put (&text, " bytes\n");
  rti_put_end (&text);
  SetLastError (lasterror);
}

void
rti_debug_sched_event (const struct rt_g *g, const char *what, const char *why)
{
  DWORD lasterror = GetLastError ();
  struct rti_text text;

  begin (&text, "sched", g, what);
  if (why)
    {
      rti_put (&text, ", ");
      rti_put (&text, why);
    }
  rti_put (&text, " (thread ");
  rti_put_dec (&text, GetCurrentThreadId ());
  rti_put (&text, ")\n");
  rti_put_end (&text);
  SetLastError (lasterror);
}
