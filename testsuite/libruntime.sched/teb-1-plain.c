/* Look at this thread's TEB through the API and directly.  */

#define _WIN32_WINNT 0x0602
#include <windows.h>

#include "rt-test.h"

#define RT_OFFSET(sym, type, field, value)
#define RT_SIZE(sym, type, value)
#define RT_CONST(sym, value) sym = value,
enum
{
#include "../../libruntime-asm/offsets.tbl"
};

int check_teb (void);

static uintptr_t
teb_word (size_t offset)
{
  return *(uintptr_t *) ((char *) NtCurrentTeb () + offset);
}

int
check_teb (void)
{
  DWORD i;
  DWORD index[100];
  int high = 0;

  SetLastError (4711);
  CHECK_EQ (*(uint32_t *) ((char *) NtCurrentTeb () + TEB_LASTERROR), 4711);
  /* 100 slots: some are in the array, some in the expansion.  */
  for (i = 0; i < 100; i++)
    {
      uintptr_t value = 0x1000 + i;

      index[i] = TlsAlloc ();
      CHECK (index[i] != TLS_OUT_OF_INDEXES);
      TlsSetValue (index[i], (void *) value);
      if (index[i] < 64)
        CHECK_EQ (teb_word (TEB_TLSSLOTS + 8 * index[i]), value);
      else
        {
          high++;
          CHECK_EQ (((uintptr_t *) teb_word (TEB_EXPANSION))[index[i] - 64],
                    value);
        }
    }
  CHECK (high > 0);
  for (i = 0; i < 100; i++)
    TlsFree (index[i]);
  return 0;
}
