/* unwind-decode.c: read .pdata and .xdata.
   SPDX-License-Identifier: MIT

   "x64 exception handling" in Microsoft's documentation describes the
   format.  A function's unwind codes tell what its prologue did, last
   step first; undoing them one by one, symbolically, gives the rule.

   Epilogues have no codes in version 1.  Their instructions are looked at
   instead, as Windows does: pops and a return from the pc on mean that
   the rest of the frame has gone.  (The pc after a call is never there,
   but for LLVM's slow path of a stack check: call __morestack; ret.)

   All reads are checked against the image's size: broken information
   gives false, never a fault, and no loop is longer than the image.  */

#include "rti-unwind.h"

#include <stddef.h>

#include "rti-copy.h"

#define RBP 5 /* Its number in unwind codes.  */

enum opcode {
  PUSH_NONVOL = 0,
  ALLOC_LARGE = 1,
  ALLOC_SMALL = 2,
  SET_FPREG = 3,
  SAVE_NONVOL = 4,
  SAVE_NONVOL_FAR = 5,
  EPILOG = 6, /* Version 2.  */
  SPARE = 7,
  SAVE_XMM128 = 8,
  SAVE_XMM128_FAR = 9,
  PUSH_MACHFRAME = 10
};

#define FLAG_CHAININFO 4

/* A chain of more records than this is a loop.  */
#define CHAIN_MAX 32

/* RUNTIME_FUNCTION and the head of UNWIND_INFO.  */
struct function
{
  uint32_t begin;
  uint32_t end;
  uint32_t unwind; /* Bit 0: another function's record.  */
};

struct info
{
  uint8_t version_flags; /* 3 and 5 bits.  */
  uint8_t prologue;      /* Its length.  */
  uint8_t count;         /* Of codes, 16 bits each.  */
  uint8_t frame;         /* Register and offset / 16.  */
};

struct code
{
  uint8_t offset;  /* Of the end of its instruction.  */
  uint8_t op_info; /* 4 bits each, op low.  */
};

/* An address: the frame's sp or rbp, plus OFFSET.  */
struct place
{
  bool from_rbp;
  int64_t offset;
};

/* The state in which a frame is undone.  */
struct state
{
  struct place sp;
  struct place frame; /* What SAVE_NONVOL's offsets count from.  */
  struct place rbp;
  bool saved; /* RBP is known.  */
  bool uses_rbp;
};

/* Copy the N bytes at image-relative RVA to OUT; false if they are not all
   in IMAGE.  */
static bool
get (const struct rti_unwind_image *image, uint64_t rva, void *out, size_t n)
{
  if (rva > image->size || n > image->size - rva)
    return false;
  rti_copy (out, image->base + rva, n);
  return true;
}

/* Find the record that holds RVA, by binary search.  */
static bool
find (const struct rti_unwind_image *image, uint32_t rva, struct function *fn)
{
  uint32_t lo = 0, hi = image->npdata;

  while (lo < hi)
    {
      uint32_t mid = lo + (hi - lo) / 2;

      if (!get (image, image->pdata + (uint64_t) mid * sizeof *fn, fn,
                sizeof *fn))
        return false;
      if (rva < fn->begin)
        hi = mid;
      else if (rva >= fn->end)
        lo = mid + 1;
      else
        return true;
    }
  return false;
}

bool
rti_unwind_function (const struct rti_unwind_image *image, uint32_t rva,
                     uint32_t *begin, uint32_t *end)
{
  struct function fn;

  if (!find (image, rva, &fn))
    return false;
  *begin = fn.begin;
  *end = fn.end;
  return true;
}

/* If the code at RVA is the rest of an epilogue, undo it in STATE.  A jump
   ends one only after a pop: at other places it may go on within the
   function, which a cold part's own record does not show.  */
static bool
undo_epilogue (const struct rti_unwind_image *image, uint64_t rva,
               struct state *state)
{
  struct place sp = { false, 0 }, rbp = { false, 0 };
  bool saved = false, popped = false;
  unsigned char c[3] = { 0, 0, 0 };

