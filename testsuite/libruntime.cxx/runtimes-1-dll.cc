/* The DLL of runtimes-1.cc, growable, with a libstdc++ of its own.  */

#include <exception>

extern "C" __declspec (dllexport) bool catches (int n, void (*wait) ());

/* Catch N, call WAIT and throw it again.  Whether it is the same exception
   then, and nothing else is on its way.  */
bool
catches (int n, void (*wait) ())
{
  try
    {
      throw n;
    }
  catch (int &first)
    {
      wait ();
      try
        {
          throw;
        }
      catch (int &again)
        {
          wait ();
          return &again == &first && again == n
                 && std::uncaught_exceptions () == 0;
        }
    }
}
