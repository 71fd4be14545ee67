/* The plain part of forced-1.cc.  */

void plain_call (void (*fn) ());

int plain_cleanups;

struct counts
{
  ~counts () { plain_cleanups++; }
};

void
plain_call (void (*fn) ())
{
  counts mine;

  fn ();
}
