/* prodcons.c: producers and consumers, with channels between them.
   SPDX-License-Identifier: MIT

   Three producers put numbers into a channel that has room for eight; four
   consumers take them, and send how many steps the Collatz sequence from
   each takes to reach 1.  The producers' last one closes the channel of
   numbers, the consumers' last one that of results: so everybody ends.  */

#include <stdio.h>

#include "rt.h"

#define PRODUCERS 3
#define CONSUMERS 4
#define NUMBERS 3000

struct result
{
  int consumer;
  int number;
  int steps;
};

static struct rt_chan *numbers, *results;
static struct rt_waitgroup producing, consuming;

static void
produce (void *arg)
{
  int number;

  for (number = *(int *) arg + 1; number <= NUMBERS; number += PRODUCERS)
    rt_chan_send (numbers, &number);
  rt_waitgroup_done (&producing);
}

static int
collatz (uint64_t n)
{
  int steps;

  for (steps = 0; n != 1; steps++)
    n = n % 2 ? 3 * n + 1 : n / 2;
  return steps;
}

static void
consume (void *arg)
{
  struct result result = { *(int *) arg, 0, 0 };

  while (rt_chan_recv (numbers, &result.number) == 0)
    {
      result.steps = collatz (result.number);
      rt_chan_send (results, &result);
    }
  rt_waitgroup_done (&consuming);
}

/* Close the channel ARG when nobody sends to it any more.  */
static void
close_numbers (void *arg)
{
  rt_waitgroup_wait (&producing);
  rt_chan_close (arg);
}

static void
close_results (void *arg)
{
  rt_waitgroup_wait (&consuming);
  rt_chan_close (arg);
}

int
main (void)
{
  static int names[PRODUCERS + CONSUMERS];
  struct result result, longest = { 0, 0, 0 };
  int count = 0, right, i;
  long sum = 0;

  if (rt_chan_new (sizeof (int), 8, &numbers) != 0
      || rt_chan_new (sizeof (struct result), 0, &results) != 0)
    return 1;
  rt_waitgroup_add (&producing, PRODUCERS);
  rt_waitgroup_add (&consuming, CONSUMERS);
  for (i = 0; i < PRODUCERS; i++)
    {
      names[i] = i;
      rt_go (produce, &names[i]);
    }
  for (i = 0; i < CONSUMERS; i++)
    {
      names[PRODUCERS + i] = i;
      rt_go (consume, &names[PRODUCERS + i]);
    }
  rt_go (close_numbers, numbers);
  rt_go (close_results, results);

  while (rt_chan_recv (results, &result) == 0)
    {
      count++;
      sum += result.number;
      if (result.steps > longest.steps)
        longest = result;
    }

  printf ("%d producers, %d consumers\n", PRODUCERS, CONSUMERS);
  printf ("  results  %d\n", count);
  printf ("  longest  from %d, %d steps\n", longest.number, longest.steps);
  right = count == NUMBERS && sum == (long) NUMBERS * (NUMBERS + 1) / 2
          && longest.number == 2919 && longest.steps == 216;
  printf ("  %s\n", right ? "right" : "WRONG");
  return !right;
}
