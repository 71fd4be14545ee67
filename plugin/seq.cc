/* seq.cc: data-stack sequences.
   SPDX-License-Identifier: GPL-3.0-or-later

   A sequence is an asm statement whose template has "%J": its text is
   printed when the function is put out, so that its slow part can stand
   after the function's last instruction, inside the same .seh_proc (the
   frame is set up where the slow part calls).  A nop follows each call
   there: an unwinder takes a jump at a return address for an epilogue.

   Invariant I3: registers are as the asm statements say.  */

#include "gcc-includes.h"
#include "gs.h"
#include "rt-abi.h"

/* The kinds; a code is a multiple of 16 plus one of these.  */
enum seq_kind {
  SEQ_ALLOC,   /* rax := new frame of CODE - kind bytes,
                  r11 := g.  */
  SEQ_SAVE,    /* rax := the data-stack pointer.  */
  SEQ_LOOP,    /* A check in a loop.  */
  SEQ_RELEASE, /* If equal, leave the chunk at r10 ...  */
  SEQ_RELEASED /* ... and come back here.  */
};

static std::string slow_paths;
static unsigned int label;

static tree
asm_operand (const char *constraint, tree value)
{
  tree text = build_string (strlen (constraint), constraint);
  return build_tree_list (build_tree_list (NULL_TREE, text), value);
}

/* An asm statement with the template TEXT, which names its operands in the
   order OUT, IN.  */

static gimple *
build_seq (const char *text, vec<tree, va_gc> *out, vec<tree, va_gc> *in)
{
  vec<tree, va_gc> *clobbers = NULL;
  static const char *const names[] = { "r10", "r11", "cc", "memory" };
  for (const char *name : names)
    vec_safe_push (
        clobbers,
        build_tree_list (NULL_TREE, build_string (strlen (name), name)));
  gasm *stmt = gimple_build_asm_vec (text, in, out, clobbers, NULL);
  gimple_asm_set_volatile (stmt, true);
  for (unsigned int i = 0; i < vec_safe_length (out); i++)
    SSA_NAME_DEF_STMT (TREE_VALUE ((*out)[i])) = stmt;
  return stmt;
}

static tree
code (HOST_WIDE_INT size, enum seq_kind kind)
{
  return asm_operand (
      "i", build_int_cst (long_long_integer_type_node, size | kind));
}

gimple *
gs_seq_alloc (tree result, tree g, HOST_WIDE_INT size)
{
  vec<tree, va_gc> *in = NULL, *out = NULL;
  vec_safe_push (out, asm_operand ("=a", result));
  vec_safe_push (out, asm_operand ("=r", g));
  vec_safe_push (in, code (size, SEQ_ALLOC));
  return build_seq ("%J2\n\tmov{q}\t{%%r11, %1|%1, r11}", out, in);
}

gimple *
gs_seq_save (tree result)
{
  vec<tree, va_gc> *in = NULL, *out = NULL;
  vec_safe_push (out, asm_operand ("=a", result));
  vec_safe_push (in, code (0, SEQ_SAVE));
  return build_seq ("%J1", out, in);
}

gimple *
gs_seq_grow (tree result, tree size)
{
  vec<tree, va_gc> *in = NULL, *out = NULL;
  vec_safe_push (out, asm_operand ("=a", result));
  vec_safe_push (in, asm_operand ("0", size));
  return build_seq ("call\t__rt_datastack_alloc", out, in);
}

gimple *
gs_seq_restore (tree value)
{
  vec<tree, va_gc> *in = NULL;
  vec_safe_push (in, asm_operand ("r", value));
  return build_seq ("mov{q}\t{%0, %%r10|r10, %0}\n"
                    "\tcall\t__rt_datastack_restore",
                    NULL, in);
}

gimple *
gs_seq_release (tree value, tree g)
{
  vec<tree, va_gc> *in = NULL;
  vec_safe_push (in, asm_operand ("r", value));
  vec_safe_push (in, asm_operand ("r", g));
  vec_safe_push (in, code (0, SEQ_RELEASE));
  vec_safe_push (in, code (0, SEQ_RELEASED));
  char text[256];
  snprintf (text, sizeof text,
            "mov{q}\t{%%0, %%%%r10|r10, %%0}\n"
            "\tcmp{q}\t{%d(%%1), %%%%r10|r10, QWORD PTR [%%1+%d]}\n"
            "\t%%J2\n"
            "\tmov{q}\t{%%%%r10, %d(%%1)|QWORD PTR [%%1+%d], r10}\n"
            "%%J3",
            RT_G_DS_TOP, RT_G_DS_TOP, RT_G_DS_PTR, RT_G_DS_PTR);
  return build_seq (text, NULL, in);
}

