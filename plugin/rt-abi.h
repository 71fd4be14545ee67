/* rt-abi.h: the numbers and names that compiled code shares with libruntime.
   SPDX-License-Identifier: GPL-3.0-or-later

   libruntime-asm/offsets.tbl and libruntime/rti-image.h hold the runtime's
   side; abi-check.cc compares the numbers while the plugin is built.  */

#ifndef RT_ABI_H
#define RT_ABI_H

/* The limit of the control stack, in the thread environment block.  */
#define RT_TEB_LIMIT 0x28

/* The first four bytes of a function whose address can escape, as a word
   and as an instruction.  */
#define RT_MAGIC      0xc7401f0f
#define RT_MAGIC_INSN "nopl\t-57(%rax)"

/* struct rti_mark, flags.  */
#define RT_MARK_PINNED 1
#define RT_MARK_STAY   2

/* struct rti_slot: offset of its second word, and flags.  */
#define RT_SLOT_TARGET     8
#define RT_SLOT_INDIRECT   1
#define RT_SLOT_EXCEPTIONS 2

/* A frame up to this size is compared by rsp alone, and a leaf function
   with such a frame has no check.  */
#define RT_SMALL_FRAME 256
/* A frame from this size on may wrap around below address 0.  */
#define RT_HUGE_FRAME (1 << 20)

/* Bytes that a caller of a variadic definition may have passed: __morestack
   copies as many to a chained segment.  */
#define RT_HOME_BYTES     32
#define RT_VARIADIC_BYTES (RT_HOME_BYTES + 64 * 8)

#endif /* RT_ABI_H */
