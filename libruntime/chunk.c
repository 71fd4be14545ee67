/* chunk.c: the stack that never moves, for locals with an address.
   SPDX-License-Identifier: MIT

   A LIFO of chunks.  Compiled code allocates and releases inline within
   the current chunk; here is what it does at a chunk's ends.  A g without
   a chunk has ds_ptr 0 and ds_limit UINTPTR_MAX, so the first allocation
   comes here.  ds_top is NULL in the first chunk: it is never left.  */

#include "rti-stack.h"
#include "rti-fault.h"

#define FIRST_CHUNK 2048u
#define LARGE_CHUNK ((size_t) 1 << 20)

struct rti_chunk
{
  struct rti_chunk *prev;
  size_t size;			/* With this header.  */
  char *saved_ptr;		/* ds_ptr in prev when this was begun.  */
  void *pad;
};

_Static_assert (sizeof (struct rti_chunk) % 16 == 0,
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
      g->ds_top = NULL;
      return;
    }
  g->ds_limit = (char *) (chunk + 1);
  g->ds_top = chunk->prev ? chunk_top (chunk) : NULL;
}

/* A heap block is 16-aligned on Win64.  */
static struct rti_chunk *
chunk_alloc (size_t size)
{
  struct rti_chunk *chunk = HeapAlloc (GetProcessHeap (), 0, size);

  if (chunk)
    chunk->size = size;
  return chunk;
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
      g->data_size -= left->size;
      rti_free (left);
      return;
    }
  if (g->chunk_spare)
    {
      g->data_size -= g->chunk_spare->size;
      rti_free (g->chunk_spare);
    }
  g->chunk_spare = left;
}

uintptr_t
rti_datastack_grow (struct rt_g *g, size_t size)
{
  DWORD lasterror = GetLastError ();
  struct rti_chunk *chunk;
  size_t want;

  g = rti_datastack_attach (g);
  if (size > rti_maxstack)
    rti_fatal_goroutine (g, "stack overflow: the goroutine's stacks exceed"
			    " RT_MAXSTACK");
  want = g->chunk ? g->chunk->size * 2 : FIRST_CHUNK;
  if (want > LARGE_CHUNK)
    want = LARGE_CHUNK;
  if (want < size + sizeof *chunk)
    want = size + sizeof *chunk;
  chunk = g->chunk_spare;
  g->chunk_spare = NULL;
  if (chunk && chunk->size < size + sizeof *chunk)
    {
      g->data_size -= chunk->size;
      rti_free (chunk);
      chunk = NULL;
    }
  if (!chunk)
    {
      if (g->data_size + want + g->control_size > rti_maxstack)
	rti_fatal_goroutine (g, "stack overflow: the goroutine's stacks"
				" exceed RT_MAXSTACK");
      chunk = chunk_alloc (want);
      if (!chunk)
	rti_fatal_goroutine (g, "out of memory for a goroutine's data"
				" stack");
      g->data_size += want;
    }
  chunk->prev = g->chunk;
  chunk->saved_ptr = g->ds_ptr;
  enter (g, chunk);
  g->ds_ptr = chunk_top (chunk) - size;
  SetLastError (lasterror);
  return (uintptr_t) g->ds_ptr;
}

void
rti_datastack_pop (struct rt_g *g, uintptr_t to)
{
  DWORD lasterror = GetLastError ();

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

struct rt_g *
rti_datastack_attach (struct rt_g *g)
{
  return g ? g : &rti_m_self ()->g0;
}

void
rti_datastack_reset (struct rt_g *g)
{
  while (g->chunk && g->chunk->prev)
    leave (g);
  if (g->chunk)
    g->ds_ptr = chunk_top (g->chunk);
  else
    enter (g, NULL);
}

void
rti_datastack_free (struct rt_g *g)
{
  rti_datastack_reset (g);
  if (g->chunk)
    rti_free (g->chunk);
  if (g->chunk_spare)
    rti_free (g->chunk_spare);
  g->chunk_spare = NULL;
  g->data_size = 0;
  enter (g, NULL);
}
