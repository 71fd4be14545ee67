/* Windows' own functions call back: EnumSystemLocalesA, EnumDateFormatsA,
   EnumUILanguagesW and libc's qsort.  */
/* { dg-do run } */

#include "cb-test.h"

#define IMPORT __declspec (dllimport)
IMPORT int EnumSystemLocalesA (int (*) (char *), unsigned long);
IMPORT int EnumDateFormatsA (int (*) (char *), unsigned long, unsigned long);
IMPORT int EnumUILanguagesW (int (*) (uint16_t *, intptr_t), unsigned long,
                             intptr_t);

static int locales, formats, languages;

static int
locale_back (char *name)
{
  CHECK (strlen (name) == 8);
  recurse (locales % 30);
  return ++locales < 50;
}

static int
format_back (char *format)
{
  CHECK (strchr (format, 'M') != NULL);
  recurse (30);
  formats++;
  return 1;
}

static int
language_back (uint16_t *name, intptr_t arg)
{
  CHECK (name[0] != 0);
  CHECK_EQ (arg, 4711);
  recurse (30);
  languages++;
  return 1;
}

static int
compare (const void *a, const void *b)
{
  recurse (3);
  return *(const int *) a - *(const int *) b;
}

int
main (void)
{
  int (*compare_f) (const void *, const void *)
    = callback_new (compare, "i(pp)");
  int numbers[64], i;

  CHECK (EnumSystemLocalesA (callback_new (locale_back, "i(p)"), 1));
  CHECK (locales > 1);
  CHECK (EnumDateFormatsA (callback_new (format_back, "i(p)"), 0x409, 1));
  CHECK (formats > 0);
  CHECK (EnumUILanguagesW (callback_new (language_back, "i(pl)"), 0, 4711));
  CHECK (languages > 0);

  for (i = 0; i < 64; i++)
    numbers[i] = i * 27 % 64;
  qsort (numbers, 64, sizeof *numbers, compare_f);
  for (i = 0; i < 64; i++)
    CHECK_EQ (numbers[i], i);
  return 0;
}
