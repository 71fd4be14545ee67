/* rti-copy.h: copying memory without libc.
   SPDX-License-Identifier: MIT

   A program may have a memcpy or qsort of its own, for whatever it likes;
   linked with our archive it would be ours too.  So what runs in the
   library calls no function of libc by a name that a program may define,
   but exit.  The compiler makes memcpy of a loop that copies, which the
   empty asm statements prevent.  libruntime.abi sees it broken.  */

#ifndef RTI_COPY_H
#define RTI_COPY_H

#include <stddef.h>
#include <stdint.h>

/* From here on a string instruction is the faster way.  */
#define RTI_COPY_LONG 256

/* Copy SIZE bytes from FROM to TO, which do not overlap.  */
static inline void
rti_copy (void *to, const void *from, size_t size)
{
  char *d = (char *) to;
  const char *s = (const char *) from;

  if (size >= RTI_COPY_LONG)
    {
      __asm__ volatile("rep movsb"
                       : "+D"(d), "+S"(s), "+c"(size)
                       :
                       : "memory");
      return;
    }
  for (; size >= sizeof (uint64_t); size -= sizeof (uint64_t))
    {
      __builtin_memcpy (d, s, sizeof (uint64_t));
      d += sizeof (uint64_t);
      s += sizeof (uint64_t);
      __asm__ volatile("");
    }
  for (; size; size--)
    {
      *d++ = *s++;
      __asm__ volatile("");
    }
}

/* Set SIZE bytes at TO to 0.  */
static inline void
rti_zero (void *to, size_t size)
{
  char *d = (char *) to;

  __asm__ volatile("rep stosb" : "+D"(d), "+c"(size) : "a"(0) : "memory");
}

#endif /* RTI_COPY_H */
