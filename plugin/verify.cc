/* verify.cc: no address of the control stack lives across a call.
   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-includes.h"
#include "gs.h"
namespace {
const pass_data verify_pass_data = {
  RTL_PASS, "growstack_verify", OPTGROUP_NONE, TV_NONE, 0, 0, 0, 0, 0
};
class verify_pass : public rtl_opt_pass
{
public:
  verify_pass (gcc::context *ctxt) : rtl_opt_pass (verify_pass_data, ctxt) {}
  unsigned int execute (function *) final override { return 0; }
};
}
rtl_opt_pass *
gs_make_verify_pass (gcc::context *ctxt)
{
  return new verify_pass (ctxt);
}
