/* stack.c: where segments of control stack come from.
   SPDX-License-Identifier: MIT

   VirtualAlloc costs 10 to 50 us, so segments are pooled: a cache per m
   for the small classes, behind it a list per class.  Small segments are
   cut from arenas and never given back to Windows whole; when a class has
   more than POOL_BYTES free, further ones are decommitted and kept as
   addresses.  Large ones are released.

   Under Wine, Linux allows a process 65,530 mappings (vm.max_map_count),
   and a guard page splits one in two.  So there, from the arena number
   GUARDED_ARENAS on, an arena has one guard page, not one a segment.
   Windows has no such limit.  */

#include "rti-stack.h"

#include <cpuid.h>

#define PAGE           4096u
#define BASE_SIZE      4096u /* Class 0, without the reserve.  */
#define CLASSES        29    /* Up to 1 TiB, as RT_MAXSTACK.  */
#define SMALL_CLASSES  6     /* Cut from arenas: up to 128 KiB.  */
#define CACHED_CLASSES 4     /* In the m's cache: up to 32 KiB.  */
#define CACHE_MAX      16
#define ARENA_SIZE     (4u << 20)
#define GUARDED_ARENAS 48
#define POOL_BYTES     ((size_t) 64 << 20)
#define RING           64 /* movestack: how long a stack stays dead.  */

/* Beside the exception frame: what its dispatch takes down to our vectored
   handler (2152 bytes seen under Wine, of them 1384 context and record), and
   the crossings (S2): callback root with 64 words of arguments, machine
   frame, two park frames.  */
#define DISPATCH_ROOM 1536u
#define CROSSING_ROOM 2048u

#ifndef CONTEXT_XSTATE /* winnt.h of the Windows SDK.  */
#define CONTEXT_XSTATE (CONTEXT_AMD64 | 0x40)
#endif

size_t rti_stack_reserve;
uint32_t rti_xsave_size;
size_t rti_maxstack = (size_t) 1 << 30;
size_t rti_movestack;

struct cold
{
  struct cold *next;
  uintptr_t lo;
};

/* Protected by lock.  */
static struct pool
{
  struct rti_lock lock;
  struct rti_stack *free;
  size_t count;
  struct cold *cold;
} pools[CLASSES];

static struct
{
  struct rti_lock lock;
  uintptr_t next, end;
  uint32_t count;
  bool dense; /* This one has one guard page in all.  */
} arena;

/* Segments that RT_DEBUG=movestack took out of use, oldest first.  */
static struct
{
  struct rti_lock lock;
  struct
  {
    uintptr_t lo;
    uint32_t class;
  } at[RING];
  unsigned int next;
} ring;

struct rti_stack_cache
{
  struct rti_stack *free[CACHED_CLASSES];
  uint32_t count[CACHED_CLASSES];
};

static size_t
round_page (size_t size)
{
  return (size + PAGE - 1) & ~(size_t) (PAGE - 1);
}

/* What XSAVE takes for the state that the system has enabled.  */
static uint32_t
xsave_size (void)
{
  unsigned int eax, ebx, ecx, edx;

  if (!__get_cpuid (1, &eax, &ebx, &ecx, &edx) || !(ecx & bit_OSXSAVE)
      || !__get_cpuid_count (0xd, 0, &eax, &ebx, &ecx, &edx))
    return 0;
  return ebx;
}

void
rti_stack_init (void)
{
  DWORD length = 0;
  size_t room;

  /* Fails, and says how long a context with all state of this machine is:
     what the kernel pushes for an exception, AMX tiles and all.  */
  InitializeContext (NULL, CONTEXT_ALL | CONTEXT_XSTATE, NULL, &length);
  if (length < sizeof (CONTEXT))
    length = sizeof (CONTEXT);
  room = length + sizeof (EXCEPTION_RECORD) + DISPATCH_ROOM;
  rti_xsave_size = xsave_size ();
  if (room < rti_xsave_size)
    room = rti_xsave_size;
  rti_stack_reserve = (room + CROSSING_ROOM + 15) & ~(size_t) 15;
}

size_t
rti_stack_size (uint32_t class)
{
  return round_page (rti_stack_reserve) + ((size_t) BASE_SIZE << class);
}

uint32_t
rti_stack_class (size_t size)
{
  uint32_t class = 0;

  size += sizeof (struct rti_stack);
  while (class < CLASSES - 1 && ((size_t) BASE_SIZE << class) < size)
    class += 1;
  return class;
}

