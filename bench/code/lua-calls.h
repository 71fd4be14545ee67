/* lua-calls.h: calls of Lua functions and closures.
   SPDX-License-Identifier: MIT  */

#define SCRIPT \
  "local function fib (n)\n" \
  "  if n < 2 then return n end\n" \
  "  return fib (n - 1) + fib (n - 2)\n" \
  "end\n" \
  "local function ack (m, n)\n" \
  "  if m == 0 then return n + 1 end\n" \
  "  if n == 0 then return ack (m - 1, 1) end\n" \
  "  return ack (m - 1, ack (m, n - 1))\n" \
  "end\n" \
  "RESULT = fib (22) + ack (2, 60)\n"
