/* frame.cc: the data frame of a function: which locals live in it, where.
   SPDX-License-Identifier: GPL-3.0-or-later

        base + size      (aligned to 16)
      +-------------------+
      | guard             |  of the stack protector, if there is one
      +-------------------+
      | locals            |
      +-------------------+
      | temporaries       |  of the call that needs most; each call
      |                   |  starts anew at the base
      +-------------------+
        base             what the sequence at entry returned, or that
                         rounded up if a local is over-aligned

   Temporaries are referred to as memory that aliases everything, since
   different types share it.  */

#include "gcc-includes.h"
#include "gs.h"

tree gs_base, gs_end;

static hash_map<tree, HOST_WIDE_INT> *places;
/* Those of places that share memory.  */
static hash_set<tree> *shared;
/* Those of places that were volatile when they got theirs.  */
static hash_set<tree> *volatiles;
/* Locals that gs_lower made to stay on the control stack.  */
static hash_set<tree> *stays;
/* Bytes in use; bytes that the temporaries of the current call use.  */
static HOST_WIDE_INT frame_size, temps_size;
static unsigned int frame_align;

static HOST_WIDE_INT
align_up (HOST_WIDE_INT n, HOST_WIDE_INT align)
{
  return (n + align - 1) & -align;
}

void
gs_frame_start (void)
{
  delete places;
  delete shared;
  delete volatiles;
  delete stays;
  places = new hash_map<tree, HOST_WIDE_INT>;
  shared = new hash_set<tree>;
  volatiles = new hash_set<tree>;
  stays = new hash_set<tree>;
  frame_size = temps_size = 0;
  frame_align = 16;
  gs_base = NULL_TREE;
}

HOST_WIDE_INT
gs_frame_size (void) { return align_up (frame_size, 16); }

unsigned int
gs_frame_align (void)
{
  return frame_align;
}

/* Room for SIZE bytes in the data frame; ALIGN in bytes.  */

static HOST_WIDE_INT
room (HOST_WIDE_INT size, unsigned int align)
{
  frame_size = align_up (frame_size, align);
  HOST_WIDE_INT offset = frame_size;
  frame_size += MAX (size, 1);
  frame_align = MAX (frame_align, align);
  return offset;
}

HOST_WIDE_INT
gs_frame_place_guard (void)
{
  unsigned int bytes = GET_MODE_SIZE (ptr_mode);
  return room (bytes, bytes);
}

static tree
new_local (tree type, const char *name)
{
  tree var = create_tmp_var_raw (TYPE_MAIN_VARIANT (type), name);
  DECL_CONTEXT (var) = gs_fn.decl;
  return var;
}

void
gs_frame_call (void)
{
  temps_size = 0;
}

tree
gs_frame_temp (tree type)
{
  tree var = new_local (type, "gs_temp");
  TREE_ADDRESSABLE (var) = 1;
  unsigned int align = MAX (TYPE_ALIGN_UNIT (type), 16u);
  HOST_WIDE_INT offset = align_up (temps_size, align);
  temps_size = offset + tree_to_shwi (TYPE_SIZE_UNIT (type));
  frame_size = MAX (frame_size, temps_size);
  frame_align = MAX (frame_align, align);
  places->put (var, offset);
  shared->add (var);
  return var;
}

bool
gs_frame_temp_p (tree var)
{
  return shared->contains (var);
}

tree
gs_frame_stay (tree type)
{
  tree var = new_local (type, "gs_stay");
  stays->add (var);
  add_local_decl (cfun, var);
  return var;
}

HOST_WIDE_INT
gs_frame_place (tree var)
{
  bool existed;
  HOST_WIDE_INT &place = places->get_or_insert (var, &existed);
  if (!existed)
    {
      HOST_WIDE_INT size = tree_to_shwi (TYPE_SIZE_UNIT (TREE_TYPE (var)));
      if (DECL_SIZE_UNIT (var) && tree_fits_shwi_p (DECL_SIZE_UNIT (var)))
        size = MAX (size, tree_to_shwi (DECL_SIZE_UNIT (var)));
      place = room (size, DECL_ALIGN_UNIT (var));
      if (TREE_THIS_VOLATILE (var))
        volatiles->add (var);
      gs_total.locals++;
    }
  return place;
}

/* Whether VAR is a local of the current function that must be in memory
   which the program can see.  */

static bool
memory_local_p (tree var)
{
  switch (TREE_CODE (var))
    {
    case VAR_DECL:
      if (TREE_STATIC (var) || DECL_EXTERNAL (var) || DECL_HARD_REGISTER (var))
        return false;
      break;
    case PARM_DECL:
    case RESULT_DECL:
      /* gs_lower has placed those that move.  */
      return false;
    default:
      return false;
    }
  if (is_gimple_reg (var) || stays->contains (var)
      || !auto_var_in_fn_p (var, gs_fn.decl))
    return false;
  tree size = TYPE_SIZE_UNIT (TREE_TYPE (var));
  return size && tree_fits_shwi_p (size);
}

bool
gs_frame_var_p (tree var, HOST_WIDE_INT *offset)
{
  if (!DECL_P (var))
    return false;
  HOST_WIDE_INT *place = places->get (var);
  if (!place && !memory_local_p (var))
    return false;
  if (offset)
    *offset = gs_frame_place (var);
  return true;
}

tree
gs_frame_ref (tree type, HOST_WIDE_INT offset, bool alias)
{
  tree pointer = build_pointer_type_for_mode (TYPE_MAIN_VARIANT (type),
                                              ptr_mode, alias);
  tree ref = build2 (MEM_REF, type, gs_base, build_int_cst (pointer, offset));
  TREE_THIS_NOTRAP (ref) = 1;
  return ref;
}

tree
gs_frame_var_ref (tree var, HOST_WIDE_INT offset)
{
  tree ref = gs_frame_ref (TREE_TYPE (var), offset, shared->contains (var));
  if (volatiles->contains (var))
    {
      TREE_THIS_VOLATILE (ref) = 1;
      TREE_SIDE_EFFECTS (ref) = 1;
    }
  return ref;
}

/* Let debug information find VAR, which lives at OFFSET, through
   BASE_VAR, the variable that gs_base is a name of.  Expand makes no room
   for a variable with a value expression.  */

static bool
finish_var (tree const &var, HOST_WIDE_INT const &offset, tree base_var)
{
  if (TREE_CODE (var) != VAR_DECL)
    return true;
  tree pointer = build_pointer_type (TYPE_MAIN_VARIANT (TREE_TYPE (var)));
  tree value = build2 (MEM_REF, TREE_TYPE (var), base_var,
                       build_int_cst (pointer, offset));
  SET_DECL_VALUE_EXPR (var, value);
  DECL_HAS_VALUE_EXPR_P (var) = 1;
  return true;
}

void
gs_frame_finish (tree base_var)
{
  for (auto entry : *places)
    finish_var (entry.first, entry.second, base_var);
}
