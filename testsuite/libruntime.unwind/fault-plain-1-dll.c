/* A function whose own structured handler skips its fault.  */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

EXCEPTION_DISPOSITION handler (EXCEPTION_RECORD *record, void *frame,
                               CONTEXT *context, void *dispatcher);
int __declspec (dllexport) handled (void);

static int count;

EXCEPTION_DISPOSITION
handler (EXCEPTION_RECORD *record, void *frame, CONTEXT *context,
         void *dispatcher)
{
  (void) frame;
  (void) dispatcher;
  if (record->ExceptionCode != EXCEPTION_ACCESS_VIOLATION)
    return ExceptionContinueSearch;
  count++;
  context->Rax = (DWORD64) -5;
  context->Rip += 2;
  return ExceptionContinueExecution;
}

__asm__ (".globl probe\n"
         "	.seh_proc probe\n"
         "	.seh_handler handler, @except\n"
         "probe:	subq $40, %rsp\n"
         "	.seh_stackalloc 40\n"
         "	.seh_endprologue\n"
         "	movl (%rcx), %eax\n"
         "	nop\n"
         "	addq $40, %rsp\n"
         "	ret\n"
         "	.seh_endproc\n"
         "	.section .drectve\n"
         "	.ascii \" -export:probe\"\n"
         "	.text");

int
handled (void)
{
  return count;
}