/* Make the committed bytes from LO a segment of CLASS.  */
static struct rti_stack *
dress (uintptr_t lo, uint32_t class)
{
  uintptr_t hi = ((lo + rti_stack_size (class) - sizeof (struct rti_stack))
                  & ~(uintptr_t) 15);
  struct rti_stack *stack = (struct rti_stack *) hi;

  stack->limit = rti_movestack ? RTI_LIMIT_ALWAYS : lo + rti_stack_reserve;
  stack->prev = NULL;
  stack->prev_sp = 0;
  stack->lo = lo;
  stack->hi = hi;
  stack->class = class;
  return stack;
}

/* Begin a new arena.  Locked.  */
static void
arena_begin (void)
{
  uintptr_t p = (uintptr_t) VirtualAlloc (NULL, ARENA_SIZE, MEM_RESERVE,
                                          PAGE_NOACCESS);

  arena.next = arena.end = 0;
  if (!p)
    return;
  arena.dense = rti_wine && ++arena.count > GUARDED_ARENAS;
  arena.next = p;
  arena.end = p + ARENA_SIZE;
  if (!arena.dense)
    return;
  arena.next += PAGE;
  if (!VirtualAlloc ((void *) arena.next, ARENA_SIZE - PAGE, MEM_COMMIT,
                     PAGE_READWRITE))
    {
      arena.next = arena.end = 0;
      VirtualFree ((void *) p, 0, MEM_RELEASE);
    }
}

static bool
commit (uintptr_t lo, uint32_t class)
{
  return VirtualAlloc ((void *) lo, rti_stack_size (class), MEM_COMMIT,
                       PAGE_READWRITE)
         != NULL;
}

/* Committed memory for a segment of CLASS, with a guard page below it, or 0.
   What Windows does not commit stays what it was.  */
static uintptr_t
fresh (uint32_t class)
{
  size_t size = rti_stack_size (class);
  uintptr_t lo = 0;

  if (class >= SMALL_CLASSES)
    {
      uintptr_t p = (uintptr_t) VirtualAlloc (NULL, PAGE + size, MEM_RESERVE,
                                              PAGE_NOACCESS);

      if (p && commit (p + PAGE, class))
        return p + PAGE;
      if (p)
        VirtualFree ((void *) p, 0, MEM_RELEASE);
      return 0;
    }
  rti_lock_take (&arena.lock);
  if (arena.end - arena.next < PAGE + size)
    arena_begin ();
  if (arena.next)
    {
      lo = arena.dense ? arena.next : arena.next + PAGE;
      if (commit (lo, class))
        arena.next = lo + size;
      else
        lo = 0;
    }
  rti_lock_give (&arena.lock);
  return lo;
}

/* A dead segment of CLASS that has been dead long enough, or 0.  */
static uintptr_t
ring_take (uint32_t class)
{
  uintptr_t lo = 0;

  rti_lock_take (&ring.lock);
  if (ring.at[ring.next].lo && ring.at[ring.next].class == class)
    {
      lo = ring.at[ring.next].lo;
      ring.at[ring.next].lo = 0;
    }
  rti_lock_give (&ring.lock);
  return lo;
}

/* Keep COLD, address space of a segment of CLASS.  */
static void
cold_put (struct cold *cold, uint32_t class)
{
  rti_lock_take (&pools[class].lock);
  cold->next = pools[class].cold;
  pools[class].cold = cold;
  rti_lock_give (&pools[class].lock);
}

static void
ring_put (uintptr_t lo, uint32_t class)
{
  uintptr_t old;
  uint32_t old_class;

  rti_lock_take (&ring.lock);
  old = ring.at[ring.next].lo;
  old_class = ring.at[ring.next].class;
  ring.at[ring.next].lo = lo;
  ring.at[ring.next].class = class;
  ring.next = (ring.next + 1) % RING;
  rti_lock_give (&ring.lock);
  if (old && old_class >= SMALL_CLASSES)
    VirtualFree ((void *) (old - PAGE), 0, MEM_RELEASE);
  else if (old)
    {
      struct cold *cold = rti_alloc (sizeof *cold);

      if (!cold)
        return; /* Address space alone is lost.  */
      cold->lo = old;
      cold_put (cold, old_class);
    }
}

