/* A plain fault handler.  */

#include "rt.h"

void plain_handler (const struct rt_fault *fault);

void
plain_handler (const struct rt_fault *fault)
{
  rt_throw ((uintptr_t) fault->address + 1);
}
