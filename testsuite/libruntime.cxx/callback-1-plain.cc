/* The plain part of callback-1.cc.  */

int plain_catch (int (*fn) (const void *, const void *), const void *a,
                 const void *b);

int
plain_catch (int (*fn) (const void *, const void *), const void *a,
             const void *b)
{
  try
    {
      return fn (a, b);
    }
  catch (...)
    {
      return 0;
    }
}
