/* The plain part of throw-3.cc.  */

int plain_call (int (*fn) (int), int n);
int plain_call_many (int a, int b, int c, int d, int e, int f,
                     int (*fn) (int));
int plain_catch (int (*fn) (int), int n);
int plain_quick (int (*fn) (int), int n);
int plain_cleanups;

struct plain_object
{
  int *counter;
  ~plain_object () { ++*counter; }
};

int
plain_call (int (*fn) (int), int n)
{
  plain_object o = { &plain_cleanups };
  return fn (n) + 1;
}

int
plain_call_many (int a, int b, int c, int d, int e, int f, int (*fn) (int))
{
  plain_object o = { &plain_cleanups };
  return fn (a + b + c + d + e + f);
}

int
plain_quick (int (*fn) (int), int n)
{
  plain_object o = { &plain_cleanups };
  return fn (n) + 1;
}

int
plain_catch (int (*fn) (int), int n)
{
  try
    {
      return fn (n);
    }
  catch (int caught)
    {
      return -caught;
    }
}
