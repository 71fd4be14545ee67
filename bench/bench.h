/* bench.h: how the C programs measure and report.
   SPDX-License-Identifier: MIT

   Every program prints lines "NAME VALUE": the median of ROUNDS rounds, in
   nanoseconds (bytes for memory).  bench/run puts them side by side.  */

#ifndef BENCH_H
#define BENCH_H

#include <stdint.h>

#define ROUNDS 15

/* bench-clock.c, plain code.  */
double bench_now (void);        /* Nanoseconds.  */
void bench_report (const char *name, double *values);   /* ROUNDS of them.  */
uint64_t bench_working_set (void);      /* Bytes.  */

#endif /* BENCH_H */
