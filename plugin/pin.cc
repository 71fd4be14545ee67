/* pin.cc: which functions cannot be movable, and why.
   SPDX-License-Identifier: GPL-3.0-or-later

   What is seen only after register allocation pins in check.cc (frames that
   GCC aligns at their entry) and verify.cc (frame
   addresses that are passed, or kept over a call).  */

#include "gcc-includes.h"
#include "gs.h"

/* Whether TEXT, an asm template or a clobber, names the stack pointer or
   the frame pointer, or moves the stack pointer.  */

static bool
names_stack_p (const char *text)
{
  static const char *const words[] = { "rsp",  "esp", "rbp", "ebp",
                                       "push", "pop", "call" };
  for (const char *word : words)
    if (strstr (text, word))
      return true;
  return false;
}

static bool
asm_names_stack_p (gasm *stmt)
{
  if (names_stack_p (gimple_asm_string (stmt)))
    return true;
  for (unsigned int i = 0; i < gimple_asm_nclobbers (stmt); i++)
    {
      tree clobber = TREE_VALUE (gimple_asm_clobber_op (stmt, i));
      if (names_stack_p (TREE_STRING_POINTER (clobber)))
        return true;
    }
  return false;
}

/* A function with nested ones stores its frame's address for debuggers.  */

bool
gs_for_debuggers_p (gcall *call)
{
  tree fndecl = gimple_call_fndecl (call);
  tree lhs = gimple_call_lhs (call);
  if (!fndecl || !fndecl_built_in_p (fndecl, BUILT_IN_DWARF_CFA) || !lhs)
    return false;
  if (TREE_CODE (lhs) != SSA_NAME)
    {
      tree base = get_base_address (lhs);
      return base && VAR_P (base) && DECL_NONLOCAL_FRAME (base);
    }
  imm_use_iterator it;
  use_operand_p use;
  FOR_EACH_IMM_USE_FAST (use, it, lhs)
    {
      gimple *user = USE_STMT (use);
      if (is_gimple_debug (user))
        continue;
      tree to = gimple_store_p (user) ? gimple_get_lhs (user) : NULL_TREE;
      tree base = to ? get_base_address (to) : NULL_TREE;
      if (!base || !VAR_P (base) || !DECL_NONLOCAL_FRAME (base))
        return false;
    }
  return true;
}

static const char *
builtin_pins (gcall *call, enum built_in_function code)
{
  switch (code)
    {
    case BUILT_IN_VA_START:
    case BUILT_IN_NEXT_ARG:
    case BUILT_IN_SAVEREGS:
      return "it reads its variable arguments";
    case BUILT_IN_FRAME_ADDRESS:
      /* Its own is the data frame's (alloca.cc).  */
      return integer_zerop (gimple_call_arg (call, 0))
                 ? NULL
                 : "it takes a caller's frame's address";
    case BUILT_IN_RETURN_ADDRESS:
      return integer_zerop (gimple_call_arg (call, 0))
                 ? NULL
                 : "it takes a caller's return address";
    case BUILT_IN_DWARF_CFA:
      return gs_for_debuggers_p (call) ? NULL : "it unwinds the stack";
    case BUILT_IN_UNWIND_INIT:
    case BUILT_IN_EH_RETURN:
      return "it unwinds the stack";
    case BUILT_IN_APPLY_ARGS:
    case BUILT_IN_APPLY:
    case BUILT_IN_RETURN:
      return "it builds a call from parts";
    case BUILT_IN_SETJMP:
    case BUILT_IN_SETJMP_SETUP:
    case BUILT_IN_SETJMP_RECEIVER:
    case BUILT_IN_LONGJMP:
    case BUILT_IN_NONLOCAL_GOTO:
      return "it jumps between functions";
    default:
      return NULL;
    }
}

/* Whether CALL passes or returns by value what has a size that is known at
   run time only, a GNU extension.  */

static bool
variable_size_p (gcall *call)
{
  for (unsigned int i = 0; i <= gimple_call_num_args (call); i++)
    {
      tree object = i == 0 ? gimple_call_lhs (call)
                           : gimple_call_arg (call, i - 1);
      tree size = object ? TYPE_SIZE_UNIT (TREE_TYPE (object)) : NULL_TREE;
      if (size && TREE_CODE (size) != INTEGER_CST)
        return true;
    }
  return false;
}

static const char *
stmt_pins (gimple *stmt)
{
  if (gasm *text = dyn_cast<gasm *> (stmt))
    return asm_names_stack_p (text) ? "its asm uses the stack" : NULL;
  gcall *call = dyn_cast<gcall *> (stmt);
  if (!call)
    return NULL;
  if (gimple_call_flags (call) & ECF_RETURNS_TWICE)
    return "it calls setjmp";
  if (variable_size_p (call))
    return "it passes an object of variable size by value";
  tree fndecl = gimple_call_fndecl (call);
  if (fndecl && fndecl_built_in_p (fndecl, BUILT_IN_NORMAL))
    return builtin_pins (call, DECL_FUNCTION_CODE (fndecl));
  return NULL;
}

