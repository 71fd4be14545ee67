/* A completion routine that is plain code.  */

#include "io-test.h"

void CALLBACK complete_plain (DWORD err, DWORD bytes, OVERLAPPED *overlapped);

void CALLBACK
complete_plain (DWORD err, DWORD bytes, OVERLAPPED *overlapped)
{
  struct request *r = (struct request *) overlapped;

  r->err = err;
  r->bytes = bytes;
  r->completed = 1;
}
