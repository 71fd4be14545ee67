/* sysv-1.h: what sysv-1.c and its plain part share.  */

#ifndef SYSV_1_H
#define SYSV_1_H

#define SYSV __attribute__ ((sysv_abi))

struct sysv_object
{
  long long n[5];
};

SYSV long plain_words (long, long, long, long, long, long, long, long, long,
                       long, long);
/* As many bytes on the stack as Win64's home area has.  */
SYSV long plain_four (long, long, long, long, long, long, long, long, long,
                      long);
SYSV double plain_floats (double, double, double, double, double, double,
                          double, double, double, double);
SYSV long plain_object (int, struct sysv_object, int);

#endif /* SYSV_1_H */
