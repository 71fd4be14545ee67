/* abi-check.cc: rt-abi.h agrees with the runtime's table.
   SPDX-License-Identifier: GPL-3.0-or-later

   The table's types are the runtime's: only names and values are read.  */

#include "rt-abi.h"

enum offsets : long long {
#define RT_OFFSET(symbol, type, field, value) symbol = value,
#define RT_SIZE(symbol, type, value)          symbol = value,
#define RT_CONST(symbol, value)               symbol = value,
#include "../libruntime-asm/offsets.tbl"
};

#define SAME(a, b) static_assert (a == b, #a " is stale")

SAME (RT_TEB_LIMIT, TEB_ARBITRARY);
SAME (RT_MAGIC, MAGIC);
