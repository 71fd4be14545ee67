/* check.cc: what is printed around a function: check, mark.
   SPDX-License-Identifier: GPL-3.0-or-later

   f:                                     f:
        nopl    -57(%rax)                       nopl    -57(%rax)
        cmpq    %gs:40, %rsp                    cmpq    %gs:40, %rsp
        ja      body                            jbe     slow
        call    __rt_morestack            body:
   body:                                        push    ...
        push    ...                             ...
        ...                                     ret
        ret                               slow: call    __rt_morestack
                                                jmp     body

   nopl is there if the function's address can escape.  A function that is not
   large is as on the right: it is quicker where no branch is taken, but the
   text is larger.  What __rt_morestack must know stands in the function's
   mark.  An unwinder that finds the address after the call is before the
   prologue's first instruction, or in what it takes for another function,
   which has no frame.  Keeps I2 and I3.  */

#include "gcc-includes.h"
#include "gs.h"
#include "rt-abi.h"
#include <vector>

/* The length, in bytes, of functions whose check calls from behind them, by
   GCC's estimate, which takes asm statements for much longer than they are.
   Lua gets 4 percent quicker by 400 in place of 120, and all that is longer is
   not noticed, but would make 1 percent more text (bench/code).  */
#define ASIDE 400

static void (*gcc_prologue) (FILE *);
static void (*gcc_epilogue) (FILE *);

/* One piece of a function's text.  */
struct mark
{
  std::string start, end;
  bool pinned, stay;
  HOST_WIDE_INT frame, arguments; /* Bytes.  */
};

static std::vector<mark> marks;

static HOST_WIDE_INT
frame_bytes (void)
{
  HOST_WIDE_INT bytes = cfun->machine->frame.stack_pointer_offset
                        - UNITS_PER_WORD;
  if (crtl->stack_realign_needed)
    bytes += crtl->stack_alignment_needed / BITS_PER_UNIT;
  return MAX (bytes, (HOST_WIDE_INT) 0);
}

/* The bytes of stack arguments that the function gets.  */

static HOST_WIDE_INT
argument_bytes (void)
{
  HOST_WIDE_INT bytes = crtl->args.size.to_constant ();
  if (stdarg_p (TREE_TYPE (gs_fn.decl)))
    return MAX (bytes, (HOST_WIDE_INT) RT_VARIADIC_BYTES);
  return MAX (bytes, (HOST_WIDE_INT) RT_HOME_BYTES);
}

/* Whether a pointer to the function may exist.  */

static bool
address_escapes_p (tree decl)
{
  if (TREE_PUBLIC (decl) || DECL_PRESERVE_P (decl)
      || DECL_STATIC_CONSTRUCTOR (decl) || DECL_STATIC_DESTRUCTOR (decl))
    return true;
  cgraph_node *node = cgraph_node::get (decl);
  return !node || node->address_taken || node->has_aliases_p ()
         || node->force_output;
}

void
gs_begin_att (FILE *file)
{
  if (ASSEMBLER_DIALECT == ASM_INTEL)
    fputs ("\t.att_syntax prefix\n", file);
}

void
gs_end_att (FILE *file)
{
  if (ASSEMBLER_DIALECT == ASM_INTEL)
    fputs ("\t.intel_syntax noprefix\n", file);
}

/* Whether the call of the check is to stand behind the function.  Not if the
   exception table comes there, or another section.  */

static bool
call_aside_p (void)
{
  return optimize && INSN_ADDRESSES_SET_P ()
         && INSN_ADDRESSES (INSN_UID (get_last_nonnote_insn ())) <= ASIDE
         && !crtl->has_bb_partition && !crtl->uses_eh_lsda;
}

static void
print_check (FILE *file, HOST_WIDE_INT frame)
{
  unsigned int n = gs_fn.number;
  if (frame <= RT_SMALL_FRAME)
    fprintf (file, "\tcmpq\t%%gs:%d, %%rsp\n", RT_TEB_LIMIT);
  else
    {
      fprintf (file, "\tleaq\t-" HOST_WIDE_INT_PRINT_DEC "(%%rsp), %%r11\n",
               frame);
      if (frame >= RT_HUGE_FRAME)
        fprintf (file, "\tcmpq\t%%rsp, %%r11\n\tja\t.Lgss%u\n", n);
      fprintf (file, "\tcmpq\t%%gs:%d, %%r11\n", RT_TEB_LIMIT);
    }
  gs_fn.call_aside = call_aside_p ();
  if (gs_fn.call_aside)
    fprintf (file,
             "\tjbe\t.Lgss%u\n"
             ".Lgsc%u:\n",
             n, n);
  else
    fprintf (file,
             "\tja\t.Lgsc%u\n"
             ".Lgss%u:\n"
             "\tcall\t__rt_morestack\n"
             ".Lgsc%u:\n",
             n, n, n);
}

