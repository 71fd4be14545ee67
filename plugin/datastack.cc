/* datastack.cc: the pass that moves a function's locals to the data stack.
   SPDX-License-Identifier: GPL-3.0-or-later

   It is the last pass over GIMPLE, so that all of GCC's optimisations have
   seen the program as it was.  A leaf function keeps its locals on the
   control stack: nothing can move while it runs.  Not so one that measures
   the stack: addresses that are compared must be of one stack.  */

#include "gcc-includes.h"
#include "gs.h"
#include "known.h"

namespace
{

const pass_data data_pass_data = { GIMPLE_PASS,
                                   "growstack_data",
                                   OPTGROUP_NONE,
                                   TV_NONE,
                                   PROP_cfg | PROP_ssa,
                                   0,
                                   0,
                                   0,
                                   0 };

class data_pass : public gimple_opt_pass
{
public:
  data_pass (gcc::context *ctxt) : gimple_opt_pass (data_pass_data, ctxt) {}
  unsigned int execute (function *fun) final override;
};

bool
any_moving_call_p (function *fun)
{
  basic_block bb;
  FOR_EACH_BB_FN (bb, fun)
    for (gimple_stmt_iterator it = gsi_start_bb (bb); !gsi_end_p (it);
         gsi_next (&it))
      if (gs_moving_call_p (gsi_stmt (it)))
        return true;
  return false;
}

/* Whether OP is the address of a local of FUN, or an offset from it.  */

bool
local_address_p (tree op, function *fun)
{
  while (TREE_CODE (op) == SSA_NAME)
    {
      gassign *def = dyn_cast<gassign *> (SSA_NAME_DEF_STMT (op));
      if (!def
          || !(gimple_assign_single_p (def) || gimple_assign_cast_p (def)
               || gimple_assign_rhs_code (def) == POINTER_PLUS_EXPR)
          || gimple_assign_load_p (def))
        return false;
      op = gimple_assign_rhs1 (def);
    }
  if (TREE_CODE (op) != ADDR_EXPR)
    return false;
  tree base = get_base_address (TREE_OPERAND (op, 0));
  return base && auto_var_in_fn_p (base, fun->decl);
}

/* Whether OP came into the function: a parameter, or out of memory.  */

bool
from_outside_p (tree op)
{
  while (TREE_CODE (op) == SSA_NAME && !SSA_NAME_IS_DEFAULT_DEF (op))
    {
      gassign *def = dyn_cast<gassign *> (SSA_NAME_DEF_STMT (op));
      if (!def)
        return false;
      if (gimple_assign_load_p (def))
        return true;
      if (!gimple_assign_single_p (def) && !gimple_assign_cast_p (def))
        return false;
      op = gimple_assign_rhs1 (def);
    }
  return TREE_CODE (op) == SSA_NAME;
}

/* Whether FUN measures how far a local is from another address, or which is
   the lower one: C does not say what comes out, but programs that look how
   deep their stack is count on one stack.  */

bool
measures_stack_p (function *fun)
{
  basic_block bb;
  FOR_EACH_BB_FN (bb, fun)
    for (gimple_stmt_iterator it = gsi_start_bb (bb); !gsi_end_p (it);
         gsi_next (&it))
      {
        tree a, b;
        enum tree_code code;
        if (gcond *cond = dyn_cast<gcond *> (gsi_stmt (it)))
          {
            code = gimple_cond_code (cond);
            a = gimple_cond_lhs (cond);
            b = gimple_cond_rhs (cond);
          }
        else if (gassign *assign = dyn_cast<gassign *> (gsi_stmt (it)))
          {
            code = gimple_assign_rhs_code (assign);
            a = gimple_assign_rhs1 (assign);
            b = gimple_assign_rhs2 (assign);
          }
        else
          continue;
        switch (code)
          {
          case LT_EXPR:
          case LE_EXPR:
          case GT_EXPR:
          case GE_EXPR:
          case MINUS_EXPR:
          case POINTER_DIFF_EXPR:
            if ((local_address_p (a, fun) && from_outside_p (b))
                || (local_address_p (b, fun) && from_outside_p (a)))
              return true;
            break;
          default:
            break;
          }
      }
  return false;
}

/* A variable of the plugin's own, which lives as long as the function.
   Without optimisation it is in memory, as the user's are: in a register
   that must be saved it would change the frame's layout, and what follows
   frame pointers (__builtin_return_address (1)) counts on the usual one.  */

tree
new_variable (function *fun, tree type, const char *name)
{
  tree var = create_tmp_var_raw (type, name);
  DECL_CONTEXT (var) = fun->decl;
  DECL_IGNORED_P (var) = optimize != 0;
  return var;
}

/* At the start of BEGIN set BASE and gs_end to a new data frame, with a guard
   at offset GUARD unless that is -1.  Returns its unrounded base, and its size
   in *BYTES.  */

tree
allocate_frame (function *fun, basic_block begin, tree base,
                HOST_WIDE_INT guard, HOST_WIDE_INT *bytes)
{
  HOST_WIDE_INT size = MAX (gs_frame_size (), (HOST_WIDE_INT) 16);
  HOST_WIDE_INT align = gs_frame_align ();
  gimple_seq seq = NULL;
  tree raw = base;
  if (align > 16)
    {
      size += align;
      raw = make_ssa_name (new_variable (fun, TREE_TYPE (base), "gs_raw"));
    }
  gimple_seq_add_stmt (&seq, gs_seq_alloc (raw, size));
  if (!has_zero_uses (gs_end))
    gimple_seq_add_stmt (&seq, gimple_build_assign (gs_end, POINTER_PLUS_EXPR,
                                                    raw, size_int (size)));
  if (raw != base)
    {
      tree n = gimple_convert (&seq, sizetype, raw);
      n = gimple_build (&seq, PLUS_EXPR, sizetype, n, size_int (align - 1));
      n = gimple_build (&seq, BIT_AND_EXPR, sizetype, n,
                        build_int_cst (sizetype, -align));
      gimple_seq_add_stmt (&seq, gimple_build_assign (base, NOP_EXPR, n));
    }
  if (guard >= 0)
    gs_protect_begin (&seq, base, guard);
  gimple_stmt_iterator it = gsi_after_labels (begin);
  gsi_insert_seq_before (&it, seq, GSI_SAME_STMT);

  ptr_info_def *info = get_ptr_info (base);
  pt_solution_reset (&info->pt);
  set_ptr_info_alignment (info, align, 0);

  *bytes = size;
  return raw;
}

/* If DECL is called where nobody expects that the stack moves: say so in
   gs_fn, and return why, else NULL.  An interrupt handler has no return
   address where the runtime looks for it.  */

const char *
unexpected_reason (tree decl)
{
  gs_fn.stay = TREE_PUBLIC (decl)
               && gs_known_p (IDENTIFIER_POINTER (DECL_ASSEMBLER_NAME (decl)),
                              GS_SMALL);
  if (gs_fn.stay)
    return "its callers take it for the C library's";
  gs_fn.unasked = lookup_attribute ("interrupt",
                                    TYPE_ATTRIBUTES (TREE_TYPE (decl)));
  return gs_fn.unasked ? "it is an interrupt handler" : NULL;
}

void
start_function (function *fun)
{
  static unsigned int number;
  gs_fn = gs_function ();
  gs_fn.decl = fun->decl;
  gs_fn.number = ++number;
  gs_fn.growable = gs_growable_p (fun->decl);
}

unsigned int
data_pass::execute (function *fun)
{
  start_function (fun);
  if (!gs_fn.growable)
    return 0;
  gs_total.functions++;
  if (gs_opt.warn_tls)
    gs_warn_tls (fun);
  const char *why = unexpected_reason (fun->decl);
  if (!why)
    why = gs_pin_reason (fun);
  if (why)
    gs_pin (why);
  if (gs_opt.no_data)
    return 0;
  bool lower = !why && (any_moving_call_p (fun) || measures_stack_p (fun));

  gs_frame_start ();
  basic_block first = single_succ (ENTRY_BLOCK_PTR_FOR_FN (fun));
  basic_block entry =
      split_edge (single_succ_edge (ENTRY_BLOCK_PTR_FOR_FN (fun)));
  gcc_assert (single_succ (entry) == first);
  tree pointer = build_pointer_type (char_type_node);
  tree base_var = new_variable (fun, pointer, "gs_base");
  gs_base = make_ssa_name (base_var);
  SSA_NAME_DEF_STMT (gs_base) = gimple_build_nop ();
  gs_end = make_ssa_name (new_variable (fun, pointer, "gs_end"));
  SSA_NAME_DEF_STMT (gs_end) = gimple_build_nop ();
  bool landings = gs_landings_p (fun);
  tree saved = landings && fun->calls_alloca ? gs_saved_var (fun) : NULL_TREE;
  bool variable = gs_lower_alloca (fun, saved);
  if (fun->calls_setjmp)
    gs_lower_setjmp (fun);

  auto_bitmap needed;
  hash_set<gimple *> keep;
  if (lower)
    gs_lower (fun, entry, keep);
  bool guarded = gs_protect_places (fun, lower, variable);
  if (lower)
    {
      gs_scopes (fun, needed);
      gs_rewrite (fun, entry, keep);
      if (saved)
        saved = gs_frame_var_ref (saved, gs_frame_place (saved));
    }
  /* A pointer that is saved must be one to a chunk: a goroutine may have
     none yet.  */
  if (gs_frame_size () != 0 || variable || fun->calls_setjmp || landings)
    {
      HOST_WIDE_INT guard = guarded ? gs_frame_place_guard () : -1;
      auto_vec<gs_extent> extents;
      free_dominance_info (CDI_DOMINATORS);
      calculate_dominance_info (CDI_DOMINATORS);
      if (optimize && !variable && !fun->calls_setjmp && !landings)
        gs_extents (fun, entry, needed, extents);
      else
        gs_extent_whole (fun, entry, extents);
      for (const gs_extent &extent : extents)
        {
          tree base = extents.length () == 1 ? gs_base
                                             : gs_extent_base (extent);
          HOST_WIDE_INT size;
          tree raw = allocate_frame (fun, extent.begin, base, guard, &size);
          auto_vec<gimple *> releases;
          gs_release (fun, extent, raw, size, releases);
          if (guard >= 0)
            for (gimple *release : releases)
              gs_protect_end (release, base, guard);
          if (landings)
            gs_restore_in_landings (fun, entry, raw, saved);
        }
      gs_extents_clear (extents);
      gs_total.data_frames++;
      gs_frame_finish (base_var);
      gs_fn.data_ops = true;
    }

  free_dominance_info (CDI_DOMINATORS);
  free_dominance_info (CDI_POST_DOMINATORS);
  mark_virtual_operands_for_renaming (fun);
  return TODO_update_ssa_only_virtuals | TODO_cleanup_cfg;
}

} // anonymous namespace

gimple_opt_pass *
gs_make_data_pass (gcc::context *ctxt)
{
  return new data_pass (ctxt);
}
