/* alloc.c: small blocks from the process heap.
   SPDX-License-Identifier: MIT

   Not the CRT's malloc: that one may be the program's own, growable even,
   and changes errno.  */

#include "rti-g.h"

void *
rti_alloc (size_t size)
{
  return HeapAlloc (GetProcessHeap (), HEAP_ZERO_MEMORY, size);
}

void
rti_free (void *block)
{
  if (block)
    HeapFree (GetProcessHeap (), 0, block);
}
