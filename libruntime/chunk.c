/* chunk.c: the stack that never moves, for locals with an address.
   SPDX-License-Identifier: MIT

   A LIFO of chunks.  datastack.S allocates and releases within the current
   chunk, and goes to the spare one and back: a goroutine may do that often.
   Here is what else there is to do at a chunk's ends.  A g without a chunk has
   ds_ptr 0 and ds_limit UINTPTR_MAX, so the first allocation comes here.
   ds_top is UINTPTR_MAX in the first chunk: it is never left.  */

#include "rti-stack.h"
#include "rti-debug.h"
#include "rti-fault.h"

/* Chunks have 2 KiB << class bytes; larger ones, for one huge frame, have
   what they need and are not pooled.  */
#define FIRST_SHIFT 11
#define CLASSES     10                  /* Up to 1 MiB.  */
#define POOL_BYTES  ((size_t) 16 << 20) /* Of each class.  */
#define KEPT_BYTES  ((size_t) 4096)     /* By a goroutine that has ended.  */

/* Free chunks, linked by prev.  */
static struct
{
  struct rti_lock lock;
  struct rti_chunk *free;
  size_t bytes;
} pools[CLASSES];

_Static_assert(sizeof (struct rti_chunk) % 16 == 0,
               "data frames are 16-aligned");

static char *
chunk_top (struct rti_chunk *chunk)
{
  return (char *) chunk + chunk->size;
}

/* Make CHUNK (may be NULL) the current one of G.  */
static void
enter (struct rt_g *g, struct rti_chunk *chunk)
{
  g->chunk = chunk;
  if (!chunk)
    {
      g->ds_ptr = NULL;
      g->ds_limit = (char *) UINTPTR_MAX;
      g->ds_top = (char *) UINTPTR_MAX;
      return;
    }
  g->ds_limit = (char *) (chunk + 1);
  g->ds_top = chunk->prev ? chunk_top (chunk) : (char *) UINTPTR_MAX;
}

/* The class of chunks of SIZE bytes at the least; CLASSES: none.  */
static uint32_t
chunk_class (size_t size)
{
  uint32_t class = 0;

  while (class < CLASSES && ((size_t) 1 << (FIRST_SHIFT + class)) < size)
    class += 1;
  return class;
}

/* A chunk of SIZE bytes or more.  */
static struct rti_chunk *
chunk_alloc (size_t size)
{
  uint32_t class = chunk_class (size);
  struct rti_chunk *chunk = NULL;

  if (class < CLASSES)
    {
      size = (size_t) 1 << (FIRST_SHIFT + class);
      rti_lock_take (&pools[class].lock);
      chunk = pools[class].free;
      if (chunk)
        {
          pools[class].free = chunk->prev;
          pools[class].bytes -= size;
        }
      rti_lock_give (&pools[class].lock);
    }
  /* A heap block is 16-aligned on Win64.  */
  if (!chunk)
    chunk = HeapAlloc (GetProcessHeap (), 0, size);
  if (chunk)
    chunk->size = size;
  return chunk;
}

static void
chunk_free (struct rt_g *g, struct rti_chunk *chunk)
{
  uint32_t class = chunk_class (chunk->size);
  bool pooled = false;

  g->data_size -= chunk->size;
  if (class < CLASSES)
    {
      rti_lock_take (&pools[class].lock);
      pooled = pools[class].bytes + chunk->size <= POOL_BYTES;
      if (pooled)
        {
          chunk->prev = pools[class].free;
          pools[class].free = chunk;
          pools[class].bytes += chunk->size;
        }
      rti_lock_give (&pools[class].lock);
    }
  if (!pooled)
    rti_free (chunk);
}

/* Leave the current chunk of G; keep the largest one left as a spare.  */
static void
leave (struct rt_g *g)
{
  struct rti_chunk *left = g->chunk;
  char *ptr = left->saved_ptr;

  enter (g, left->prev);
  g->ds_ptr = ptr;
  if (g->chunk_spare && g->chunk_spare->size >= left->size)
    {
      chunk_free (g, left);
      return;
    }
  if (g->chunk_spare)
    chunk_free (g, g->chunk_spare);
  g->chunk_spare = left;
}