  for (;; popped = true)
    {
      unsigned int rex = 0;

      if (!get (image, rva, c, 1))
        return false;
      if ((c[0] & 0xf0) == 0x40) /* A REX prefix.  */
        {
          rex = c[0];
          rva++;
          if (!get (image, rva, c, 1))
            return false;
        }
      if ((c[0] & 0xf8) != 0x58) /* pop  */
        break;
      if ((c[0] & 7) == RBP && !(rex & 1))
        {
          rbp = sp;
          saved = true;
        }
      sp.offset += 8;
      rva++;
    }
  if (c[0] == 0xf3) /* rep ret  */
    {
      if (!get (image, rva + 1, c, 1) || c[0] != 0xc3)
        return false;
    }
  else if (c[0] == 0xff) /* jmp r/m64  */
    {
      if (!get (image, rva, c, 2) || (c[1] & 0x38) != 0x20 || !popped)
        return false;
    }
  else if (c[0] == 0xeb || c[0] == 0xe9) /* jmp rel  */
    {
      if (!popped)
        return false;
    }
  else if (c[0] != 0xc3 && c[0] != 0xc2) /* ret, ret n  */
    return false;

  state->sp = sp;
  state->rbp = rbp;
  state->saved = saved;
  /* Until it is popped, rbp may still be the frame pointer, which the
     caller's word under rbp_loc then is not: the state keeps that.  */
  state->uses_rbp = state->uses_rbp && saved;
  return true;
}

/* Undo the one unwind code OP with INFO and the operand ARG.  */
static bool
undo_code (const struct info *info, unsigned int op, unsigned int opinfo,
           uint32_t arg, struct state *state)
{
  switch (op)
    {
    case PUSH_NONVOL:
      if (opinfo == RBP)
        {
          state->rbp = state->sp;
          state->saved = true;
        }
      state->sp.offset += 8;
      return true;

    case ALLOC_LARGE:
      state->sp.offset += opinfo ? (int64_t) arg : (int64_t) arg * 8;
      return true;

    case ALLOC_SMALL:
      state->sp.offset += (int64_t) opinfo * 8 + 8;
      return true;

    case SET_FPREG:
      if ((info->frame & 15) != RBP || (state->saved && !state->rbp.from_rbp))
        return false;
      state->sp.from_rbp = true;
      state->sp.offset = -(int64_t) (info->frame >> 4) * 16;
      state->uses_rbp = true;
      return true;

    case SAVE_NONVOL:
    case SAVE_NONVOL_FAR:
      if (opinfo == RBP)
        {
          state->rbp = state->frame;
          state->rbp.offset += op == SAVE_NONVOL ? (int64_t) arg * 8
                                                 : (int64_t) arg;
          state->saved = true;
        }
      return true;

    case EPILOG:
    case SAVE_XMM128:
    case SAVE_XMM128_FAR:
      return true;

    default: /* Machine frames and what is unknown.  */
      return false;
    }
}

/* How many 16-bit slots the code OP with OPINFO takes; 0: unknown.  */
static unsigned int
code_slots (unsigned int op, unsigned int opinfo)
{
  switch (op)
    {
    case PUSH_NONVOL:
    case ALLOC_SMALL:
    case SET_FPREG:
    case PUSH_MACHFRAME:
      return 1;
    case SAVE_NONVOL:
    case EPILOG:
    case SAVE_XMM128:
      return 2;
    case SAVE_NONVOL_FAR:
    case SPARE:
    case SAVE_XMM128_FAR:
      return 3;
    case ALLOC_LARGE:
      return opinfo == 0 ? 2 : opinfo == 1 ? 3 : 0;
    default:
      return 0;
    }
}

/* Read the code at AT, of which the array has LEFT slots, and its operand
   into *CODE and *ARG.  Returns its slots, or 0 if it is broken.  */
static unsigned int
read_code (const struct rti_unwind_image *image, uint64_t at,
           unsigned int left, struct code *code, uint32_t *arg)
{
  unsigned int slots;
  uint16_t arg16;

  if (!get (image, at, code, sizeof *code))
    return 0;
  slots = code_slots (code->op_info & 15, code->op_info >> 4);
  *arg = 0;
  if (slots > left)
    return 0;
  if (slots == 3 && !get (image, at + 2, arg, sizeof *arg))
    return 0;
  if (slots == 2)
    {
      if (!get (image, at + 2, &arg16, sizeof arg16))
        return 0;
      *arg = arg16;
    }
  return slots;
}

