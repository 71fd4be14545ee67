/* start.h: threads that begin before main, in start-1-plain.c.
   SPDX-License-Identifier: MIT  */

#ifndef START_H
#define START_H

/* The test's; N + 1.  */
int growable (int n);

/* Let all threads call CALLBACK from now on, and begin another, number N.  */
void start_with (int (*callback) (int), int n);

/* How many have ended.  */
int threads_ended (void);

#endif /* START_H */