static struct rti_stack *
pool_alloc (uint32_t class)
{
  struct pool *pool = &pools[class];
  struct rti_stack *stack;
  struct cold *cold = NULL;
  uintptr_t lo = 0;

  rti_lock_take (&pool->lock);
  stack = pool->free;
  if (stack)
    {
      pool->free = stack->prev;
      pool->count--;
    }
  else if (pool->cold)
    {
      cold = pool->cold;
      pool->cold = cold->next;
    }
  rti_lock_give (&pool->lock);
  if (stack)
    return dress (stack->lo, class);
  if (!cold)
    lo = fresh (class);
  else if (commit (cold->lo, class))
    {
      lo = cold->lo;
      rti_free (cold);
    }
  else
    cold_put (cold, class);
  return lo ? dress (lo, class) : NULL;
}

static void
pool_free (struct rti_stack *stack)
{
  uint32_t class = stack->class;
  struct pool *pool = &pools[class];
  uintptr_t lo = stack->lo;
  struct cold *cold = NULL;
  bool full;

  rti_lock_take (&pool->lock);
  full = (pool->count > 0
          && (pool->count + 1) * rti_stack_size (class) > POOL_BYTES);
  if (full && class < SMALL_CLASSES)
    cold = rti_alloc (sizeof *cold);
  /* Without memory for a note of its address it stays as it is.  */
  if (!full || (class < SMALL_CLASSES && !cold))
    {
      stack->prev = pool->free;
      pool->free = stack;
      pool->count++;
      stack = NULL;
    }
  rti_lock_give (&pool->lock);
  if (!stack)
    return;
  if (class >= SMALL_CLASSES)
    {
      VirtualFree ((void *) (lo - PAGE), 0, MEM_RELEASE);
      return;
    }
  VirtualFree ((void *) lo, rti_stack_size (class), MEM_DECOMMIT);
  cold->lo = lo;
  cold_put (cold, class);
}

struct rti_stack *
rti_stack_alloc (struct rt_m *m, uint32_t class)
{
  if (rti_movestack)
    {
      uintptr_t lo = ring_take (class);

      if (!lo)
        return pool_alloc (class);
      if (commit (lo, class))
        return dress (lo, class);
      ring_put (lo, class);
      return NULL;
    }
  if (m && class < CACHED_CLASSES && m->stack_cache
      && m->stack_cache->free[class])
    {
      struct rti_stack *stack = m->stack_cache->free[class];

      m->stack_cache->free[class] = stack->prev;
      m->stack_cache->count[class]--;
      stack->prev = NULL;
      return stack;
    }
  return pool_alloc (class);
}

void
rti_stack_free (struct rt_m *m, struct rti_stack *stack)
{
  uint32_t class = stack->class;

  if (rti_movestack)
    {
      uintptr_t lo = stack->lo;

      VirtualFree ((void *) lo, rti_stack_size (class), MEM_DECOMMIT);
      ring_put (lo, class);
      return;
    }
  if (m && class < CACHED_CLASSES)
    {
      if (!m->stack_cache)
        m->stack_cache = rti_alloc (sizeof *m->stack_cache);
      if (m->stack_cache && m->stack_cache->count[class] < CACHE_MAX)
        {
          stack->prev = m->stack_cache->free[class];
          m->stack_cache->free[class] = stack;
          m->stack_cache->count[class]++;
          return;
        }
    }
  pool_free (stack);
}

void
rti_stack_cache_drop (struct rt_m *m)
{
  uint32_t class;

  if (!m->stack_cache)
    return;
  for (class = 0; class < CACHED_CLASSES; class += 1)
    while (m->stack_cache->free[class])
      {
        struct rti_stack *stack = m->stack_cache->free[class];

        m->stack_cache->free[class] = stack->prev;
        pool_free (stack);
      }
  rti_free (m->stack_cache);
  m->stack_cache = NULL;
}

/* -- Places ------------------------------------------------------------ */

uint64_t
rti_stack_place (const struct rt_g *g, uintptr_t sp)
{
  const struct rti_stack *s = g->stack;
  uint64_t depth = 0;

  while (sp < s->lo || sp > s->hi)
    s = s->prev;
  for (const struct rti_stack *below = s->prev; below; below = below->prev)
    depth++;
  return depth << RTI_PLACE_SHIFT | (s->hi - sp);
}

uintptr_t
rti_stack_at (const struct rt_g *g, uint64_t place)
{
  const struct rti_stack *s;
  uint64_t depth = 0;

  for (s = g->stack->prev; s; s = s->prev)
    depth++;
  for (s = g->stack; depth > place >> RTI_PLACE_SHIFT; depth--)
    s = s->prev;
  return s->hi - (place & (((uint64_t) 1 << RTI_PLACE_SHIFT) - 1));
}
