/* marker.c: says that a test has ended by exit or by main's return.
   SPDX-License-Identifier: MIT

   Linked with every test, always compiled without the plugin.  It uses
   nothing of libc, since tests define functions of its names.  */

__declspec (dllimport) void *GetStdHandle (unsigned long);
__declspec (dllimport) int WriteFile (void *, const void *, unsigned long,
                                      unsigned long *, void *);

#define STD_ERROR_HANDLE ((unsigned long) -12)

static void __attribute__ ((destructor))
mark (void)
{
  static const char text[] = "\ntorture: the end\n";
  unsigned long done;

  WriteFile (GetStdHandle (STD_ERROR_HANDLE), text, sizeof text - 1, &done,
             0);
}
