/* callback-frame.h: the frame of rti_callback, which
   rti_callback_control reads too.
   SPDX-License-Identifier: MIT  */

.set HOME, 0x20                         /* Win64: room for four registers */
.set CB_MXCSR, HOME
.set CB_FCW, HOME + 4
.set CB_FRAME, HOME + 0x10
.set CB_XMM, CB_FRAME + CBFRAME_SIZE
.set CB_ARGXMM, CB_XMM + 10*16
.set CB_ALLOC, CB_ARGXMM + 4*8
.set CB_FLAGS, CB_ALLOC + 8*8           /* eight pushed registers below it */
.set CB_HOME, CB_FLAGS + 8 + 8
