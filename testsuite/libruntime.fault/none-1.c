/* Without a fault handler each kind of fault ends the process at once, with a
   message, a traceback and status 2, on a goroutine and in a callback.  */
/* { dg-do run } */
/* { dg-timeout 120 } */

#include "child.h"

#define PAGE 0x1000

static volatile int zero;
static char *guarded;

static void
reads (void)
{
  zero = *(volatile char *) 0x10;
}

static void
writes (void)
{
  *(volatile char *) 0x20 = 1;
}

static void
executes (void)
{
  static int data[4] = { 1, 2, 3, 4 };

  ((void (*) (void)) (uintptr_t) data) ();
  zero = 1;
}

static void
divides (void)
{
  zero = 7 / zero;
}

static void
is_illegal (void)
{
  __asm__ volatile ("ud2");
}

static void
is_privileged (void)
{
  __asm__ volatile ("hlt");
}

static void
breaks (void)
{
  __asm__ volatile ("int3");
}

static void
is_guarded (void)
{
  *(volatile char *) guarded = 1;
}

static void
divides_floats (void)
{
  unsigned int control = 0x1d80; /* Division by zero is not masked.  */
  volatile double none = zero, infinite;

  __asm__ volatile ("ldmxcsr\t%0" : : "m" (control));
  infinite = 1 / none;
  zero = (int) infinite;
}

/* Endless, but for a compiler that looks.  */
static int __attribute__ ((noinline))
recurse (volatile int *n)
{
  volatile int here = *n + 1;

  if (here > 0)
    here += recurse (&here);
  return here;
}

static void
overflows (void)
{
  zero = recurse (&zero);
}

static const struct
{
  const char *name, *message;
  void (*fn) (void);
} kinds[] = {
  { "reads", "libruntime: access violation reading 0x10 at pc 0x", reads },
  { "writes", "libruntime: access violation writing 0x20 at pc 0x", writes },
  { "executes", " is not the address of a function\n", executes },
  { "divides", "libruntime: integer division by zero at pc 0x", divides },
  { "is_illegal", "libruntime: illegal instruction at pc 0x", is_illegal },
  { "is_privileged", "libruntime: privileged instruction at pc 0x",
    is_privileged },
  { "breaks", "libruntime: breakpoint at pc 0x", breaks },
  { "is_guarded", "libruntime: guard page writing 0x", is_guarded },
  { "divides_floats", "libruntime: floating-point division by zero at pc 0x",
    divides_floats },
  { "recurse", "libruntime: stack overflow: the goroutine's stacks exceed",
    overflows },
};

#define NKINDS (sizeof kinds / sizeof *kinds)

static int
run (int i)
{
  kinds[i].fn ();
  zero += 1;
  return 0;
}

int
main (int argc, char **argv)
{
  struct child child;
  void *callback;
  DWORD begin;

  if (argc > 1)
    {
      int i = argv[1][1] - '0';

      guarded = VirtualAlloc (NULL, PAGE, MEM_RESERVE | MEM_COMMIT,
                              PAGE_READWRITE | PAGE_GUARD);
      CHECK_EQ (rt_callback_new (run, "i(i)", &callback), 0);
      if (argv[1][0] == 'g')
        run (i);
      else
        ((int (*) (int)) (uintptr_t) callback) (i);
      return 0;
    }
  for (size_t i = 0; i < NKINDS; i++)
    for (int in = 0; in < 2; in++)
      {
        char arg[3] = { "gc"[in], (char) ('0' + i), 0 };
        char line[40] = "  ";

        begin = GetTickCount ();
        run_child (arg, "RT_MAXSTACK", "256K", 0, &child);
        if (child.status != 2 || !strstr (child.output, kinds[i].message))
          rt_test_write (child.output,
                         child.output + strlen (child.output));
        CHECK_EQ (child.status, 2);
        CHECK (strstr (child.output, kinds[i].message) != NULL);
        CHECK (strstr (child.output, "\ngoroutine 1 [running]:") != NULL);
        strcat (strcat (line, kinds[i].name), "+0x");
        CHECK (strstr (child.output, line) != NULL);
        CHECK (strstr (child.output, "  main+0x") != NULL);
        CHECK (!strstr (child.output, "rt-test: "));
        CHECK ((strstr (child.output, "--- callback ---") != NULL)
               == (in == 1));
        CHECK (GetTickCount () - begin < 20000);
      }
  return 0;
}
