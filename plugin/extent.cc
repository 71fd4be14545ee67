/* extent.cc: from where to where a function has its data frame.
   SPDX-License-Identifier: GPL-3.0-or-later

   As a rule from its entry to its returns: who knows an address may use it
   as long as the function runs.  But many functions begin with what they
   can do at once, and return; then the frame begins behind that.  */

#include "gcc-includes.h"
#include "gs.h"

/* How far up from the first use a beginning is looked for.  */
#define TRIES 8

/* Whether BB does nothing but return what needs no memory.  */

static bool
mere_return_p (basic_block bb)
{
  greturn *ret = safe_dyn_cast<greturn *> (last_stmt (bb));
  if (!ret)
    return false;
  for (gimple_stmt_iterator it = gsi_start_bb (bb); !gsi_end_p (it);
       gsi_next (&it))
    {
      gimple *stmt = gsi_stmt (it);
      if (stmt != ret && !is_gimple_debug (stmt) && !gimple_clobber_p (stmt)
          && gimple_code (stmt) != GIMPLE_LABEL)
        return false;
    }
  tree value = gimple_return_retval (ret);
  return !value || TREE_CODE (value) == SSA_NAME
         || is_gimple_min_invariant (value);
}

static bool
within_p (basic_block bb, basic_block begin)
{
  return dominated_by_p (CDI_DOMINATORS, bb, begin);
}

/* Whether E leaves what BEGIN dominates, other than out of the function.  */

static bool
leaves_p (edge e, basic_block begin)
{
  return within_p (e->src, begin) && !within_p (e->dest, begin)
         && e->dest != EXIT_BLOCK_PTR_FOR_FN (cfun);
}

/* Whether the data frame of FUN can begin with BEGIN: all ways from there
   lead to a return, by no code that is reached otherwise too, and not back
   to it.  */

static bool
fits_p (function *fun, basic_block begin)
{
  basic_block bb;
  edge e;
  edge_iterator ei;
  FOR_EACH_BB_FN (bb, fun)
    if (within_p (bb, begin))
      FOR_EACH_EDGE (e, ei, bb->succs)
        if (e->dest == begin
            || (leaves_p (e, begin)
                && ((e->flags & EDGE_COMPLEX) || !mere_return_p (e->dest))))
          return false;
  return true;
}

basic_block
gs_extent_begin (function *fun, basic_block entry)
{
  basic_block begin = NULL;
  imm_use_iterator it;
  use_operand_p use;
  FOR_EACH_IMM_USE_FAST (use, it, gs_base)
    {
      gimple *stmt = USE_STMT (use);
      if (is_gimple_debug (stmt))
        continue;
      basic_block bb = gimple_bb (stmt);
      if (gphi *phi = dyn_cast<gphi *> (stmt))
        bb = gimple_phi_arg_edge (phi, PHI_ARG_INDEX_FROM_USE (use))->src;
      begin = begin ? nearest_common_dominator (CDI_DOMINATORS, begin, bb)
                    : bb;
    }
  for (int i = 0; begin && begin != entry && i < TRIES; i++)
    {
      if (fits_p (fun, begin))
        return begin;
      begin = get_immediate_dominator (CDI_DOMINATORS, begin);
    }
  return entry;
}

void
gs_release (function *fun, basic_block begin, tree base, HOST_WIDE_INT size)
{
  basic_block bb;
  edge e;
  edge_iterator ei;
  FOR_EACH_BB_FN (bb, fun)
    {
      if (!within_p (bb, begin))
        continue;
      for (gimple_stmt_iterator it = gsi_start_bb (bb); !gsi_end_p (it);
           gsi_next (&it))
        if (gcall *call = dyn_cast<gcall *> (gsi_stmt (it)))
          gimple_call_set_tail (call, false);
      gimple_stmt_iterator last = gsi_last_bb (bb);
      if (!gsi_end_p (last) && gimple_code (gsi_stmt (last)) == GIMPLE_RETURN)
        gsi_insert_before (&last, gs_seq_release (base, size), GSI_SAME_STMT);
      FOR_EACH_EDGE (e, ei, bb->succs)
        if (leaves_p (e, begin))
          gsi_insert_on_edge (e, gs_seq_release (base, size));
    }
  gsi_commit_edge_inserts ();
}
