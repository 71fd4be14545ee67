/* walk-1.h: what the tests and their plain part share.
   SPDX-License-Identifier: MIT  */

#include <stdint.h>

#define WALK_MAX 64

/* Frames as RtlVirtualUnwind shows them.  */
struct walk
{
  int n;
  uintptr_t pc[WALK_MAX];
  uintptr_t fn[WALK_MAX];       /* Where the function begins.  */
  int missing;                  /* 1 plus the index of the first frame
                                   without unwind information; 0: none.  */
  int ended;                    /* It came to a return address of 0.  */
};

/* Walk up from PC, SP, RBP; with PC 0, from the caller itself.  */
void walk (struct walk *w, uintptr_t pc, uintptr_t sp, uintptr_t rbp);
