/* main.cc: the program's entry points become the first goroutine.
   SPDX-License-Identifier: GPL-3.0-or-later

   A growable main is put out as __rt_main.  libruntime's own main, which
   its archive holds, starts it as a goroutine.  */

#include "gcc-includes.h"
#include "gs.h"

static const struct
{
  const char *name;
  const char *assembler;
} entries[] = {
  { "main", "__rt_main" },
  { "wmain", "__rt_wmain" },
  { "WinMain", "__rt_WinMain" },
  { "wWinMain", "__rt_wWinMain" },
};

/* The other name of DECL, or NULL.  */

static const char *
entry_name (tree decl)
{
  if (!DECL_NAME (decl) || !DECL_FILE_SCOPE_P (decl) || !TREE_PUBLIC (decl)
      || !gs_growable_p (decl))
    return NULL;
  for (auto &entry : entries)
    if (strcmp (IDENTIFIER_POINTER (DECL_NAME (decl)), entry.name) == 0)
      return entry.assembler;
  return NULL;
}

void
gs_rename_main (void *fndecl, void *)
{
  tree decl = (tree) fndecl;
  if (!decl || TREE_CODE (decl) != FUNCTION_DECL)
    return;
  const char *name = entry_name (decl);
  if (name)
    symtab->change_decl_assembler_name (decl, get_identifier (name));
}

bool
gs_main_p (tree decl)
{
  return entry_name (decl) != NULL;
}
