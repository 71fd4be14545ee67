/* verify.cc: no address of the control stack lives across a call.
   SPDX-License-Identifier: GPL-3.0-or-later

   After register allocation the addresses of the function's own frame are
   followed through registers and stack slots.  An address is fresh where it
   is made and stale after the next call that may move the stack.  It is a
   violation to use a stale one, to hand any to a callee, and to store any
   in memory outside the frame.  A violation pins the function: its code is
   right on a stack that does not move.

   rsp, and rbp where it is the frame pointer, are no addresses in this
   sense: the mover mends them.

   Sees I1 broken.  What is not followed: addresses that arithmetic other
   than addition hides, and those in vector registers' upper parts.  */

#include "gcc-includes.h"
#include "gs.h"
#include "known.h"
#include <map>
#include <vector>

namespace
{

enum value : unsigned char { CLEAN, FRESH, STALE };

struct state
{
  bool reached;
  value regs[FIRST_PSEUDO_REGISTER];
  std::map<HOST_WIDE_INT, value> slots; /* By offset from the CFA.  */
};

const char *violation;

void
found (const char *what)
{
  if (!violation)
    violation = what;
}

/* Merge FROM into TO.  True if TO changed.  */

bool
merge (state &to, const state &from)
{
  if (!to.reached)
    {
      to = from;
      return true;
    }
  bool changed = false;
  for (unsigned int i = 0; i < FIRST_PSEUDO_REGISTER; i++)
    if (from.regs[i] > to.regs[i])
      {
        to.regs[i] = from.regs[i];
        changed = true;
      }
  for (auto &entry : from.slots)
    if (entry.second > to.slots[entry.first])
      {
        to.slots[entry.first] = entry.second;
        changed = true;
      }
  return changed;
}

bool
frame_register_p (rtx x)
{
  return x == stack_pointer_rtx
         || (x == hard_frame_pointer_rtx && frame_pointer_needed);
}

/* Whether MEM is a word of the frame at a constant offset, which is stored
   in *OFFSET, counted from the CFA.  */

bool
slot_p (rtx mem, HOST_WIDE_INT *offset)
{
  rtx addr = XEXP (mem, 0);
  HOST_WIDE_INT n = 0;
  if (GET_CODE (addr) == PLUS && CONST_INT_P (XEXP (addr, 1)))
    {
      n = INTVAL (XEXP (addr, 1));
      addr = XEXP (addr, 0);
    }
  if (!REG_P (addr) || !frame_register_p (addr))
    return false;
  const ix86_frame &frame = cfun->machine->frame;
  *offset = n
            - (addr == stack_pointer_rtx ? frame.stack_pointer_offset
                                         : frame.hard_frame_pointer_offset);
  return true;
}

value
reg_value (rtx x, const state &s)
{
  if (frame_register_p (x))
    return FRESH;
  if (REGNO (x) >= FIRST_PSEUDO_REGISTER)
    return CLEAN;
  value v = s.regs[REGNO (x)];
  if (v == STALE)
    found ("a frame address is kept in a register across a call");
  return v;
}

/* What X yields as a value.  Using a stale address is a violation.  */

value
value_of (rtx x, state &s)
{
  HOST_WIDE_INT offset;
  if (REG_P (x))
    return reg_value (x, s);
  if (MEM_P (x))
    {
      value_of (XEXP (x, 0), s);
      if (!slot_p (x, &offset))
        return CLEAN;
      auto it = s.slots.find (offset);
      if (it == s.slots.end ())
        return CLEAN;
      if (it->second == STALE)
        found ("a frame address is kept in a stack slot across a call");
      return it->second;
    }

  value result = CLEAN;
  const char *format = GET_RTX_FORMAT (GET_CODE (x));
  for (int i = 0; i < GET_RTX_LENGTH (GET_CODE (x)); i++)
    if (format[i] == 'e')
      result = MAX (result, value_of (XEXP (x, i), s));
    else if (format[i] == 'E')
      for (int j = 0; j < XVECLEN (x, i); j++)
        result = MAX (result, value_of (XVECEXP (x, i, j), s));
  switch (GET_CODE (x))
    {
    case MINUS:
      /* The distance of two addresses is none.  */
      return value_of (XEXP (x, 1), s) != CLEAN ? CLEAN : result;
    default:
      return COMPARISON_P (x) || GET_CODE (x) == COMPARE ? CLEAN : result;
    }
}

void
set_value (rtx dest, value v, state &s)
{
  if (GET_CODE (dest) == STRICT_LOW_PART)
    dest = XEXP (dest, 0);
  if (SUBREG_P (dest))
    dest = SUBREG_REG (dest);
  HOST_WIDE_INT offset;
  if (REG_P (dest))
    {
      if (REGNO (dest) < FIRST_PSEUDO_REGISTER && !frame_register_p (dest))
        for (unsigned int r = REGNO (dest); r < END_REGNO (dest); r++)
          s.regs[r] = GET_MODE (dest) == SImode ? CLEAN : v;
    }
  else if (MEM_P (dest))
    {
      value_of (XEXP (dest, 0), s);
      if (!slot_p (dest, &offset))
        {
          if (v != CLEAN)
            found ("a frame address is stored in memory");
        }
      else if (v == CLEAN)
        s.slots.erase (offset);
      else
        s.slots[offset] = v;
    }
}

void
visit_pattern (rtx pattern, state &s)
{
  switch (GET_CODE (pattern))
    {
    case SET:
      set_value (SET_DEST (pattern), value_of (SET_SRC (pattern), s), s);
      break;
    case CLOBBER:
      if (REG_P (XEXP (pattern, 0)))
        set_value (XEXP (pattern, 0), CLEAN, s);
      break;
    case PARALLEL:
      for (int i = 0; i < XVECLEN (pattern, 0); i++)
        visit_pattern (XVECEXP (pattern, 0, i), s);
      break;
    default:
      value_of (pattern, s);
    }
}

/* Whether the call INSN may move the stack.  */

bool
moving_call_p (rtx_insn *insn)
{
  rtx call = get_call_rtx_from (insn);
  rtx target = call ? XEXP (XEXP (call, 0), 0) : NULL_RTX;
  return !target || GET_CODE (target) != SYMBOL_REF
         || !gs_known_p (targetm.strip_name_encoding (XSTR (target, 0)),
                         GS_SMALL);
}

void
visit_call (rtx_insn *insn, state &s)
{
  bool moving = moving_call_p (insn);
  if (moving)
    {
      for (rtx link = CALL_INSN_FUNCTION_USAGE (insn); link;
           link = XEXP (link, 1))
        {
          rtx use = XEXP (link, 0);
          if (GET_CODE (use) == USE && REG_P (XEXP (use, 0))
              && !frame_register_p (XEXP (use, 0))
              && reg_value (XEXP (use, 0), s) != CLEAN)
            found ("a frame address is passed in a register");
        }
      HOST_WIDE_INT end = crtl->outgoing_args_size.to_constant ()
                          - cfun->machine->frame.stack_pointer_offset;
      for (auto it = s.slots.begin (); it != s.slots.end () && it->first < end;
           it = s.slots.erase (it))
        found ("a frame address is passed on the stack");
      for (auto &entry : s.slots)
        entry.second = STALE;
    }
  function_abi abi = insn_callee_abi (insn);
  for (unsigned int r = 0; r < FIRST_PSEUDO_REGISTER; r++)
    if (fixed_regs[r] || abi.clobbers_full_reg_p (r))
      s.regs[r] = CLEAN;
    else if (moving && s.regs[r] == FRESH)
      s.regs[r] = STALE;
}

void
visit_block (basic_block bb, state &s)
{
  rtx_insn *insn;
  FOR_BB_INSNS (bb, insn)
    {
      /* The prologue's and the epilogue's saves are the mover's.  */
      if (!NONDEBUG_INSN_P (insn) || RTX_FRAME_RELATED_P (insn))
        continue;
      if (CALL_P (insn))
        visit_call (insn, s);
      else
        visit_pattern (PATTERN (insn), s);
    }
}

/* Follow addresses through FUN.  */

void
verify (function *fun)
{
  std::vector<state> states (last_basic_block_for_fn (fun));
  for (state &s : states)
    {
      s.reached = false;
      memset (s.regs, 0, sizeof s.regs);
    }
  violation = NULL;
  states[single_succ (ENTRY_BLOCK_PTR_FOR_FN (fun))->index].reached = true;
  bool changed = true;
  while (changed && !violation)
    {
      changed = false;
      basic_block bb;
      FOR_EACH_BB_FN (bb, fun)
        {
          if (!states[bb->index].reached)
            continue;
          state s = states[bb->index];
          visit_block (bb, s);
          edge e;
          edge_iterator it;
          FOR_EACH_EDGE (e, it, bb->succs)
            if (e->dest != EXIT_BLOCK_PTR_FOR_FN (fun))
              changed |= merge (states[e->dest->index], s);
        }
    }
}

const pass_data verify_pass_data = {
  RTL_PASS, "growstack_verify", OPTGROUP_NONE, TV_NONE, 0, 0, 0, 0, 0
};

class verify_pass : public rtl_opt_pass
{
public:
  verify_pass (gcc::context *ctxt) : rtl_opt_pass (verify_pass_data, ctxt) {}
  unsigned int execute (function *) final override;
};

unsigned int
verify_pass::execute (function *fun)
{
  if (!gs_fn.growable || gs_fn.pin || gs_opt.no_verify || crtl->is_leaf)
    return 0;
  verify (fun);
  if (violation)
    {
      gs_pin (violation);
      gs_total.violations++;
    }
  return 0;
}

} // anonymous namespace

rtl_opt_pass *
gs_make_verify_pass (gcc::context *ctxt)
{
  return new verify_pass (ctxt);
}
