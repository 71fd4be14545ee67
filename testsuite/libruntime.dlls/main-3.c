/* A DLL whose DllMain fails leaves nothing behind.  Nor does an image that
   goes without a word: whether Windows calls the TLS callbacks of such a DLL
   once more is not documented.  */
/* { dg-do run } */
/* { dg-growable-dll "main-3-dll.c" } */

#include "dll-test.h"
#include "rti-image.h"

/* Memory that looks like the image MODULE, registered, and gone.  */
static void
come_and_go (HMODULE module)
{
  const IMAGE_DOS_HEADER *dos = (const IMAGE_DOS_HEADER *) module;
  const IMAGE_NT_HEADERS64 *nt
    = (const IMAGE_NT_HEADERS64 *) ((const char *) module + dos->e_lfanew);
  size_t size = nt->OptionalHeader.SizeOfImage;
  char *copy = VirtualAlloc (NULL, size, MEM_RESERVE | MEM_COMMIT,
                             PAGE_READWRITE);
  struct rt_image image = { RTI_IMAGE_VERSION, copy };

  CHECK (copy != NULL);
  memcpy (copy, module, size);
  CHECK_EQ (rt_image_register (&image), 0);
  CHECK (VirtualFree (copy, 0, MEM_RELEASE));
}

int
main (void)
{
  HMODULE dll;

  for (int i = 0; i < 10; i++)
    {
      SetLastError (0);
      CHECK (LoadLibraryA ("main-3-dll.dll") == NULL);
      CHECK_EQ (GetLastError (), ERROR_DLL_INIT_FAILED);
    }
  SetEnvironmentVariableA ("MAIN_3", "1");
  for (int i = 0; i < 5; i++)
    {
      dll = LoadLibraryA ("main-3-dll.dll");
      CHECK (dll != NULL);
      CHECK_EQ (PROC (dll, int (*) (const char *), "length") ("four"), 4);
      come_and_go (dll);
      CHECK (FreeLibrary (dll));
    }
  return 0;
}
