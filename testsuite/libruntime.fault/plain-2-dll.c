/* Crashes.  */

__declspec (dllexport) int crash (int *p);

int
crash (int *p)
{
  *p = 1;
  return 0;
}
