/* Functions of small-1.c.  */

#include "plugin-test.h"

size_t
strlen (const char *s)
{
  volatile char room[64];

  room[*s & 63] = *s;
  return *s ? strlen (s + 1) + (room[*s & 63] == *s) : 0;
}

char *
strchr (const char *s, int c)
{
  if (deep (1000) != 1000)
    return NULL;
  while (*(volatile const char *) s != c)
    s++;
  return (char *) (uintptr_t) s;
}
