/* lua-strings.h: strings and tables, by the C library of Lua.
   SPDX-License-Identifier: MIT  */

#define SCRIPT \
  "local t = {}\n" \
  "for i = 1, 4000 do\n" \
  "  t[#t + 1] = string.format ('%d:%s', i, ('x'):rep (i % 9))\n" \
  "end\n" \
  "local s = table.concat (t, ',')\n" \
  "local n = 0\n" \
  "for a, b in s:gmatch ('(%d+):(x*)') do n = n + a + #b end\n" \
  "s = s:gsub ('xx', function (x) return x:upper () end)\n" \
  "table.sort (t, function (a, b) return a < b end)\n" \
  "for i = 1, #t do n = n + t[i]:byte (1) * (i % 7) end\n" \
  "RESULT = n + #s + select (2, s:gsub ('X', ''))\n"
