/* Plain code for nonblocking-1.c.  */

int plain_twice (int);
int plain_ninth (int, int, int, int, int, int, int, int, int);

int
plain_twice (int n)
{
  volatile char buffer[50000];

  buffer[0] = buffer[49999] = n;
  return buffer[0] + buffer[49999];
}

int
plain_ninth (int a, int b, int c, int d, int e, int f, int g, int h, int i)
{
  return plain_twice (i) + 0 * (a + b + c + d + e + f + g + h);
}
