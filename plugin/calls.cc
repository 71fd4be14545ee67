/* calls.cc: the RTL pass that routes calls out of the unit.
   SPDX-License-Identifier: GPL-3.0-or-later

   It comes right after expansion, so that it sees the calls that expansion
   made by itself too.

     call f         ->  call *slot(%rip)     f's body is not in this unit
     call *target   ->  mov target, %rax; call __rt_icall
     call *target   ->  ...; mov $bytes, %r10d; call __rt_icall_n
                                             with arguments on the stack

   Jumps (tail calls) likewise.  Where time counts more than text, the first
   word of the target is looked at, and a growable one is called at once.  */

#include "gcc-includes.h"
#include "gs.h"
#include "rt-abi.h"

namespace
{

const pass_data calls_pass_data = {
  RTL_PASS, "growstack_calls", OPTGROUP_NONE, TV_NONE, 0, 0, 0, 0, 0
};

class calls_pass : public rtl_opt_pass
{
public:
  calls_pass (gcc::context *ctxt) : rtl_opt_pass (calls_pass_data, ctxt) {}
  unsigned int execute (function *) final override;
};

/* Whether the call INSN may be one of a function of sysv_abi: then it is in
   such a function, or changes rsi, which Win64 saves.  */

bool
may_be_sysv_p (rtx_insn *insn)
{
  return cfun->machine->call_abi == SYSV_ABI
         || find_regno_fusage (insn, CLOBBER, SI_REG)
         || reg_set_p (gen_rtx_REG (DImode, SI_REG), PATTERN (insn));
}

/* The bytes of stack arguments that INSN, whose call expression is CALL,
   passes above the home area.  sysv_abi has no such area; the runtime copies
   it, too, if there is something above it.  */

HOST_WIDE_INT
stack_arguments (rtx_insn *insn, rtx call)
{
  rtx size = XEXP (call, 1);
  if (!CONST_INT_P (size) || INTVAL (size) == 0)
    return 0;
  return MAX (INTVAL (size) - RT_HOME_BYTES,
              (HOST_WIDE_INT) (may_be_sysv_p (insn) ? UNITS_PER_WORD : 0));
}

/* RTL compares the names of symbols by their address: calls by one slot are
   the same only if they share it.  */

rtx
local_symbol (const char *name)
{
  rtx symbol = gen_rtx_SYMBOL_REF (Pmode,
                                   IDENTIFIER_POINTER (get_identifier (name)));
  SYMBOL_REF_FLAGS (symbol) |= SYMBOL_FLAG_LOCAL;
  return symbol;
}

/* Whether the call INSN reads register REGNO.  */

bool
call_uses_p (rtx_insn *insn, unsigned int regno)
{
  for (rtx link = CALL_INSN_FUNCTION_USAGE (insn); link; link = XEXP (link, 1))
    {
      rtx use = XEXP (link, 0);
      if (GET_CODE (use) == USE && REG_P (XEXP (use, 0))
          && REGNO (XEXP (use, 0)) == regno)
        return true;
    }
  return false;
}

/* Let INSN call by way of the slot for NAME, whose declaration is DECL or
   unknown (NULL_TREE).  IMPORTED: through the import table.  */

void
call_by_slot (rtx_insn *insn, rtx call, const char *name, tree decl,
              bool imported)
{
  if (decl && lookup_attribute ("sysv_abi", TYPE_ATTRIBUTES (TREE_TYPE (decl)))
      && call_uses_p (insn, AX_REG))
    error_at (INSN_LOCATION (insn),
              "growstack: call of %qs, which is variadic, of %<sysv_abi%> and "
              "of another unit; make it in a function with the attribute "
              "%<no_split_stack%>",
              name);
  rtx slot = local_symbol (
      gs_slot (name, decl, stack_arguments (insn, call), imported).c_str ());
  rtx word = gen_rtx_MEM (Pmode, slot);
  MEM_NOTRAP_P (word) = 1;
  rtx mem = XEXP (call, 0);
  gs_total.slotted++;
  if (validate_change (insn, &XEXP (mem, 0), word, 0))
    return;
  /* Indirect branches in memory are disallowed (-mindirect-branch=).  */
  rtx reg = gen_rtx_REG (Pmode, AX_REG);
  emit_insn_before (gen_rtx_SET (reg, word), insn);
  validate_change (insn, &XEXP (mem, 0), reg, 0);
}

/* If TARGET, the address that INSN calls, was loaded from the import
   table: the name of that entry's function, else NULL.  */

const char *
imported_name (rtx_insn *insn, rtx target)
{
  rtx word = target;
  if (REG_P (target))
    {
      rtx set = NULL_RTX;
      do
        {
          insn = PREV_INSN (insn);
          if (!insn || LABEL_P (insn) || JUMP_P (insn) || CALL_P (insn))
            return NULL;
          if (NONDEBUG_INSN_P (insn))
            set = single_set (insn);
        }
      while (!set || SET_DEST (set) != target);
      word = SET_SRC (set);
    }
  if (!MEM_P (word) || GET_CODE (XEXP (word, 0)) != SYMBOL_REF)
    return NULL;
  const char *name = targetm.strip_name_encoding (XSTR (XEXP (word, 0), 0));
  return strncmp (name, "__imp_", 6) == 0 ? name + 6 : NULL;
}

tree
decl_named (const char *name)
{
  cgraph_node *node = cgraph_node::get_for_asmname (get_identifier (name));
  return node ? node->decl : NULL_TREE;
}

/* Let INSN, an indirect call, be what a growable target is called by; return
   a copy for others, to which control jumps if the target's first word is not
   the magic one.  The block must be split then.  */

rtx_insn *
growable_or_not (rtx_insn *insn, rtx call)
{
  rtx_code_label *other = gen_label_rtx ();
  rtx_code_label *join = gen_label_rtx ();
  rtx mem = XEXP (call, 0);

  start_sequence ();
  rtx target = force_reg (Pmode, XEXP (mem, 0));
  rtx word = gen_rtx_MEM (SImode, target);
  rtx flags = gen_rtx_REG (CCZmode, FLAGS_REG);
  emit_insn (
      gen_rtx_SET (flags, gen_rtx_COMPARE (CCZmode, word,
                                           gen_int_mode (RT_MAGIC, SImode))));
  rtx to_other =
      gen_rtx_IF_THEN_ELSE (VOIDmode, gen_rtx_NE (VOIDmode, flags, const0_rtx),
                            gen_rtx_LABEL_REF (VOIDmode, other), pc_rtx);
  rtx_insn *jump = emit_jump_insn (gen_rtx_SET (pc_rtx, to_other));
  add_reg_br_prob_note (jump, profile_probability::unlikely ());
  rtx_insn *seq = get_insns ();
  end_sequence ();
  emit_insn_before (seq, insn);
  if (!validate_change (insn, &XEXP (mem, 0), target, 0))
    gcc_unreachable ();

  rtx_insn *copy = emit_copy_of_insn_after (insn, insn);
  emit_label_after (join, copy);
  emit_label_after (other, insn);
  emit_barrier_after (emit_jump_insn_after (targetm.gen_jump (join), insn));
  return copy;
}

/* Let INSN, an indirect call, go by way of __rt_icall, or at once where time
   counts and the target is growable.  True: its block must be split.  */

bool
call_indirect (rtx_insn *insn, rtx call)
{
  /* The number of vector registers (sysv_abi) or a static chain is there:
     no room for ours.  The callee is then taken for growable.  */
  if (call_uses_p (insn, AX_REG) || call_uses_p (insn, R10_REG))
    return false;
  HOST_WIDE_INT bytes = stack_arguments (insn, call);
  bool both = optimize
              && optimize_bb_for_speed_p (BLOCK_FOR_INSN (insn))
              /* These do not come back to where the ways meet.  */
              && !SIBLING_CALL_P (insn)
              && !find_reg_note (insn, REG_NORETURN, NULL_RTX);
  if (both)
    {
      insn = growable_or_not (insn, call);
      call = get_call_rtx_from (insn);
    }
  start_sequence ();
  rtx rax = gen_rtx_REG (Pmode, AX_REG);
  emit_move_insn (rax, XEXP (XEXP (call, 0), 0));
  if (bytes)
    emit_move_insn (gen_rtx_REG (SImode, R10_REG), GEN_INT (bytes));
  rtx_insn *seq = get_insns ();
  end_sequence ();
  emit_insn_before (seq, insn);

  rtx to = gen_rtx_SYMBOL_REF (Pmode, bytes ? "__rt_icall_n" : "__rt_icall");
  SYMBOL_REF_FLAGS (to) |= SYMBOL_FLAG_FUNCTION | SYMBOL_FLAG_LOCAL;
  rtx mem = gen_rtx_MEM (GET_MODE (XEXP (call, 0)), to);
  use_reg (&CALL_INSN_FUNCTION_USAGE (insn), rax);
  if (bytes)
    use_reg (&CALL_INSN_FUNCTION_USAGE (insn), gen_rtx_REG (SImode, R10_REG));
  if (!validate_change (insn, &XEXP (call, 0), mem, 0))
    gcc_unreachable ();
  gs_total.indirect++;
  return both;
}

/* Let the call INSN go its way.  True: its block must be split.  */

bool
route_call (rtx_insn *insn)
{
  rtx call = get_call_rtx_from (insn);
  if (!call)
    return false;
  rtx target = XEXP (XEXP (call, 0), 0);
  const char *name;
  tree decl;
  bool imported = GET_CODE (target) != SYMBOL_REF;
  if (imported)
    {
      name = imported_name (insn, target);
      if (!name)
        return call_indirect (insn, call);
      decl = decl_named (name);
    }
  else
    {
      name = targetm.strip_name_encoding (XSTR (target, 0));
      decl = SYMBOL_REF_DECL (target);
    }
  /* libruntime's own main has called it.  */
  if (strcmp (name, "__main") == 0 && gs_main_p (gs_fn.decl))
    {
      delete_insn (insn);
      return false;
    }
  if (find_reg_note (insn, REG_SETJMP, NULL_RTX)
      || gs_call_way (name, decl) == GS_DIRECT)
    gs_total.direct++;
  else
    call_by_slot (insn, call, name, decl, imported);
  return false;
}

unsigned int
calls_pass::execute (function *fun)
{
  if (!gs_fn.growable)
    return 0;
  auto_sbitmap split (last_basic_block_for_fn (fun));
  bitmap_clear (split);
  /* GCC would print the call of __fentry__ ahead of the magic word, and the
     function would not be known as growable: check.cc prints it.  */
  gs_fn.profile = crtl->profile && flag_fentry;
  if (gs_fn.profile)
    crtl->profile = false;
  rtx_insn *next;
  for (rtx_insn *insn = get_insns (); insn; insn = next)
    {
      next = NEXT_INSN (insn);
      if (CALL_P (insn) && route_call (insn))
        bitmap_set_bit (split, BLOCK_FOR_INSN (insn)->index);
    }
  if (!bitmap_empty_p (split))
    {
      rebuild_jump_labels (get_insns ());
      find_many_sub_basic_blocks (split);
    }
  return 0;
}

/* With -fipa-ra a caller relies on the registers that its callee uses.  RTL
   does not know that the check uses r11, and that the way back from a chained
   segment uses r10 too.  */

const pass_data usage_pass_data = {
  RTL_PASS, "growstack_usage", OPTGROUP_NONE, TV_NONE, 0, 0, 0, 0, 0
};

class usage_pass : public rtl_opt_pass
{
public:
  usage_pass (gcc::context *ctxt) : rtl_opt_pass (usage_pass_data, ctxt) {}
  unsigned int execute (function *) final override;
};

unsigned int
usage_pass::execute (function *fun)
{
  if (!gs_fn.growable)
    return 0;
  cgraph_rtl_info *info = cgraph_node::rtl_info (fun->decl);
  if (info && info->function_used_regs != HARD_REG_SET ())
    {
      SET_HARD_REG_BIT (info->function_used_regs, R10_REG);
      SET_HARD_REG_BIT (info->function_used_regs, R11_REG);
      SET_HARD_REG_BIT (info->function_used_regs, FLAGS_REG);
    }
  return 0;
}

} // anonymous namespace

rtl_opt_pass *
gs_make_calls_pass (gcc::context *ctxt)
{
  return new calls_pass (ctxt);
}

rtl_opt_pass *
gs_make_usage_pass (gcc::context *ctxt)
{
  return new usage_pass (ctxt);
}
