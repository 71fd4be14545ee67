/* Plain code that calls back.  */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

__declspec (dllexport) int
try_call (int (*function) (int), int n)
{
  volatile char frame[200];

  frame[n % 200] = 1;
  return function (n) + frame[n % 200];
}

/* The same with a handler on the list that Wine has there, as i386 does.  */
__declspec (dllexport) int
try_call_listed (int (*function) (int), int n)
{
  NT_TIB *tib = (NT_TIB *) NtCurrentTeb ();
  struct _EXCEPTION_REGISTRATION_RECORD record;
  int r;

  record.Next = tib->ExceptionList;
  record.Handler = NULL;
  tib->ExceptionList = &record;
  r = function (n);
  tib->ExceptionList = record.Next;
  return r;
}

__declspec (dllexport) void *
try_list (void)
{
  return ((NT_TIB *) NtCurrentTeb ())->ExceptionList;
}

/* The stack pointer, nearly.  */
__declspec (dllexport) size_t
try_where (void)
{
  return (size_t) __builtin_frame_address (0);
}
