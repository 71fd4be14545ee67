/* rti_callback_stubs: the addresses that Windows calls, 16 bytes each.
   SPDX-License-Identifier: MIT

   In:       arguments as Win64 has them.
   Out:      as rti_callback.
   Clobbers: as rti_callback.
   Stack:    system.
   Unwind:   leaf: each is a load and a jump.  */

#include "rt-asm.h"

FUNC rti_callback_stubs
	BODY
	.set	NUMBER, 0
	.rept	CALLBACK_MAX
	.p2align 4
	movl	$NUMBER, %eax
	jmp	rti_callback
	.set	NUMBER, NUMBER + 1
	.endr
	.p2align 4
END rti_callback_stubs
