/* Growable, and calls plain code.  */

#include <stdlib.h>
#include <string.h>

__declspec (dllexport) int
length (int n)
{
  char buffer[300], *copy;
  int result;

  if (n == 0)
    return 0;
  memset (buffer, 'x', sizeof buffer);
  buffer[n % 300] = '\0';
  copy = strdup (buffer);
  result = (int) strlen (copy) + length (n - 1);
  free (copy);
  return result;
}