uintptr_t
rti_datastack_grow (struct rt_g *g, size_t size)
{
  DWORD lasterror = GetLastError ();
  struct rti_chunk *chunk;
  size_t want;

  if (!g)
    {
      uintptr_t at = rti_datastack_alloc (rti_fiber (rti_m_self ()), size);

      SetLastError (lasterror);
      return at;
    }
  if (size > rti_maxstack)
    rti_fault_overflow (g);
  want = g->chunk ? g->chunk->size * 2 : (size_t) 1 << FIRST_SHIFT;
  if (chunk_class (want) == CLASSES)
    want = (size_t) 1 << (FIRST_SHIFT + CLASSES - 1);
  if (want < size + sizeof *chunk
      || g->data_size + want + g->control_size > rti_stack_max (g))
    want = size + sizeof *chunk;
  chunk = g->chunk_spare;
  g->chunk_spare = NULL;
  if (chunk && chunk->size < size + sizeof *chunk)
    {
      chunk_free (g, chunk);
      chunk = NULL;
    }
  if (!chunk)
    {
      if (g->data_size + want + g->control_size > rti_stack_max (g))
        rti_fault_overflow (g);
      chunk = chunk_alloc (want);
      if (!chunk)
        rti_fatal_goroutine (g, "out of memory for a goroutine's data"
                                " stack");
      RTI_DEBUG_STACK (g, "data stack grows", g->data_size,
                       g->data_size + chunk->size);
      g->data_size += chunk->size;
    }
  chunk->prev = g->chunk;
  chunk->saved_ptr = g->ds_ptr;
  enter (g, chunk);
  g->ds_ptr = chunk_top (chunk) - size;
  SetLastError (lasterror);
  return (uintptr_t) g->ds_ptr;
}

uintptr_t
rti_datastack_alloc (struct rt_g *g, size_t size)
{
  uintptr_t ptr = (uintptr_t) g->ds_ptr;

  if (ptr < size || ptr - size < (uintptr_t) g->ds_limit)
    return rti_datastack_grow (g, size);
  g->ds_ptr -= size;
  return (uintptr_t) g->ds_ptr;
}

void
rti_datastack_pop (struct rt_g *g, uintptr_t to)
{
  DWORD lasterror = GetLastError ();

  if (!g)
    g = rti_fiber (rti_m_self ());
  /* 0: there was no chunk at that time.  */
  if (to == 0)
    {
      rti_datastack_reset (g);
      SetLastError (lasterror);
      return;
    }
  /* An address at a chunk's very top is that of the first frame in it:
     with the frame goes the chunk.  */
  while (g->chunk && g->chunk->prev)
    {
      bool at_top = to == (uintptr_t) g->ds_top;

      if (to >= (uintptr_t) g->ds_limit && to < (uintptr_t) g->ds_top)
        break;
      leave (g);
      if (at_top)
        {
          to = (uintptr_t) g->ds_ptr;
          break;
        }
    }
  g->ds_ptr = (char *) to;
  SetLastError (lasterror);
}

void
rti_datastack_reset (struct rt_g *g)
{
  while (g->chunk && g->chunk->prev)
    leave (g);
  if (g->chunk_spare && g->chunk_spare->size > KEPT_BYTES)
    {
      chunk_free (g, g->chunk_spare);
      g->chunk_spare = NULL;
    }
  if (g->chunk && g->chunk->size > KEPT_BYTES)
    {
      chunk_free (g, g->chunk);
      g->chunk = NULL;
    }
  enter (g, g->chunk);
  if (g->chunk)
    g->ds_ptr = chunk_top (g->chunk);
}

void
rti_datastack_free (struct rt_g *g)
{
  rti_datastack_reset (g);
  if (g->chunk)
    chunk_free (g, g->chunk);
  if (g->chunk_spare)
    chunk_free (g, g->chunk_spare);
  g->chunk_spare = NULL;
  enter (g, NULL);
}
