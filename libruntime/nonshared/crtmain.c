/* nonshared/crtmain.c: the program's main, if its unit did not define one.
   SPDX-License-Identifier: MIT

   For a growable main whose compiler does not put out the jump that
   rti-start.h describes.  In the way of programs with a WinMain: to be
   removed once the plugin puts it out.  */

int __rt_start_main (int argc, char **argv, char **envp);

int
main (int argc, char **argv, char **envp)
{
  return __rt_start_main (argc, argv, envp);
}
