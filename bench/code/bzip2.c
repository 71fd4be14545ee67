/* bzip2.c: compression or, with DECOMPRESS, its inverse.
   SPDX-License-Identifier: MIT  */

#include "timer.h"
#include "text.h"
#include <bzlib.h>

static char packed[TEXT_SIZE * 2], unpacked[TEXT_SIZE];

static unsigned int
pack (void)
{
  unsigned int n = sizeof packed;

  if (BZ2_bzBuffToBuffCompress (packed, &n, (char *) text (), TEXT_SIZE, 5, 0,
                                0)
      != BZ_OK)
    abort ();
  return n;
}

#ifdef DECOMPRESS
static uint32_t
work (void)
{
  static unsigned int n;
  unsigned int m = sizeof unpacked;

  if (n == 0)
    n = pack ();
  if (BZ2_bzBuffToBuffDecompress (unpacked, &m, packed, n, 0, 0) != BZ_OK
      || m != TEXT_SIZE)
    abort ();
  return (unsigned char) unpacked[TEXT_SIZE / 2] + n;
}
#else
static uint32_t
work (void)
{
  return pack ();
}
#endif
