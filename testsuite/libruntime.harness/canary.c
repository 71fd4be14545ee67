/* The canary: says twice the word that it was given, and exits with 43.  */

#include <stdio.h>

int
main (int argc, char **argv)
{
  printf ("canary sings %s", argc > 1 ? argv[1] : "nothing");
  printf (" twice %s\n", argc > 1 ? argv[1] : "nothing");
  return 43;
}
