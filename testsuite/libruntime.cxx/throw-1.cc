/* Exceptions in one goroutine: types, order of destruction, rethrowing,
   function try blocks, registers, from stacks that have grown.  */
/* { dg-do run } */

#include <stdexcept>
#include <string>

#include "cxx-test.h"

static int alive;
static std::string trail;

struct object
{
  int n;
  object (int n) : n (n) { alive++; }
  object (const object &o) : n (o.n) { alive++; }
  ~object ()
  {
    alive--;
    trail += (char) ('a' + n);
    deep (30, [] {});           /* Growth while unwinding.  */
  }
};

struct base_error
{
  virtual int code () const { return 1; }
  virtual ~base_error () {}
};

struct error : base_error
{
  int n;
  int code () const override { return n; }
  error (int n) : n (n) { alive++; }
  error (const error &e) : base_error (e), n (e.n) { alive++; }
  ~error () { alive--; }
};

struct empty {};

static NOINLINE int
thrower (int depth, int what)
{
  object o (depth);
  char local[64];

  memset (local, depth, sizeof local);
  if (depth > 0)
    {
      int result = thrower (depth - 1, what);
      return result + local[what % 64];
    }
  switch (what)
    {
    case 0:
      throw 42;
    case 1:
      throw error (7);
    case 2:
      throw std::runtime_error ("two");
    case 3:
      throw "three";
    case 4:
      throw empty ();
    case 5:
      throw &alive;
    }
  return what;
}

static NOINLINE std::string
catcher (int what)
{
  try
    {
      object outer (20);
      int n = thrower (3, what);
      return "none " + std::to_string (n);
    }
  catch (int n)
    {
      return "int " + std::to_string (n);
    }
  catch (const base_error &e)
    {
      return "error " + std::to_string (e.code ());
    }
  catch (std::exception &e)
    {
      return std::string ("exception ") + e.what ();
    }
  catch (const char *s)
    {
      return s;
    }
  catch (int *p)
    {
      return p == &alive ? "pointer" : "wrong pointer";
    }
  catch (...)
    {
      return "dots";
    }
}

struct member
{
  object o;
  member (int n) : o (n) { if (n == 5) throw n; }
};

struct whole
{
  object first;
  member second;
  whole (int n) try : first (1), second (n) {} catch (int m) { throw m + 1; }
};

static NOINLINE int
nested ()
{
  try
    {
      try
        {
          object o (3);
          throw error (3);
        }
      catch (std::exception &)
        {
          return -1;
        }
      catch (error &e)
        {
          e.n++;
          try
            {
              throw std::string ("inner");
            }
          catch (std::string &s)
            {
              e.n += s.size ();
            }
          object o (4);
          throw;
        }
    }
  catch (const error &e)
    {
      return e.n;
    }
  return -2;
}

/* A destructor that throws and catches while another exception is on its
   way.  */
struct busy
{
  ~busy ()
  {
    for (int i = 0; i < 3; i++)
      CHECK_STRING (catcher (i),
                 i == 0 ? "int 42" : i == 1 ? "error 7" : "exception two");
  }
};

/* Changes all non-volatile registers, but rsp and rbp, and throws with an
   object to destroy, or without.  */
static NOINLINE int
spoil (int n)
{
  __asm__ volatile ("pcmpeqd %%xmm6, %%xmm6\n\tpcmpeqd %%xmm7, %%xmm7\n\t"
                    "pcmpeqd %%xmm8, %%xmm8\n\tpcmpeqd %%xmm9, %%xmm9\n\t"
                    "pcmpeqd %%xmm10, %%xmm10\n\tpcmpeqd %%xmm11, %%xmm11\n\t"
                    "pcmpeqd %%xmm12, %%xmm12\n\tpcmpeqd %%xmm13, %%xmm13\n\t"
                    "pcmpeqd %%xmm14, %%xmm14\n\tpcmpeqd %%xmm15, %%xmm15\n\t"
                    "movl $-1, %%ebx\n\tmovl $-1, %%esi\n\t"
                    "movl $-1, %%edi\n\tmovl $-1, %%r12d\n\t"
                    "movl $-1, %%r13d\n\tmovl $-1, %%r14d\n\t"
                    "movl $-1, %%r15d"
                    : : : "xmm6", "xmm7", "xmm8", "xmm9", "xmm10", "xmm11",
                    "xmm12", "xmm13", "xmm14", "xmm15", "rbx", "rsi", "rdi",
                    "r12", "r13", "r14", "r15");
  if (n % 2)
    {
      object o (n);
      deep (n, [n] { throw n; });
    }
  deep (n, [n] { throw n; });
  return 0;
}