/* Decide what SAVE_NONVOL's offsets count from when PC bytes of the
   function with INFO and CODES have been run: the frame pointer once it
   is set, else sp.  */
static bool
set_frame_base (const struct rti_unwind_image *image, const struct info *info,
                uint64_t codes, uint32_t pc, struct state *state)
{
  bool set = pc >= info->prologue;
  struct code code;
  uint32_t arg;
  unsigned int slots;

  state->frame.from_rbp = false;
  state->frame.offset = 0;
  if ((info->frame & 15) == 0)
    return true;
  for (unsigned int i = 0; !set && i < info->count; i += slots)
    {
      slots = read_code (image, codes + i * 2, info->count - i, &code, &arg);
      if (!slots)
        return false;
      if ((code.op_info & 15) == SET_FPREG && pc >= code.offset)
        set = true;
    }
  if (set)
    {
      if ((info->frame & 15) != RBP)
        return false;
      state->frame.from_rbp = true;
      state->frame.offset = -(int64_t) (info->frame >> 4) * 16;
    }
  return true;
}

/* Undo the function FN, in which the code at RVA is.  */
static bool
undo_function (const struct rti_unwind_image *image, struct function *fn,
               uint32_t rva, struct state *state)
{
  /* Another function's record: its prologue has run as a whole.  */
  uint32_t pc = rva - fn->begin;

  for (int depth = 0; depth < CHAIN_MAX; depth++)
    {
      struct info info;
      struct code code;
      uint64_t codes;
      uint32_t arg;
      unsigned int slots, flags;

      if (fn->unwind & 1)
        {
          if (!get (image, fn->unwind & ~1u, fn, sizeof *fn))
            return false;
          pc = UINT32_MAX;
          continue;
        }
      if (!get (image, fn->unwind, &info, sizeof info))
        return false;
      flags = info.version_flags >> 3;
      if ((info.version_flags & 7) != 1 && (info.version_flags & 7) != 2)
        return false;
      codes = (uint64_t) fn->unwind + sizeof info;
      if (depth == 0 && pc >= info.prologue)
        {
          state->uses_rbp = (info.frame & 15) == RBP;
          if (undo_epilogue (image, rva, state))
            return true;
          state->uses_rbp = false;
        }
      if (!state->frame.from_rbp
          && !set_frame_base (image, &info, codes, pc, state))
        return false;
      for (unsigned int i = 0; i < info.count; i += slots)
        {
          slots = read_code (image, codes + i * 2, info.count - i, &code,
                             &arg);
          if (!slots)
            return false;
          if (pc >= code.offset
              && !undo_code (&info, code.op_info & 15, code.op_info >> 4, arg,
                             state))
            return false;
        }
      if (!(flags & FLAG_CHAININFO))
        return true;
      if (!get (image, codes + ((info.count + 1u) & ~1u) * 2, fn, sizeof *fn))
        return false;
      pc = UINT32_MAX;
    }
  return false;
}

bool
rti_unwind_decode (const struct rti_unwind_image *image, uint32_t rva,
                   struct rti_unwind_rule *rule)
{
  struct state state = { .saved = false };
  struct function fn;

  if (rva >= image->size)
    return false;
  if (find (image, rva, &fn) && !undo_function (image, &fn, rva, &state))
    return false;

  /* Both words are found from one base, at offsets that a stack can
     have.  */
  if (state.sp.offset > INT32_MAX || state.sp.offset < -0x1000)
    return false;
  rule->ra = (int32_t) state.sp.offset;
  rule->from_rbp = state.sp.from_rbp;
  rule->uses_rbp = state.uses_rbp;
  rule->rbp = RTI_RULE_SAME;
  if (state.saved)
    {
      if (state.rbp.from_rbp != state.sp.from_rbp
          || state.rbp.offset > INT32_MAX || state.rbp.offset < -0x1000)
        return false;
      rule->rbp = (int32_t) state.rbp.offset;
    }
  return true;
}
