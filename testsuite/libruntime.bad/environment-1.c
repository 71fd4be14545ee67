/* Values of RT_MAXPROCS, RT_MAXSTACK and RT_DEBUG that make no sense end the
   program at its start, with a message and status 2; good ones do not.  */
/* { dg-do run } */
/* { dg-skip "movestack" "the children have an RT_DEBUG of their own" } */

#include "child.h"

#define LONG_VALUE                                                      \
  "1000000000000000000000000000000000000000000000000000000000000000"    \
  "1000000000000000000000000000000000000000000000000000000000000000"

static const struct
{
  const char *name, *value, *message;
} tries[] = {
  { "RT_MAXPROCS", "0",
    "RT_MAXPROCS=0: want a number from 1 to 256" },
  { "RT_MAXPROCS", "257",
    "RT_MAXPROCS=257: want a number from 1 to 256" },
  { "RT_MAXPROCS", "4 ",
    "RT_MAXPROCS=4 : want a number from 1 to 256" },
  { "RT_MAXPROCS", "18446744073709551620",
    "RT_MAXPROCS=18446744073709551620: want a number from 1 to 256" },
  { "RT_MAXPROCS", LONG_VALUE, "RT_MAXPROCS=...: want a shorter value" },
  { "RT_MAXPROCS", "1", NULL },
  { "RT_MAXPROCS", "256", NULL },
  { "RT_MAXSTACK", "65535",
    "RT_MAXSTACK=65535: want bytes, from 64K to 1024G" },
  { "RT_MAXSTACK", "1025G",
    "RT_MAXSTACK=1025G: want bytes, from 64K to 1024G" },
  { "RT_MAXSTACK", "18014398509481985K",
    "RT_MAXSTACK=18014398509481985K: want bytes, from 64K to 1024G" },
  { "RT_MAXSTACK", "M",
    "RT_MAXSTACK=M: want bytes, from 64K to 1024G" },
  { "RT_MAXSTACK", "65536", NULL },
  { "RT_MAXSTACK", "1024G", NULL },
  { "RT_DEBUG", "movestack,nonsense",
    "RT_DEBUG=nonsense: want movestack, movestack=N, stacks or sched" },
  { "RT_DEBUG", "movestack=0",
    "RT_DEBUG=movestack=0: want movestack, movestack=N, stacks or sched" },
  { "RT_DEBUG", "movestack=1K",
    "RT_DEBUG=movestack=1K: want movestack, movestack=N, stacks or sched" },
  { "RT_DEBUG", "movestack=7", NULL },
  { "RT_DEBUG", "movestack", NULL }
};

int
main (int argc, char **argv)
{
  size_t i;

  if (argc > 1 && strcmp (argv[1], "child") == 0)
    ExitProcess (77);
  for (i = 0; i < sizeof tries / sizeof *tries; i++)
    {
      struct child child;

      run_child ("child", tries[i].name, tries[i].value, 0, &child);
      if (!tries[i].message)
        CHECK_EQ (child.status, 77);
      else
        {
          CHECK_EQ (child.status, 2);
          CHECK (strncmp (child.output, "libruntime: fatal error: ", 25) == 0);
          CHECK (strncmp (child.output + 25, tries[i].message,
                          strlen (tries[i].message)) == 0);
        }
    }
  return 0;
}
