/* Plain code for options-2.c: what is called for __fentry__ counts, and goes
   on with it.  It must keep all registers.  */

int profiled;

__asm__ (".text\n"
         ".globl __wrap___fentry__\n"
         "__wrap___fentry__:\n"
         "\tpushfq\n"
         "\tlock incl profiled(%rip)\n"
         "\tpopfq\n"
         "\tjmp __real___fentry__\n");
