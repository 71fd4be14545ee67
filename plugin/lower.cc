/* lower.cc: arguments and results that the ABI passes by hidden pointer,
   parameters in memory, returns.
   SPDX-License-Identifier: GPL-3.0-or-later

   Win64 passes an object whose size is not 1, 2, 4 or 8 by the address of
   a copy that the caller makes, and returns it in a buffer of the
   caller's.  Left alone, RTL expansion would put copy and buffer on the
   control stack.  The callee's side needs no change: its hidden pointers
   lead to the data stack.  */

#include "gcc-includes.h"
#include "gs.h"

/* Whether an argument of TYPE goes by reference to a function of FNTYPE. */

static bool
by_reference_p (tree type, tree fntype)
{
  if (type == error_mark_node || VOID_TYPE_P (type)
      || lookup_attribute ("sysv_abi", TYPE_ATTRIBUTES (fntype)))
    return false;
  return pass_by_reference (NULL, function_arg_info (type, true));
}

/* -- Calls -- */

static bool
lower_arguments (gcall *call, gimple_stmt_iterator *it)
{
  bool changed = false;
  for (unsigned int i = 0; i < gimple_call_num_args (call); i++)
    {
      tree arg = gimple_call_arg (call, i);
      if (!by_reference_p (TREE_TYPE (arg), gimple_call_fntype (call)))
        continue;
      tree temp = gs_frame_temp (TREE_TYPE (arg));
      gsi_insert_before (it, gimple_build_assign (temp, unshare_expr (arg)),
                         GSI_SAME_STMT);
      gimple_call_set_arg (call, i, build_fold_addr_expr (temp));
      changed = true;
    }
  return changed;
}

/* Let the result of CALL be stored in a buffer of the data frame.  */

static bool
lower_result (gcall *call, gimple_stmt_iterator *it)
{
  tree type = gimple_call_return_type (call);
  if (VOID_TYPE_P (type)
      || !aggregate_value_p (type, gimple_call_fntype (call)))
    return false;
  tree lhs = gimple_call_lhs (call);
  if (lhs && TREE_CODE (lhs) != SSA_NAME
      && gimple_call_return_slot_opt_p (call))
    return true;
  tree temp = gs_frame_temp (type);
  gimple_call_set_lhs (call, temp);
  gimple_call_set_return_slot_opt (call, true);
  if (!lhs)
    return true;
  gimple *copy = gimple_build_assign (unshare_expr (lhs), temp);
  if (TREE_CODE (lhs) == SSA_NAME)
    SSA_NAME_DEF_STMT (lhs) = copy;
  if (stmt_ends_bb_p (call))
    {
      edge e = find_fallthru_edge (gimple_bb (call)->succs);
      if (e)
        gsi_insert_on_edge (e, copy);
    }
  else
    gsi_insert_after (it, copy, GSI_SAME_STMT);
  return true;
}

static void
lower_call (gcall *call, gimple_stmt_iterator *it)
{
  gs_frame_call ();
  bool changed = lower_arguments (call, it);
  changed |= lower_result (call, it);
  if (changed)
    {
      gimple_call_set_tail (call, false);
      update_stmt (call);
    }
}

/* -- The function's own parameters and result -- */

static void
lower_parameter (function *fun, tree parm, basic_block entry,
                 hash_set<gimple *> &keep)
{
  if (is_gimple_reg (parm)
      || by_reference_p (TREE_TYPE (parm), TREE_TYPE (fun->decl)))
    return;
  HOST_WIDE_INT offset = gs_frame_place (parm);
  tree place = gs_frame_var_ref (parm, offset);
  TREE_ADDRESSABLE (parm) = 0;
  tree value = parm;
  if (is_gimple_reg_type (TREE_TYPE (parm)))
    {
      TREE_THIS_VOLATILE (parm) = 0;
      TREE_SIDE_EFFECTS (parm) = 0;
      DECL_NOT_GIMPLE_REG_P (parm) = 0;
      value = get_or_create_ssa_default_def (fun, parm);
    }
  gimple *copy = gimple_build_assign (place, value);
  keep.add (copy);
  gimple_stmt_iterator it = gsi_last_bb (entry);
  gsi_insert_after (&it, copy, GSI_NEW_STMT);
}

/* The value of STMT must be out of the data frame before that is
   released.  */

static void
lower_return (greturn *stmt, gimple_stmt_iterator *it)
{
  tree value = gimple_return_retval (stmt);
  if (!value || !DECL_P (value))
    return;
  tree result = DECL_RESULT (gs_fn.decl);
  tree to = result;
  if (aggregate_value_p (result, gs_fn.decl))
    {
      /* RESULT is the caller's memory.  */
      if (value == result || DECL_BY_REFERENCE (result)
          || is_gimple_reg (result))
        return;
    }
  else if (is_gimple_reg_type (TREE_TYPE (value)))
    to = make_ssa_name (TREE_TYPE (value));
  else
    to = gs_frame_stay (TREE_TYPE (value));
  gsi_insert_before (it, gimple_build_assign (to, value), GSI_SAME_STMT);
  gimple_return_set_retval (stmt, to);
  update_stmt (stmt);
}

void
gs_lower (function *fun, basic_block entry, hash_set<gimple *> &keep)
{
  basic_block bb;
  FOR_EACH_BB_FN (bb, fun)
    for (gimple_stmt_iterator it = gsi_start_bb (bb); !gsi_end_p (it);
         gsi_next (&it))
      {
        gimple *stmt = gsi_stmt (it);
        if (gs_moving_call_p (stmt))
          lower_call (as_a<gcall *> (stmt), &it);
        else if (greturn *ret = dyn_cast<greturn *> (stmt))
          lower_return (ret, &it);
      }
  gsi_commit_edge_inserts ();

  for (tree parm = DECL_ARGUMENTS (fun->decl); parm; parm = DECL_CHAIN (parm))
    lower_parameter (fun, parm, entry, keep);
  tree result = DECL_RESULT (fun->decl);
  if (!VOID_TYPE_P (TREE_TYPE (result)) && !is_gimple_reg (result)
      && !aggregate_value_p (result, fun->decl))
    {
      gs_frame_place (result);
      TREE_ADDRESSABLE (result) = 0;
    }
}
