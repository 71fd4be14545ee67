/* tls.c: which g a thread is on.
   SPDX-License-Identifier: MIT

   One TlsAlloc slot holds the current g (rti-g.h).  Assembly (GETG) reads it
   in the TEB; where, rti_tls_offset says: for an index below
   64 the offset in the TEB, else ~(offset in the expansion array + 8).  It
   writes it (SETG) by m->slot.  */

#include "rti-sched.h"

#include "rti-image.h"

#define DIRECT_SLOTS  64 /* winternl.h: TEB.TlsSlots[64].  */
#define TEB_TLSSLOTS  0x1480
#define TEB_EXPANSION 0x1780 /* TEB.TlsExpansionSlots.  */

extern int32_t rti_tls_offset;
int32_t rti_tls_offset = -1;
static DWORD tls_index;
static DWORD foreign_index; /* Not 0: it is counted in rti_sched.foreign.  */

struct rt_g **
rti_gslot (void)
{
  int32_t offset = rti_tls_offset;
  struct rt_g **expansion;

  if (offset >= 0)
    return (struct rt_g **) ((char *) NtCurrentTeb () + offset);
  if (offset == -1)
    return NULL;
  expansion = (struct rt_g **) __readgsqword (TEB_EXPANSION);
  return expansion ? expansion + (~offset / 8 - 1) : NULL;
}

struct rt_g *
rti_getg (void)
{
  struct rt_g **slot = rti_gslot ();

  return slot ? *slot : NULL;
}

void
rti_setg (struct rt_g *g)
{
  /* An index of 64 or over takes memory at the first time.  */
  if (!TlsSetValue (tls_index, g))
    rti_fatal_windows ("no memory for a thread's slot", GetLastError ());
}

void
rti_tls_init (void)
{
  tls_index = TlsAlloc ();
  foreign_index = TlsAlloc ();
  if (tls_index == TLS_OUT_OF_INDEXES || foreign_index == TLS_OUT_OF_INDEXES)
    rti_fatal_windows ("TlsAlloc gives no slot", GetLastError ());
  rti_tls_offset = tls_index < DIRECT_SLOTS
                       ? (int32_t) (TEB_TLSSLOTS + 8 * tls_index)
                       : ~(int32_t) (8 * (tls_index - DIRECT_SLOTS) + 8);
}

bool
rti_tls_known (void)
{
  if (!TlsGetValue (foreign_index))
    return false;
  TlsSetValue (foreign_index, NULL);
  InterlockedDecrement (&rti_sched.foreign);
  return true;
}

/* Called by the TLS callback of every image: so a thread is counted at the
   first call.  At a thread's end, growable code may run between two calls, and
   the thread is attached again.  Windows calls whatever way the thread ends,
   and whatever fiber it is, but not if it is terminated.  */
void
rt_image_thread (unsigned int reason)
{
  struct rt_g *g;
  bool counted;

  if (!rti_sched.started)
    return;
  g = rti_getg ();
  if (reason == DLL_THREAD_ATTACH && !g && !TlsGetValue (foreign_index))
    {
      /* Without memory for that it is one that rti_check_dead alone sees.  */
      if (TlsSetValue (foreign_index, (void *) 1))
        InterlockedIncrement (&rti_sched.foreign);
    }
  else if (reason == DLL_THREAD_DETACH)
    {
      counted = rti_tls_known ();
      if (g)
        rti_m_thread_end (g->m);
      if (g || counted)
        rti_sysmon_wake (); /* It may have been the last one that could wake
                               anybody.  */
    }
}
