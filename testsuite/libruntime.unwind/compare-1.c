/* For every function of the program, libruntime's assembly and the CRT with
   it, our unwinder agrees with Windows' at each step of the prologue, in the
   body, and at the return.  */
/* { dg-do run } */
/* { dg-skip "dll" "the unwinder is no public function" } */

#include "rti-image.h"
#include "rti-unwind.h"
#include "rt-test.h"

#define STACK 0x100000

extern IMAGE_DOS_HEADER __ImageBase;

static uintptr_t *stack;
static int compared, refused;

/* A function with a large frame, and what GCC makes of it.  */
int large (int n);

int __attribute__ ((noinline))
large (int n)
{
  volatile char block[0x30000];

  block[n] = (char) n;
  return block[n];
}

/* Compare at PC of the function FN.  */
static void
compare (RUNTIME_FUNCTION *fn, uintptr_t pc)
{
  uintptr_t sp = (uintptr_t) (stack + STACK / 2), rbp = sp + 0x400;
  uintptr_t base = (uintptr_t) &__ImageBase;
  struct rti_frame frame = { pc, sp, rbp, NULL };
  struct rti_unwind_rule rule;
  struct rti_step step;
  CONTEXT context;
  PVOID data;
  DWORD64 establisher;

  memset (&context, 0, sizeof context);
  context.ContextFlags = CONTEXT_FULL;
  context.Rip = pc;
  context.Rsp = sp;
  context.Rbp = rbp;
  if (!rti_unwind_lookup (NULL, pc, &rule))
    {
      refused++;
      return;
    }
  CHECK (rule.ra < STACK / 2 - 0x10000);
  RtlVirtualUnwind (UNW_FLAG_NHANDLER, base, pc, fn, &context, &data,
                    &establisher, NULL);
  CHECK (rti_unwind_step (NULL, &frame, &step));
  if (frame.pc != context.Rip || frame.sp != context.Rsp
      || frame.rbp != context.Rbp)
    {
      CHECK_EQ (pc - base, 0);
      CHECK_EQ (frame.pc, context.Rip);
    }
  if (frame.rbp_loc)
    CHECK_EQ (*frame.rbp_loc, frame.rbp);
  compared++;
}

static void
compare_function (RUNTIME_FUNCTION *fn)
{
  unsigned char *base = (unsigned char *) &__ImageBase;
  const unsigned char *info = base + fn->UnwindData;
  uintptr_t begin = (uintptr_t) base + fn->BeginAddress;
  uintptr_t end = (uintptr_t) base + fn->EndAddress;
  int slots;

  compare (fn, begin);
  for (int i = 0; i < info[2]; i += slots)
    {
      const unsigned char *code = info + 4 + 2 * i;

      compare (fn, begin + code[0]);
      switch (code[1] & 15)
        {
        case 1:
          slots = code[1] >> 4 ? 3 : 2;
          break;
        case 4:
        case 8:
          slots = 2;
          break;
        case 5:
        case 9:
          slots = 3;
          break;
        default:
          slots = 1;
          break;
        }
    }
  if (begin + info[1] < end)
    compare (fn, begin + info[1]);
  if (((unsigned char *) end)[-1] == 0xc3)
    compare (fn, end - 1);
}

int
main (void)
{
  uintptr_t base = (uintptr_t) &__ImageBase;
  IMAGE_NT_HEADERS *nt = (IMAGE_NT_HEADERS *) (base + __ImageBase.e_lfanew);
  IMAGE_DATA_DIRECTORY *dir
    = &nt->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_EXCEPTION];
  RUNTIME_FUNCTION *fn = (RUNTIME_FUNCTION *) (base + dir->VirtualAddress);
  size_t n = dir->Size / sizeof *fn;

  stack = malloc (STACK * sizeof *stack);
  for (size_t i = 0; i < STACK; i++)
    stack[i] = 0x1000000000 + i * 16;
  for (size_t i = 0; i < n; i++)
    {
      if (i > 0)                /* As the binary search wants it.  */
        CHECK (fn[i - 1].EndAddress <= fn[i].BeginAddress);
      compare_function (fn + i);
    }
  CHECK (compared > 1000);
  /* The two roots of callbacks, and that of fault handlers, with their machine
     frames: at each step of their prologues.  And where a fault is resumed,
     which has nothing but a machine frame, on the system stack.  */
  CHECK_EQ (refused, 3 * 4 + 3);
  CHECK_EQ (large (3), 3);
  return 0;
}
