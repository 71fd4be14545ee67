/* rti-symbol.h: names for addresses, in tracebacks.
   SPDX-License-Identifier: MIT

   An image's file on disk has its symbol table, unless it was stripped.
   It is mapped when the first name is asked for, and never unmapped: the
   process is about to end.  Not for use by several threads at once.  */

#ifndef RTI_SYMBOL_H
#define RTI_SYMBOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct rti_symbol
{
  char name[128];         /* Cut off if longer; "" if unknown.  */
  uintptr_t start;        /* Where NAME, else the image, begins.  */
  const uint16_t *module; /* File name without folders.  */
  uintptr_t link;         /* PC as addr2line wants it; 0: unknown.  */
};

/* Describe the code at PC in *SYMBOL.  False: there is no image there.  */
bool rti_symbol_find (uintptr_t pc, struct rti_symbol *symbol);

/* From now on, no file is mapped: code in images that were not asked about
   before counts as unknown.  */
void rti_symbol_freeze (void);

#endif /* RTI_SYMBOL_H */
