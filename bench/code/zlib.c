/* zlib.c: deflate or, with INFLATE, inflate of text.
   SPDX-License-Identifier: MIT  */

#include "timer.h"
#include "text.h"
#include <zlib.h>

static unsigned char packed[TEXT_SIZE * 2], unpacked[TEXT_SIZE];

static uLongf
pack (void)
{
  uLongf n = sizeof packed;

  if (compress2 (packed, &n, text (), TEXT_SIZE, 6) != Z_OK)
    abort ();
  return n;
}

#ifdef INFLATE
static uint32_t
work (void)
{
  static uLongf n;
  uLongf m = sizeof unpacked;

  if (n == 0)
    n = pack ();
  if (uncompress (unpacked, &m, packed, n) != Z_OK || m != TEXT_SIZE)
    abort ();
  return unpacked[TEXT_SIZE / 2] + (uint32_t) n;
}
#else
static uint32_t
work (void)
{
  return (uint32_t) pack ();
}
#endif
