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
         "\t.seh_proc probe\n"
         "\t.seh_handler handler, @except\n"
         "probe:\tsubq $40, %rsp\n"
         "\t.seh_stackalloc 40\n"
         "\t.seh_endprologue\n"
         "\tmovl (%rcx), %eax\n"
         "\tnop\n"
         "\taddq $40, %rsp\n"
         "\tret\n"
         "\t.seh_endproc\n"
         "\t.section .drectve\n"
         "\t.ascii \" -export:probe\"\n"
         "\t.text");

int
handled (void)
{
  return count;
}
