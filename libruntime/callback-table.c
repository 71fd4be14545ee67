/* callback-table.c: the table of functions that Windows may call.
   SPDX-License-Identifier: MIT  */

#include "rti-callback.h"

#include "rti-fault.h"
#include "rti-image.h"
#include "rti-sched.h"
#include "rti-stack.h"
#include "rti-try.h"

#define RT_OFFSET(sym, type, field, value)
#define RT_SIZE(sym, type, value)
#define RT_CONST(sym, value) sym = value,
enum {
#include "../libruntime-asm/offsets.tbl"
};

#define STUB_SIZE  16 /* callback-stubs.S */
#define WORDS_MAX  64 /* Argument words: callback.S has room.  */
#define STRUCT_MAX (1u << 20)

/* Known to asm.  */
struct rti_cbslot rti_cbslots[CALLBACK_MAX];

/* Protects the slots' being free or not.  */
static struct rti_lock lock;
static uint16_t free_next[CALLBACK_MAX]; /* Slot number plus 1.  */
static uint16_t free_first;
static uint32_t used; /* Slots ever used.  */
static volatile LONG count;

uint32_t rti_callback_new (void *fn, const char *spec, void **callback);
uint32_t rti_callback_free (void *callback);

uint32_t
rti_callback_count (void)
{
  return (uint32_t) count;
}

/* -- Specs ------------------------------------------------------------- */

/* Parse one kind at *SPEC; *SIZE is its size, 0 for v.  */
static bool
parse_kind (const char **spec, uint32_t *size)
{
  const char *s = *spec;

  switch (*s++)
    {
    case 'v':
      *size = 0;
      break;
    case 'b':
    case 'B':
      *size = 1;
      break;
    case 'h':
    case 'H':
      *size = 2;
      break;
    case 'i':
    case 'I':
    case 'f':
      *size = 4;
      break;
    case 'l':
    case 'L':
    case 'p':
    case 'd':
      *size = 8;
      break;
    case '{':
      *size = 0;
      while (*s >= '0' && *s <= '9' && *size <= STRUCT_MAX)
        *size = *size * 10 + (uint32_t) (*s++ - '0');
      if (*size == 0 || *size > STRUCT_MAX || *s++ != '}')
        return false;
      break;
    default:
      return false;
    }
  *spec = s;
  return true;
}

/* How many words of arguments SPEC's caller passes; 0xffffffff: SPEC does
   not parse.  Win64 passes every argument in one word, what is not 1, 2, 4
   or 8 bytes long by its address; such a result likewise, by a hidden
   first argument.  (docs.microsoft.com: x64 calling convention.)  */
static uint32_t
parse_spec (const char *spec)
{
  bool by_value;
  uint32_t size, words = 0;

  if (!spec)
    return UINT32_MAX;
  by_value = *spec == '{';
  if (!parse_kind (&spec, &size) || *spec++ != '(')
    return UINT32_MAX;
  if (by_value && size != 1 && size != 2 && size != 4 && size != 8)
    words++;
  while (*spec != ')')
    {
      if (!parse_kind (&spec, &size) || size == 0)
        return UINT32_MAX;
      words++;
    }
  if (spec[1] != '\0' || words > WORDS_MAX)
    return UINT32_MAX;
  return words;
}

/* -- The table --------------------------------------------------------- */

uint32_t
rti_callback_new (void *fn, const char *spec, void **callback)
{
  uint32_t words = parse_spec (spec);
  uint32_t i;

  if ((uintptr_t) fn < 0x10000 || !callback)
    return RT_EINVAL;
  if (words == UINT32_MAX)
    return RT_ESPEC;
  rti_init ();
  fn = (void *) rti_image_follow ((uintptr_t) fn);
  rti_lock_take (&lock);
  if (free_first)
    {
      i = free_first - 1u;
      free_first = free_next[i];
    }
  else if (used < CALLBACK_MAX)
    i = used++;
  else
    {
      rti_lock_give (&lock);
      return RT_EFULL;
    }
  rti_cbslots[i].words = words;
  rti_cbslots[i].flags = rti_image_growable ((uintptr_t) fn) ? CB_GROWABLE : 0;
  rti_cbslots[i].fn = fn;
  rti_lock_give (&lock);
  InterlockedIncrement (&count);
  *callback = rti_callback_stubs + STUB_SIZE * i;
  return 0;
}

/* What a freed callback runs.  */
static void
called_after_free (void)
{
  rti_fatal ("Windows called a callback that had been freed");
}

/* What the callback of a DLL runs that has gone.  */
static void
called_after_unload (void)
{
  rti_fatal ("Windows called a callback of a DLL that has been unloaded");
}

