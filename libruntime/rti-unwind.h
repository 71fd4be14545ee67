/* rti-unwind.h: from unwind information to rules.
   SPDX-License-Identifier: MIT

   Moving a control stack needs little of a frame: where its return
   address is, where the caller's rbp is, whether rbp is the function's
   frame pointer.  That depends on the pc alone, so it is decoded once
   into a rule, and the rule is what the caches keep:

        return address = word at BASE + RA     BASE is the frame's sp or
        caller's rbp   = word at BASE + RBP    its rbp, as the rule says
        caller's sp    = BASE + RA + 8

   This header and unwind-decode.c include nothing of Windows, so that
   they can be built natively, with sanitizers, and fed garbage:
   testsuite: libruntime.unwind/native/decode.c.  */

#ifndef RTI_UNWIND_H
#define RTI_UNWIND_H

#include <stdbool.h>
#include <stdint.h>

/* What the decoder reads: a mapped image of SIZE bytes with its table of
   functions (.pdata), NPDATA records at the image-relative PDATA.  */
struct rti_unwind_image
{
  const unsigned char *base;
  uint32_t size;
  uint32_t pdata;
  uint32_t npdata;
};

/* RBP of a rule: the frame did not save rbp, the caller's is the same.  */
#define RTI_RULE_SAME INT32_MIN

struct rti_unwind_rule
{
  int32_t ra;
  int32_t rbp;
  bool from_rbp; /* BASE is rbp, else sp.  */
  bool uses_rbp; /* rbp is the frame pointer at this pc.  */
  uint8_t kind;  /* enum rti_kind; not the decoder's.  */
};

/* Find the record of the function that holds the image-relative RVA, and
   store where it begins and ends.  False if there is none: the code at RVA
   is a leaf function.  */
bool rti_unwind_function (const struct rti_unwind_image *image, uint32_t rva,
                          uint32_t *begin, uint32_t *end);

/* Fill RULE for the code at RVA.  False: its unwind information is broken,
   or describes what is no part of a control stack (a machine frame, a
   frame pointer other than rbp).  */
bool rti_unwind_decode (const struct rti_unwind_image *image, uint32_t rva,
                        struct rti_unwind_rule *rule);

#endif /* RTI_UNWIND_H */
