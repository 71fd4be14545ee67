/* fiber.h: plain code on fibers, in fiber-plain.c.
   SPDX-License-Identifier: MIT  */

#ifndef FIBER_H
#define FIBER_H

/* CALLBACK (ARG), called on a new fiber of this thread, or of another one.  */
int on_fiber (int (*callback) (int), int arg);
int on_thread_and_fiber (int (*callback) (int), int arg);

/* A fiber that counts the SwitchToFibers that go to it and comes back.  */
void *generator_begin (void);
int generator_value (void);
void generator_end (void);

#endif /* FIBER_H */