void
rti_callback_forget (uintptr_t base, uintptr_t end)
{
  rti_lock_take (&lock);
  for (uint32_t i = 0; i < used; i++)
    if ((uintptr_t) rti_cbslots[i].fn >= base
        && (uintptr_t) rti_cbslots[i].fn < end
        && rti_cbslots[i].fn != (void *) called_after_free
        && rti_cbslots[i].fn != (void *) called_after_unload)
      {
        rti_cbslots[i].flags = 0;
        rti_cbslots[i].fn = (void *) called_after_unload;
      }
  rti_lock_give (&lock);
}

uint32_t
rti_callback_free (void *callback)
{
  uintptr_t offset = (uintptr_t) callback - (uintptr_t) rti_callback_stubs;
  uint32_t i = (uint32_t) (offset / STUB_SIZE);
  uint32_t err = 0;

  if (offset % STUB_SIZE || offset / STUB_SIZE >= CALLBACK_MAX)
    return RT_EINVAL;
  rti_lock_take (&lock);
  if (i >= used)
    err = RT_EINVAL;
  else if (rti_cbslots[i].fn == (void *) called_after_free)
    err = RT_EFREED;
  else
    {
      rti_cbslots[i].flags = 0;
      rti_cbslots[i].fn = (void *) called_after_free;
      free_next[i] = free_first;
      free_first = (uint16_t) (i + 1);
      InterlockedDecrement (&count);
    }
  rti_lock_give (&lock);
  return err;
}

/* -- The way out by unwinding ------------------------------------------ */

EXCEPTION_DISPOSITION
rti_callback_unwound (EXCEPTION_RECORD *record, void *frame, CONTEXT *context,
                      DISPATCHER_CONTEXT *dispatcher)
{
  struct rt_m *m;
  struct rt_g *g;
  struct rti_cbframe *cb;

  (void) frame;
  (void) context;
  (void) dispatcher;
  if (!(record->ExceptionFlags
        & (EXCEPTION_UNWINDING | EXCEPTION_EXIT_UNWIND)))
    return ExceptionContinueSearch;
  m = rti_getg ()->m;
  g = m->curg;
  cb = g->cbtop;
  /* The call in the callback that is dropped with it may have blocked or not,
     and so may the one around.  */
  if ((m->systick & 1) && !(cb->flags & CB_SYSCALL))
    rti_leave_call (m);
  else if (!(m->systick & 1) && (cb->flags & CB_SYSCALL))
    m->systick++; /* I5 */
  m->parkable = 0;
  m->libcall = cb->libcall; /* I3 */
  m->g0sp = cb->g0sp;
  g->sp = cb->gsp;
  g->pc = cb->gpc;
  g->cbtop = cb->prev;
  rti_datastack_pop (g, (uintptr_t) cb->ds_ptr);
  rti_stack_settle (g);
  rti_try_settle (g, g->sp);
  if (cb->flags & CB_FOREIGN)
    rti_callback_leave (m);
  return ExceptionContinueSearch;
}

/* -- The slow way in and out ------------------------------------------- */

void
rti_callback_on_control (void)
{
  rti_fatal ("a callback was called on a goroutine's control stack: it"
             " cannot be an exception handler");
}

struct rt_m *
rti_callback_enter (struct rti_cbframe *frame)
{
  DWORD lasterror = GetLastError ();
  struct rt_m *m = rti_m_self ();
  struct rt_g *g;

  if (!m->curg)
    {
      rti_init_threads ();
      if (!m->extrag)
        {
          m->extrag = rti_g_new (NULL, 0, 0, rti_gstart);
          if (!m->extrag)
            rti_fatal ("out of memory for a callback's goroutine");
          /* The root: there is nothing above the first callback.  */
          m->extrag->pc = 0;
        }
      g = m->extrag;
      g->m = m;
      g->status = RTI_G_RUNNING;
      m->curg = g;
      InterlockedIncrement (&rti_sched.ngoroutine);
      frame->flags |= CB_FOREIGN;
    }
  rti_wait_for_p (m, m->curg);
  m->curg->m = m;
  SetLastError (lasterror);
  return m;
}

void
rti_callback_leave (struct rt_m *m)
{
  struct rti_p *p = m->p;

  if (rti_process_ends ())
    return;
  m->curg->status = RTI_G_WAITING;
  m->curg->lockedm = NULL;
  m->lockedg = NULL;
  m->curg = NULL;
  InterlockedDecrement (&rti_sched.ngoroutine);
  m->p = NULL;
  rti_handoff (p);
}
