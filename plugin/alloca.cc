/* alloca.cc: what means the stack: alloca, frame's address, setjmp,
   exceptions, nonlocal gotos.
   SPDX-License-Identifier: GPL-3.0-or-later

   alloca takes memory from the data stack in pinned functions too: the
   check at entry knows nothing about its size.  */

#include "gcc-includes.h"
#include "gs.h"

/* Replace CALL at IT, an alloca with an alignment of ALIGN bits.  */

static void
lower_alloca (gcall *call, gimple_stmt_iterator *it, unsigned int align,
              tree saved)
{
  tree result = gimple_call_lhs (call);
  if (!result)
    {
      unlink_stmt_vdef (call);
      gsi_replace (it, gimple_build_nop (), false);
      return;
    }
  gimple_seq seq = NULL;
  unsigned int bytes = MAX (align / BITS_PER_UNIT, 16u);
  HOST_WIDE_INT more = 15 + (bytes > 16 ? bytes : 0);
  tree size = gimple_convert (&seq, sizetype, gimple_call_arg (call, 0));
  size = gimple_build (&seq, PLUS_EXPR, sizetype, size, size_int (more));
  size = gimple_build (&seq, BIT_AND_EXPR, sizetype, size,
                       build_int_cst (sizetype, -16));
  tree to = bytes > 16 ? make_ssa_name (sizetype) : result;
  gimple_seq_add_stmt (&seq, gs_seq_grow (to, size));
  if (saved)
    {
      tree pointer = gimple_convert (&seq, ptr_type_node, to);
      gimple_seq_add_stmt (&seq, gimple_build_assign (saved, pointer));
    }
  if (to != result)
    {
      tree n = gimple_build (&seq, PLUS_EXPR, sizetype, to,
                             size_int (bytes - 1));
      n = gimple_build (&seq, BIT_AND_EXPR, sizetype, n,
                        build_int_cst (sizetype, -(HOST_WIDE_INT) bytes));
      gimple *convert = gimple_build_assign (result, NOP_EXPR, n);
      gimple_seq_add_stmt (&seq, convert);
    }
  unlink_stmt_vdef (call);
  gimple_call_set_lhs (call, NULL_TREE);
  gsi_insert_seq_before (it, seq, GSI_SAME_STMT);
  gsi_replace (it, gimple_build_nop (), false);
}

static bool
lower_builtin (gcall *call, gimple_stmt_iterator *it, tree saved)
{
  tree fndecl = gimple_call_fndecl (call);
  if (!fndecl || !fndecl_built_in_p (fndecl, BUILT_IN_NORMAL))
    return false;
  tree lhs = gimple_call_lhs (call);
  switch (DECL_FUNCTION_CODE (fndecl))
    {
    case BUILT_IN_DWARF_CFA:
      if (gs_for_debuggers_p (call))
        gsi_replace (it, gimple_build_assign (lhs, null_pointer_node), true);
      return false;
    case BUILT_IN_FRAME_ADDRESS:
      /* What programs do with it is to measure the stack's depth, or the
         distance of a local.  So it is the data frame's.  */
      if (!integer_zerop (gimple_call_arg (call, 0)))
        return false;
      if (lhs)
        gsi_replace (it, gimple_build_assign (lhs, gs_end), true);
      return lhs != NULL_TREE;
    case BUILT_IN_ALLOCA:
      lower_alloca (call, it, 128, saved);
      return true;
    case BUILT_IN_ALLOCA_WITH_ALIGN:
    case BUILT_IN_ALLOCA_WITH_ALIGN_AND_MAX:
      lower_alloca (call, it, tree_to_uhwi (gimple_call_arg (call, 1)), saved);
      return true;
    case BUILT_IN_STACK_SAVE:
      unlink_stmt_vdef (call);
      if (lhs)
        {
          gimple_call_set_lhs (call, NULL_TREE);
          gsi_replace (it, gs_seq_save (lhs), false);
        }
      else
        gsi_replace (it, gimple_build_nop (), false);
      return true;
    case BUILT_IN_STACK_RESTORE:
      unlink_stmt_vdef (call);
      if (saved)
        gsi_insert_before (
            it, gimple_build_assign (saved, gimple_call_arg (call, 0)),
            GSI_SAME_STMT);
      gsi_replace (it, gs_seq_restore (gimple_call_arg (call, 0)), false);
      return true;
    default:
      return false;
    }
}

bool
gs_lower_alloca (function *fun, tree saved)
{
  bool any = false;
  basic_block bb;
  FOR_EACH_BB_FN (bb, fun)
    for (gimple_stmt_iterator it = gsi_start_bb (bb); !gsi_end_p (it);
         gsi_next (&it))
      if (gcall *call = dyn_cast<gcall *> (gsi_stmt (it)))
        any |= lower_builtin (call, &it, saved);
  fun->calls_alloca = 0;
  return any;
}

/* -- setjmp -- */

/* mingw's setjmp passes the address of its frame: longjmp would then
   unwind by Windows' tables, through frames that are gone.  */

