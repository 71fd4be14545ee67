/* seq.cc: calls of the runtime for the data stack, as asm statements.
   SPDX-License-Identifier: GPL-3.0-or-later

   They are calls that RTL does not know as such: the routines keep all
   registers but those that the statements name (I3), and call on the system
   stack, so nothing moves meanwhile.  */

#include "gcc-includes.h"
#include "gs.h"
#include "rt-abi.h"

static tree
asm_operand (const char *constraint, tree value)
{
  tree text = build_string (strlen (constraint), constraint);
  return build_tree_list (build_tree_list (NULL_TREE, text), value);
}

/* An asm statement with the template TEXT, whose operands are OUT, if it is
   not NULL_TREE, and IN.  */

static gimple *
build_seq (const char *text, tree out, vec<tree, va_gc> *in)
{
  vec<tree, va_gc> *clobbers = NULL, *outs = NULL;
  static const char *const names[] = { "r10", "r11", "cc", "memory" };
  for (const char *name : names)
    vec_safe_push (
        clobbers,
        build_tree_list (NULL_TREE, build_string (strlen (name), name)));
  if (out)
    vec_safe_push (outs, asm_operand ("=a", out));
  gasm *stmt = gimple_build_asm_vec (text, in, outs, clobbers, NULL);
  gimple_asm_set_volatile (stmt, true);
  if (out)
    SSA_NAME_DEF_STMT (out) = stmt;
  return stmt;
}

static tree
integer (HOST_WIDE_INT n)
{
  return build_int_cst (long_long_integer_type_node, n);
}

gimple *
gs_seq_alloc (tree result, HOST_WIDE_INT size)
{
  vec<tree, va_gc> *in = NULL;
  vec_safe_push (in, asm_operand ("i", integer (size)));
  return build_seq (size == (int) size ? "mov{l}\t{%1, %%eax|eax, %1}\n"
                                         "\tcall\t__rt_datastack_alloc"
                                       : "movabs{q}\t{%1, %%rax|rax, %1}\n"
                                         "\tcall\t__rt_datastack_alloc",
                    result, in);
}

gimple *
gs_seq_save (tree result)
{
  return gs_seq_alloc (result, 0);
}

gimple *
gs_seq_grow (tree result, tree size)
{
  vec<tree, va_gc> *in = NULL;
  vec_safe_push (in, asm_operand ("0", size));
  return build_seq ("call\t__rt_datastack_alloc", result, in);
}

gimple *
gs_seq_restore (tree value)
{
  vec<tree, va_gc> *in = NULL;
  vec_safe_push (in, asm_operand ("r", value));
  return build_seq ("mov{q}\t{%0, %%r10|r10, %0}\n"
                    "\tcall\t__rt_datastack_restore",
                    NULL_TREE, in);
}

gimple *
gs_seq_release (tree base, HOST_WIDE_INT size)
{
  vec<tree, va_gc> *in = NULL;
  vec_safe_push (in, asm_operand ("r", base));
  vec_safe_push (in, asm_operand ("i", integer (size)));
  return build_seq (size == (int) size
                        ? "lea{q}\t{%c1(%0), %%r10|r10, [%0+%c1]}\n"
                          "\tcall\t__rt_datastack_restore"
                        : "movabs{q}\t{%1, %%r10|r10, %1}\n"
                          "\tadd{q}\t{%0, %%r10|r10, %0}\n"
                          "\tcall\t__rt_datastack_restore",
                    NULL_TREE, in);
}

gimple *
gs_seq_landed (void)
{
  return build_seq ("call\t__rt_landed", NULL_TREE, NULL);
}

gimple *
gs_seq_loop (void)
{
  vec<tree, va_gc> *in = NULL, *clobbers = NULL;
  vec_safe_push (in, asm_operand ("i", integer (RT_TEB_LIMIT)));
  vec_safe_push (clobbers,
                 build_tree_list (NULL_TREE, build_string (2, "cc")));
  /* A jump at the return address would look like an epilogue: the nop.  */
  gasm *stmt =
      gimple_build_asm_vec ("cmp{q}\t{%%gs:%c0, %%rsp|rsp, QWORD PTR gs:%c0}\n"
                            "\tja\t.Lgsl%=\n"
                            "\tcall\t__rt_loop_check\n"
                            "\tnop\n"
                            ".Lgsl%=:",
                            in, NULL, clobbers, NULL);
  gimple_asm_set_volatile (stmt, true);
  return stmt;
}
