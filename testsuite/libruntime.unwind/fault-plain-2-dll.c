/* Crashes.  */

int __declspec (dllexport) crash (int *p);

int
crash (int *p)
{
  *p = 1;
  return 0;
}
