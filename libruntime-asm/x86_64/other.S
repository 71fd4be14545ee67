/* rti_other_stack: is the caller on a control stack of another libruntime?
   SPDX-License-Identifier: MIT

   A program and a DLL may have a libruntime each.  A function of one that the
   other calls through a pointer, on a goroutine, finds a limit word that is
   not its own runtime's, and a stack that Windows did not make.  A stack that
   the thread has changed to (a fiber) is between Windows' bounds; who changes
   stacks without them has the thread's own limit word, which is 0 as a rule.

   In:       on no control stack that this runtime knows; the limit word is
	     not 0.
   Out:      none, if it is the thread's own word.
   Clobbers: flags.
   Stack:    any.
   Unwind:   leaf.  */

#include "rt-asm.h"

FUNC rti_other_stack
	BODY
	cmpq	%gs:TEB_STACKBASE, %rsp
	jae	.Lother
	cmpq	%gs:TEB_STACKLIMIT, %rsp
	jb	.Lother
	ret
.Lother:
	andq	$-16, %rsp
	call	rti_other_runtime
	ud2					/* it does not return */
END rti_other_stack
