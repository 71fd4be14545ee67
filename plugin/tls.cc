/* tls.cc: the warning of -fplugin-arg-growstack-warn-tls.
   SPDX-License-Identifier: GPL-3.0-or-later

   A thread-local variable belongs to the thread, and a goroutine may be on
   another one after a call.  So a function that uses one before and after a
   call may have used two, or, where the optimisers kept the address, goes on
   with the other thread's.  Both are uses of one control object of emulated
   TLS on both sides of a call.  */

#include "gcc-includes.h"
#include "gs.h"
#include "known.h"

namespace
{

/* The variables that a function uses: CONTROLS has their control objects,
   NAMES the SSA names that point into them, as indices in it.  */
struct variables
{
  auto_vec<tree> controls;
  hash_map<tree, unsigned int> names;
};

/* What the paths to a point have in common for one variable.  */
enum { USED = 1, CALLED_SINCE = 2 };

/* The control object whose variable's address STMT asks for, or NULL.  */

tree
control_of (gimple *stmt)
{
  if (!gimple_call_builtin_p (stmt, BUILT_IN_EMUTLS_GET_ADDRESS))
    return NULL_TREE;
  tree arg = gimple_call_arg (stmt, 0);
  return TREE_CODE (arg) == ADDR_EXPR ? TREE_OPERAND (arg, 0) : NULL_TREE;
}

/* The index of the variable into which NAME points, or -1.  */

int
pointed_to (variables &all, tree name)
{
  unsigned int *index = all.names.get (name);
  return index ? (int) *index : -1;
}

/* Let NAME point to where FROM does; true if that is new.  */

bool
spread (variables &all, tree name, tree from)
{
  if (TREE_CODE (from) != SSA_NAME || pointed_to (all, from) < 0
      || pointed_to (all, name) >= 0 || !POINTER_TYPE_P (TREE_TYPE (name)))
    return false;
  all.names.put (name, pointed_to (all, from));
  return true;
}

/* Spread what STMT computes from addresses; true if that is new.  */

bool
spread_stmt (variables &all, gimple *stmt)
{
  tree lhs = gimple_get_lhs (stmt);
  if (!lhs || TREE_CODE (lhs) != SSA_NAME)
    return false;
  bool news = false;
  if (gphi *phi = dyn_cast<gphi *> (stmt))
    for (unsigned int i = 0; i < gimple_phi_num_args (phi); i++)
      news |= spread (all, lhs, gimple_phi_arg_def (phi, i));
  else if (is_gimple_assign (stmt) && !gimple_assign_load_p (stmt))
    {
      tree use;
      ssa_op_iter it;
      FOR_EACH_SSA_TREE_OPERAND (use, stmt, it, SSA_OP_USE)
        news |= spread (all, lhs, use);
    }
  return news;
}

void
find_variables (function *fun, variables &all)
{
  basic_block bb;
  FOR_EACH_BB_FN (bb, fun)
    for (gimple_stmt_iterator it = gsi_start_bb (bb); !gsi_end_p (it);
         gsi_next (&it))
      if (tree control = control_of (gsi_stmt (it)))
        {
          unsigned int i = 0;
          while (i < all.controls.length () && all.controls[i] != control)
            i++;
          if (i == all.controls.length ())
            all.controls.safe_push (control);
          if (tree lhs = gimple_call_lhs (gsi_stmt (it)))
            all.names.put (lhs, i);
        }
  bool news = !all.controls.is_empty ();
  while (news)
    {
      news = false;
      FOR_EACH_BB_FN (bb, fun)
        {
          for (gphi_iterator it = gsi_start_phis (bb); !gsi_end_p (it);
               gsi_next (&it))
            news |= spread_stmt (all, it.phi ());
          for (gimple_stmt_iterator it = gsi_start_bb (bb); !gsi_end_p (it);
               gsi_next (&it))
            news |= spread_stmt (all, gsi_stmt (it));
        }
    }
}

/* Whether STMT uses variable number I.  */

bool
uses_p (variables &all, gimple *stmt, unsigned int i)
{
  if (control_of (stmt) == all.controls[i])
    return true;
  tree use;
  ssa_op_iter it;
  FOR_EACH_SSA_TREE_OPERAND (use, stmt, it, SSA_OP_USE)
    if (pointed_to (all, use) == (int) i)
      return true;
  return false;
}

/* Whether the goroutine may change threads in STMT.  */

bool
may_migrate_p (gimple *stmt)
{
  if (!gs_moving_call_p (stmt))
    return false;
  tree decl = gimple_call_fndecl (stmt);
  if (!decl)
    return true;
  const char *name = targetm.strip_name_encoding (
      IDENTIFIER_POINTER (DECL_ASSEMBLER_NAME (decl)));
  return !gs_nonblocking_p (name, decl) && !gs_known_p (name, GS_SMALL);
}

/* Go through BB from STATE; return the state at its end.  *FOUND is set to
   the first use after a call.  */

unsigned int
go_through (variables &all, unsigned int i, basic_block bb, unsigned int state,
            gimple **found)
{
  for (gimple_stmt_iterator it = gsi_start_nondebug_bb (bb); !gsi_end_p (it);
       gsi_next_nondebug (&it))
    {
      gimple *stmt = gsi_stmt (it);
      if (uses_p (all, stmt, i))
        {
          if ((state & CALLED_SINCE) && !*found)
            *found = stmt;
          state |= USED;
        }
      if ((state & USED) && may_migrate_p (stmt))
        state |= CALLED_SINCE;
    }
  return state;
}

/* Warn once if variable number I is used on both sides of a call.  */

void
look (function *fun, variables &all, unsigned int i)
{
  auto_vec<unsigned char> in;
  in.safe_grow_cleared (last_basic_block_for_fn (fun));
  gimple *found = NULL;
  bool news = true;
  while (news && !found)
    {
      basic_block bb;
      news = false;
      FOR_EACH_BB_FN (bb, fun)
        {
          unsigned int out = go_through (all, i, bb, in[bb->index], &found);
          edge e;
          edge_iterator ei;
          FOR_EACH_EDGE (e, ei, bb->succs)
            if (out & ~in[e->dest->index])
              {
                in[e->dest->index] |= out;
                news = true;
              }
        }
    }
  if (!found)
    return;
  const char *name = IDENTIFIER_POINTER (DECL_NAME (all.controls[i]));
  const char prefix[] = "__emutls_v.";
  if (startswith (name, prefix))
    name += sizeof prefix - 1;
  location_t at = gimple_location (found);
  warning_at (at == UNKNOWN_LOCATION ? DECL_SOURCE_LOCATION (gs_fn.decl) : at,
              0,
              "thread-local %qs is used before and after a call: the "
              "goroutine may be on another thread then",
              name);
}

} // anonymous namespace

void
gs_warn_tls (function *fun)
{
  variables all;
  find_variables (fun, all);
  for (unsigned int i = 0; i < all.controls.length (); i++)
    look (fun, all, i);
}