const char *
gs_pin_reason (function *fun)
{
  if (fun->calls_setjmp)
    return "it calls setjmp";
  if (fun->has_nonlocal_label)
    return "it is the target of a nonlocal goto";
  /* GCC puts out none for it, so nobody could unwind its frame.  */
  if (fun->machine->call_abi == SYSV_ABI)
    return "it is of sysv_abi, without unwind information";

  basic_block bb;
  FOR_EACH_BB_FN (bb, fun)
    for (gimple_stmt_iterator it = gsi_start_bb (bb); !gsi_end_p (it);
         gsi_next (&it))
      {
        const char *why = stmt_pins (gsi_stmt (it));
        if (why)
          return why;
      }
  return NULL;
}

/* Built-ins that never become a call of a function that can grow.  */

static bool
inline_builtin_p (enum built_in_function code)
{
  switch (code)
    {
    case BUILT_IN_VA_START:
    case BUILT_IN_VA_END:
    case BUILT_IN_VA_COPY:
    case BUILT_IN_EXPECT:
    case BUILT_IN_EXPECT_WITH_PROBABILITY:
    case BUILT_IN_UNREACHABLE:
    case BUILT_IN_TRAP:
    case BUILT_IN_PREFETCH:
    case BUILT_IN_OBJECT_SIZE:
    case BUILT_IN_CONSTANT_P:
    case BUILT_IN_ASSUME_ALIGNED:
    case BUILT_IN_BSWAP16:
    case BUILT_IN_BSWAP32:
    case BUILT_IN_BSWAP64:
    case BUILT_IN_CLZ:
    case BUILT_IN_CLZL:
    case BUILT_IN_CLZLL:
    case BUILT_IN_CTZ:
    case BUILT_IN_CTZL:
    case BUILT_IN_CTZLL:
    case BUILT_IN_RETURN_ADDRESS:
    case BUILT_IN_FRAME_ADDRESS:
      /* These macros end in a label.  */
      /* clang-format off */
    CASE_FLT_FN (BUILT_IN_FABS):
    CASE_FLT_FN_FLOATN_NX (BUILT_IN_FABS):
    CASE_FLT_FN (BUILT_IN_COPYSIGN):
    CASE_FLT_FN_FLOATN_NX (BUILT_IN_COPYSIGN):
    CASE_FLT_FN (BUILT_IN_SIGNBIT):
    CASE_FLT_FN (BUILT_IN_ISINF):
    CASE_FLT_FN (BUILT_IN_ISNAN):
    CASE_FLT_FN (BUILT_IN_FINITE):
    case BUILT_IN_ISFINITE:
    case BUILT_IN_ISNORMAL:
    case BUILT_IN_ISINF_SIGN:
    case BUILT_IN_FPCLASSIFY:
    case BUILT_IN_ISGREATER:
    case BUILT_IN_ISGREATEREQUAL:
    case BUILT_IN_ISLESS:
    case BUILT_IN_ISLESSEQUAL:
    case BUILT_IN_ISLESSGREATER:
    case BUILT_IN_ISUNORDERED:
    /* Calls of small leaf functions that go directly.  */
    case BUILT_IN_MEMCPY:
    case BUILT_IN_MEMMOVE:
    case BUILT_IN_MEMSET:
    case BUILT_IN_MEMCMP:
    case BUILT_IN_MEMCMP_EQ:
    case BUILT_IN_MEMCHR:
    case BUILT_IN_STRCAT:
    case BUILT_IN_STRCHR:
    case BUILT_IN_STRCMP:
    case BUILT_IN_STRCMP_EQ:
    case BUILT_IN_STRCPY:
    case BUILT_IN_STRCSPN:
    case BUILT_IN_STRLEN:
    case BUILT_IN_STRNCAT:
    case BUILT_IN_STRNCMP:
    case BUILT_IN_STRNCMP_EQ:
    case BUILT_IN_STRNCPY:
    case BUILT_IN_STRNLEN:
    case BUILT_IN_STRPBRK:
    case BUILT_IN_STRRCHR:
    case BUILT_IN_STRSPN:
    case BUILT_IN_STRSTR:
          /* clang-format on */
          return true;
    default:
      return false;
    }
}

bool
gs_moving_call_p (gimple *stmt)
{
  if (!is_gimple_call (stmt) || gimple_call_internal_p (stmt))
    return false;
  tree fndecl = gimple_call_fndecl (stmt);
  if (!fndecl)
    return true;
  /* The target's own are instructions.  */
  if (fndecl_built_in_p (fndecl, BUILT_IN_MD))
    return false;
  return !(fndecl_built_in_p (fndecl, BUILT_IN_NORMAL)
           && inline_builtin_p (DECL_FUNCTION_CODE (fndecl)));
}
