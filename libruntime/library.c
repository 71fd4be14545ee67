/* library.c: finding the functions to call.
   SPDX-License-Identifier: MIT  */

#include "rti-g.h"

#ifndef LOAD_LIBRARY_SEARCH_SYSTEM32
#define LOAD_LIBRARY_SEARCH_SYSTEM32 0x800
#endif

uint32_t rti_loadlibrary (const uint16_t *name, void **handle);
uint32_t rti_loadsystemlibrary (const uint16_t *name, void **handle);
uint32_t rti_getprocaddress (void *handle, const char *name, void **fn);

/* The error of the call that just failed; never 0.  */
static uint32_t
last_error (void)
{
  DWORD err = GetLastError ();

  return err ? err : ERROR_INVALID_FUNCTION;
}

uint32_t
rti_loadlibrary (const uint16_t *name, void **handle)
{
  HMODULE module;

  if (!name || !handle)
    return RT_EINVAL;
  module = LoadLibraryExW ((const wchar_t *) name, NULL, 0);
  if (!module)
    return last_error ();
  *handle = module;
  return 0;
}

uint32_t
rti_loadsystemlibrary (const uint16_t *name, void **handle)
{
  HMODULE module;
  const uint16_t *s;

  if (!name || !handle || !*name)
    return RT_EINVAL;
  for (s = name; *s; s++)
    if (*s == '\\' || *s == '/' || *s == ':')
      return RT_EINVAL;
  module = LoadLibraryExW ((const wchar_t *) name, NULL,
                           LOAD_LIBRARY_SEARCH_SYSTEM32);
  if (!module)
    return last_error ();
  *handle = module;
  return 0;
}

uint32_t
rti_getprocaddress (void *handle, const char *name, void **fn)
{
  FARPROC proc;

  if (!handle || !name || !fn)
    return RT_EINVAL;
  proc = GetProcAddress (handle, name);
  if (!proc)
    return last_error ();
  *fn = (void *) proc;
  return 0;
}
