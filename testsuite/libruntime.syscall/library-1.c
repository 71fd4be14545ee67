/* rt_loadlibrary finds what is beside the program, rt_loadsystemlibrary
   only what is in System32; rt_getprocaddress finds what they export.  */
/* { dg-do run } */
/* { dg-dll "calls-dll.c" } */

#include "syscall-test.h"

#define NAME(s) ((const uint16_t *) L##s)

int
main (void)
{
  void *dll = NULL, *kernel = NULL, *none = NULL;

  CHECK_EQ (rt_loadsystemlibrary (NAME ("calls-dll.dll"), &none),
            126);               /* ERROR_MOD_NOT_FOUND */
  CHECK_EQ (none, NULL);
  CHECK_EQ (rt_loadlibrary (NAME ("calls-dll.dll"), &dll), 0);
  CHECK_EQ (dll, LoadLibraryA ("calls-dll.dll"));
  CHECK_EQ (rt_getprocaddress (dll, "twelve", &none), 0);
  CHECK_EQ (none, GetProcAddress (dll, "twelve"));

  CHECK_EQ (rt_loadsystemlibrary (NAME ("kernel32.dll"), &kernel), 0);
  CHECK_EQ (kernel, GetModuleHandleA ("kernel32.dll"));
  return 0;
}
