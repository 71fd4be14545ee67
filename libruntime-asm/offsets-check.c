/* offsets-check.c: hold offsets.tbl against the structures.
   SPDX-License-Identifier: MIT  */

#include "rti-g.h"
#include "rti-stack.h"
#include "rti-callback.h"
#include "rti-fault.h"

#define RT_OFFSET(sym, type, field, value)                                    \
  _Static_assert(offsetof (type, field) == (value), #sym " is stale");
#define RT_SIZE(sym, type, value)                                             \
  _Static_assert(sizeof (type) == (value), #sym " is stale");
#define RT_CONST(sym, value)
#include "offsets.tbl"
_Static_assert(RT_ENOTG == 0x20000002, "ERR_NOTG is stale");
_Static_assert(RT_EAGAIN == 0x20000009, "ERR_AGAIN is stale");
