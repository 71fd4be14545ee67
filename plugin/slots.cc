/* slots.cc: the slots of a unit, and what is known about callees.
   SPDX-License-Identifier: GPL-3.0-or-later

   A slot starts with its own stub as its current target: that works on
   every stack, and before the image is registered.  */

#include "gcc-includes.h"
#include "gs.h"
#include "known.h"
#include "rt-abi.h"
#include <map>
#include <vector>

namespace
{

struct slot
{
  std::string target;  /* An assembler name.  */
  HOST_WIDE_INT bytes; /* Of stack arguments above the home area. */
  bool imported;       /* TARGET is an import table entry.  */
  const char *by;      /* What makes the call.  */
};

std::vector<slot> slots;
std::map<std::string, unsigned int> slot_numbers;

/* The unit catches C++ exceptions.  */
bool catches;

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

/* What makes a call of the function NAME, declared as DECL.  */

static const char *
called_by (const char *name, tree decl)
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
  return gs_nonblocking_p (name, decl) ? "__rt_plaincall_nb"
                                       : "__rt_plaincall";
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
  entry.by = called_by (name, decl);
  if (strcmp (name, "__cxa_begin_catch") == 0)
    catches = true;

  std::string key = entry.target + "/" + std::to_string ((long) bytes)
                    + (imported ? "i" : "") + entry.by;
  auto it = slot_numbers.find (key);
  unsigned int number;
  if (it != slot_numbers.end ())
    number = it->second;
  else
    {
      number = slots.size ();
      slots.push_back (entry);
      slot_numbers[key] = number;
      gs_total.slots++;
    }
  return "*.Lgsslot" + std::to_string (number);
}

void
gs_slots_print (FILE *file)
{
  if (slots.empty ())
    return;
  fputs ("\t.text\n", file);
  gs_begin_att (file);
  for (unsigned int i = 0; i < slots.size (); i++)
    fprintf (file,
             ".Lgsstub%u:\n"
             "\tmovl\t$" HOST_WIDE_INT_PRINT_DEC ", %%r10d\n"
             "\tmovq\t%s%s(%%rip), %%rax\n"
             "\tjmp\t%s\n",
             i, slots[i].bytes, slots[i].imported ? "" : ".Lgsslot",
             slots[i].imported
                 ? slots[i].target.c_str ()
                 : (std::to_string (i) + "+" + std::to_string (RT_SLOT_TARGET))
                       .c_str (),
             slots[i].by);

  gs_end_att (file);
  fputs ("\t.section\t.rtslot,\"dw\"\n\t.p2align\t3\n", file);
  for (unsigned int i = 0; i < slots.size (); i++)
    fprintf (file,
             ".Lgsslot%u:\n"
             "\t.quad\t.Lgsstub%u\n"
             "\t.quad\t%s\n"
             "\t.rva\t.Lgsstub%u\n"
             "\t.long\t%d\n",
             i, i, slots[i].target.c_str (), i,
             slots[i].imported ? RT_SLOT_INDIRECT : 0);
  /* A goroutine in a catch block takes what its thread caught along.  */
  if (catches)
    fprintf (file,
             "\t.quad\t__cxa_get_globals, __cxa_get_globals\n"
             "\t.long\t0, %d\n",
             RT_SLOT_EXCEPTIONS);
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
