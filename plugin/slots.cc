/* slots.cc: the slots of a unit, and what is known about callees.
   SPDX-License-Identifier: GPL-3.0-or-later

   A slot starts with its own stub as its current target: that works on
   every stack, and before the image is registered.

   Units share the slots of what they call by the same name and in the same
   way: the linker keeps one copy of each, as of GCC's .refptr words.  What
   begins with a dot is no symbol that a DLL exports by default.  */

#include "gcc-includes.h"
#include "gs.h"
#include "known.h"
#include "rt-abi.h"
#include <map>

namespace
{

struct slot
{
  std::string target;  /* An assembler name.  */
  HOST_WIDE_INT bytes; /* Of stack arguments above the home area. */
  bool imported;       /* TARGET is an import table entry.  */
  std::string by;      /* What makes the call.  */
  bool shared;         /* With other units.  */
};

/* By their names.  */
std::map<std::string, slot> slots;

/* Whether a call of DECL reaches growable code of this very unit.  */

bool
body_here_p (tree decl)
{
  cgraph_node *node = cgraph_node::get (decl);
  if (!node || !node->definition || DECL_EXTERNAL (decl) || DECL_WEAK (decl)
      || DECL_COMDAT (decl) || !targetm.binds_local_p (decl))
    return false;
  enum availability availability;
  node = node->ultimate_alias_target (&availability);
  return availability > AVAIL_INTERPOSABLE && !DECL_EXTERNAL (node->decl)
         && gs_growable_p (node->decl);
}

} // anonymous namespace

bool
gs_nonblocking_p (const char *name, tree decl)
{
  if (decl
      && (lookup_attribute ("rt_nonblocking", DECL_ATTRIBUTES (decl))
          || lookup_attribute ("rt_nonblocking",
                               TYPE_ATTRIBUTES (TREE_TYPE (decl)))))
    return true;
  return gs_known_p (name, GS_NONBLOCKING);
}

enum gs_way
gs_call_way (const char *name, tree decl)
{
  if (strncmp (name, "__rt_", 5) == 0
      || strcmp (name, "__morestack") == 0
      /* They must see the stack of their caller.  */
      || strcmp (name, "longjmp") == 0 || strcmp (name, "_longjmp") == 0
      || strcmp (name, "siglongjmp") == 0)
    return GS_DIRECT;
  if (decl && TREE_CODE (decl) == FUNCTION_DECL && body_here_p (decl))
    return GS_DIRECT;
  return gs_known_p (name, GS_SMALL) ? GS_DIRECT : GS_SLOT;
}

/* What makes a call of the function NAME, declared as DECL, with BYTES of
   stack arguments.  */

static std::string
called_by (const char *name, tree decl, HOST_WIDE_INT bytes)
{
  static const struct
  {
    const char *name, *by;
  } specials[] = {
    /* It unwinds its caller's stack.  */
    { "_Unwind_Resume", "__rt_unwind_resume" },
    /* Until then the thread may hold a lock.  */
    { "__cxa_guard_acquire", "__rt_guard_acquire" },
    { "__cxa_guard_release", "__rt_guard_release" },
    { "__cxa_guard_abort", "__rt_guard_release" },
  };
  for (auto &special : specials)
    if (strcmp (name, special.name) == 0)
      return special.by;
  return std::string (gs_nonblocking_p (name, decl) ? "__rt_plaincall_nb"
                                                    : "__rt_plaincall")
         + (bytes ? "_n" : "");
}

/* Whether all units mean the same by the name of DECL, or of a function
   without a declaration (NULL_TREE).  Labels of an asm at top level may be
   the unit's own.  */

static bool
name_shared_p (tree decl)
{
  return (!decl || TREE_PUBLIC (decl)) && !symtab->first_asm_symbol ();
}

/* The assembler name of a part of S, whose name is KEY; KIND says which.  */

static std::string
label (const char *kind, const std::string &key, const slot &s)
{
  return (s.shared ? "." : ".L") + (kind + key);
}

std::string
gs_slot (const char *name, tree decl, HOST_WIDE_INT bytes, bool imported)
{
  if (decl && !imported)
    {
      /* What the call would have done.  */
      assemble_external (decl);
      mark_decl_referenced (decl);
    }
  slot entry;
  entry.target = std::string (imported ? "__imp_" : "") + name;
  entry.bytes = bytes;
  entry.imported = imported;
  entry.by = called_by (name, decl, bytes);
  entry.shared = name_shared_p (decl);

  /* What makes copies differ is in the name.  */
  std::string key = decl && DECL_WEAK (decl) ? "w" : "";
  key += (gs_nonblocking_p (name, decl) ? "n" : "b")
         + std::to_string ((long) bytes) + "." + entry.target;
  if (slots.emplace (key, entry).second)
    gs_total.slots++;
  return "*" + label ("rtslot.", key, entry);
}

/* Begin the part NAME, of which the linker keeps one copy, in SECTION with
   FLAGS.  */

static void
print_shared (FILE *file, const char *section, const char *flags,
              const std::string &name)
{
  fprintf (file,
           "\t.section\t%s$%s,\"%s\"\n"
           "\t.linkonce\tdiscard\n"
           "\t.globl\t%s\n",
           section, name.c_str (), flags, name.c_str ());
}

static void
print_slot (FILE *file, const std::string &key, const slot &s)
{
  std::string stub = label ("rtstub.", key, s);
  std::string word = label ("rtslot.", key, s);

  if (s.shared)
    print_shared (file, ".text", "x", stub);
  else
    fputs ("\t.text\n", file);
  fprintf (file, "%s:\n", stub.c_str ());
  gs_begin_att (file);
  if (s.bytes)
    fprintf (file, "\tmovl\t$" HOST_WIDE_INT_PRINT_DEC ", %%r10d\n", s.bytes);
  if (s.imported)
    fprintf (file, "\tmovq\t%s(%%rip), %%rax\n", s.target.c_str ());
  else
    fprintf (file, "\tmovq\t%s+%d(%%rip), %%rax\n", word.c_str (),
             RT_SLOT_TARGET);
  fprintf (file, "\tjmp\t%s\n", s.by.c_str ());
  gs_end_att (file);

  if (s.shared)
    print_shared (file, ".rtslot", "dw", word);
  else
    fputs ("\t.section\t.rtslot,\"dw\"\n", file);
  fprintf (file,
           "\t.p2align\t3\n"
           "%s:\n"
           "\t.quad\t%s, %s\n"
           "\t.rva\t%s\n"
           "\t.long\t%d\n",
           word.c_str (), stub.c_str (), s.target.c_str (), stub.c_str (),
           s.imported ? RT_SLOT_INDIRECT : 0);
  /* A goroutine in a catch block takes what its thread caught along.  */
  if (s.target == "__cxa_begin_catch")
    fprintf (file,
             "\t.quad\t__cxa_get_globals, __cxa_get_globals\n"
             "\t.long\t0, %d\n",
             RT_SLOT_EXCEPTIONS);
}

void
gs_slots_print (FILE *file)
{
  for (auto &entry : slots)
    print_slot (file, entry.first, entry.second);
}

/* __attribute__ ((rt_nonblocking)) on functions.  */

static struct attribute_spec nonblocking_attribute = {
  "rt_nonblocking", 0, 0, true, false, false, false, NULL, NULL
};

void
gs_slots_attributes (void *, void *)
{
  register_attribute (&nonblocking_attribute);
}
