/* nonshared/image.c: what tells the runtime about an image.
   SPDX-License-Identifier: MIT

   Linked into each exe and DLL that holds growable code, by that code's
   reference to .rt_image.  The loader runs TLS callbacks before any
   other code of the image, with all imports bound, and once more when the
   image goes.

   Not at the end of the process, though: other threads have been killed
   then wherever they were, maybe with the list's lock held.  */

#include "rti-image.h"

extern IMAGE_DOS_HEADER __ImageBase;

/* A name with a dot is not exported by a DLL that exports all it has: an
   image that imports from there must have its own.  */
extern const struct rt_image image __asm__(".rt_image");
const struct rt_image image = { RTI_IMAGE_VERSION, &__ImageBase };

static VOID NTAPI
tls_callback (PVOID module, DWORD reason, PVOID reserved)
{
  (void) module;
  switch (reason)
    {
    case DLL_PROCESS_ATTACH:
      if (rt_image_register (&image) != 0)
        __builtin_trap (); /* Our own headers are broken.  */
      break;
    case DLL_PROCESS_DETACH:
      if (!reserved)
        rt_image_unregister (&image);
      break;
    default:
      rt_image_thread (reason);
      break;
    }
}

/* Before the CRT's own, which are in XLC and XLD: they may call code of
   the program.  */
static const PIMAGE_TLS_CALLBACK callback
    __attribute__ ((__section__ (".CRT$XLB"), __used__)) = tls_callback;

/* After the CRT's own: the destructors of thread-local objects run in
   them, and growable ones have attached the thread again.  */
static VOID NTAPI
tls_callback_last (PVOID module, DWORD reason, PVOID reserved)
{
  (void) module;
  (void) reserved;
  if (reason == DLL_THREAD_DETACH)
    rt_image_thread (reason);
}

static const PIMAGE_TLS_CALLBACK callback_last
    __attribute__ ((__section__ (".CRT$XLY"), __used__)) = tls_callback_last;
