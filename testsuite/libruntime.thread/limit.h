/* limit.h: plain code that uses ArbitraryUserPointer, in limit-1-plain.c.
   SPDX-License-Identifier: MIT  */

#ifndef LIMIT_H
#define LIMIT_H

#include <stdint.h>

uintptr_t get_word (void);
void set_word (uintptr_t value);

/* Set the word to 0, whatever it is, call CALLBACK (N) if there is one, and
   set it to 0 again.  As a .NET service host does (golang/go#47792).  */
int zero_it (int (*callback) (int), int n);

/* Threads that own the word, and call back.  */
void owners (int (*callback) (int));

#endif /* LIMIT_H */
