/* Plain C++ that throws and catches, and counts what it destroys.  */

#include <string>
#include <stdexcept>

extern "C"
{
  __declspec (dllexport) int cxx_catch (int n);
  __declspec (dllexport) int cxx_around (int (*fn) (int), int n);
  __declspec (dllexport) int cxx_destroyed (void);
}

static int destroyed;

struct object
{
  std::string name;
  ~object () { destroyed++; }
};

static int __attribute__ ((noinline))
thrower (int n)
{
  object o = { std::to_string (n) };
  if (n == 0)
    throw std::runtime_error ("thrown");
  return thrower (n - 1) + 1;
}

int
cxx_catch (int n)
{
  object o = { "catcher" };
  try
    {
      return thrower (n);
    }
  catch (std::exception &e)
    {
      return (int) std::string (e.what ()).size ();
    }
}

/* What is thrown by FN's plain part is caught there.  */
int
cxx_around (int (*fn) (int), int n)
{
  object o = { "around" };
  try
    {
      int r = fn (n);
      throw r;
    }
  catch (int r)
    {
      return r + 1;
    }
}

int
cxx_destroyed (void)
{
  return destroyed;
}
