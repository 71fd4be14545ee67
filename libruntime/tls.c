/* tls.c: which g a thread is on.
   SPDX-License-Identifier: MIT

   One TlsAlloc slot holds the current g (rti-g.h).  Assembly (GETG) reads it
   in the TEB; where, rti_tls_offset says: for an index below 64 the offset in
   the TEB, else ~(offset in the expansion array + 8).  */

#include "rti-sched.h"

#include "rti-image.h"

#define DIRECT_SLOTS  64 /* winternl.h: TEB.TlsSlots[64].  */
#define TEB_TLSSLOTS  0x1480
#define TEB_EXPANSION 0x1780 /* TEB.TlsExpansionSlots.  */

extern int32_t rti_tls_offset;
int32_t rti_tls_offset = -1;
static DWORD tls_index, fls_index;

struct rt_g *
rti_getg (void)
{
  int32_t offset = rti_tls_offset;
  struct rt_g **expansion;

  if (offset >= 0)
    return (struct rt_g *) __readgsqword ((uint32_t) offset);
  if (offset == -1)
    return NULL;
  expansion = (struct rt_g **) __readgsqword (TEB_EXPANSION);
  return expansion ? expansion[~offset / 8 - 1] : NULL;
}

void
rti_setg (struct rt_g *g)
{
  /* An index of 64 or over takes memory at the first time.  */
  if (!TlsSetValue (tls_index, g))
    rti_fatal_windows ("no memory for a thread's slot", GetLastError ());
}

/* A thread ends: by return, ExitThread, FreeLibrary.  Or the process does,
   and nothing is worth doing.  */
static void NTAPI
thread_end (void *value)
{
  struct rt_m *m = value;

  if (rti_process_ends ())
    return;
  if (m == (void *) 1)
    InterlockedDecrement (&rti_sched.foreign);
  else
    rti_m_thread_end (m);
  rti_sysmon_wake (); /* It may have been the last one that could
                         wake anybody.  */
}

void
rti_tls_init (void)
{
  tls_index = TlsAlloc ();
  if (tls_index == TLS_OUT_OF_INDEXES)
    rti_fatal_windows ("TlsAlloc gives no slot", GetLastError ());
  fls_index = FlsAlloc (thread_end);
  if (fls_index == FLS_OUT_OF_INDEXES)
    rti_fatal_windows ("FlsAlloc gives no slot", GetLastError ());
  rti_tls_offset = tls_index < DIRECT_SLOTS
                       ? (int32_t) (TEB_TLSSLOTS + 8 * tls_index)
                       : ~(int32_t) (8 * (tls_index - DIRECT_SLOTS) + 8);
}

void
rti_tls_bind (struct rt_m *m)
{
  void *old = FlsGetValue (fls_index);

  if (old == (void *) 1)
    InterlockedDecrement (&rti_sched.foreign);
  /* Without it nobody would hear of the thread's end.  */
  if (!FlsSetValue (fls_index, m))
    rti_fatal_windows ("no memory for a thread's slot", GetLastError ());
}

/* Called by the TLS callback of every image: so a thread is counted at the
   first call.  The FLS callback, which Windows runs first at a thread's
   end, does the rest; that it has run shows in the value.  */
void
rt_image_thread (unsigned int reason)
{
  void *value;

  if (!rti_sched.started)
    return;
  value = FlsGetValue (fls_index);
  if (reason == DLL_THREAD_ATTACH && !value)
    {
      /* Without memory for that it is one that rti_check_dead alone sees.  */
      if (FlsSetValue (fls_index, (void *) 1))
        InterlockedIncrement (&rti_sched.foreign);
    }
  else if (reason == DLL_THREAD_DETACH && value)
    {
      FlsSetValue (fls_index, NULL);
      thread_end (value);
    }
}
