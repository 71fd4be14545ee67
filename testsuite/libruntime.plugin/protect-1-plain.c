/* What the stack protector calls, for protect-1.h.  */

#include "protect-1.h"

void *__stack_chk_guard = (void *) 0x1234567890abcd00;

void
__stack_chk_fail (void)
{
  longjmp (protect_back, 1);
}
