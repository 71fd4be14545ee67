/* exception-state.c: the exceptions of a C++ runtime follow the goroutine.
   SPDX-License-Identifier: MIT

   A C++ runtime (libstdc++) keeps, for each thread, what is thrown and not
   yet caught, and a stack of what is caught and not yet done with.  A
   goroutine that leaves its thread in between, in a catch block or in a
   destructor, takes it along.  A process can have several such runtimes, in
   DLLs and in programs that have an archive of theirs.  */

#include "rti-exception.h"

/* What __cxa_get_globals gives, as the Itanium C++ ABI has it (Exception
   Handling, 2.2.2).  */
struct rti_exception_state
{
  void *caught;
  unsigned int uncaught;
};

#define RUNTIMES 4 /* More are left alone.  */

typedef struct rti_exception_state *get_globals_fn (void);

/* Written with LOCK held.  */
static get_globals_fn *volatile runtimes[RUNTIMES];
static uint32_t users[RUNTIMES]; /* What images say.  */
static struct rti_lock lock;
/* Counts runtimes that have gone: what threads know of them is stale.  */
static volatile LONG generation;

volatile uint32_t rti_exception_runtimes;

void
rti_exception_runtime (uintptr_t get_globals, bool come)
{
  uint32_t at = RUNTIMES;

  rti_lock_take (&lock);
  for (uint32_t i = RUNTIMES; i-- > 0;)
    if ((uintptr_t) runtimes[i] == get_globals)
      {
        at = i;
        break;
      }
    else if (come && !runtimes[i])
      at = i;
  if (at < RUNTIMES && come)
    {
      runtimes[at] = (get_globals_fn *) get_globals;
      users[at]++;
      if (at >= rti_exception_runtimes)
        rti_exception_runtimes = at + 1;
    }
  else if (at < RUNTIMES && --users[at] == 0)
    {
      runtimes[at] = NULL;
      generation++;
    }
  rti_lock_give (&lock);
}

/* The state that runtime I has for the thread of M, or NULL if there is no
   such runtime.  */
static struct rti_exception_state *
thread_state (struct rt_m *m, uint32_t i)
{
  get_globals_fn *get_globals = runtimes[i];
  struct rti_exception_state **states;

  if (!get_globals)
    return NULL;
  if (!m->exceptions)
    {
      m->exceptions = rti_alloc (RUNTIMES * sizeof *m->exceptions);
      if (!m->exceptions)
        rti_fatal ("exception: out of memory");
    }
  states = m->exceptions;
  if (m->exceptions_generation != generation)
    {
      m->exceptions_generation = generation;
      for (uint32_t k = 0; k < RUNTIMES; k++)
        states[k] = NULL;
    }
  if (!states[i])
    states[i] = get_globals ();
  return states[i];
}

void
rti_exception_leave (struct rt_m *m, struct rt_g *g)
{
  for (uint32_t i = 0; i < rti_exception_runtimes; i++)
    {
      struct rti_exception_state *state = thread_state (m, i);

      if (!state || (!state->caught && !state->uncaught))
        continue;
      if (!g->exceptions)
        {
          g->exceptions = rti_alloc (RUNTIMES * sizeof *g->exceptions);
          if (!g->exceptions)
            rti_fatal ("exception: out of memory");
        }
      g->exceptions[i] = *state;
      state->caught = NULL;
      state->uncaught = 0;
    }
}

void
rti_exception_enter (struct rt_m *m, struct rt_g *g)
{
  for (uint32_t i = 0; i < RUNTIMES; i++)
    {
      struct rti_exception_state *mine = &g->exceptions[i];
      struct rti_exception_state *state;

      if (!mine->caught && !mine->uncaught)
        continue;
      state = thread_state (m, i);
      if (state)
        *state = *mine;
      mine->caught = NULL;
      mine->uncaught = 0;
    }
}
