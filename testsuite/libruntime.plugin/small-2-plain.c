/* Plain code of small-2.c: how many bytes of stack functions use.  */

#include <wchar.h>

#include "plugin-test.h"

#define ROOM 8192
#define FILL 0x5a

size_t small_functions (size_t n, const char **name);
size_t large_function (void);

static volatile uintptr_t sink;
static char text[64] = "a text";
static wchar_t wide[64] = L"a text";

/* Fill the stack below the caller's frame.  */
static NOINLINE void
fill (void)
{
  char room[ROOM];
  volatile char *p = room;

  __asm__ volatile("" : "+r"(p));
  for (size_t i = 0; i < ROOM; i++)
    p[i] = FILL;
}

/* How much of that has been written to since.  */
static NOINLINE size_t
used (void)
{
  char room[ROOM];
  volatile char *p = room;
  size_t i = 0;

  __asm__ volatile("" : "+r"(p));
  while (i < ROOM && p[i] == FILL)
    i++;
  return ROOM - i;
}

size_t
large_function (void)
{
  fill ();
  sink = (uintptr_t) atof ("1.7976931348623157e308");
  return used ();
}

/* What the function of number N uses, and its NAME; 0 after the last.  */
size_t
small_functions (size_t n, const char **name)
{
  size_t i = 0;

  fill ();
#define TRY(function, ...)                           \
  if (i++ == n)                                      \
    {                                                \
      *name = #function;                             \
      sink = (uintptr_t) function (__VA_ARGS__);     \
      return used ();                                \
    }
  TRY (memcmp, text, "other", 5)
  TRY (memcpy, text, "words", 5)
  TRY (memmove, text, "words", 5)
  TRY (memset, text + 5, 'x', 50)
  TRY (memchr, text, 'z', 50)
  TRY (strcat, text, "more")
  TRY (strchr, text, 'z')
  TRY (strcmp, text, "words")
  TRY (strcpy, text, "words")
  TRY (strcspn, text, "xyz")
  TRY (strlen, text)
  TRY (strncat, text, "more", 3)
  TRY (strncmp, text, "words", 4)
  TRY (strncpy, text, "text", 20)
  TRY (strnlen, text, 20)
  TRY (strpbrk, text, "xyz")
  TRY (strrchr, text, 'e')
  TRY (strspn, text, "etx")
  TRY (strstr, text, "xt")
  TRY (wcscat, wide, L"more")
  TRY (wcschr, wide, L'z')
  TRY (wcscmp, wide, L"words")
  TRY (wcscpy, wide, L"words")
  TRY (wcslen, wide)
  TRY (wcsncat, wide, L"more", 3)
  TRY (wcsncmp, wide, L"words", 4)
  TRY (wcsncpy, wide, L"text", 20)
  TRY (wcsnlen, wide, 20)
  TRY (wcsrchr, wide, L'e')
  TRY (wcsstr, wide, L"xt")
#undef TRY
  return 0;
}
