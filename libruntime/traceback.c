/* traceback.c: print goroutines.
   SPDX-License-Identifier: MIT  */

#include "rti-traceback.h"

#include "rti-fault.h"
#include "rti-image.h"
#include "rti-print.h"
#include "rti-stack.h"
#include "rti-symbol.h"
#include "rti-unwind.h"

#include <signal.h>
#include <stdio.h>

#define STATUS         2  /* The exit status.  */
#define ABORT_STATUS   3  /* Abort's.  */
#define FRAMES_FIRST   50 /* Of a longer stack, so many are */
#define FRAMES_LAST    50 /* printed at its top and at its root.  */
#define GOROUTINES_MAX 1000

/* By enum rti_wait.  */
static const char *const wait_names[] = {
  [RTI_WAIT_NONE] = "waiting",      [RTI_WAIT_PARK] = "park",
  [RTI_WAIT_SLEEP] = "sleep",       [RTI_WAIT_SEND] = "chan send",
  [RTI_WAIT_RECV] = "chan receive", [RTI_WAIT_SELECT] = "select",
  [RTI_WAIT_MUTEX] = "mutex lock",  [RTI_WAIT_GROUP] = "wait group",
  [RTI_WAIT_ONCE] = "once",         [RTI_WAIT_P] = "runnable"
};

/* Whether A begins with B; then *REST is what follows.  */
static bool
starts (const char *a, const char *b, const char **rest)
{
  while (*b && *a == *b)
    a++, b++;
  *rest = a;
  return !*b;
}

enum rti_traceback_level
rti_traceback_level (void)
{
  static const char *const names[] = { "none", "single", "all", "system",
                                       "wer" };
  static int level = -1; /* Asked for once: Windows allocates.  */
  const char *rest;
  char value[8];
  DWORD length;

  if (level >= 0)
    return (enum rti_traceback_level) level;
  level = RTI_TRACEBACK_SINGLE;
  length = GetEnvironmentVariableA ("RT_TRACEBACK", value, sizeof value);
  if (length > 0 && length < sizeof value)
    for (int i = 0; i < 5; i++)
      if (starts (value, names[i], &rest) && !*rest)
        level = i;
  return (enum rti_traceback_level) level;
}

/* -- Walking ----------------------------------------------------------- */

/* A walk up the stacks of G.  */
struct walk
{
  struct rt_g *g;
  struct rti_cbframe *cb;         /* The next callback to come to.  */
  const struct rti_libcall *call; /* What rt_syscall calls, if the */
  uintptr_t pc, sp, rbp;          /* frame is its.  */
  bool exact;                     /* PC is no return address.  */
  bool callback;                  /* The frame called into a callback.  */
};

/* Whether the word at ADDR is on a segment of G.  */
static bool
on_stack (const struct rt_g *g, uintptr_t addr)
{
  for (const struct rti_stack *s = g->stack; s; s = s->prev)
    if (addr >= s->lo && addr <= s->hi - sizeof (uintptr_t))
      return addr % sizeof (uintptr_t) == 0;
  return false;
}

/* Begin WALK at a frame of G; false if there is none.  */
static bool
settle (struct walk *walk)
{
  walk->callback = false;
  while (rti_boundary (walk->pc) == RTI_CALLBACK)
    {
      if (!walk->cb)
        return false;
      walk->call = &walk->cb->libcall;
      walk->pc = walk->cb->gpc;
      walk->sp = walk->cb->gsp;
      walk->cb = walk->cb->prev;
      walk->callback = true;
    }
  return walk->pc != 0;
}

/* Go on to the caller; false at the root, or where the walk is lost.  */
static bool
step (struct walk *walk)
{
  struct rti_unwind_rule rule;
  uintptr_t base, at;

  if (rti_boundary (walk->pc) == RTI_FAULT)
    {
      const uintptr_t *machine = (uintptr_t *) (walk->sp + RTI_FAULT_FRAME);

      if (!on_stack (walk->g, (uintptr_t) (machine + 3)))
        return false;
      walk->pc = machine[0];
      walk->sp = machine[3];
      walk->exact = true;
      return settle (walk);
    }
  if (!rti_unwind_lookup (NULL, walk->pc, &rule))
    {
      /* A call went astray: its return address is on top.  */
      if (!walk->exact || !on_stack (walk->g, walk->sp))
        return false;
      rule.from_rbp = false;
      rule.ra = 0;
      rule.rbp = RTI_RULE_SAME;
    }
  base = rule.from_rbp ? walk->rbp : walk->sp;
  if (rule.rbp != RTI_RULE_SAME)
    {
      at = base + (uintptr_t) (intptr_t) rule.rbp;
      if (!on_stack (walk->g, at))
        return false;
      walk->rbp = *(uintptr_t *) at;
    }
  at = base + (uintptr_t) (intptr_t) rule.ra;
  if (!on_stack (walk->g, at))
    return false;
  walk->pc = *(uintptr_t *) at;
  walk->sp = at + sizeof (uintptr_t);
  walk->exact = false;
  return settle (walk);
}

