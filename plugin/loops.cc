/* loops.cc: the pass of -fplugin-arg-growstack-loop-checks.
   SPDX-License-Identifier: GPL-3.0-or-later

   Each loop begins with a check of the limit word, so that a goroutine that
   computes in it can be made to let others run.  Loops that call get one
   too: the callee may be plain code that never blocks, or a leaf without a
   check, which this unit cannot know.

   __rt_loop_check keeps all registers and does not move the stack: so rule 2
   is not asked of a function for its loops, leaves remain leaves, and what
   vectors the optimisers keep in registers stays there.

   A loop is what has a back edge in a depth-first walk: there is one in every
   cycle, in those that goto makes of any shape, too.  */

#include "gcc-includes.h"
#include "gs.h"

namespace
{

const pass_data loops_pass_data = { GIMPLE_PASS,
                                    "growstack_loops",
                                    OPTGROUP_NONE,
                                    TV_NONE,
                                    PROP_cfg | PROP_ssa,
                                    0,
                                    0,
                                    0,
                                    0 };

class loops_pass : public gimple_opt_pass
{
public:
  loops_pass (gcc::context *ctxt) : gimple_opt_pass (loops_pass_data, ctxt) {}
  bool
  gate (function *) final override
  {
    return gs_opt.loop_checks;
  }
  unsigned int execute (function *fun) final override;
};

/* Whether nothing may stand before what BB begins with: edges that no jump
   makes lead to it.  */

bool
begins_apart_p (basic_block bb)
{
  gimple_stmt_iterator it = gsi_after_labels (bb);
  if (gsi_end_p (it))
    return false;
  gcall *call = dyn_cast<gcall *> (gsi_stmt (it));
  return call
         && (gimple_call_internal_p (call, IFN_ABNORMAL_DISPATCHER)
             || (gimple_call_flags (call) & ECF_RETURNS_TWICE));
}

/* Put a check into the loops that begin with BB.  True if there are any.  */

bool
check_loops_at (basic_block bb)
{
  bool any = false, apart = begins_apart_p (bb);
  edge e;
  edge_iterator edges;
  FOR_EACH_EDGE (e, edges, bb->preds)
    {
      if (!(e->flags & EDGE_DFS_BACK) || (apart && (e->flags & EDGE_COMPLEX)))
        continue;
      any = true;
      if (apart)
        gsi_insert_on_edge (e, gs_seq_loop ());
    }
  if (any && !apart)
    {
      gimple_stmt_iterator it = gsi_after_labels (bb);
      gsi_insert_before (&it, gs_seq_loop (), GSI_SAME_STMT);
    }
  return any;
}

unsigned int
loops_pass::execute (function *fun)
{
  if (!gs_fn.growable)
    return 0;
  mark_dfs_back_edges (fun);
  basic_block bb;
  FOR_EACH_BB_FN (bb, fun)
    gs_fn.loop_checks |= check_loops_at (bb);
  gsi_commit_edge_inserts ();
  return 0;
}

} // anonymous namespace

gimple_opt_pass *
gs_make_loops_pass (gcc::context *ctxt)
{
  return new loops_pass (ctxt);
}
