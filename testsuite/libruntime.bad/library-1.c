/* Unknown libraries, bad handles, unknown symbols and NULL give errors, and
   no result.  */
/* { dg-do run } */

#include "rt-test.h"
#include "rt.h"

#define NAME(s) ((const uint16_t *) L##s)
#define ERROR_MOD_NOT_FOUND 126
#define ERROR_PROC_NOT_FOUND 127

int
main (void)
{
  void *kernel = NULL, *p = &p;

  CHECK_EQ (rt_loadlibrary (NULL, &p), RT_EINVAL);
  CHECK_EQ (rt_loadlibrary (NAME ("kernel32.dll"), NULL), RT_EINVAL);
  CHECK_EQ (rt_loadlibrary (NAME ("no such library.dll"), &p),
            ERROR_MOD_NOT_FOUND);

  CHECK_EQ (rt_loadsystemlibrary (NULL, &p), RT_EINVAL);
  CHECK_EQ (rt_loadsystemlibrary (NAME ("kernel32.dll"), NULL), RT_EINVAL);
  CHECK_EQ (rt_loadsystemlibrary (NAME (""), &p), RT_EINVAL);
  CHECK_EQ (rt_loadsystemlibrary (NAME ("no such library.dll"), &p),
            ERROR_MOD_NOT_FOUND);
  CHECK_EQ (rt_loadsystemlibrary (NAME ("..\\kernel32.dll"), &p), RT_EINVAL);
  CHECK_EQ (rt_loadsystemlibrary (NAME ("a/kernel32.dll"), &p), RT_EINVAL);
  CHECK_EQ (rt_loadsystemlibrary (NAME ("c:kernel32.dll"), &p), RT_EINVAL);

  CHECK_EQ (rt_loadlibrary (NAME ("kernel32.dll"), &kernel), 0);
  CHECK_EQ (rt_getprocaddress (NULL, "Sleep", &p), RT_EINVAL);
  CHECK_EQ (rt_getprocaddress (kernel, NULL, &p), RT_EINVAL);
  CHECK_EQ (rt_getprocaddress (kernel, "Sleep", NULL), RT_EINVAL);
  CHECK_EQ (rt_getprocaddress (kernel, "NoSuchFunction", &p),
            ERROR_PROC_NOT_FOUND);
  CHECK (rt_getprocaddress ((void *) 0x12345670, "Sleep", &p) != 0);
  CHECK (rt_getprocaddress (&kernel, "Sleep", &p) != 0);
  CHECK_EQ (p, &p);
  return 0;
}