static void
clear_frame_argument (gcall *call)
{
  tree fndecl = gimple_call_fndecl (call);
  if (!fndecl || gimple_call_num_args (call) != 2)
    return;
  const char *name = IDENTIFIER_POINTER (DECL_NAME (fndecl));
  if (strcmp (name, "_setjmp") == 0 || strcmp (name, "_setjmpex") == 0)
    {
      gimple_call_set_arg (call, 1, null_pointer_node);
      update_stmt (call);
    }
}

/* Functions that were left by longjmp did not release their data frames:
   go back to what the data-stack pointer was at CALL, a setjmp.  It is
   kept in memory, like everything that must survive a second return.
   Before that the runtime must know which stack this is, and whose.  */

static void
restore_after (gcall *call, gimple_stmt_iterator *it, tree saved)
{
  tree before = make_ssa_name (ptr_type_node);
  tree after = make_ssa_name (ptr_type_node);
  gsi_insert_before (it, gs_seq_save (before), GSI_SAME_STMT);
  gsi_insert_before (it, gimple_build_assign (saved, before), GSI_SAME_STMT);
  gimple *load = gimple_build_assign (after, saved);
  gimple *restore = gs_seq_restore (after);
  if (!stmt_ends_bb_p (call))
    {
      gsi_insert_after (it, gs_seq_landed (), GSI_NEW_STMT);
      gsi_insert_after (it, load, GSI_NEW_STMT);
      gsi_insert_after (it, restore, GSI_NEW_STMT);
      return;
    }
  edge e = find_fallthru_edge (gimple_bb (call)->succs);
  if (e)
    {
      gsi_insert_on_edge (e, gs_seq_landed ());
      gsi_insert_on_edge (e, load);
      gsi_insert_on_edge (e, restore);
    }
}

tree
gs_saved_var (function *fun)
{
  tree saved = create_tmp_var_raw (ptr_type_node, "gs_saved");
  DECL_CONTEXT (saved) = fun->decl;
  TREE_THIS_VOLATILE (saved) = 1;
  TREE_SIDE_EFFECTS (saved) = 1;
  TREE_ADDRESSABLE (saved) = 1;
  add_local_decl (fun, saved);
  return saved;
}

void
gs_lower_setjmp (function *fun)
{
  tree saved = gs_saved_var (fun);
  basic_block bb;
  FOR_EACH_BB_FN (bb, fun)
    for (gimple_stmt_iterator it = gsi_start_bb (bb); !gsi_end_p (it);
         gsi_next (&it))
      {
        gcall *call = dyn_cast<gcall *> (gsi_stmt (it));
        if (!call || gimple_call_internal_p (call)
            || !(gimple_call_flags (call) & ECF_RETURNS_TWICE))
          continue;
        clear_frame_argument (call);
        restore_after (call, &it, saved);
      }
  gsi_commit_edge_inserts ();
}

/* -- Exceptions, nonlocal gotos -- */

bool
gs_landings_p (function *fun)
{
  return fun->has_nonlocal_label
         || (fun->eh && vec_safe_length (fun->eh->lp_array) > 1);
}

/* Restore the data-stack pointer where control lands in BB: set it back to
   BASE or, unless it is NULL_TREE, what SAVED holds.  JUMP: the runtime does
   not know yet that control is here.  */

static void
restore_at (basic_block bb, tree base, tree saved, bool jump)
{
  gimple_seq seq = NULL;
  tree value = base;
  if (jump)
    gimple_seq_add_stmt (&seq, gs_seq_landed ());
  if (saved)
    {
      value = make_ssa_name (ptr_type_node);
      gimple_seq_add_stmt (&seq,
                           gimple_build_assign (value, unshare_expr (saved)));
    }
  gimple_seq_add_stmt (&seq, gs_seq_restore (value));
  gimple_stmt_iterator it = gsi_after_labels (bb);
  gsi_insert_seq_before (&it, seq, GSI_SAME_STMT);
}

/* Whether a nested function jumps to BB.  */

static bool
nonlocal_label_p (basic_block bb)
{
  for (gimple_stmt_iterator it = gsi_start_bb (bb); !gsi_end_p (it);
       gsi_next (&it))
    {
      glabel *label = dyn_cast<glabel *> (gsi_stmt (it));
      if (!label)
        break;
      if (DECL_NONLOCAL (gimple_label_label (label)))
        return true;
    }
  return false;
}

void
gs_restore_in_landings (function *fun, basic_block entry, tree base,
                        tree saved)
{
  if (saved)
    {
      gimple_stmt_iterator it = gsi_last_bb (entry);
      gsi_insert_after (&it, gimple_build_assign (unshare_expr (saved), base),
                        GSI_NEW_STMT);
    }
  auto_bitmap pads;
  unsigned int i;
  eh_landing_pad pad;
  if (fun->eh)
    FOR_EACH_VEC_SAFE_ELT (fun->eh->lp_array, i, pad)
      if (pad && pad->post_landing_pad)
        if (basic_block bb = label_to_block (fun, pad->post_landing_pad))
          bitmap_set_bit (pads, bb->index);
  basic_block bb;
  FOR_EACH_BB_FN (bb, fun)
    if (bitmap_bit_p (pads, bb->index))
      restore_at (bb, base, saved, false);
    else if (nonlocal_label_p (bb))
      restore_at (bb, base, saved, true);
}
