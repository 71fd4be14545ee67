/* main.cc: the program's entry points become the first goroutine.
   SPDX-License-Identifier: GPL-3.0-or-later

   A growable main is put out as __rt_main, and beside it a plain main that
   jumps to __rt_start_main of libruntime's archive, which starts it as a
   goroutine.  (The archive has no main of its own: the linker would take
   that one for the CRT's, in programs with a WinMain, and ahead of the
   program's own if it saw the archive first.)  */

#include "gcc-includes.h"
#include "gs.h"

static const struct
{
  const char *name;
  const char *assembler;
  const char *starter;
} entries[] = {
  { "main", "__rt_main", "__rt_start_main" },
  { "wmain", "__rt_wmain", "__rt_start_wmain" },
  { "WinMain", "__rt_WinMain", "__rt_start_WinMain" },
  { "wWinMain", "__rt_wWinMain", "__rt_start_wWinMain" },
};

/* Which of them this unit defines.  */
static bool defined[ARRAY_SIZE (entries)];

/* The index of DECL in entries, or -1.  */

static int
entry_index (tree decl)
{
  if (!DECL_NAME (decl) || !DECL_FILE_SCOPE_P (decl) || !TREE_PUBLIC (decl)
      || !gs_growable_p (decl))
    return -1;
  for (unsigned int i = 0; i < ARRAY_SIZE (entries); i++)
    if (strcmp (IDENTIFIER_POINTER (DECL_NAME (decl)), entries[i].name) == 0)
      return i;
  return -1;
}

void
gs_rename_main (void *fndecl, void *)
{
  tree decl = (tree) fndecl;
  if (!decl || TREE_CODE (decl) != FUNCTION_DECL)
    return;
  int i = entry_index (decl);
  if (i < 0)
    return;
  defined[i] = true;
  symtab->change_decl_assembler_name (decl,
                                      get_identifier (entries[i].assembler));
}

void
gs_mains_print (FILE *file)
{
  for (unsigned int i = 0; i < ARRAY_SIZE (entries); i++)
    if (defined[i])
      fprintf (file,
               "\t.text\n\t.globl\t%s\n"
               "\t.def\t%s;\t.scl\t2;\t.type\t32;\t.endef\n"
               "%s:\tjmp\t%s\n",
               entries[i].name, entries[i].name, entries[i].name,
               entries[i].starter);
}

bool
gs_main_p (tree decl)
{
  return entry_index (decl) >= 0;
}