/* -- Printing ---------------------------------------------------------- */

/* The name under which to print NAME: a growable main has another one for
   the linker.  NULL: it is one of libruntime's own.  */
static const char *
shown (const char *name)
{
  static const char *const mains[] = { "main", "wmain", "WinMain",
                                       "wWinMain" };
  const char *rest, *tail;

  if (starts (name, "rti_", &rest) || starts (name, "__morestack", &rest)
      || starts (name, "__rt_morestack", &rest)
      || starts (name, "__rt_plaincall", &rest)
      || starts (name, "__rt_icall", &rest))
    return NULL;
  if (starts (name, "__rt_", &rest))
    for (int i = 0; i < 4; i++)
      if (starts (rest, mains[i], &tail) && !*tail)
        return rest;
  return name;
}

/* Add to TEXT the line of NAME, or of what else SYMBOL has, for PC.  SYMBOL
   is NULL if there is no image at PC.  */
static void
put_line (struct rti_text *text, uintptr_t pc, const char *name,
          const struct rti_symbol *symbol)
{
  rti_put (text, "  ");
  if (!symbol)
    rti_put_hex (text, pc);
  else
    {
      if (*name)
        rti_put (text, name);
      else
        rti_put_wide (text, symbol->module);
      rti_put (text, "+");
      rti_put_hex (text, pc - symbol->start);
      if (*name)
        {
          rti_put (text, " in ");
          rti_put_wide (text, symbol->module);
        }
      if (symbol->link)
        {
          rti_put (text, " [");
          rti_put_hex (text, symbol->link);
          rti_put (text, "]");
        }
    }
  rti_put (text, "\n");
}

/* Print the frame at which WALK is.  */
static void
print_frame (const struct walk *walk, bool all)
{
  struct rti_symbol symbol;
  struct rti_text text;
  const char *name;
  uintptr_t fn;
  bool known;

  text.length = 0;
  if (walk->callback)
    rti_put (&text, "  --- callback ---\n");
  if (walk->pc == (uintptr_t) rti_syscall_back && walk->call)
    {
      fn = (uintptr_t) walk->call->fn;
      if (rti_symbol_find (fn, &symbol))
        put_line (&text, fn, symbol.name, &symbol);
    }
  /* A return address may be that of the function behind.  */
  known = rti_symbol_find (walk->pc - !walk->exact, &symbol);
  name = known && symbol.name[0] ? shown (symbol.name) : "";
  if (!name && all)
    name = symbol.name;
  if (name)
    put_line (&text, walk->pc, name, known ? &symbol : NULL);
  rti_put_end (&text);
}

/* Print "goroutine ID [WHAT]:".  */
static void
print_head (const struct rt_g *g, const char *what)
{
  struct rti_text text;

  text.length = 0;
  rti_put (&text, "\ngoroutine ");
  rti_put_dec (&text, g->id);
  rti_put (&text, " [");
  rti_put (&text, what);
  rti_put (&text, "]:\n");
  rti_put_end (&text);
}

const char *
rti_wait_name (enum rti_wait wait)
{
  if ((size_t) wait < sizeof wait_names / sizeof *wait_names)
    return wait_names[wait];
  return "waiting";
}

/* What G is doing, in words.  */
static const char *
doing (const struct rt_g *g)
{
  switch (g->status)
    {
    case RTI_G_RUNNABLE:
      return "runnable";
    case RTI_G_WAITING:
      return rti_wait_name (g->wait);
    default:
      return "running";
    }
}

/* Print the frames of WALK.  Of a deep stack, the middle is left out: it
   is walked twice, once to count.  */
static void
print_frames (const struct walk *from, bool all)
{
  struct walk walk = *from;
  size_t n = 0, left_out = 0;
  struct rti_text text;

  if (!settle (&walk))
    return;
  do
    n++;
  while (step (&walk));
  if (n > FRAMES_FIRST + FRAMES_LAST + 1)
    left_out = n - FRAMES_FIRST - FRAMES_LAST;

  walk = *from;
  settle (&walk);
  for (size_t i = 0; i < n; i++)
    {
      if (!left_out || i < FRAMES_FIRST || i >= FRAMES_FIRST + left_out)
        print_frame (&walk, all);
      else if (i == FRAMES_FIRST)
        {
          text.length = 0;
          rti_put (&text, "  ... ");
          rti_put_dec (&text, left_out);
          rti_put (&text, " frames ...\n");
          rti_put_end (&text);
        }
      step (&walk);
    }
}

