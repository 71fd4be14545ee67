/* rti-print.h: text for fatal messages, without the CRT.
   SPDX-License-Identifier: MIT

   A struct rti_text is a line buffer on the system stack.  Nothing here
   allocates, takes a lock or fails: what does not fit is written out
   first.  Numbers and strings are appended; RTI_PUT_END writes.  */

#ifndef RTI_PRINT_H
#define RTI_PRINT_H

#include <stddef.h>
#include <stdint.h>

struct rti_text
{
  size_t length; /* 0 to begin with.  */
  char data[248];
};

/* Append the string S, at most N bytes of it; NULL counts as empty.  */
void rti_put_n (struct rti_text *text, const char *s, size_t n);

/* Append the string S.  */
void rti_put (struct rti_text *text, const char *s);

/* Append VALUE as 0x and hexadecimal digits.  */
void rti_put_hex (struct rti_text *text, uint64_t value);

/* Append VALUE in decimal.  */
void rti_put_dec (struct rti_text *text, uint64_t value);

/* Append the UTF-16 string S, what is not ASCII as '?'.  */
void rti_put_wide (struct rti_text *text, const uint16_t *s);

/* Write TEXT to the standard error output and empty it.  */
void rti_put_end (struct rti_text *text);

#endif /* RTI_PRINT_H */
