/* protect.cc: the stack protector, for what is on the data stack.
   SPDX-License-Identifier: GPL-3.0-or-later

   GCC guards frames of the control stack, in which there are no arrays any
   more.  So a data frame has a guard of the same kind, a word above all that
   is in it: whoever writes over the end of an array, or of what alloca gave,
   comes to it before he comes to locals of another function.  Arrays are the
   last before it.  It is looked at where the frame is released.  */

#include "gcc-includes.h"
#include "gs.h"

/* Whether TYPE is an array, or has one in it; CHARS: one of characters that
   GCC counts as a buffer.  */

static bool
array_p (tree type, bool chars)
{
  if (RECORD_OR_UNION_TYPE_P (type))
    {
      for (tree field = TYPE_FIELDS (type); field; field = TREE_CHAIN (field))
        if (TREE_CODE (field) == FIELD_DECL
            && array_p (TREE_TYPE (field), chars))
          return true;
      return false;
    }
  if (TREE_CODE (type) != ARRAY_TYPE)
    return false;
  tree element = TYPE_MAIN_VARIANT (TREE_TYPE (type));
  HOST_WIDE_INT size = int_size_in_bytes (type); /* -1: it is flexible.  */
  return !chars
         || ((element == char_type_node || element == signed_char_type_node
              || element == unsigned_char_type_node)
             && (size < 0 || size >= param_ssp_buffer_size));
}

/* Whether the options and attributes want all frames that locals are in to be
   guarded, or those that have buffers.  */

enum wanted { GUARD_NONE, GUARD_BUFFERS, GUARD_ALL };

static enum wanted
wanted (function *fun)
{
  tree attributes = DECL_ATTRIBUTES (fun->decl);
  if (!flag_stack_protect
      || lookup_attribute ("no_stack_protector", attributes))
    return GUARD_NONE;
  if (lookup_attribute ("stack_protect", attributes))
    return GUARD_ALL;
  switch (flag_stack_protect)
    {
    case SPCT_FLAG_ALL:
    case SPCT_FLAG_STRONG:
      return GUARD_ALL;
    case SPCT_FLAG_DEFAULT:
      return GUARD_BUFFERS;
    default:
      return GUARD_NONE;
    }
}

/* What gs_protect_places goes through the function for.  */
struct found
{
  bool locals, buffers;
};

static bool
place (gimple *, tree op, tree, void *data)
{
  tree local = get_base_address (op);
  if (!local || !gs_frame_var_p (local, NULL))
    return false;
  found &f = *(found *) data;
  tree type = TREE_TYPE (local);
  f.locals = true;
  f.buffers |= array_p (type, true);
  if (!gs_frame_temp_p (local) && !array_p (type, false))
    gs_frame_place (local);
  return false;
}

bool
gs_protect_places (function *fun, bool move, bool variable)
{
  enum wanted what = wanted (fun);
  if (what == GUARD_NONE)
    return false;
  found f = { variable, variable };
  basic_block bb;
  if (move)
    FOR_EACH_BB_FN (bb, fun)
      for (gimple_stmt_iterator it = gsi_start_bb (bb); !gsi_end_p (it);
           gsi_next (&it))
        if (!is_gimple_debug (gsi_stmt (it))
            && !gimple_clobber_p (gsi_stmt (it)))
          walk_stmt_load_store_addr_ops (gsi_stmt (it), &f, place, place,
                                         place);
  return what == GUARD_ALL ? f.locals : f.buffers;
}

static tree
guard_ref (tree base, HOST_WIDE_INT offset)
{
  tree pointer = build_pointer_type_for_mode (ptr_type_node, ptr_mode, true);
  tree ref = build2 (MEM_REF, ptr_type_node, base,
                     build_int_cst (pointer, offset));
  TREE_THIS_NOTRAP (ref) = 1;
  TREE_THIS_VOLATILE (ref) = 1;
  TREE_SIDE_EFFECTS (ref) = 1;
  return ref;
}

/* Add to SEQ the load of REF; returns its value.  */

static tree
load (gimple_seq *seq, tree ref)
{
  tree value = make_ssa_name (ptr_type_node);
  gimple_seq_add_stmt (seq, gimple_build_assign (value, ref));
  return value;
}

void
gs_protect_begin (gimple_seq *seq, tree base, HOST_WIDE_INT offset)
{
  tree value = load (seq, targetm.stack_protect_guard ());
  gimple_seq_add_stmt (seq,
                       gimple_build_assign (guard_ref (base, offset), value));
}

void
gs_protect_end (gimple *release, tree base, HOST_WIDE_INT offset)
{
  gimple_seq seq = NULL;
  tree found = load (&seq, guard_ref (base, offset));
  tree value = load (&seq, targetm.stack_protect_guard ());
  gimple *last = gimple_seq_last_stmt (seq);
  gimple_stmt_iterator it = gsi_for_stmt (release);
  gsi_insert_seq_before (&it, seq, GSI_SAME_STMT);
  gcond *differ = gimple_build_cond (NE_EXPR, found, value, NULL_TREE,
                                     NULL_TREE);
  basic_block bad = insert_cond_bb (gimple_bb (release), last, differ,
                                    profile_probability::very_unlikely ());
  remove_edge (single_succ_edge (bad));
  gcall *fail =
      gimple_build_call (get_callee_fndecl (targetm.stack_protect_fail ()), 0);
  gimple_call_set_ctrl_altering (fail, true);
  it = gsi_start_bb (bad);
  gsi_insert_after (&it, fail, GSI_NEW_STMT);
}