void
rti_traceback (struct rt_g *g, uintptr_t pc, uintptr_t sp, uintptr_t rbp,
               bool exact)
{
  struct walk walk = { .g = g,
                       .cb = g->cbtop,
                       .call = g->m ? &g->m->libcall : NULL,
                       .pc = pc,
                       .sp = sp,
                       .rbp = rbp,
                       .exact = exact };

  print_head (g, doing (g));
  print_frames (&walk, rti_traceback_level () >= RTI_TRACEBACK_SYSTEM);
}

/* -- All goroutines ---------------------------------------------------- */

/* Stop the thread that runs G, and say whether G has left its control
   stack, so that g->sp and g->pc hold.  */
static bool
stop (const struct rt_g *g)
{
  struct rt_m *m = g->m;
  CONTEXT context;
  HANDLE thread;

  if (g->status != RTI_G_RUNNING || !m)
    return true;
  if (m->tid == GetCurrentThreadId ())
    return true;
  thread = OpenThread (THREAD_SUSPEND_RESUME | THREAD_GET_CONTEXT, FALSE,
                       m->tid);
  if (!thread)
    return false;
  context.ContextFlags = CONTEXT_CONTROL;
  if (SuspendThread (thread) == (DWORD) -1
      || !GetThreadContext (thread, &context))
    return false;
  for (const struct rti_stack *s = g->stack; s; s = s->prev)
    if (context.Rsp >= s->lo && context.Rsp <= s->hi)
      return false;
  return true;
}

void
rti_traceback_others (const struct rt_g *except)
{
  struct rti_text text;
  struct rti_symbol symbol;
  size_t n = 0, more = 0;
  uintptr_t base = 0;

  /* No allocation once a thread may have been stopped in the middle of
     one.  */
  while ((base = rti_image_next (base)) != 0)
    rti_symbol_find (base, &symbol);
  rti_symbol_freeze ();
  for (struct rt_g *g = rti_allg; g; g = g->allnext)
    {
      if (g == except || g->status == RTI_G_DEAD || !g->stack)
        continue;
      if (n++ < GOROUTINES_MAX)
        {
          if (stop (g))
            rti_traceback (g, g->pc, g->sp, 0, false);
          else
            print_head (g, "running on another thread");
        }
      else
        more++;
    }
  if (more)
    {
      text.length = 0;
      rti_put (&text, "\n... and ");
      rti_put_dec (&text, more);
      rti_put (&text, " goroutines more\n");
      rti_put_end (&text);
    }
}

/* -- What ends with a traceback ---------------------------------------- */

/* Print "libruntime: MESSAGE", and end the process if another thread is
   doing so already.  */
static void
begin (const char *message)
{
  static volatile LONG begun;
  struct rti_text text;

  if (InterlockedExchange (&begun, 1))
    Sleep (INFINITE);
  text.length = 0;
  rti_put (&text, "libruntime: ");
  rti_put (&text, message);
  rti_put (&text, "\n");
  rti_put_end (&text);
}

void
rti_fatal_goroutine (struct rt_g *g, const char *message)
{
  enum rti_traceback_level level = rti_traceback_level ();

  begin (message);
  if (level >= RTI_TRACEBACK_SINGLE)
    rti_traceback (g, g->pc, g->sp, 0, false);
  if (level >= RTI_TRACEBACK_ALL)
    rti_traceback_others (g);
  rti_end (STATUS, NULL, NULL);
}

void
rti_fatal_all (const char *message)
{
  begin (message);
  if (rti_traceback_level () >= RTI_TRACEBACK_SINGLE)
    rti_traceback_others (NULL);
  rti_end (STATUS, NULL, NULL);
}

/* By their imports: programs may have functions of these names.  */
extern __p_sig_fn_t (__cdecl *__imp_signal) (int, __p_sig_fn_t);
extern int (__cdecl *__imp_raise) (int);
extern int (__cdecl *__imp_fflush) (FILE *);
extern FILE *(__cdecl *__imp___acrt_iob_func) (unsigned int);

/* abort, assert and std::terminate come to this.  */
static void
aborted (int number)
{
  struct rt_g *g0 = rti_getg ();
  struct rt_g *g = g0 && g0->m ? g0->m->curg : NULL;

  if (g && rti_traceback_level () >= RTI_TRACEBACK_SINGLE)
    {
      /* std::terminate's message is in stderr's buffer, maybe.  */
      __imp_fflush (__imp___acrt_iob_func (2));
      begin ("abort");
      rti_traceback (g, g->pc, g->sp, 0, false);
      if (rti_traceback_level () >= RTI_TRACEBACK_ALL)
        rti_traceback_others (g);
      if (rti_traceback_level () == RTI_TRACEBACK_WER)
        rti_end (ABORT_STATUS, NULL, NULL);
    }
  __imp_signal (number, SIG_DFL);
  __imp_raise (number);
}

void
rti_abort_init (void)
{
  void (*before) (int) = __imp_signal (SIGABRT, aborted);

  if (before != SIG_DFL)
    __imp_signal (SIGABRT, before);
}