/* The function that catches has its registers back.  */
static NOINLINE void
registers (int n)
{
  double d[10];
  int i[6];

  /* Each in a register of its own.  */
  double d0 = n + 0.5, d1 = n + 1.5, d2 = n + 2.5, d3 = n + 3.5, d4 = n + 4.5,
         d5 = n + 5.5, d6 = n + 6.5, d7 = n + 7.5, d8 = n + 8.5, d9 = n + 9.5;
  int i0 = n, i1 = n + 1, i2 = n + 2, i3 = n + 3, i4 = n + 4, i5 = n + 5;
  __asm__ volatile ("" : "+x" (d0), "+x" (d1), "+x" (d2), "+x" (d3),
                    "+x" (d4), "+x" (d5), "+x" (d6), "+x" (d7), "+x" (d8),
                    "+x" (d9));
  __asm__ volatile ("" : "+r" (i0), "+r" (i1), "+r" (i2), "+r" (i3),
                    "+r" (i4), "+r" (i5));
  try
    {
      spoil (n);
    }
  catch (int)
    {
      d[0] = d0, d[1] = d1, d[2] = d2, d[3] = d3, d[4] = d4;
      d[5] = d5, d[6] = d6, d[7] = d7, d[8] = d8, d[9] = d9;
      i[0] = i0, i[1] = i1, i[2] = i2, i[3] = i3, i[4] = i4, i[5] = i5;
    }
  for (int k = 0; k < 10; k++)
    CHECK_EQ_DOUBLE (d[k], n + k + 0.5);
  for (int k = 0; k < 6; k++)
    CHECK_EQ (i[k], n + k);
}

static NOINLINE void
check (int what, const char *want)
{
  trail.clear ();
  CHECK_STRING (catcher (what), want);
  CHECK_STRING (trail, "abcdu");
  CHECK_EQ (alive, 0);
}

static void
work ()
{
  check (0, "int 42");
  check (1, "error 7");
  check (2, "exception two");
  check (3, "three");
  check (4, "dots");
  check (5, "pointer");
  check (6, "none 12");

  CHECK_EQ (nested (), 3 + 1 + 5);
  CHECK_EQ (alive, 0);

  trail.clear ();
  int caught = 0;
  try
    {
      whole w (5);
    }
  catch (int n)
    {
      caught = n;
    }
  CHECK_EQ (caught, 6);
  CHECK_STRING (trail, "fb");

  try
    {
      busy b;
      throw 1;
    }
  catch (int n)
    {
      caught = n;
    }
  CHECK_EQ (caught, 1);

  for (int i = 1; i < 20; i++)
    registers (i);
  CHECK_EQ (std::uncaught_exceptions (), 0);
  CHECK_EQ (alive, 0);
}

int
main ()
{
  work ();
  on_fresh (work);
  on_fresh ([] { deep (300, work); });
  /* Each throw from deeper than before.  */
  on_fresh ([]
    {
      for (int depth = 1; depth < 3000; depth = depth * 3 + 1)
        {
          int caught = 0;

          try
            {
              deep (depth, [&] { throw depth; });
            }
          catch (int n)
            {
              caught = n;
            }
          CHECK_EQ (caught, depth);
        }
    });
  return 0;
}