/* The call of the check, behind the function.  GCC ends what is begun here
   as if it were the function.  One of sysv_abi has no unwind information.  */

static void
print_call_aside (FILE *file)
{
  unsigned int n = gs_fn.number;
  bool seh = cfun->machine->seh != NULL;
  if (seh)
    fprintf (file, "\t.seh_endproc\n\t.seh_proc\t.Lgss%u\n", n);
  fprintf (file, ".Lgss%u:\n", n);
  if (seh)
    fputs ("\t.seh_endprologue\n", file);
  fprintf (file, "\tcall\t__rt_morestack\n\tjmp\t.Lgsc%u\n", n);
}

static bool
current_p (void)
{
  return gs_fn.growable && gs_fn.decl == current_function_decl;
}

/* Whether what is put out is a thunk of C++, which adjusts this and jumps to
   a growable function: instructions of the target's, which were no function
   for the passes.  */

static bool
thunk_p (void)
{
  if (!cfun->is_thunk)
    return false;
  cgraph_node *node = cgraph_node::get (current_function_decl);
  return node && gs_growable_p (node->function_symbol ()->decl);
}

static void
print_prologue (FILE *file)
{
  gcc_prologue (file);
  if (!current_p ())
    {
      if (thunk_p ())
        {
          gs_begin_att (file);
          fprintf (file, "\t%s\n", RT_MAGIC_INSN);
          gs_end_att (file);
        }
      return;
    }
  if (crtl->stack_realign_needed || crtl->drap_reg)
    gs_pin ("its frame must be realigned");
  fprintf (file, ".Lgsf%u:\n", gs_fn.number);
  gs_begin_att (file);
  if (address_escapes_p (gs_fn.decl))
    fprintf (file, "\t%s\n", RT_MAGIC_INSN);
  if (gs_fn.profile)
    fprintf (file, "\tcall\t%s\n", fentry_name ? fentry_name : "__fentry__");
  HOST_WIDE_INT frame = frame_bytes ();
  if (gs_fn.unasked
      || (crtl->is_leaf && !gs_fn.data_ops && !gs_fn.loop_checks
          && frame <= RT_SMALL_FRAME))
    gs_total.unchecked++;
  else
    print_check (file, frame);
  gs_end_att (file);
}

static void
add_mark (const std::string &start, const std::string &end)
{
  mark piece;
  piece.start = start;
  piece.end = end;
  piece.pinned = gs_fn.pin != NULL;
  piece.stay = gs_fn.stay;
  piece.frame = frame_bytes ();
  piece.arguments = argument_bytes ();
  marks.push_back (piece);
}

static void
print_epilogue (FILE *file)
{
  gcc_epilogue (file);
  if (!current_p ())
    return;
  if (gs_fn.call_aside)
    print_call_aside (file);
  std::string n = std::to_string (gs_fn.number);
  fprintf (file, ".Lgse%s:\n", n.c_str ());
  if (crtl->has_bb_partition)
    {
      /* GCC's own labels start with '*'.  That of the hot section is before
         the function's alignment.  */
      add_mark (".Lgsf" + n, crtl->subsections.hot_section_end_label + 1);
      add_mark (crtl->subsections.cold_section_label + 1,
                crtl->subsections.cold_section_end_label + 1);
    }
  else
    add_mark (".Lgsf" + n, ".Lgse" + n);
}

void
gs_check_start (void)
{
  gcc_prologue = targetm.asm_out.function_prologue;
  gcc_epilogue = targetm.asm_out.function_epilogue;
  targetm.asm_out.function_prologue = print_prologue;
  targetm.asm_out.function_epilogue = print_epilogue;
}

void
gs_marks_print (FILE *file)
{
  if (marks.empty ())
    return;
  fputs ("\t.section\t.rsrc_rt,\"dr\"\n\t.p2align\t4\n", file);
  for (const mark &piece : marks)
    fprintf (file,
             "\t.rva\t%s, %s\n"
             "\t.long\t" HOST_WIDE_INT_PRINT_DEC ", " HOST_WIDE_INT_PRINT_DEC
             "\n",
             piece.start.c_str (), piece.end.c_str (),
             piece.arguments + (piece.pinned ? RT_MARK_PINNED : 0)
                 + (piece.stay ? RT_MARK_STAY : 0),
             piece.frame);
  /* Let the linker take what registers the image.  */
  fputs ("\t.globl\t.rt_image\n", file);
}
