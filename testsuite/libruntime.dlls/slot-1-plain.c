/* What an import that is not there yet leads to.  */

int absent (int n);

int
absent (int n)
{
  return -n;
}