gimple *
gs_seq_landed (void)
{
  return build_seq ("call\t__rt_landed", NULL, NULL);
}

gimple *
gs_seq_loop (void)
{
  vec<tree, va_gc> *in = NULL, *clobbers = NULL;
  vec_safe_push (in, code (0, SEQ_LOOP));
  vec_safe_push (clobbers,
                 build_tree_list (NULL_TREE, build_string (2, "cc")));
  gasm *stmt = gimple_build_asm_vec ("%J0", in, NULL, clobbers, NULL);
  gimple_asm_set_volatile (stmt, true);
  return stmt;
}

/* Load g into r11; the code for the case that this thread has none yet
   goes to the slow paths.  */

static void
print_getg (FILE *file, unsigned int n)
{
  fprintf (file,
           "movl\t__rt_tls_offset(%%rip), %%r11d\n"
           "\ttestl\t%%r11d, %%r11d\n"
           "\tjs\t.Lgsg%u\n"
           "\tmovq\t%%gs:(%%r11), %%r11\n"
           "\ttestq\t%%r11, %%r11\n"
           "\tje\t.Lgsg%u\n"
           ".Lgsh%u:\n",
           n, n, n);
  char text[128];
  snprintf (text, sizeof text,
            ".Lgsg%u:\n\tcall\t__rt_getg\n\tnop\n\tjmp\t.Lgsh%u\n", n, n);
  slow_paths += text;
}

static void
print_alloc (FILE *file, HOST_WIDE_INT size, unsigned int n)
{
  if (size >= RT_HUGE_DATA)
    {
      fprintf (file,
               "mov%s\t$" HOST_WIDE_INT_PRINT_DEC ", %%%s\n"
               "\tcall\t__rt_datastack_alloc",
               size > 0x7fffffff ? "absq" : "l", size,
               size > 0x7fffffff ? "rax" : "eax");
      fputs ("\n\t", file);
      print_getg (file, n);
      return;
    }
  print_getg (file, n);
  fprintf (file,
           "\tmovq\t%d(%%r11), %%rax\n"
           "\tsubq\t$%d, %%rax\n"
           "\tcmpq\t%d(%%r11), %%rax\n"
           "\tjb\t.Lgsa%u\n"
           "\tmovq\t%%rax, %d(%%r11)\n"
           ".Lgsb%u:",
           RT_G_DS_PTR, (int) size, RT_G_DS_LIMIT, n, RT_G_DS_PTR, n);
  char text[128];
  snprintf (text, sizeof text,
            ".Lgsa%u:\n\tmovl\t$%d, %%eax\n\tcall\t__rt_datastack_alloc\n"
            "\tcall\t__rt_getg\n\tnop\n\tjmp\t.Lgsb%u\n",
            n, (int) size, n);
  slow_paths += text;
}

static void
print_loop (FILE *file, unsigned int n)
{
  fprintf (file, "cmpq\t%%gs:%d, %%rsp\n\tjbe\t.Lgsl%u\n.Lgsm%u:",
           RT_TEB_LIMIT, n, n);
  char text[128];
  snprintf (text, sizeof text,
            ".Lgsl%u:\n\tcall\t__rt_loop_check\n\tnop\n\tjmp\t.Lgsm%u\n",
            n, n);
  slow_paths += text;
}

static void
print_release (FILE *file, unsigned int n)
{
  fprintf (file, "je\t.Lgsr%u", n);
  char text[128];
  snprintf (text, sizeof text,
            ".Lgsr%u:\n\tcall\t__rt_datastack_restore\n\tnop\n"
            "\tjmp\t.Lgsq%u\n",
            n, n);
  slow_paths += text;
}

void
gs_seq_print (FILE *file, HOST_WIDE_INT value)
{
  static unsigned int n;
  /* The second half of the same.  */
  if ((value & 15) != SEQ_RELEASED)
    n = ++label;
  if (ASSEMBLER_DIALECT == ASM_INTEL)
    fputs (".att_syntax prefix\n\t", file);
  switch (value & 15)
    {
    case SEQ_ALLOC:
      print_alloc (file, value & ~15, n);
      break;
    case SEQ_SAVE:
      print_getg (file, n);
      fprintf (file, "\tmovq\t%d(%%r11), %%rax", RT_G_DS_PTR);
      break;
    case SEQ_LOOP:
      print_loop (file, n);
      break;
    case SEQ_RELEASE:
      print_release (file, n);
      break;
    case SEQ_RELEASED:
      fprintf (file, ".Lgsq%u:", n);
      break;
    }
  if (ASSEMBLER_DIALECT == ASM_INTEL)
    fputs ("\n\t.intel_syntax noprefix", file);
}

void
gs_seq_flush (FILE *file)
{
  fputs (slow_paths.c_str (), file);
  slow_paths.clear ();
}
